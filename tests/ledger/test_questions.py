from collections.abc import Iterator

import pytest

from tests.ledger.story import AGENCY, RELATIONS, REPRINT, RIVAL, STORY, Told, made
from zufolge.errors import LedgerError
from zufolge.ledger import Filter, Ledger
from zufolge.relation import Relation


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as opened:
        for report in STORY:
            opened.add(report, ())
        opened.relate(RELATIONS)
        yield opened


def test_who_tells_the_statements_of_one_actor_over_time(ledger: Ledger) -> None:
    found = ledger.who("Jule Brandt")
    assert [(each.source, each.quote) for each in found] == [
        ("Vorpommern-Kurier", ("Zwei Schiffe sind", "ausgebrannt")),
        ("Kustnytt", ("In Stralsund seien am Dienstag zwei Schiffe ausgebrannt",)),
    ]
    first, second = found
    assert first.identity == second.identity
    assert (second.paragraph, second.said, second.happened) == (2, "2025-03-12", "2025-03-11")
    assert (second.places, second.stance, second.named) == (
        ("Stralsund",),
        "asserts",
        "Hafenkapitänin Jule Brandt",
    )
    assert first.chain == ("Jule Brandt", "Kustnytt")


@pytest.mark.parametrize("name", ["Brandt", "jule brandt", "BRANDT", "Jule Brandt "])
def test_a_name_is_found_in_any_form(ledger: Ledger, name: str) -> None:
    assert len(ledger.who(name)) == 2


def test_an_id_is_a_name(ledger: Ledger) -> None:
    [person] = ledger.actors("Brandt")
    for name in (person.identity, *(each.actor for each in person.members)):
        assert ledger.who(name) == ledger.who("Brandt")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Kleopatra", "nobody is called 'Kleopatra'"),
        ("Jule Brant", "nobody is called 'Jule Brant'; spelled like it: Jule Brandt"),
        ("Wessel", r"'Wessel' may be 2 actors: Anton Wessel \(Fischer, .*\(Reeder, .*; give an id"),
        ("", "nobody is called ''"),
    ],
)
def test_a_name_of_nobody_or_of_several_is_refused(ledger: Ledger, name: str, reason: str) -> None:
    with pytest.raises(LedgerError, match=reason):
        ledger.who(name)


def test_about_finds_by_words_and_by_meaning(ledger: Ledger) -> None:
    found = {" … ".join(each.hit.quote): each.found_by for each in ledger.about("zwei Schiffe")}
    assert found["Zwei Schiffe sind … ausgebrannt"] == "both"
    assert found["Es seien drei Schiffe verbrannt"] in ("both", "words")
    by_meaning = ledger.about("Brandstiftung im Hafen")
    assert "Das Feuer sei gelegt worden" in [" … ".join(each.hit.quote) for each in by_meaning]
    assert {each.found_by for each in by_meaning} == {"meaning"}


def test_about_ranks_its_hits(ledger: Ledger) -> None:
    scores = [each.score for each in ledger.about("Öl sei aus dem Schiff ausgelaufen")]
    assert scores == sorted(scores, reverse=True)
    assert ledger.about("Öl sei ausgelaufen")[0].hit.quote[0].lower().startswith(("öl", "dass öl"))


@pytest.mark.parametrize("text", ["", "   ", "der die das", '"', "AND OR NOT", "a*(b", "🦭"])
def test_about_takes_any_text(ledger: Ledger, text: str) -> None:
    assert len(ledger.about(text)) <= 20


def test_disputes_are_pairs_of_groups(ledger: Ledger) -> None:
    found = ledger.disputes()
    assert [(each.kind, each.relations) for each in found] == [
        ("contradicts", 1),
        ("differs", 2),
        ("denies", 1),
    ]
    differs = found[1]
    assert (differs.score, differs.reason) == (0.85, "zwei ≠ drei")
    assert differs.left.shown.statement == AGENCY.statements[0].id
    assert (differs.left.statements, differs.left.articles) == (2, 2)
    assert differs.left.origins == ("Jule Brandt",)
    assert differs.right.shown.statement == RIVAL.statements[0].id
    assert differs.right.origins == ("Nils Oggersin",)


