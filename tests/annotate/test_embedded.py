"""Reports inside of reports; [ ] stand around known quotations, { } around what is found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate import annotate, load
from zufolge.annotate.embedded import embedded
from zufolge.annotate.quotations import Quotation, Range
from zufolge.annotate.words import words
from zufolge.article import Article
from zufolge.languages import GERMAN


def marked(told: str, *, direct: bool = False) -> tuple[str, list[Quotation], list[str]]:
    """Return a text without its marks, its known quotations, and what is to be found."""
    text = re.sub(r"[\[\]{}]", "", told)
    opened: list[tuple[str, int]] = []
    known, found, place = list[Quotation](), list[str](), 0
    for sign in told:
        if sign in "[{":
            opened.append((sign, place))
        elif sign in "]}":
            mark, start = opened.pop()
            if mark == "{":
                found.append(text[start:place])
            else:
                known.append(
                    Quotation((_range(text, start, place),), "direct" if direct else "indirect", 1)
                )
        else:
            place += 1
    return text, known, found


def _range(text: str, start: int, end: int) -> Range:
    inside = [n for n, word in enumerate(words(text)) if start <= word.start and word.end <= end]
    return inside[0], inside[-1] + 1


def shown(text: str, known: list[Quotation]) -> list[str]:
    cut = words(text)
    found = embedded([word.of(text) for word in cut], known, GERMAN)
    ranges = [each.parts[0] for each in found]
    return [text[cut[start].start : cut[end - 1].end] for start, end in ranges]


@pytest.mark.parametrize(
    "told",
    [
        "[Schon im Mai habe der Beirat beim Land {eine neue Schleuse} gefordert], sagte sie.",
        "[Erst im Juli habe der Kreis dem Verein {rund 30.000 Euro} in Aussicht gestellt].",
        "[Die Kämmerin habe {das Fehlen der Belege} eingeräumt], hieß es.",
        "[Ein Imker habe das Amt angerufen und {auf eine Sperrung} gedrängt], heißt es im Rathaus.",
        "[Sie habe den Wirt noch am Abend {auf den Geruch} hingewiesen].",
        "[Sie habe gehört, [die Wirtin habe einem Gast zugesichert, {das Zimmer bleibe frei}]].",
        "[Der Kreis habe den Eltern zugesichert, {dass der Bus fahre}].",
        "[Ein Angler habe ihm erzählt, {so etwas habe er noch nie gesehen}].",
        "[Der Koch habe gefragt, {ob jemand den Schlüssel habe}; geantwortet habe keiner].",
        "Am Mittag hatte die Feuerwehr noch {sieben Verletzte} gemeldet.",
        "Der Verband, der zunächst {240 Betriebe} gemeldet hatte, berichtigte sich.",
        "Mehrere Sender hatten am Sonntag {von einem Leck} berichtet.",
        "Der Bund hatte {3,5 Millionen Euro in zwei Raten} angeboten.",
    ],
)
def test_a_report_in_the_perfect_is_found(told: str) -> None:
    text, known, expected = marked(told)
    assert shown(text, known) == expected


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("[Der Mann habe mit dem Rücken zur Wand gestanden].", id="no object"),
        pytest.param("[Sie habe ihm auf dem Markt zugesagt], man warte.", id="a place"),
        pytest.param("[Er habe nie Geld verlangt], sagte er.", id="a negation"),
        pytest.param("[Ein Sammler soll eine Million Euro geboten haben].", id="hearsay"),
        pytest.param("[Die Bahn habe vergangene Woche gemeldet], der Zug fahre.", id="a time"),
        pytest.param("[Sie hat ihren Rücktritt angeboten], erfuhr das Blatt.", id="a deed"),
        pytest.param("Die Stadt hat Hilfe zugesagt.", id="what the model is for"),
        pytest.param("[Der Rat habe [eine Schleuse] gefordert].", id="known"),
        pytest.param("[Er habe ein Boot verlangt, das keiner habe].", id="a relative clause"),
    ],
)
def test_what_is_no_report_or_known_is_left(told: str) -> None:
    text, known, _ = marked(told)
    assert "das keiner habe" not in shown(text, known)
    assert [each for each in shown(text, known) if each != "ein Boot"] == []


def test_in_words_that_are_quoted_the_indicative_reports() -> None:
    text, known, expected = marked(
        "»[Der Wirt hat mir gesagt, {das Boot sei leck}]«, sagt sie.", direct=True
    )
    assert shown(text, known) == expected


WORDS = ["Der", "Rat", "habe", "hatte", "gefordert", ",", ".", "eine", "Schleuse", "dass", "gesagt"]


@given(st.lists(st.sampled_from(WORDS)))
def test_what_is_found_lies_in_the_text_and_is_new(told: list[str]) -> None:
    known = [Quotation(((0, len(told)),), "indirect", 1)] if told else []
    for quotation, verb in embedded(told, known, GERMAN).items():
        [(start, end)] = quotation.parts
        assert 0 <= start < end <= len(told)
        assert end <= verb[0] or verb[1] <= start
        assert quotation not in known


def test_what_is_found_is_read_like_the_rest() -> None:
    text = (
        "Die Fähre nach Hallig Oog fährt wieder. Schon im Mai habe der Beirat vom Kreis eine neue "
        "Schleuse gefordert, sagte Bürgermeisterin Wiebke Harms am Montag."
    )
    [report] = annotate([Article(text, date="2025-06-02")], load())
    inner = next(
        each for each in report.statements if each.quote[0].of(text) == "eine neue Schleuse"
    )
    assert inner.speaker and inner.speaker.spans[0].of(text) == "der Beirat"
    assert [part.of(text) for part in inner.cue] == ["gefordert"]
    assert inner.stance == "demands"
    assert inner.nested_in in {each.id for each in report.statements}
