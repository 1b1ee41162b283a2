"""Calendar dates: days, months, years, decades, centuries, seasons, quarters, feasts."""

import re
from collections.abc import Iterator

from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.vocabulary import Vocabulary
from zufolge.span import Span

_YEAR = r"(?P<year>1\d{3}|20\d\d)"
_MONTH = r"(?P<month><months>)"
_LIST_DAY = re.compile(r"\d{1,2}(?=\.)")

PATTERNS = {
    "days": r"(?<![\d.,])(?:<weekdays>(?:,?\s+(?:den|dem))?,?\s+)?"
    r"(?P<days>(?:\d{1,2}\.(?:\s*,\s*(?:und\s+)?|\s*/\s*|\s*[-–]\s*|\s+(?:und|bis|sowie|oder)\s+"
    r"(?:(?:am|zum|den|dem)\s+){0,2})){0,12})(?P<day>\d{1,2})\.\s*"
    r"(?P<month><months>|<month_abbreviations>)(?!\w)(?:\s+(?P<year>1\d{3}|20\d\d)\b)?",
    "numeric": r"(?<![\d.,])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)?\d\d)"
    r"?(?![\d.,]*\d|\s*(?:Uhr|Prozent|Euro|Mio|Liga))",
    "iso": r"(?<![\d-])(?P<year>1\d{3}|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
    "months": rf"\b(?:(?:zu\s+)?(?P<phase><phases>)\s+)?(?:des\s+(?:Monats\s+)?)?{_MONTH}s?\b"
    r"(?:\s+(?P<year>1\d{3}|20\d\d)\b|\s+(?:(?P<of>dieses|diesen|vorigen|vergangenen|letzten|"
    r"nächsten|kommenden)\s+Jahres|des\s+(?P<of2>Vorjahre?s)))?",
    "phase": r"\b(?P<phase><phases>)\s+(?:der|des|dieses|dieser)\s+(?P<unit>Woche|Monats|Jahres)\b",
    "phase_year": rf"\b(?:(?P<phase><phases>)\s+)(?:des\s+Jahres\s+)?{_YEAR}\b(?![.,]\d)",
    "phase_other": r"\b(?P<phase><phases>)\s+(?:des\s+)?(?P<of>vorigen|vergangenen|letzten|"
    r"nächsten|kommenden)\s+(?P<unit>Jahres|Monats)",
    "ends": r"\b(?P<word><period_ends>)\b(?:\s+(?P<year>20\d\d)\b)?",
    "named_year": rf"\b(?:(?:(?:dem|den|das|des)\s+)?(?:Jahre?s?n?|Gesamtjahr)\s+){_YEAR}\b",
    "year": rf"(?<![\w.,/:+-]){_YEAR}(?![\w:+%°]|[.,]\d|/\d{{5}})",
    "year_range": r"(?<=[12]\d{3}[-/–])(?P<year>1\d{3}|20\d\d)(?![\d:])",
    "decade": r"\b(?:(?:[Dd]en|[Dd]ie|[Dd]er|[Dd]es)\s+)?(?:(?P<phase><phases>)\s+der\s+)?"
    r"(?:(?P<year>(?:1\d|20)\d0)er|(?P<word><decades>)|(?P<short>[2-9]0)er)"
    r"(?:-?\s?Jahren?)\b",
    "seasons": r"\b(?:(?:[Dd]er|[Dd]ie)\s+)?(?:Saison|Spielzeit|Amtsperiode|Legislaturperiode)\s+"
    r"(?P<year>(?:19|20)\d\d)/(?P<to>\d{4}|\d\d)(?!\d)",
    "century": r"\b(?:(?:[Dd]er\s+)?(?:erst|zweit)en\s+Hälfte\s+)?"
    r"(?:(?:[Dd]em|[Dd]es|[Dd]as|[Dd]er)\s+)?(?P<nth>\d{1,2})\.\s+(?:Jahrhunderts?|Jh\.)",
    "season": r"\b(?:diese[mnrs]\s+(?:\w+e[nm]\s+)?)?(?P<word><seasons>|<season_nouns>)s?\b(?!-)"
    r"(?:\s+(?:des\s+Jahres\s+)?(?P<year>1\d{3}|20\d\d)\b|\s+(?P<of>dieses|vorigen|vergangenen|letzten|nächsten|kommenden)"
    r"\s+Jahres)?",
    "quarter": r"\b(?:(?:[Dd]er|[Dd]as|[Dd]em|[Dd]ie)\s+)?(?P<nth><ordinals>|\d\.)(?:e[nmrs]?)?\s+"
    r"(?P<unit>Quartal|Trimester|Vierteljahr|Halbjahr|Jahreshälfte)s?\b(?:\s+(?P<year>20\d\d|19\d\d)\b)?",
    "holiday": r"\b(?P<word><holidays>|<feasts>)\b(?:\s+(?P<year>1\d{3}|20\d\d)\b)?",
}

_OTHER_YEAR = {"dies": 0, "vori": -1, "verg": -1, "letz": -1, "näch": 1, "komm": 1}


