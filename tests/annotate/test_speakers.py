import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.sentences import sentences
from zufolge.annotate.speakers import settle_speakers
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Party, Statement

Told = tuple[str, str | None, tuple[str, ...], str]


def settle(text: str, told: list[Told]) -> list[tuple[str | None, list[str]]]:
    """Return speaker and passers-on; a statement is told as quote, speaker, cue and type."""
    statements = [
        Statement(
            "a",
            (find(text, quote),),
            kind,
            speaker=Party((find(text, speaker),)) if speaker else None,
            cue=tuple(find(text, c) for c in cue),
        )
        for quote, speaker, cue, kind in told
    ]
    found = settle_speakers(text, statements, sentences(text, GERMAN), GERMAN)
    return [
        (
            each.statement.speaker.spans[0].of(text) if each.statement.speaker else None,
            [span.of(text) for span in each.through],
        )
        for each in found
    ]


def find(text: str, part: str) -> Span:
    word, _, number = part.partition("@")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(word, start + 1)
    return Span(start, start + len(word))


ONE = [
    (
        "„Es brennt“, zitierte der »Uferbote« einen Lotsen.",
        ("Es brennt", "der »Uferbote«", ("zitierte",), "direct"),
        ("einen Lotsen", ["der »Uferbote«"]),
    ),
    (
        "„Es brennt“, wird Lotse Jan Mahl vom »Uferboten« zitiert.",
        ("Es brennt", "»Uferboten«", ("wird", "zitiert"), "direct"),
        ("Lotse Jan Mahl", ["»Uferboten«"]),
    ),
    (
        "Laut dem »Uferboten« räumte Lotse Jan Mahl ein, geschlafen zu haben.",
        ("geschlafen zu haben", "dem »Uferboten«", ("Laut", "räumte", "ein"), "indirect"),
        ("Lotse Jan Mahl", ["dem »Uferboten«"]),
    ),
    (
        "Die Wirtin sagte, ein Lotse habe ihr versichert, der Hafen bleibe offen.",
        ("der Hafen bleibe offen", "Die Wirtin", ("sagte", "versichert"), "indirect"),
        ("ein Lotse", ["Die Wirtin"]),
    ),
    (
        "Der Hafen sei zu, heißt es in Fischerkreisen.",
        ("Der Hafen sei zu", None, ("heißt es",), "indirect"),
        ("Fischerkreisen", []),
    ),
    (
        "So raunt man unter Lotsen, der Hafen sei zu. Jan Mahl lacht.",
        ("der Hafen sei zu", "Jan Mahl", ("raunt",), "indirect"),
        ("Lotsen", []),
    ),
    (
        "Das Blatt beruft sich auf ein Protokoll. Demnach fehlen drei Boote.",
        ("fehlen drei Boote", None, ("Demnach",), "indirect"),
        ("ein Protokoll", ["Das Blatt"]),
    ),
    (
        "Die Lohe AG beschäftigt nach eigenen Angaben 90 Leute.",
        ("90 Leute", None, ("nach eigenen Angaben",), "indirect"),
        ("Die Lohe AG", []),
    ),
    (
        "Jan Mahl schwieg. Angeblich ist der Hafen zu.",
        ("Angeblich ist der Hafen zu", "Jan Mahl", (), "indirect"),
        (None, []),
    ),
    (
        "Jan Mahl stand da. „Das war es“, seufzte die Wirtin leise.",
        ("Das war es", "Jan Mahl", (), "direct"),
        ("die Wirtin", []),
    ),
    (
        "Die Schleuse klemme, sagte ein Lotse der Hafenwelle.",
        ("Die Schleuse klemme", "ein Lotse der Hafenwelle", ("sagte",), "indirect"),
        ("ein Lotse", ["der Hafenwelle"]),
    ),
    (
        # Whoever works for an outlet belongs to it.
        "Die Schleuse klemme, sagte eine Reporterin der Hafenwelle.",
        ("Die Schleuse klemme", "eine Reporterin der Hafenwelle", ("sagte",), "indirect"),
        ("eine Reporterin der Hafenwelle", []),
    ),
    (
        "„Wir warten“, soll laut dem Sender Nordfunk Wirtin Ida Lohn gesagt haben.",
        ("Wir warten", "dem Sender Nordfunk", ("soll", "laut", "gesagt haben"), "direct"),
        ("Wirtin Ida Lohn", ["dem Sender Nordfunk"]),
    ),
    (
        "Sie verlangte dem Sender Nordfunk zufolge eine Prüfung.",
        ("eine Prüfung", "dem Sender Nordfunk", ("verlangte", "zufolge"), "reported"),
        ("Sie", ["dem Sender Nordfunk"]),
    ),
    (
        # An outlet that nobody else speaks beside speaks for itself.
        "Laut dem Sender Nordfunk klemmt die Schleuse.",
        ("klemmt die Schleuse", "dem Sender Nordfunk", ("Laut",), "indirect"),
        ("dem Sender Nordfunk", []),
    ),
    (
        "Laut einem Vermerk, der der Zeitung Uferbote vorliegt, klemmt die Schleuse.",
        ("klemmt die Schleuse", "der Zeitung Uferbote", ("Laut",), "indirect"),
        ("einem Vermerk", ["der Zeitung Uferbote"]),
    ),
    (
        "Laut einem der Zeitung Uferbote vorliegenden Vermerk klemmt die Schleuse.",
        ("klemmt die Schleuse", "einem der Zeitung Uferbote", ("Laut",), "indirect"),
        ("Vermerk", ["der Zeitung Uferbote"]),
    ),
    (
        "Dem Sender Nordfunk sagte ein Lotse, die Schleuse klemme.",
        ("die Schleuse klemme", "Dem Sender Nordfunk", ("sagte",), "indirect"),
        ("ein Lotse", ["Dem Sender Nordfunk"]),
    ),
    (
        "Ein Kahn soll angeblich gesunken sein.",
        ("Ein Kahn soll angeblich gesunken sein", "Ein Kahn", (), "free_indirect"),
        (None, []),
    ),
    (
        # The nearest name stays where no construction says otherwise.
        "Das sei falsch, sagte Jan Mahl.",
        ("Das sei falsch", "Jan Mahl", ("sagte",), "indirect"),
        ("Jan Mahl", []),
    ),
]


