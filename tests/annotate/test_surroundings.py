"""Channel, addressee and words of distance around a statement."""

import re

import pytest

from zufolge.annotate.distance import find_distance
from zufolge.annotate.sentences import sentences
from zufolge.annotate.surroundings import complete_surroundings
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Spans

# [quote], {cue}, <speaker>, |what the model marked as channel|, ~as addressee~; then what is right
CHANNELS = [
    (
        "{Sagte} <er> bei einer Rede im Senat von Torgau: [Es gehe voran].",
        "bei einer Rede im Senat",
    ),
    ("[Es gehe voran], {schrieb} <sie> auf |Telegram|.", "Telegram"),
    ("[Es gehe voran], {schrieb} <sie> am Freitag auf X.", "X"),
    (
        "<Er> {schrieb} auf |seinem sozialen| Netzwerk Blue Harbor, [es gehe voran].",
        "auf seinem sozialen Netzwerk Blue Harbor",
    ),
    ("[Er bleibe], {sagte} <er> |bei einem Besuch in| Bad Sulza.", "bei einem Besuch in Bad Sulza"),
    ("[Es gehe voran], {sagte} <er> im Podcast »Hinterm Deich«.", "im Podcast »Hinterm Deich«"),
    ("[Es gehe voran], {sagte} <sie> vor Journalisten.", "vor Journalisten"),
    ("<Er> {ließ} über seinen Anwalt {ausrichten}, [er komme nicht].", "über seinen Anwalt"),
    ("<Sie> {bestätigte} [das] per Kurznachricht.", "per Kurznachricht"),
    (
        "In der Sondersitzung des Kreistags {lehnte} <sie> [den Plan] {ab}.",
        "In der Sondersitzung des Kreistags",
    ),
    ("<Er> habe hinter verschlossenen Türen {gesagt}, [er gehe].", "hinter verschlossenen Türen"),
    ("[Es gehe voran], {sagte} <der Verein> |mit Sitz in| Rostock.", ""),
    ("[Es gehe voran], {sagte} <er> am Montag |in Mainz|.", ""),
    ("<Die Zeitung> {berichtete} unter Berufung |auf das Protokoll|, [es sei spät].", ""),
    ("<Sie> {rief} in den Saal: [Es gehe voran].", ""),
    ("<Er> {stützte sich} auf ein Protokoll: [Es gehe voran].", ""),
    ("<Sie> {warnte} vor der Presse: [Alles sei bekannt].", ""),
    ("<Er>, der seinen Namen nicht in der Zeitung lesen will, {erzählte}, [es sei laut].", ""),
    ("In Essen {sagte} <er>, [es gehe voran].", ""),
    ("[Es gehe voran], {sagte} <sie>. In der Sitzung fiel das nicht.", ""),
]
ADDRESSEES = [
    ("<Er> habe ihm {gesagt}, [es gehe voran].", "ihm"),
    ("<Er> habe ihr Auto {gelobt}: [Es fahre gut].", ""),
    ("[Es gehe voran], {sagte} <sie> dem Sender |Radio| Ostsee.", "dem Sender Radio Ostsee"),
    (
        "[Es gehe voran], {sagte} <sie> der ~Nachrichtenagentur Küstendienst~.",
        "der Nachrichtenagentur Küstendienst",
    ),
    ('[Es gehe voran], {sagte} <sie> ~dem "~Tagesboten".', 'dem "Tagesboten"'),
    ("<Sie> {rief} |den Reportern| {zu}: [Weg da!]", "den Reportern"),
    ("<Sie> {wollte} von der Stadt {wissen}, [wer zahlt].", "von der Stadt"),
    ("<Er> {schrieb} in einem Brief an die Eltern, [die Schule schließe].", "an die Eltern"),
    ("<Sie> {rief} ~alle Seiten~ zur Ruhe {auf}: [Man solle warten].", "alle Seiten"),
    ("[Es gehe voran], {sagte} <er> ~dem Blatt~ zufolge.", ""),
    ("[Es gehe voran], {sagte} <er>, wie ~der Sender~ {meldete}.", ""),
    (
        "[Es gehe voran], {sagte} <sie> im Gespräch mit dem Sender Nordwelle.",
        "dem Sender Nordwelle",
    ),
    ("<Er> {bestritt} [das] gegenüber der Agentur Nordwelle.", "gegenüber der Agentur Nordwelle"),
    (
        "[Es gehe voran], {plauderte} <er> der Agentur Nordwelle gegenüber {aus}.",
        "der Agentur Nordwelle",
    ),
    ("[Es gehe voran], {sagte} <sie> Journalisten in Torgau.", "Journalisten"),
    ("<Sie> {bat} die Gäste, [leise zu sein].", "die Gäste"),
    ("<Sie> {bat} um die Schlüssel: [Es eile].", ""),
    ("{So heißt es} unter ~Diplomaten~: [Es gehe voran].", ""),
    ("[Es gehe voran], {sagte} <sie> im ~Radiosender Nordwelle~.", ""),
]
DISTANCES = [
    ("[Angeblich war die Tür offen].", False, ["Angeblich"]),
    ("[Der mutmaßliche Täter schweigt], {teilte} <sie> {mit}.", False, ["mutmaßliche"]),
    ("[„Der sogenannte Retter lügt“], {sagte} <sie>.", True, []),
    ("[Der Fahrer soll geflohen sein].", False, ["soll"]),
    ("<Sie> {wies} einen Bericht {zurück}, wonach [sie gedrängt haben soll].", False, ["soll"]),
    ("[Er soll dem], {so heißt es}, [zugestimmt haben].", False, ["soll"]),
    ("[Die Ablöse soll drei Millionen Euro betragen].", False, ["soll"]),
    ("[Die Brücke soll gesperrt werden].", False, []),
    ("[Die Stadt solle zahlen], {sagte} <er>.", False, []),
    ("<Zeugen> {wollen} [einen Knall gehört haben].", False, ["wollen"]),
    ("<Er> {will} [die Halle bauen].", False, []),
]
_ROLES = {"[": "quote", "{": "cue", "<": "speaker", "|": "channel", "~": "addressee"}
_MARKED = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>|\|[^|]*\||~[^~]*~")


