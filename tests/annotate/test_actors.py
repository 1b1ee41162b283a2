import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.actors import resolve_actors
from zufolge.annotate.actors.names import canonical_name
from zufolge.annotate.actors.phrases import parse_phrase
from zufolge.article import Article
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Party, Statement


def resolve(
    text: str, speakers: list[str], persons: tuple[str, ...] = (), bodies: tuple[str, ...] = ()
) -> list[str | None]:
    """Return the actor's name of each speaker; „sie@2“ is the second „sie“ of the text."""
    article = Article(text)
    names = [(find(text, name), "PER") for name in persons]
    names += [(find(text, name), "ORG") for name in bodies]
    statements = [
        Statement(article.id, (Span(i, i + 1),), "indirect", speaker=Party((find(text, speaker),)))
        for i, speaker in enumerate(speakers)
    ]
    found = resolve_actors(article, statements, names, GERMAN)
    by_id = {actor.id: actor.name for actor in found.actors}
    actors = [s.speaker.actor for s in found.statements if s.speaker]
    return [by_id[actor] if actor else None for actor in actors]


def find(text: str, word: str) -> Span:
    word, _, number = word.partition("@")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(word, start + 1)
    return Span(start, start + len(word))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("des russischen Verteidigungsministeriums", "russisches Verteidigungsministerium"),
        ("die norrländische Grenzwache", "norrländische Grenzwache"),
        ("Ministerin Ada Kolb", "Ada Kolb"),
        ("der frühere Verteidigungsminister Joris Kemp", "Joris Kemp"),
        ("einem westlichen Diplomaten", "ein westlicher Diplomat"),
        ("einem Laboranten", "ein Laborant"),
        ("einem Angeklagten", "ein Angeklagter"),
        ("mehreren Insidern", "mehrere Insider"),
        ("zwei Drechslern", "zwei Drechslern"),
        ("einige Drechsler", "einige Drechsler"),
        ("ein junger Drechsler", "ein junger Drechsler"),
        ("einem früheren Maschinisten", "ein früherer Maschinist"),
        ("einem der beiden Lotsen", "einer der beiden Lotsen"),
        ("Eine der Firmen", "eine der Firmen"),
        ("des Landkreises", "der Landkreis"),
        ("Regierungskreise", "Regierungskreise"),
        ("die Rheinpresse", "Rheinpresse"),
        ("der Anklageschrift", "Anklageschrift"),
        ("eine Sprecherin des Kreises", "eine Sprecherin des Kreises"),
        ("die Nachrichtenagentur Norrpress", "Norrpress"),
        ("das Magazin „Kaleidoskop“", "Kaleidoskop"),
        ("dem »Uferboten«", "Uferbote"),
        ("der »Neuen Harzer Zeitung«", "Neue Harzer Zeitung"),
        ("Regierungskreisen", "Regierungskreise"),
        ("die Zentrale Prüfkommission", "Zentrale Prüfkommission"),
        ("die Polizei", "die Polizei"),
        ("der Kreml", "Kreml"),
        ("ein mit dem Fall vertrauter Beamter", "ein mit dem Fall vertrauter Beamter"),
        ("Bayerns Innenministerium", "Bayerns Innenministerium"),
    ],
)
def test_names_are_nominative(phrase: str, name: str) -> None:
    assert canonical_name(parse_phrase(phrase, Span(0, len(phrase)), GERMAN), GERMAN) == name


def test_a_paper_has_no_lawyer() -> None:
    text = "Der Vertrag gelte, sagte Uwe Stein. Das stehe im Bericht, sagte sein Anwalt."
    speakers = ["Uwe Stein", "Bericht", "sein Anwalt"]
    assert resolve(text, speakers, ("Uwe Stein",)) == [
        *("Uwe Stein", "Bericht"),
        "Anwalt von Uwe Stein",
    ]


@pytest.mark.parametrize(
    ("speaker", "persons", "expected"),
    [
        ("Quasts Sprecherin Tina Holt", ("Quasts", "Tina Holt"), "Tina Holt"),
        ("Quasts Sprecherin", ("Quasts",), "Quasts Sprecherin"),
        ("Lotse Hans Sprecher", ("Hans Sprecher",), "Hans Sprecher"),
        ("Wirt Hannes Quasts Anwältin Ute Kurz", ("Hannes Quasts", "Ute Kurz"), "Ute Kurz"),
    ],
)
def test_whose_somebody_is_does_not_name_them(
    speaker: str, persons: tuple[str, ...], expected: str
) -> None:
    assert resolve(f"Man gehe, sagte {speaker}.", [speaker], persons) == [expected]


