"""What is erased is gone from every byte of the file, and the chain still verifies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from tests.ledger.story import AGENCY, FOREIGN, LATER, RELATIONS, REPRINT, RIVAL, STORY, made
from zufolge.errors import LedgerError
from zufolge.ledger import Ledger
from zufolge.ledger.masking import black, mask, parts_of_names, whole_names

GROUNDS = {"reason": "Antrag nach Art. 17 DSGVO", "by": "ks"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hafen.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path) as opened:
        for report in STORY:
            opened.add(report, [])
        opened.relate(RELATIONS)
        yield opened


def raw(path: Path) -> bytes:
    """Return every byte that the ledger has on disk."""
    beside = (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))
    return b"".join(each.read_bytes() for each in beside if each.exists())


def test_an_erased_article_leaves_no_byte(ledger: Ledger, path: Path) -> None:
    words = ("Nils", "Oggersin", "verbrannt", "Feuerwehrsprecher", "oggersin", "feuerwehrspr")
    before = raw(path)
    assert [word for word in words if word.encode() not in before] == []
    done = ledger.redact_article(RIVAL.article.id, **GROUNDS)
    assert done.wiped
    assert done.articles == (RIVAL.article.id,)
    after = raw(path)
    assert [word for word in words if word.encode() in after] == []
    assert ledger.verify().erased == done.erased > len(RIVAL.statements)
    assert list(ledger.reports()) == [each for each in STORY if each != RIVAL]
    gone = {each.id for each in RIVAL.statements}
    kept = [r for r in RELATIONS if not {r.source, r.target} & gone]
    assert list(ledger.relations()) == kept
    tables = ("attributions", "claims", "vectors", "meanings", "quotes")
    for table in tables:
        count = ledger.connection.execute(f"SELECT count(*) FROM {table}").get
        assert count == sum(len(each.statements) for each in STORY if each != RIVAL)


def test_an_erased_article_does_not_come_back(ledger: Ledger) -> None:
    ledger.redact_article(RIVAL.article.id, **GROUNDS)
    assert ledger.knows(RIVAL.article.id)
    assert not ledger.add(RIVAL)
    with pytest.raises(LedgerError, match="there is no article"):
        ledger.report(RIVAL.article.id)
    with pytest.raises(LedgerError, match="there is no article"):
        ledger.redact_article(RIVAL.article.id, **GROUNDS)
    [event] = ledger.history(RIVAL.article.id)
    assert event.kind == "redaction"
    assert event.content is not None
    assert (event.content["reason"], event.content["by"]) == tuple(GROUNDS.values())


def test_a_redaction_is_sealed_like_everything_else(ledger: Ledger) -> None:
    before = ledger.verify()
    done = ledger.redact_article(FOREIGN.article.id, **GROUNDS)
    after = ledger.verify(seal=before.seal)
    assert (after.batches, after.entries) == (before.batches + 1, before.entries + 1)
    [content] = ledger.connection.execute("SELECT content FROM entries WHERE kind = 'redaction'")
    assert done.erased == len(
        ledger.connection.execute("SELECT rows FROM redactions").get.split(",")
    )
    assert "Lawrow" not in str(content)


def test_a_name_is_blacked_out_everywhere_and_the_rest_stays(ledger: Ledger, path: Path) -> None:
    ledger.fail("interview_jule-brandt.html", None, "Jule Brandt sprach nicht")
    ledger.judge(AGENCY.actors[0].id, REPRINT.actors[0].id, "merge", reason="Amt", by="ks")
    relations, failures = list(ledger.relations()), list(ledger.failures())
    done = ledger.redact_person("Jule Brandt", **GROUNDS)
    assert set(done.articles) == {AGENCY.article.id, REPRINT.article.id}
    after = raw(path)
    for word in ("Jule", "Brandt", "jule", "brandt"):
        assert word.encode() not in after
    assert ledger.verify().erased == done.erased
    stored = {report.article.id: report for report in ledger.reports()}
    assert len(stored) == len(STORY)
    first = stored[done.replacements[AGENCY.article.id]]
    text = AGENCY.article.text.replace("Jule Brandt", "████ ██████")
    assert first.article.text == text
    assert [actor.name for actor in first.actors] == ["████ ██████", "Kustnytt", "Anton Wessel"]
    assert [each.quote for each in first.statements] == [each.quote for each in AGENCY.statements]
    assert first.statements[0].speaker is not None
    assert first.statements[0].speaker.actor == first.actors[0].id
    assert first.statements[0].chain == (first.actors[0].id,)
    assert len(list(ledger.relations())) == len(relations)
    assert {r.kind for r in ledger.relations()} == {r.kind for r in relations}
    known = {each.id for report in stored.values() for each in report.statements}
    assert {id_ for r in ledger.relations() for id_ in (r.source, r.target)} <= known
    assert len(list(ledger.failures())) == len(failures)
    judged = ledger.connection.execute("SELECT subject, other FROM judgements").fetchall()
    second = stored[done.replacements[REPRINT.article.id]]
    assert judged == [(first.actors[0].id, second.actors[0].id)]
    assert not ledger.add(AGENCY)


def test_a_name_in_a_text_where_nobody_of_that_name_speaks_goes_as_a_whole(
    ledger: Ledger, path: Path
) -> None:
    text = "Im Mai trat Uwe Kraft zurück. Die Regel tritt in Kraft, teilte das Amt mit."
    ledger.add(made(text, "Bote", "2025-05", {}))
    ledger.redact_person("Uwe Kraft", **GROUNDS)
    texts = [report.article.text for report in ledger.reports()]
    assert text.replace("Uwe Kraft", "███ █████") in texts
    assert b"Uwe Kraft" not in raw(path)
    assert b"tritt in Kraft" in raw(path)


def test_somebody_who_is_only_written_about_can_be_redacted(ledger: Ledger) -> None:
    ledger.add(made("Zuletzt kam Edda Struve.", "Bote", "2025-05", {}))
    ledger.redact_person("Edda Struve", **GROUNDS)
    assert "Zuletzt kam ████ ██████." in [report.article.text for report in ledger.reports()]


@pytest.mark.parametrize(
    ("name", "reason", "told"),
    [
        ("Wilma Nirgends", "Antrag", "nothing stored names Wilma Nirgends"),
        ("Jule Brandt", "Frau Brandt will es", "must not tell the name"),
    ],
)
def test_what_cannot_be_redacted_is_said_and_changes_nothing(
    ledger: Ledger, name: str, reason: str, told: str
) -> None:
    before = ledger.verify()
    with pytest.raises(LedgerError, match=told):
        ledger.redact_person(name, reason=reason, by="ks")
    assert ledger.verify() == before


def test_a_redaction_that_others_hold_up_is_finished_at_the_next_opening(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zufolge.ledger.ledger._PATIENCE", 0)
    reader = apsw.Connection(str(path))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchall()
    assert not ledger.redact_article(LATER.article.id, **GROUNDS).wiped
    reader.execute("COMMIT")
    reader.close()
    ledger.close()
    with Ledger(path) as again:
        assert again.connection.execute("SELECT count(*) FROM unwiped").get == 0
        assert "Schiffsführer".encode() not in raw(path)
        assert again.verify().erased


MASKS = [
    ("Kanzlerin Jule Brandt und Brandts Haus", "Kanzlerin ████ ██████ und ███████ Haus"),
    ("Brandt-Vertraute, ein Brandtbrief, Brandt’s", "██████-Vertraute, ein Brandtbrief, ██████’█"),
    ("der Brand, JULE", "der Brand, JULE"),
]


@pytest.mark.parametrize(("text", "expected"), MASKS)
def test_names_are_found_as_words(text: str, expected: str) -> None:
    assert black(text, parts_of_names(["Jule von Brandt", "J. Brandt"])) == expected


def test_small_words_and_initials_stay() -> None:
    assert black("Er kam von J.", parts_of_names(["J. von Brandt"])) == "Er kam von J."
    assert black("Ein Kraft, Uwe  Kraft", whole_names(["Uwe Kraft"])) == "Ein Kraft, ███  █████"
    assert black("nichts", parts_of_names([])) == "nichts"


def test_an_address_that_spells_the_name_goes() -> None:
    pattern = parts_of_names(["Rüdiger Kraft"])
    for url, kept in (
        ("https://bote.example/ruediger-verlaesst-das-haus", False),
        ("https://bote.example/kraft_tritt_ab.html", False),
        ("https://bote.example/hafen", True),
    ):
        report = replace(AGENCY, article=replace(AGENCY.article, url=url))
        assert mask(report, pattern)[0].article.url == (url if kept else None)
