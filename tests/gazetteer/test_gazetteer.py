"""The shipped gazetteer."""

from pathlib import Path

import pytest

from zufolge.errors import ModelError
from zufolge.gazetteer import Entry, Gazetteer, shipped
from zufolge.gazetteer.choice import choose, distance_km


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Kiew", "UA", 50.45, 30.52),
        ("KIEW", "UA", 50.45, 30.52),
        ("Gießen", "DE", 50.58, 8.68),
        ("Giessen", "DE", 50.58, 8.68),
        ("Mailand", "IT", 45.46, 9.19),
        ("Schebekino", "RU", 50.41, 36.89),
        ("Chan Junis", "PS", 31.34, 34.31),
        ("Ruhrgebiet", "DE", 51.5, 7.2),
    ],
)
def test_knows_german_names(name: str, country: str, lat: float, lon: float) -> None:
    first = shipped().find(name)[0]
    assert first.country == country
    assert (first.lat, first.lon) == pytest.approx((lat, lon), abs=0.1)


def test_unknown_names_give_nothing() -> None:
    assert list(shipped().find("Wolkenkuckucksheim")) == []


def test_capitals_and_countries_are_told() -> None:
    assert shipped().find("Wien")[0].kind == "capital"
    assert {entry.kind for entry in shipped().find("Norwegen")} == {"country"}


def test_fits_into_the_package() -> None:
    file = Path(str(__import__("zufolge.gazetteer", fromlist=["x"]).__file__)).with_name(
        "places.db"
    )
    assert file.stat().st_size < 15_000_000


def test_damaged_and_missing_files_are_told(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no database" * 1000)
    for path in (damaged, tmp_path / "missing.db"):
        with pytest.raises(ModelError, match="gazetteer"):
            Gazetteer(path)


def _entry(name: str, lat: float, lon: float, country: str, population: int) -> Entry:
    return Entry(name, lat, lon, country, "city", population, True, 1)


def test_distances_are_kilometres() -> None:
    berlin, hamburg = (_entry("B", 52.52, 13.405, "DE", 1), _entry("H", 53.551, 9.994, "DE", 1))
    assert distance_km(berlin, hamburg) == pytest.approx(255, abs=3)


def test_company_outweighs_some_inhabitants() -> None:
    here = _entry("Neustadt", 49.35, 8.15, "DE", 50_000)
    there = _entry("Neustadt", 54.1, 10.8, "DE", 60_000)
    near = _entry("Mannheim", 49.49, 8.47, "DE", 300_000)
    assert choose({"Neustadt": [here, there]}, {})["Neustadt"] == there
    assert choose({"Neustadt": [here, there], "Mannheim": [near]}, {})["Neustadt"] == here