@pytest.mark.parametrize(
    ("text", "speakers", "persons", "bodies", "expected"),
    [
        # A word that opens a sentence, or a day, is nobody.
        ("Gestern hatte der Uferbote gemeldet", ["Gestern"], (), ("Gestern",), [None]),
        ("Pikant: Die Werft wusste es", ["Pikant"], ("Pikant",), (), [None]),
        ("die am Montag veröffentlichte Notiz", ["Montag"], (), ("Montag",), [None]),
        # A profession takes up the person named before.
        (
            "Museumsdirektor Paul Wirth schwieg. Das sagte der Kunsthistoriker gestern.",
            ["der Kunsthistoriker"],
            ("Paul Wirth",),
            (),
            ["Paul Wirth"],
        ),
        (
            "Zoll: Finanzministerin Ada Kolb warnte. Das sei teuer, sagte die SPD-Politikerin. "
            "Kolb blieb hart. Mehr wolle sie nicht sagen.",
            ["Finanzministerin Ada Kolb", "die SPD-Politikerin", "Kolb@2", "sie"],
            ("Ada Kolb", "Kolb@2"),
            (),
            ["Ada Kolb"] * 4,
        ),
        (
            # The pronoun stands before the name.
            "Man werde liefern, sagte er am Abend. Präsident Oleg Tarn sprach in Minsk.",
            ["er am"[:2], "Präsident Oleg Tarn"],
            ("Oleg Tarn",),
            (),
            ["Oleg Tarn", "Oleg Tarn"],
        ),
        (
            # A body is no „er“ across paragraphs; a person who follows is.
            "Der Generalstab schwieg.\nNein, sagte er im Rat. Präsident Oleg Tarn ging.",
            ["er im"[:2], "Präsident Oleg Tarn"],
            ("Oleg Tarn",),
            (),
            ["Oleg Tarn", "Oleg Tarn"],
        ),
        (
            # Gender decides, not distance.
            "Landrätin Mia Horn traf Trainer Jan Vogt (58). Sie dankte. Der 58-Jährige schwieg.",
            ["Sie", "Der 58-Jährige"],
            ("Mia Horn", "Jan Vogt"),
            (),
            ["Mia Horn", "Jan Vogt"],
        ),
        (
            # A body of the pronoun's own paragraph goes before a person of the one before.
            "Ministerin Mia Horn sprach im Landtag. Dazu schwieg sie.\n\nDas Schiff sei leck, "
            "meldete die Agentur Norrpress. Sie berief sich auf Taucher.",
            ["sie", "die Agentur Norrpress", "Sie"],
            ("Mia Horn",),
            ("Norrpress",),
            ["Mia Horn", "Norrpress", "Norrpress"],
        ),
        (
            "Der Autobauer Wendolin AG wächst, teilte die Wendolin AG mit. "
            "Das Unternehmen stellt ein.",
            ["die Wendolin AG", "Das Unternehmen"],
            (),
            ("Wendolin AG", "Wendolin AG@2"),
            ["Wendolin", "Wendolin"],
        ),
        (
            "Das Umweltministerium prüft das. Das Ministerium lehnte ab.",
            ["Das Umweltministerium", "Das Ministerium"],
            (),
            (),
            ["das Umweltministerium", "das Umweltministerium"],
        ),
        (
            "Anwalt Kai Brix klagte. Die Richterin Eva Moll vertagte. Der Jurist protestierte.",
            ["Der Jurist"],
            ("Kai Brix", "Eva Moll"),
            (),
            ["Kai Brix"],
        ),
        ("Es regnete lange. So etwas sagt man.", ["man"], (), (), [None]),
        ("Sonst kam niemand. Ja, rief er.", ["er."[:2]], (), (), [None]),
        (
            "Der Vermerk des Bauamts ist kurz. Gespart werde nichts, steht darin.",
            ["darin"],
            (),
            (),
            ["Vermerk des Bauamts"],
        ),
        (
            "Das Büro von Ada Kolb schwieg. Ein Sprecher verwies auf Montag.",
            ["Das Büro von Ada Kolb", "Ein Sprecher"],
            ("Ada Kolb",),
            (),
            ["Büro von Ada Kolb", "ein Sprecher"],
        ),
    ],
)
def test_speakers_are_resolved(
    text: str,
    speakers: list[str],
    persons: tuple[str, ...],
    bodies: tuple[str, ...],
    expected: list[str | None],
) -> None:
    located = [s if "@" in s or text.count(s) == 1 else word_of(text, s) for s in speakers]
    assert resolve(text, located, persons, bodies) == expected


def word_of(text: str, word: str) -> str:
    """Name the first occurrence of a word that is not part of another one."""
    padded = f" {text.replace('.', ' ').replace(',', ' ')} "
    whole = padded.index(f" {word} ")
    return f"{word}@{text.count(word, 0, whole) + 1}"


def test_a_capital_speaks_for_its_government() -> None:
    text = "Paris dementiert die Meldung."
    article = Article(text)
    statement = Statement(article.id, (Span(6, 28),), "reported", speaker=Party((Span(0, 5),)))
    found = resolve_actors(article, [statement], [(Span(0, 5), "LOC")], GERMAN)
    assert [(a.name, a.kind) for a in found.actors] == [("Regierung von Frankreich", "office")]


@given(st.text(alphabet='Der eAnwlKob„“"»«-,.(58) Zeitung', min_size=1, max_size=60), st.data())
def test_any_span_is_taken_apart(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    phrase = parse_phrase(text, Span(start, end), GERMAN)
    assert start <= phrase.span.start <= end
    assert phrase.name in text


@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 119), st.integers(1, 20))))
def test_resolving_never_fails_and_keeps_offsets(text: str, places: list[tuple[int, int]]) -> None:
    article = Article(text)
    spans = [Span(s, min(len(text), s + n)) for s, n in places if s < len(text)]
    statements = [Statement(article.id, (s,), "direct", speaker=Party((s,))) for s in spans]
    found = resolve_actors(article, statements, [(s, "PER") for s in spans[::2]], GERMAN)
    assert len(found.statements) == len(statements)
    for actor in found.actors:
        assert all(0 <= m.start <= m.end <= len(text) for m in actor.mentions)
