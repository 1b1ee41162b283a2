"""What is mended before statements are made: occasions, handed-on words, silences."""

import pytest

from zufolge.annotate.drafts import Draft, mend
from zufolge.annotate.roles import Reading
from zufolge.annotate.sentences import sentences
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Spans

ROLES = ("speaker", "cue", "frame", "addressee", "channel", "distance", "origin", "relay")

# text → quote, speaker and cue of the statement that is added
SILENCES = [
    ("Nähere Angaben machte sie nicht.", ("Nähere Angaben", "sie", ["machte", "nicht"])),
    (
        "Einzelheiten zum Hergang nannte der Sprecher zunächst nicht.",
        ("Einzelheiten zum Hergang", "der Sprecher", ["nannte", "nicht"]),
    ),
    (
        "Zur Höhe des Schadens machte die Polizei keine Angaben.",
        ("Zur Höhe des Schadens", "die Polizei", ["machte", "keine Angaben"]),
    ),
    (
        "Über den Zustand der Brücke machte das Amt nur vage Angaben.",
        ("Über den Zustand der Brücke", "das Amt", ["machte", "nur vage Angaben"]),
    ),
    ("Dazu äußerte sich der Verein nicht.", ("Dazu", "der Verein", ["äußerte", "nicht"])),
]
DENIALS = [
    ("Das bestreitet die Reederei.", ("Das", "die Reederei", ["bestreitet"])),
    (
        "Den Bericht des Senders »Küste« wies sie am Rande der Messe zurück.",
        ("Den Bericht des Senders »Küste«", "sie", ["wies", "zurück"]),
    ),
    (
        "Die Vorwürfe der Anwohner dementierte Wirt Jan Ohlsen am Abend.",
        ("Die Vorwürfe der Anwohner", "Wirt Jan Ohlsen", ["dementierte"]),
    ),
    ("Die Werft streitet das ab.", ("das", "Die Werft", ["streitet", "ab"])),
    ("Er bestritt das am Montag.", ("das", "Er", ["bestritt"])),
]
SPEAKING = [
    "Nähere Angaben machte sie später.",
    "Der Sprecher machte einen Spaziergang.",
    "Zur Eröffnung machte die Kapelle Musik.",
    "Die Meldung wies den Weg.",
    "Das stritt er ab, sagte der Wirt.",
]