def read(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read one match of a pattern of this module.

    Args:
        kind: its key in ``PATTERNS``.
        match: the match.
        words: the language's words.

    Yields:
        The expressions that it holds, none if it means something else.
    """
    if kind == "days":
        yield from _days(match, words)
        return
    meaning = _READERS[kind](match, words)
    if meaning:
        yield Found(Span(match.start(), match.end()), meaning)


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _days(match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read "3., 4. und 7. Oktober": all days share month and year."""
    name = match["month"]
    month = words.count("months", name) or words.count("month_abbreviations", name)
    earlier = list(_LIST_DAY.finditer(match["days"]))
    offset = match.start("days")
    days = [(m.start() + offset, m.end() + offset, int(m[0])) for m in earlier]
    days.append((match.start("day"), match.end(), int(match["day"])))
    if any(not 1 <= day <= 31 for _, _, day in days):
        return
    days[0] = (match.start(), *days[0][1:])
    for start, end, day in days:
        meaning = Meaning(type="date", year=_year(match), month=month, day=day)
        yield Found(Span(start, end), meaning)


def _numeric(match: re.Match[str], _: Vocabulary) -> Meaning | None:
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = _year(match)
    if year is not None and year < 100:
        year += 2000 if year < 50 else 1900
    return Meaning(type="date", year=year, month=month, day=day)


def _other_year(word: str | None) -> int | None:
    return _OTHER_YEAR[word[:4]] if word else None


def _months(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    shift = -1 if match["of2"] else _other_year(match["of"])
    phase = words.code("phases", match["phase"]) if match["phase"] else None
    month = words.count("months", match["month"])
    unit = "Y" if shift is not None else None
    return Meaning(type="date", month=month, year=_year(match), phase=phase, unit=unit, shift=shift)


def _phase(match: re.Match[str], words: Vocabulary) -> Meaning:
    phase = words.code("phases", match["phase"])
    unit = words.code("units", match["unit"])
    return Meaning(type="date", phase=phase, unit=unit, shift=0)


def _phase_other(match: re.Match[str], words: Vocabulary) -> Meaning:
    phase, unit = words.code("phases", match["phase"]), words.code("units", match["unit"])
    return Meaning(type="date", phase=phase, unit=unit, shift=_other_year(match["of"]))


def _phase_year(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="date", phase=words.code("phases", match["phase"]), year=_year(match))


def _ends(match: re.Match[str], words: Vocabulary) -> Meaning:
    phase, unit = words.code("period_ends", match["word"]).split()
    if year := _year(match):
        return Meaning(type="date", phase=phase, year=year)
    return Meaning(type="date", phase=phase, unit=unit, shift=0)


def _named_year(match: re.Match[str], _: Vocabulary) -> Meaning:
    return Meaning(type="date", year=_year(match))


_TO_AMOUNT = re.compile(r"\s+(?:bis|oder|und)\s+(?:[3-9]\d{3}|\d{5})\b")
_TO_YEAR = re.compile(r"[-–]\d{4}\b")
_NEXT_WORD = re.compile(r"\s+([\w-]+)")
_LAST_WORD = re.compile(r"([\w-]+)[\s.]*$")


def _plain_year(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    """Tell years from amounts: "2019 war …", not "1150 Menschen" or "rund 2000 Euro"."""
    year = int(match["year"])
    following = _NEXT_WORD.match(match.string, match.end())
    before = _LAST_WORD.search(match.string, max(0, match.start() - 30), match.start())
    word = following[1] if following else ""
    last = before[1].lower() if before else ""
    if word.lower() in words.table["counted"]["nouns"] or last in words.table["counted"]["before"]:
        return None
    noun = word[:1].isupper()
    if (
        year < 1700
        and not _TO_YEAR.match(match.string, match.end())
        and (noun or last not in words.table["prepositions"]["words"])
    ):
        return None
    if year % 100 == 0 and (noun or _TO_AMOUNT.match(match.string, match.end())):
        return None
    return Meaning(type="date", year=year)


def _decade(match: re.Match[str], words: Vocabulary) -> Meaning:
    phase = words.code("phases", match["phase"]) if match["phase"] else None
    if match["year"]:
        return Meaning(type="date", value=match["year"][:3], phase=phase)
    digit = words.count("decades", match["word"]) if match["word"] else int(match["short"][0])
    return Meaning(type="date", value=f"19{digit}", phase=phase)


def _century(match: re.Match[str], _: Vocabulary) -> Meaning | None:
    nth = int(match["nth"])
    return Meaning(type="date", value=f"{nth - 1:02d}") if 1 <= nth <= 22 else None


def _seasons(match: re.Match[str], _: Vocabulary) -> Meaning:
    year = int(match["year"])
    return Meaning(type="date", value=f"{year}/{year + 1}", year=year)


def _season(match: re.Match[str], words: Vocabulary) -> Meaning:
    season = words.code("seasons", match["word"]) or words.code("season_nouns", match["word"])
    shift = _other_year(match["of"])
    unit = "Y" if shift is not None else None
    return Meaning(type="date", season=season, year=_year(match), unit=unit, shift=shift)


def _quarter(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    word = match["nth"].lower()
    nth = int(word[0]) if word[0].isdigit() else words.count("ordinals", word) or 0
    unit = "Q" if match["unit"] in ("Quartal", "Trimester", "Vierteljahr") else "H"
    if not 1 <= nth <= (4 if unit == "Q" else 2):
        return None
    return Meaning(type="date", unit=unit, nth=nth, year=_year(match))


def _holiday(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    easter = words.count("feasts", match["word"])
    if easter is not None:
        return Meaning(type="date", easter=easter, year=_year(match))
    fixed = words.code("holidays", match["word"])
    if not fixed:
        return None
    month, day = map(int, fixed.split("-"))
    return Meaning(type="date", month=month, day=day, year=_year(match))


_READERS = {
    "numeric": _numeric,
    "iso": _numeric,
    "months": _months,
    "phase": _phase,
    "phase_year": _phase_year,
    "phase_other": _phase_other,
    "ends": _ends,
    "named_year": _named_year,
    "year": _plain_year,
    "year_range": _named_year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "seasons": _seasons,
    "quarter": _quarter,
    "holiday": _holiday,
}