def test_disputes_of_one_kind(ledger: Ledger) -> None:
    [denial] = ledger.disputes(kind="denies")
    assert denial.left.shown.speaker == "Anton Wessel"
    assert denial.left.shown.quote == ("dass Öl ausgelaufen sei",)
    with pytest.raises(LedgerError, match="there is no kind 'same'; expected one of denies, "):
        ledger.disputes(kind="same")


def test_pages_follow_each_other(ledger: Ledger) -> None:
    whole = [*ledger.disputes()]
    assert [ledger.disputes(limit=1, offset=n)[0] for n in range(3)] == whole
    moments = [*ledger.timeline()]
    assert [*ledger.timeline(limit=4), *ledger.timeline(limit=99, offset=4)] == moments


def test_reprints_are_one_origin_and_shown_as_one(ledger: Ledger) -> None:
    [group] = ledger.origins()
    assert (group.count, group.origins) == (1, ("Jule Brandt",))
    assert (group.statements, group.articles) == (2, 2)
    [printing] = group.printings
    assert printing.shown.statement == AGENCY.statements[0].id
    assert (printing.reprints, printing.reprinted_by) == (1, ("Vorpommern-Kurier",))


def test_origins_of_what_is_asked_about(ledger: Ledger) -> None:
    groups = ledger.origins("verbrannte Schiffe")
    assert {group.statements for group in groups} == {1, 2}
    assert REPRINT.statements[0].id not in [group.shown.statement for group in groups]


def test_the_timeline_is_sorted_by_the_earliest_day_then_by_the_latest(ledger: Ledger) -> None:
    found = [(each.clock, each.date, each.earliest, each.latest) for each in ledger.timeline()]
    assert found[:3] == [
        ("published", "2025-03", "2025-03-01", "2025-03-31"),
        ("happened", "2025-03-11", "2025-03-11", "2025-03-11"),
        ("published", "2025-03-12", "2025-03-12", "2025-03-12"),
    ]
    assert ("said", "2025-03-13/..", "2025-03-13", None) in found
    assert len(found) == 11


@pytest.mark.parametrize(("clock", "size"), [("happened", 1), ("said", 2), ("published", 11)])
def test_a_timeline_of_one_clock(ledger: Ledger, clock: str, size: int) -> None:
    found = ledger.timeline(clock=clock)
    assert {each.clock for each in found} == {clock}
    assert len(found) == size


FILTERS = [
    (Filter(source="nordblatt"), 4),
    (Filter(stance="denies"), 1),
    (Filter(place="stralsund"), 1),
    (Filter(place="DE"), 1),
    (Filter(place="Rostock"), 0),
    (Filter(actor="Oggersin"), 2),
    (Filter(actor="Oggersin", source="Kustnytt"), 0),
    # A month may be any of its days.
    (Filter(since="2025-03-31"), 5),
    (Filter(until="2025-03-01"), 1),
    (Filter(since="2025-03-13", until="2025-03-31"), 4),
    (Filter(since="2026"), 0),
    # Another clock; what has no such date is left out.
    (Filter(since="2025-03-11", until="2025-03-11", clock="happened"), 1),
    (Filter(since="2025-03-20", clock="said"), 1),
]