@pytest.mark.parametrize(("text", "expected"), [*SILENCES, *DENIALS])
def test_what_is_kept_silent_or_denied_is_a_statement(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    (draft,) = mend(text, [], sentences(text, GERMAN), GERMAN)
    found = (
        draft.quote[0].of(text),
        draft.roles["speaker"][0].of(text),
        [span.of(text) for span in draft.roles["cue"]],
    )
    assert found == expected
    assert draft.type == "reported"


@pytest.mark.parametrize("text", SPEAKING)
def test_other_sentences_are_none(text: str) -> None:
    assert mend(text, [], sentences(text, GERMAN), GERMAN) == []


def test_a_silence_that_the_model_found_is_not_added_again() -> None:
    text = "Nähere Angaben machte sie nicht."
    found = [draft(text, ["Nähere Angaben"], cue=["machte", "nicht"])]
    assert mend(text, found, sentences(text, GERMAN), GERMAN) == found


def test_an_occasion_is_no_content() -> None:
    text = "„Es reicht“, sagte sie einem Blatt zufolge bei einer Rede im Kreistag."
    found = [
        draft(text, ["Es reicht"], kind="direct", cue=["sagte"], speaker=["sie"]),
        draft(text, ["bei einer Rede im Kreistag"], cue=["zufolge"]),
    ]
    assert mend(text, found, sentences(text, GERMAN), GERMAN) == found[:1]


def test_a_noun_phrase_that_stands_alone_stays() -> None:
    text = "Sie sprach vom Treffen."
    found = [draft(text, ["vom Treffen"], kind="reported", cue=["sprach"], speaker=["Sie"])]
    assert mend(text, found, sentences(text, GERMAN), GERMAN) == found


def test_a_report_reaches_over_the_words_it_hands_on() -> None:
    text = "Eine Wirtin erzählte, Berg habe ihr am Telefon gesagt: „Ich komme nicht.“"
    found = [
        draft(text, ["Berg habe ihr am Telefon gesagt"], cue=["erzählte"], speaker=["Eine Wirtin"]),
        draft(
            text,
            ["Ich komme nicht"],
            kind="direct",
            cue=["erzählte", "gesagt"],
            speaker=["Eine Wirtin"],
        ),
    ]
    outer, inner = mend(text, found, sentences(text, GERMAN), GERMAN)
    assert [q.of(text) for q in outer.quote] == [
        "Berg habe ihr am Telefon gesagt: „Ich komme nicht.“"
    ]
    assert [cue.of(text) for cue in inner.roles["cue"]] == ["gesagt"]
    assert [span.of(text) for span in inner.roles["speaker"]] == ["Berg"]
    assert outer.roles["speaker"] == found[0].roles["speaker"]


def draft(
    text: str,
    quote: list[str],
    *,
    kind: str = "indirect",
    cue: list[str] | None = None,
    speaker: list[str] | None = None,
) -> Draft:
    roles: dict[str, Spans] = dict.fromkeys(ROLES, ())
    roles["cue"], roles["speaker"] = place(text, cue or []), place(text, speaker or [])
    reading = Reading(roles, kind, "speech", "asserts", 0.5)
    return Draft(place(text, quote), roles, kind, reading, 0.9)


def place(text: str, words: list[str]) -> Spans:
    starts = [text.index(word) for word in words]
    return tuple(Span(at, at + len(word)) for at, word in zip(starts, words, strict=True))


REPORT = "Der Stab sprach von zwölf Angriffen."


@pytest.mark.parametrize(
    ("following", "quote", "cue"),
    [
        (" Die Kämpfe dauern demnach an.", "Die Kämpfe dauern demnach an", "demnach"),
        (" Demnach brennt ein Lager.", "brennt ein Lager", "Demnach"),
    ],
)
def test_a_sentence_with_accordingly_goes_on(following: str, quote: str, cue: str) -> None:
    text = REPORT + following
    found = [draft(text, ["zwölf Angriffen"], speaker=["Der Stab"], cue=["sprach von"])]
    *_, last = mend(text, found, sentences(text, GERMAN), GERMAN)
    assert (last.quote[0].of(text), last.roles["cue"][0].of(text)) == (quote, cue)
    assert last.roles["speaker"] == found[0].roles["speaker"]
    # Nobody to go on with in this paragraph.
    alone = following.strip()
    assert mend(alone, [], sentences(alone, GERMAN), GERMAN) == []
    apart = REPORT + "\n\n" + alone
    assert len(mend(apart, found, sentences(apart, GERMAN), GERMAN)) == 1


def test_a_sentence_with_accordingly_goes_on_after_a_silence() -> None:
    text = "Zur Lage am Deich machte die Wehr nur vage Angaben. Das Wasser steigt demnach weiter."
    silence, last = mend(text, [], sentences(text, GERMAN), GERMAN)
    assert [each.quote[0].of(text) for each in (silence, last)] == [
        "Zur Lage am Deich",
        "Das Wasser steigt demnach weiter",
    ]
    assert last.roles["speaker"] == silence.roles["speaker"]


def test_a_particle_of_the_next_sentence_is_no_cue() -> None:
    text = "Über die Lage machte der Stab nur vage Angaben. Der Regen hält an."
    found = [
        draft(
            text,
            ["Über die Lage"],
            speaker=["der Stab"],
            cue=["machte", "nur vage Angaben", "an"],
        )
    ]
    (mended,) = mend(text, found, sentences(text, GERMAN), GERMAN)
    assert [span.of(text) for span in mended.roles["cue"]] == ["machte", "nur vage Angaben"]


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Das Blatt beruft sich auf ein Protokoll.", ["beruft sich auf"], False),
        ("Sie bezog sich auf ein Protokoll.", ["bezog sich auf"], False),
        ("Der Minister stützte sich dabei auf ein Protokoll.", ["stützte sich dabei auf"], False),
        ("Der Minister verwies auf ein Protokoll.", ["verwies auf"], True),
    ],
)
def test_what_somebody_relies_on_is_a_link_and_no_content(
    text: str, cue: list[str], kept: bool
) -> None:
    found = [draft(text, ["ein Protokoll"], kind="reported", cue=cue)]
    assert bool(mend(text, found, sentences(text, GERMAN), GERMAN)) is kept
