"""Chooses among places of one name: by population, by the reader's country, by company."""

import math
from collections.abc import Mapping, Sequence

from zufolge.gazetteer import Entry

_EARTH_KM = 6371.0
_PRIMARY, _CAPITAL = 0.8, 1.0
# A place that is not large is hardly meant by one of its foreign names.
_FOREIGN, _LARGE = -1.5, 200_000
_SAME_COUNTRY = 1.2
# What the nearest other place of the article adds, by its distance in kilometres.
_NEAR = ((40.0, 1.6), (100.0, 0.9), (250.0, 0.4))
# A country or region is known by its name; it weighs more than its largest city.
_AREA = {"country": 9.0, "region": 7.0}
_CLEAR = 1.2
_LEAST = 3.6


def distance_km(one: Entry, other: Entry) -> float:
    """Return the distance of two places on a sphere, in kilometres (haversine)."""
    lat, lon, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def choose(
    names: Mapping[str, Sequence[Entry]],
    prior: Mapping[str, float],
    countries: frozenset[str] = frozenset(),
) -> dict[str, Entry]:
    """Choose one place for each name of an article.

    The clear names are settled first and are company for the others; two rounds, as in gazetteer
    resolution by "one sense per discourse" and spatial minimality (Leidner 2007).

    Args:
        names: the candidates of each name.
        prior: what a country adds to the logarithm of the population.
        countries: codes of countries that the article is known to be about.

    Returns:
        A place a name; names whose best candidate is too far-fetched are missing.
    """
    chosen: dict[str, Entry] = {}
    for final in (False, True):
        company, chosen = chosen, {}
        for name, entries in names.items():
            others = [entry for other, entry in company.items() if other != name]
            scored = sorted(
                ((_score(entry, prior, countries, others), entry) for entry in entries),
                key=lambda pair: -pair[0],
            )
            clear = len(scored) == 1 or (scored and scored[0][0] - scored[1][0] > _CLEAR)
            if scored and scored[0][0] > _LEAST and (clear or final):
                chosen[name] = scored[0][1]
    return chosen


def _score(
    entry: Entry, prior: Mapping[str, float], countries: frozenset[str], others: Sequence[Entry]
) -> float:
    score = _AREA.get(entry.kind, math.log10(entry.population + 10))
    score += prior.get(entry.country, 0.0)
    score += _CAPITAL * (entry.kind == "capital")
    if entry.primary:
        score += _PRIMARY
    elif entry.population < _LARGE:
        score += _FOREIGN
    if entry.country in countries or any(other.country == entry.country for other in others):
        score += _SAME_COUNTRY
    cities = [distance_km(entry, other) for other in others if other.kind != "country"]
    nearest = min(cities, default=math.inf)
    return score + next((gain for limit, gain in _NEAR if nearest < limit), 0.0)
