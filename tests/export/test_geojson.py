"""GeoJSON: held to a schema of RFC 7946."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from tests.export.harbour import content, denial
from tests.export.sound import contents
from zufolge.article import Article
from zufolge.export import Content, in_order, write
from zufolge.mention import Place
from zufolge.report import Report
from zufolge.span import Span

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "geojson.schema.json").read_text("utf-8"))


def features(exported: Content) -> list[dict[str, Any]]:
    told = json.loads(b"".join(write(exported, "geojson")))
    Draft202012Validator(SCHEMA).validate(told)
    return list(told["features"])


def test_a_place_has_longitude_before_latitude_and_what_is_said_of_it() -> None:
    [place] = features(content())
    assert place["geometry"] == {"type": "Point", "coordinates": [13.64304, 54.51864]}
    assert place["properties"]["name"] == "Sassnitz"
    [told] = place["properties"]["statements"]
    assert told == {
        "id": f"urn:zufolge:statement:{denial().statements[0].id}",
        "article": f"urn:zufolge:article:{denial().article.id}",
        "published": "2025-03-14",
        "said": "2025-03-13",
        "actor": "Wasserwacht",
        "stance": "asserts",
        "quote": "In Sassnitz liefen am Donnerstag 30 Liter Öl aus",
    }


def test_the_same_place_in_two_articles_is_one_feature_and_other_places_are_not() -> None:
    place = Place(Span(0, 8), "Sassnitz", 54.51864, 13.64304, "DE")
    other = replace(place, lat=45.0)
    more = Report(Article("Sassnitz wartet.", "Inselpost"), places=(place, other))
    found = features(in_order([denial(), more]))
    assert [each["properties"]["mentions"] for each in found] in ([1, 2], [2, 1])
    both = max(found, key=lambda each: each["properties"]["mentions"])
    assert len(both["properties"]["articles"]) == 2
    assert len({each["id"] for each in found}) == 2


@given(contents())
def test_any_content_holds_to_the_schema(made: Content) -> None:
    mentions = sum(len(report.places) for report in made.reports)
    assert sum(each["properties"]["mentions"] for each in features(made)) == mentions


def test_nothing_is_a_collection_of_nothing() -> None:
    assert features(in_order([])) == []
