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
    # what the content tells where the verb is neutral
    ("denies", "[„Es gibt keine zweite Kasse“], {sagte} sie."),
    ("asserts", "[„Es gibt keinen Grund zur Sorge“], {sagte} sie."),
    ("asserts", "{Laut} Polizei [gibt es keine Verletzten]."),
    ("denies", "[„Das Ganze ist ein Märchen“], {sagte} der Wirt."),
    ("asserts", "[„Das Fass, das niemand vermisst hatte, lag im Hof“], {sagte} der Wirt."),
    ("demands", "[„Gebt uns den Platz zurück“], {rief} sie."),
    ("demands", "[„Ich will eine Antwort“], {sagte} er."),
    ("asserts", "[„Ich will morgen in Ruhe frühstücken“], {sagte} er."),
    ("supposes", "[„Vielleicht war der Riegel offen“], {sagte} er."),
    ("asserts", "[Er habe sehr wohl geklingelt], {sagte} er."),
    ("asserts", "[Bei einem Abbruch müsse er alles zurückzahlen]."),
    ("asserts", "[Der Vertrag solle zwei Jahre gelten]."),
    ("asserts", "{Demnach} [sollen die Arbeiten im Mai beginnen]."),
    ("demands", "[Die Stadt muss jetzt handeln, und zwar schnell]."),
    ("announces", "[Seine Partei werde zustimmen]."),
    ("announces", "Sie {versicherte}, [niemand werde entlassen]."),
    ("demands", "[Man bitte um Geduld]."),
    ("supposes", "[Man befürchte einen Dammbruch]."),
    ("withholds", "[Ob das reiche, könne er nicht sagen]."),
    # verbs in their construction
    ("withholds", "Sie {lehnte} [eine Stellungnahme] {ab}."),
    ("rejects", "Sie {lehnte} [den Antrag] {ab}."),
    ("asserts", "Sie {widersprach}: [Der Zug sei pünktlich gewesen]."),
    ("denies", "Sie {widersprach} der Darstellung, [der Zug sei verspätet gewesen]."),
    ("denies", "{hat} [die Meldung dementiert]"),
    ("supposes", "Er {rechnet damit}, [dass der Pegel fällt]."),
    ("rejects", "Sie {erkannte} [das Ergebnis] {nicht an}."),
    ("asserts", "Er {gab} laut Bericht {an}, [er sei gegangen]."),
    ("asserts", "Die Firma {erklärte auf Anfrage}, [es sei ruhig]."),
    ("demands", "[Er bat die Gäste, leise zu sein]."),
    ("denies", "[Ein solches Papier kenne sie nicht], {sagte} sie."),
    ("supposes", "[Vermutlich werde er noch steigen], {sagte} sie."),
    ("demands", "[Er soll endlich schlafen]."),
    ("asserts", "[Die Ausstellung solle im Mai erscheinen]."),
    ("asserts", "[Kunst dürfe irren]."),
    ("asserts", "[„Erst denken, dann graben“], {pflegte} er {zu sagen}."),
    ("supposes", "Sie {schließt} einen Brand {nicht aus}: [ein Kabel sei locker]."),
    ("demands", "Er {dringt} {auf} [eine Prüfung]."),
    ("announces", "Sie {sichert} [Hilfe] {zu}."),
    ("withholds", "Er {verweigerte} [die] {Auskunft}."),
]

# stances before in the same paragraph → stance of the next sentence
FURTHER = [
    (("denies",), "direct", "[„Ich habe niemandem etwas verkauft“]", "denies"),
    (("asserts",), "direct", "[„Ich habe niemandem etwas verkauft“]", "asserts"),
    (("denies",), "direct", "[„Kein Mensch ist vollkommen“]", "asserts"),
    (("demands",), "free_indirect", "[Die Akten sollen auf den Tisch]", "demands"),
    ((), "free_indirect", "[Der Wagen soll rot gewesen sein]", "asserts"),
    (("announces",), "free_indirect", "[Die zweite Halle soll im Herbst folgen]", "announces"),
]


@pytest.mark.parametrize(("stance", "marked"), CASES)
def test_stance_follows_the_construction(stance: str, marked: str) -> None:
    text, quote, cue = read(marked)
    kind = "direct" if "„" in marked else "reported" if marked.startswith("{hat") else "indirect"
    statement = Statement("a", quote, kind, cue=cue)
    assert find_stance(text, statement, GERMAN) == stance


@pytest.mark.parametrize(("before", "kind", "marked", "stance"), FURTHER)
def test_a_sentence_goes_on_with_the_one_before(
    before: tuple[str, ...], kind: str, marked: str, stance: str
) -> None:
    text, quote, _ = read(marked)
    statement = Statement("a", quote, kind)
    assert find_stance(text, statement, GERMAN, before=before) == stance


def test_a_cue_of_another_sentence_decides_nothing() -> None:
    text, quote, cue = read("Berg {bestritt} das. [Er sei durchaus da gewesen].")
    statement = Statement("a", quote, "indirect_free_indirect", cue=cue)
    assert find_stance(text, statement, GERMAN) == "asserts"


def test_the_preposition_of_a_verb_may_stand_in_the_content() -> None:
    text, quote, cue = read("Sie {rechnete} [mit Verlusten].")
    statement = Statement("a", quote, "reported", cue=cue)
    assert find_stance(text, statement, GERMAN) == "supposes"


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