@pytest.mark.parametrize(("wanted", "size"), FILTERS)
def test_filters(ledger: Ledger, wanted: Filter, size: int) -> None:
    found = {each.event.statement for each in ledger.timeline(wanted)}
    assert len(found) == size
    for hit in ledger.about("Schiffe", wanted):
        assert hit.hit.statement in found
    for dispute in ledger.disputes(wanted):
        assert {dispute.left.shown.statement, dispute.right.shown.statement} & found or size
    if size == 0:
        assert not ledger.disputes(wanted)
        assert not ledger.origins(wanted=wanted)


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (Filter(since="gestern"), "since 'gestern' is no date; expected 2025, 2025-03 or"),
        (Filter(stance="lies"), "there is no stance 'lies'; expected one of asserts, "),
        (Filter(clock="noon"), "there is no clock 'noon'; expected one of published, "),
        (Filter(actor="Kleopatra"), "nobody is called 'Kleopatra'"),
    ],
)
def test_what_no_statement_can_be_like_is_refused(
    ledger: Ledger, wanted: Filter, reason: str
) -> None:
    for ask in (ledger.timeline, ledger.disputes):
        with pytest.raises(LedgerError, match=reason):
            ask(wanted)


def test_an_empty_ledger_has_no_answers() -> None:
    with Ledger(":memory:") as empty:
        answers = (empty.about("x"), empty.disputes(), empty.origins(), empty.timeline())
        assert [len(each) for each in answers] == [0, 0, 0, 0]
        assert not empty.actors()
        assert not empty.proposals()


def test_a_body_and_whoever_speaks_for_it_are_one_origin() -> None:
    quote = "Der Deich halte"
    body = made(
        f"{quote}, teilte das Landesamt Elbe mit.",
        "Elbbote",
        "2025-06-01",
        {"Landesamt Elbe": ("das Landesamt Elbe", "office")},
        Told(quote, "das Landesamt Elbe"),
    )
    speaker = made(
        f"{quote}, sagte die Sprecherin des Landesamts Elbe, Ida Lund.",
        "Nordblatt",
        "2025-06-02",
        {"Ida Lund": ("Ida Lund", "person")},
        Told(quote, "Ida Lund"),
    )
    mayor = made(
        f"{quote}, sagte Bürgermeister Jan Wilk.",
        "Kurier",
        "2025-06-03",
        {"Jan Wilk": ("Bürgermeister Jan Wilk", "person")},
        Told(quote, "Bürgermeister Jan Wilk"),
    )
    with Ledger(":memory:") as ledger:
        for report in (body, speaker, mayor):
            ledger.add(report, ())
        first, second, third = (each.statements[0].id for each in (body, speaker, mayor))
        ledger.relate([Relation(first, "same", other, "text", 1.0) for other in (second, third)])
        [group] = ledger.origins()
        assert (group.statements, group.count) == (3, 2)
        assert group.origins == ("Landesamt Elbe", "Jan Wilk")
        # The view compares names only, and its page says so.
        assert ledger.connection.execute("SELECT origins FROM origins").get == 3


def test_reprints_and_equal_names_are_no_further_origins() -> None:
    quote = "Der Brand sei gelöscht"
    printed = [
        made(
            f"{quote}, teilte die Feuerwehr mit.",
            source,
            "2025-06-01",
            {"Feuerwehr": ("die Feuerwehr", "office")},
            Told(quote, "die Feuerwehr"),
        )
        for source in ("Elbbote", "Nordblatt")
    ]
    other = made(
        f"{quote}, sagte Bürgermeister Jan Wilk.",
        "Kurier",
        "2025-06-03",
        {"Jan Wilk": ("Bürgermeister Jan Wilk", "person")},
        Told(quote, "Bürgermeister Jan Wilk"),
    )
    with Ledger(":memory:") as ledger:
        for report in (*printed, other):
            ledger.add(report, ())
        first, second, third = (each.statements[0].id for each in (*printed, other))
        ledger.relate([Relation(first, "same", each, "text", 1.0) for each in (second, third)])
        assert ledger.origins()[0].origins == ("Feuerwehr", "Jan Wilk")
        view = "SELECT origins FROM origins"
        assert ledger.connection.execute(view).get == 2
        ledger.relate([Relation(third, "repeats", first, "passage", 1.0)])
        [group] = ledger.origins()
        assert (group.count, group.origins) == (1, ("Feuerwehr",))
        assert ledger.connection.execute(view).get == 1