@pytest.mark.parametrize(("marked", "channel"), CHANNELS)
def test_a_channel_is_a_whole_phrase(marked: str, channel: str) -> None:
    text, roles = read(marked)
    assert [span.of(text) for span in completed(text, roles)["channel"]] == [channel][
        : bool(channel)
    ]


@pytest.mark.parametrize(("marked", "addressee"), ADDRESSEES)
def test_an_addressee_is_told_by_its_case(marked: str, addressee: str) -> None:
    text, roles = read(marked)
    found = completed(text, roles)["addressee"]
    assert [span.of(text) for span in found] == [addressee][: bool(addressee)]


@pytest.mark.parametrize(("marked", "direct", "words"), DISTANCES)
def test_distance_is_hearsay_not_duty(marked: str, direct: bool, words: list[str]) -> None:
    text, roles = read(marked)
    found = find_distance(
        text,
        roles["quote"],
        roles,
        direct=direct,
        sentences=sentences(text, GERMAN),
        language=GERMAN,
    )
    assert [span.of(text) for span in found] == words


def test_the_body_behind_a_document_speaks() -> None:
    text, roles = read("[Es gehe voran], {hieß es} in einer <Mitteilung des Vereins>.")
    found = completed(text, roles)
    assert [span.of(text) for span in found["channel"]] == ["in einer Mitteilung"]
    assert [span.of(text) for span in found["speaker"]] == ["des Vereins"]


def test_nothing_is_said_without_words_of_saying() -> None:
    text, roles = read("[Es gehe voran]. |Im Senat| blieb es ruhig.")
    assert completed(text, roles)["channel"] == ()


def completed(text: str, roles: dict[str, Spans]) -> dict[str, Spans]:
    quotes = roles["quote"]
    return complete_surroundings(text, roles, quotes, sentences(text, GERMAN), GERMAN)


def read(marked: str) -> tuple[str, dict[str, Spans]]:
    text, last = "", 0
    roles: dict[str, Spans] = dict.fromkeys((*_ROLES.values(), "frame", "distance"), ())
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        inside = match.group()[1:-1]
        span = Span(len(text), len(text) + len(inside))
        roles[_ROLES[match.group()[0]]] += (span,)
        text, last = text + inside, match.end()
    return text + marked[last:], roles
