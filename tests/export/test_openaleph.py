"""FollowTheMoney: read back and put together to entities by the library."""

import io
from collections import defaultdict
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given

from tests.export.harbour import content, denial, leak, relations
from tests.export.sound import contents
from zufolge.export import Content, write

pytest.importorskip("followthemoney", reason="pip install 'zufolge[openaleph]'")
from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement import (
    Statement,
    StatementEntity,
    read_statements,
)

DATASET = Dataset.make({"name": "zufolge", "title": "zufolge"})


def values(exported: Content) -> list[Statement]:
    return list(read_statements(io.BytesIO(b"".join(write(exported, "ftm"))), "json"))


def entities(exported: Content) -> dict[str, Any]:
    ordered = sorted(values(exported), key=lambda each: each.canonical_id)
    return {
        name: StatementEntity.from_statements(DATASET, group)
        for name, group in groupby(ordered, key=lambda each: each.canonical_id)
    }


def test_an_article_a_note_and_the_actors_are_entities_that_know_each_other() -> None:
    found = entities(content())
    article = found[f"zufolge-article-{leak().article.id}"]
    assert article.schema.name == "Article"
    assert article.get("publishedAt") == ["2025-03"]
    assert article.get("sourceUrl") == ["https://hafenblick.example/1"]
    note = found[f"zufolge-statement-{leak().statements[0].id}"]
    assert note.schema.name == "Note"
    assert note.get("description") == ["Die Pumpen 𝟜 und 5 seien dicht"]
    assert note.get("proof") == [article.id]
    assert note.get("summary") == ["Prüfbericht → Ilse Brandt → Küstenfunk"]
    assert sorted(note.get("keywords")) == ["asserts", "indirect", "said [2025-03-06,2025-03-13]"]
    assert found[f"zufolge-actor-{leak().actors[1].id}"].schema.name == "Organization"
    assert found[f"zufolge-actor-{leak().actors[2].id}"].schema.name == "Document"


def test_actors_that_are_one_become_one_entity() -> None:
    brandt = entities(content())["zufolge-actor-b0b0b0b0b0b0b0b0"]
    assert brandt.schema.name == "Person"
    assert sorted(brandt.get("name")) == ["Brandt", "Ilse Brandt"]
    seen = {each.entity_id for each in values(content()) if each.canonical_id == brandt.id}
    assert seen == {
        f"zufolge-actor-{leak().actors[0].id}",
        f"zufolge-actor-{denial().actors[1].id}",
    }


def test_an_unnamed_source_is_no_entity() -> None:
    found = entities(content())
    assert f"zufolge-actor-{leak().actors[3].id}" not in found
    assert found[f"zufolge-statement-{leak().statements[1].id}"].get("summary") == ["ein Taucher"]


def test_relations_are_links_between_notes() -> None:
    links = [each for each in entities(content()).values() if each.schema.name == "UnknownLink"]
    told = {(each.first("subject"), each.first("role"), each.first("object")) for each in links}
    name = "zufolge-statement-{}".format
    assert told == {(name(r.source), r.kind, name(r.target)) for r in relations()}


def test_mentions_give_names_as_the_article_has_them() -> None:
    found = entities(content())
    mention = found[f"zufolge-mention-{denial().actors[0].id}"]
    assert mention.get("name") == ["Wasserwacht"]
    assert mention.get("resolved") == [f"zufolge-actor-{denial().actors[0].id}"]


@given(contents())
def test_any_content_is_read_back_with_ids_that_hold(made: Content) -> None:
    read = values(made)
    for value in read:
        assert value.id == value.generate_key()
        schema = model.get(value.schema)
        assert schema is not None
        assert value.prop == "id" or value.prop in schema.properties
    references: defaultdict[str, set[str]] = defaultdict(set)
    for value in read:
        if value.prop_type == "entity":
            references[value.prop].add(value.value)
    known = {value.entity_id for value in read}
    assert references["proof"] <= known
    assert references["entity"] <= known
