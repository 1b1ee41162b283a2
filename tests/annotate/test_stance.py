import re

import pytest

from zufolge.annotate.stance import find_stance
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Statement

# [quote], {cue}
CASES = [
    ("asserts", "Er {sagte}, [der Deich halte]."),
    ("asserts", "{Laut} Bericht [sank der Pegel]."),
    ("denies", "Sie {wies} [den Vorwurf der Untreue] {zurück}."),
    ("denies", "Die Firma {bestritt}, [dass Gift ausgetreten sei]."),
    ("denies", "Er {nannte} [den Bericht „frei erfunden“]."),
    ("denies", "[Einen solchen Plan gebe es nicht], {entgegnete} sie."),
    ("rejects", "Sie {wies} [das Angebot der Bank] {zurück}."),
    ("rejects", "Er {schloss} [einen Rücktritt] {aus}."),
    ("rejects", "[Dem Vorschlag] {erteilte} er {eine Absage}."),
    ("supposes", "Er {wollte} [einen Anschlag] {nicht ausschließen}."),
    ("supposes", "Sie {bezweifelte}, [dass das Geld reicht]."),
    ("demands", "Der Verband {fordert} [mehr Züge]."),
    ("demands", "Sie {rief} alle {auf}, [zu Hause zu bleiben]."),
    ("announces", "Er {kündigte} [eine Prüfung] {an}."),
    ("announces", "Sie {drohte} [mit einer Klage]."),
    ("asks", "[Wer bezahlt das?], {wollte} sie {wissen}."),
    ("asks", "{Er}: [„Wie lange noch?]“"),
    ("withholds", "[Nähere Angaben] {machte} er nicht; er {schwieg}."),
    ("withholds", "Sie {bestätigte} [das] nicht."),
    ("withholds", "Sie {wollte} [die Zahl] {weder bestätigen noch dementieren}."),
    ("withholds", "[Ob jemand verletzt wurde], {ließ} er {offen}."),
    ("asserts", "Er {will wissen}, [dass der Vertrag steht]."),
    ("demands", "[Die Stadt solle die Brücke sperren]."),
    ("announces", "[Man werde Beschwerde einlegen]."),
]


@pytest.mark.parametrize(("stance", "marked"), CASES)
def test_stance_follows_the_construction(stance: str, marked: str) -> None:
    text, quote, cue = read(marked)
    statement = Statement("a", quote, "indirect", cue=cue)
    assert find_stance(text, statement, GERMAN) == stance


def test_a_continuation_keeps_the_stance() -> None:
    text = "Der Pegel falle."
    statement = Statement("a", (Span(0, 15),), "indirect_free_indirect")
    assert find_stance(text, statement, GERMAN, inherited="supposes") == "supposes"


def read(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    text, quote, cue = "", [], []
    for piece in re.split(r"(\[[^\]]*\]|\{[^}]*\})", marked):
        inside = piece[1:-1] if piece[:1] in ("[", "{") else piece
        span = Span(len(text), len(text) + len(inside))
        quote += [span] if piece.startswith("[") else []
        cue += [span] if piece.startswith("{") else []
        text += inside
    return text, tuple(quote), tuple(cue)
