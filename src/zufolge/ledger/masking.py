"""Blacks a name out of a report; what else it says stays readable and keeps its places."""

import re
from collections.abc import Iterable
from dataclasses import replace

from zufolge.actor import Actor
from zufolge.report import Report
from zufolge.statement import Party, Statement

_BLACK = "█"
_LETTER = re.compile(r"[^\W_]")
_ENDING = r"(?:['’]?s)?"
_SHORTEST = 2


def whole_names(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of names as wholes, like "Uwe Kraft" or "Uwe-Kraft", also in genitive."""
    return _pattern(r"[\s_-]+".join(re.escape(word) for word in name.split()) for name in names)


def parts_of_names(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the single words of names, also in the genitive.

    Words of one letter and small ones ("von") are left out: they tell nobody's name.
    """
    words = (word for name in names for word in name.split())
    return _pattern(
        re.escape(word)
        for word in words
        if len(_LETTER.findall(word)) >= _SHORTEST and not word.islower()
    )


def black(text: str, pattern: re.Pattern[str]) -> str:
    """Replace the letters of what a pattern finds by as many blocks, so that offsets stay."""
    return pattern.sub(lambda found: _LETTER.sub(_BLACK, found[0]), text)


def mask(report: Report, pattern: re.Pattern[str]) -> tuple[Report, dict[str, str]]:
    """Black what a pattern finds out of a report.

    Args:
        report: any report.
        pattern: names.

    Returns:
        The report, whose ids are those of its new content, and the new id for each old one.
    """
    article = report.article
    # An address is no text whose blocks anybody could read: it goes as a whole.
    url = article.url and (None if _in_address(article.url, pattern) else article.url)
    told = replace(
        article,
        text=black(article.text, pattern),
        title=article.title and black(article.title, pattern),
        source=article.source and black(article.source, pattern),
        notes=tuple(black(note, pattern) for note in article.notes),
        url=url,
    )
    ids = {article.id: told.id}
    actors = []
    for actor in report.actors:
        actors.append(Actor(told.id, black(actor.name, pattern), actor.kind, actor.mentions))
        ids[actor.id] = actors[-1].id
    statements = [_statement(each, told.id, ids) for each in report.statements]
    ids |= {old.id: new.id for old, new in zip(report.statements, statements, strict=True)}
    nested = tuple(replace(s, nested_in=_renamed(s.nested_in, ids)) for s in statements)
    amounts = tuple(replace(each, of=black(each.of, pattern)) for each in report.quantities)
    return Report(told, nested, tuple(actors), report.times, report.places, amounts), ids


def _statement(statement: Statement, article: str, ids: dict[str, str]) -> Statement:
    """Return a statement as one of another article, still inside of what it stood in."""
    return replace(
        statement,
        article=article,
        speaker=_party(statement.speaker, ids),
        addressee=_party(statement.addressee, ids),
        chain=tuple(ids.get(actor, actor) for actor in statement.chain),
    )


def _renamed(identity: str | None, ids: dict[str, str]) -> str | None:
    return None if identity is None else ids.get(identity, identity)


def _party(party: Party | None, ids: dict[str, str]) -> Party | None:
    return None if party is None else replace(party, actor=_renamed(party.actor, ids))


def _pattern(alternatives: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(alternatives), key=lambda each: (-len(each), each))
    # A line below joins words, so the borders are where letters and digits end.
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first) or '(?!)'}){_ENDING}(?![^\W_])")


def _in_address(url: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether an address spells a name, in small letters, with "ue" for "ü" as well."""
    spelled = " ".join(re.split(r"[\W_]+", url))
    loose = re.compile(pattern.pattern, re.IGNORECASE)
    return any(loose.search(each) for each in (spelled, _umlauts(spelled)))


def _umlauts(word: str) -> str:
    return word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
