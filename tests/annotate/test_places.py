"""Places: named places in German sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zufolge.annotate.places import find_places
from zufolge.languages import GERMAN
from zufolge.span import Span


def _found(text: str) -> list[tuple[str, str]]:
    return [(place.span.of(text), place.country) for place in find_places(text, GERMAN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie lebt in Kassel.", [("Kassel", "DE")]),
        ("In Charkiw und Sudscha wurde gekämpft.", [("Charkiw", "UA"), ("Sudscha", "RU")]),
        ("Bei Tschassiw Jar hielt die Front.", [("Tschassiw Jar", "UA")]),
        ("Aus Rom kam keine Antwort.", [("Rom", "IT")]),
        ("Der Zug fuhr von Wien nach Graz.", [("Wien", "AT"), ("Graz", "AT")]),
        ("Berlin (dpa) - Der Streit geht weiter.", [("Berlin", "DE")]),
        ("HANNOVER. Der Landtag tagt.", [("HANNOVER", "DE")]),
        ("Er zog nach Frankfurt am Main.", [("Frankfurt am Main", "DE")]),
        ("Die Kleinstadt Pokrowsk ist leer.", [("Pokrowsk", "UA")]),
        ("Russland lehnte das ab.", [("Russland", "RU")]),
        ("Die Krim blieb gesperrt.", [("Krim", "UA")]),
        ("Der Gazastreifen ist abgeriegelt.", [("Gazastreifen", "PS")]),
        ("An der Elbe steigt das Wasser.", [("Elbe", "DE")]),
        ("Sie arbeitet in Essen.", [("Essen", "DE")]),
        ("Mexiko gewann das Spiel.", [("Mexiko", "MX")]),
        ("Im benachbarten Göttingen blieb es ruhig.", [("Göttingen", "DE")]),
    ],
)
def test_finds_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moskau wies das zurück, Kiew fordert Beweise.",
        "Die Universität Leipzig schweigt.",
        "Bayern München verlor.",
        "Beim Essen im Regen sprach er vom Plan.",
        "Frau Essen und Minister Hamburger stritten.",
        "Der Pirnaer Bürgermeister lachte.",
        "Nach Kritik und aus Protest blieb er in Haft.",
        "Die Hessen feierten.",
        "Das Buch kostet 28 Franken.",
        "Das Gespräch mit Moskau ruht.",
    ],
)
def test_leaves_out_what_is_no_place(text: str) -> None:
    assert _found(text) == []


def test_company_decides_between_places_of_one_name() -> None:
    (city,) = find_places("Er lebt in Frankfurt.", GERMAN)
    assert round(city.lat, 1) == 50.1
    place = find_places("In Innsbruck und in Seefeld fiel Schnee.", GERMAN)[1]
    assert place.country == "AT"


def test_points_of_countries_lie_inside() -> None:
    (place,) = find_places("Sie kehrte nach Norwegen zurück.", GERMAN)
    assert (58 < place.lat < 66, 5 < place.lon < 13) == (True, True)


def test_named_entities_decide_where_given() -> None:
    text = "Gestern siegte Kassel erneut."
    span = Span(15, 21)
    assert [p.span for p in find_places(text, GERMAN, names=[(span, "LOC")])] == [span]
    assert find_places(text, GERMAN, names=[(span, "ORG")]) == []


@pytest.mark.parametrize(
    ("text", "entity", "kind", "expected"),
    [
        # A place by itself, though a capital word or a number stands beside it.
        ("Am Marinestützpunkt Wilhelmshaven blieb es still.", "Wilhelmshaven", "LOC", True),
        ("Gezählt wurden in Bayern 26 Schanzen.", "Bayern", "LOC", True),
        ("Der Frachter verließ Esbjerg am Abend.", "Esbjerg", "LOC", True),
        # Taken for a body by the model, but behind a word of place.
        ("Die Stellungen bei Hopa halten.", "Hopa", "ORG", True),
        ("Die Firma Hopa liefert nicht.", "Hopa", "ORG", False),
        # Part of a longer name.
        ("Sie segelten nach Rostock Almar.", "Rostock Almar", "LOC", False),
    ],
)
def test_a_whole_entity_is_a_place(text: str, entity: str, kind: str, expected: bool) -> None:
    start = text.index(entity)
    names = [(Span(start, start + len(entity)), kind)]
    assert bool(find_places(text, GERMAN, names=names)) is expected


_PIECES = st.sampled_from(
    [
        "in",
        "Kiew",
        "Moskau",
        "und",
        ",",
        "(",
        "dpa",
        ")",
        "–",
        "Essen",
        "Bayern",
        "München",
        "der",
        "Elbe",
        "Halle",
        "/",
        "Köln",
        "Bonn",
        "nach",
        "Russlands",
        "Frankfurt",
        "am",
        "Main",
        ".",
        "\n",
        "„",
        "“",
        "Stadt",
        "İ",
        "ß",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for place in find_places(text, GERMAN):
        assert end <= place.span.start < place.span.end <= len(text)
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert len(place.country) == 2
        end = place.span.end


@pytest.mark.parametrize(
    ("text", "marked", "kind", "found"),
    [
        ("Der Zug hielt in Graz an.", "Graz", "PER", ["Graz"]),
        ("Sie sprach bei Graz vor.", "Graz", "PER", []),
        ("Sie sprach bei Graz vor.", "Graz", "ORG", ["Graz"]),
        ("Ob Kroatien zustimmt, ist offen.", "Kroatien", "ORG", ["Kroatien"]),
        ("Das sagte ein Forscher der Universität Graz.", "Universität Graz", "ORG", []),
    ],
)
def test_a_name_that_a_model_takes_for_another_may_be_a_place(
    text: str, marked: str, kind: str, found: list[str]
) -> None:
    start = text.index(marked)
    names = [(Span(start, start + len(marked)), kind)]
    places = find_places(text, GERMAN, names=names)
    assert [place.span.of(text) for place in places] == found
