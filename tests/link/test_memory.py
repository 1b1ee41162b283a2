"""The index in memory."""

from zufolge.link import Claim, MemoryIndex
from zufolge.span import Span


def claim(statement: str, article: str, *stems: str) -> Claim:
    return Claim(
        statement, article, "2025-03-14", 0, (Span(0, 3),), "…", "indirect", "asserts", stems=stems
    )


def test_finds_claims_of_other_articles_by_shared_keys_rare_ones_first() -> None:
    index = MemoryIndex()
    index.add([claim("own", "a", "brück"), claim("near", "b", "brück", "sperr")])
    index.add([claim("far", "c", "brück"), claim("other", "d", "wahl")])
    found = index.near(claim("new", "a", "brück", "sperr"), limit=5)
    assert [each.statement for each in found] == ["near", "far"]
    assert index.near(claim("new", "a", "brück", "sperr"), limit=1) == found[:1]


def test_adding_twice_adds_nothing() -> None:
    index = MemoryIndex()
    index.add([claim("one", "b", "brück")])
    index.add([claim("one", "b", "brück")])
    assert len(index.claims) == 1
    assert len(index.near(claim("new", "a", "brück"), limit=5)) == 1
