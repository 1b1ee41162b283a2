"""Durations and sets: drei Jahre, seit Jahrzehnten, zweitägig; täglich, jeden Montag."""

import re
from collections.abc import Iterator

from zufolge.annotate.times.deictic import duration
from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.vocabulary import Vocabulary
from zufolge.span import Span

PATTERNS = {
    "counted": r"\b(?:(?P<about><about>)\s+)?(?:(?P<low><number>)"
    r"(?P<between>\s*(?:bis|oder|[-–])\s*))?(?P<number>(?:<number>)|<vague>)(?:\s+(?:volle|ganze|lange|"
    r"weitere|knappe|gute|halbe)[nrms]?|\s+[a-zäöüß]{3,}e[nrs]?(?=\s+(?:Jahre?n?|Stunden?)\b)){0,2}(?:\s+|-)(?P<unit><units>)\b(?!\s+(?:alt|jung|jünger|älter|zuvor|später))",
    "vague": r"\b(?:[Ss]eit|[Vv]or|[Nn]ach)\s+(?P<x>(?P<unit>Jahren|Jahrzehnten|"
    r"Monaten|Wochen|Tagen|Stunden|Jahrhunderten|Jahre|Minuten))\b",
    "compound": r"\b(?P<number><number>)\s+(?P<unit>Jahre?n?|Stunden?)\s+(?:und\s+)?"
    r"(?P<number2><number>)\s+(?P<unit2>Monate?n?|Minuten?)\b",
    "per": r"(?<=\s)(?P<x>(?:im\s+(?P<unit>Monat|Jahr)|am\s+(?P<unit2>Tag)))\b"
    r"(?!\s+(?:\d|de[sr]|zuvor|darauf|danach|davor|nach|vor|selbst))",
    "long": r"\b(?P<unit><unit_long>)(?:e[nmrs]?)?\b",
    "adjective": r"\b(?P<number>(?:<number>)|mehr|lang)-?(?P<unit><unit_adjectives>)e[nmrs]?\b",
    "every": r"\b<every>\s+(?:(?P<number><number>)\s+|(?P<nth><ordinals>)(?:e[nmrs]?)?\s+)?"
    r"(?:(?P<weekday><weekdays>)(?P<part>(?i:<parts>))?|(?P<unit><units>)|(?P<month><months>)|"
    r"(?P<day_part><parts>)|(?P<season><seasons>))\b(?:\s+im\s+Monat)?",
    "adverb": r"\b(?P<word><set_adverbs>)(?:e[nmrs]?)?\b",
    "weekly": r"\b(?P<weekday><weekday_adverbs>)\b",
    "rate": r"\b(?:(?P<times>\w*mal)\s+(?:im|am|pro|je|in\s+der|die)|(?:[Pp]ro|[Jj]e))\s+"
    r"(?P<unit>Jahr|Monat|Woche|Tag|Stunde|Minute|Sekunde|Quartal)\b(?!\s+\d)",
}


def read(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read one match of a pattern of this module.

    Args:
        kind: its key in ``PATTERNS``.
        match: the match.
        words: the language's words.

    Yields:
        The expressions that it holds, none if it means something else.
    """
    if kind == "counted":
        yield from _counted(match, words)
        return
    meaning = _READERS[kind](match, words)
    if meaning:
        span = match.span("x") if kind == "vague" else match.span()
        yield Found(Span(*span), meaning)


# "Jugendliche ab 16 Jahren", "im Alter von neun Jahren", "zwischen sechs und elf Jahren"
_AGE = re.compile(
    r"\b(?:ab|Alter\s+von|Alter\s+zwischen\s+\S+\s+und|zwischen\s+\w+\s+und|unter)\s+$"
)


def _counted(match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    unit, number = words.code("units", match["unit"]), words.number(match["number"])
    start = match.start()
    if unit == "Y" and _AGE.search(match.string, max(0, start - 30), start):
        return
    if match["low"]:
        low = words.number(match["low"])
        yield Found(Span(start, match.end("low")), _amount(low, unit))
        start = match.start("number")
    yield Found(Span(start, match.end()), _amount(number, unit))


def _amount(number: float | None, unit: str) -> Meaning:
    amount = (number, unit) if number is not None else None
    return Meaning(type="duration", value=duration(number, unit), amount=amount)


def _vague(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="duration", value=duration(None, words.code("units", match["unit"])))


def _compound(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    first, second = words.number(match["number"]), words.number(match["number2"])
    if first is None or second is None:
        return None
    large = duration(first, words.code("units", match["unit"]))
    small = duration(second, words.code("units", match["unit2"]))
    return Meaning(type="duration", value=large + small.removeprefix("PT").removeprefix("P"))


_AMOUNT = re.compile(r"\d[^.;:!?\n]*$")


def _per(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    """Read "400 Euro im Monat" as a rate; without an amount before, it is none."""
    if not _AMOUNT.search(match.string, max(0, match.start() - 35), match.start()):
        return None
    unit = words.code("units", match["unit"] or match["unit2"])
    return Meaning(type="set", value=duration(1, unit))


def _long(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="duration", value=duration(None, words.code("unit_long", match["unit"])))


def _adjective(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    unit = words.code("unit_adjectives", match["unit"])
    number = words.number(match["number"])
    if unit == "Y" and (match["number"].isdigit() or (number or 0) > 12):
        return None  # an age: "die 16-jährige Schülerin"
    return Meaning(type="duration", value=duration(number, unit))


def _every(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    if match["weekday"]:
        weekday = words.count("weekdays", match["weekday"])
        part = words.code("parts", match["part"]) if match["part"] else None
        return Meaning(type="set", value=f"XXXX-WXX-{weekday}{PART_CODES[part] if part else ''}")
    if match["month"]:
        return Meaning(type="set", value=f"XXXX-{words.count('months', match['month']) or 0:02d}")
    if match["season"]:
        return Meaning(type="set", value=f"XXXX-{words.code('seasons', match['season'])}")
    if match["day_part"]:
        code = PART_CODES[words.code("parts", match["day_part"])]
        return Meaning(type="set", value=f"XXXX-XX-XX{code}")
    unit = words.code("units", match["unit"])
    plural = match.group().lower().startswith("alle")
    if plural and not match["number"]:
        return None
    number = words.number(match["number"]) if match["number"] else None
    number = number or (words.count("ordinals", match["nth"]) if match["nth"] else 1)
    return Meaning(type="set", value=duration(number, unit))


def _adverb(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="set", value=words.code("set_adverbs", match["word"]))


def _weekly(match: re.Match[str], words: Vocabulary) -> Meaning:
    weekday = words.count("weekday_adverbs", match["weekday"])
    return Meaning(type="set", value=f"XXXX-WXX-{weekday}")


def _rate(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="set", value=duration(1, words.code("units", match["unit"])))


PART_CODES = {
    "morning": "TMO",
    "forenoon": "TMO",
    "noon": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
}

_READERS = {
    "vague": _vague,
    "compound": _compound,
    "per": _per,
    "long": _long,
    "adjective": _adjective,
    "every": _every,
    "adverb": _adverb,
    "weekly": _weekly,
    "rate": _rate,
}