@pytest.mark.parametrize(("text", "told", "expected"), ONE)
def test_constructions_tell_the_speaker(
    text: str, told: Told, expected: tuple[str | None, list[str]]
) -> None:
    assert settle(text, [told]) == [expected]


def test_a_headline_has_the_speaker_of_the_quotation_below() -> None:
    text = "„Wir fangen nichts mehr“\nHeute legt niemand an. „Wir fangen nichts mehr“, sagt Mahl."
    quote = "Wir fangen nichts mehr"
    found = settle(text, [(quote, None, (), "direct"), (f"{quote}@2", "Mahl", ("sagt",), "direct")])
    assert found == [("Mahl", []), ("Mahl", [])]


def test_what_goes_on_follows_the_new_speaker() -> None:
    text = "„Es brennt“, zitierte der »Uferbote« einen Lotsen. Alle seien wohlauf."
    outlet = "der »Uferbote«"
    told: list[Told] = [
        ("Es brennt", outlet, ("zitierte",), "direct"),
        ("Alle seien wohlauf", outlet, (), "indirect_free_indirect"),
    ]
    assert settle(text, told) == [("einen Lotsen", [outlet])] * 2


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 9)), max_size=4))
def test_settling_never_fails(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(s, min(len(text), s + n)) for s, n in places if s < len(text)]
    statements = [Statement("a", (s,), "direct", speaker=Party((s,)), cue=(s,)) for s in spans]
    found = settle_speakers(text, statements, sentences(text, GERMAN), GERMAN)
    assert [each.statement.quote for each in found] == [s.quote for s in statements]


def test_a_word_that_opens_the_sentence_is_no_speaker() -> None:
    text = (
        "Zuvor hatte der Ruderclub unter Berufung auf ein Papier der Kämmerei erklärt, das "
        "Bootshaus werde verkauft."
    )
    told: list[Told] = [
        ("das Bootshaus werde verkauft", "der Ruderclub", ("hatte", "erklärt"), "indirect")
    ]
    assert settle(text, told) == [("der Ruderclub", [])]
