"""The index in memory."""

import json
from dataclasses import replace

from tests.link.hand import claim
from zufolge.link import MemoryIndex, Speaker


def test_finds_claims_of_other_articles_by_shared_keys_rare_ones_first() -> None:
    index = MemoryIndex()
    index.add([claim("Brücke", article="a"), claim("Brücke Sperrung", article="b")])
    index.add([claim("Brücke", article="c"), claim("Wahl", article="d")])
    new = claim("Brücke Sperrung", article="a", statement="new")
    found = index.near(new, limit=5)
    assert [each.article for each in found] == ["b", "c"]
    assert index.near(new, limit=1) == found[:1]


def test_adding_twice_adds_nothing() -> None:
    index = MemoryIndex()
    index.add([claim("Brücke", article="b")])
    index.add([claim("Brücke", article="b")])
    assert len(index.claims) == 1
    assert len(index.near(claim("Brücke", article="a"), limit=5)) == 1


def test_a_claim_survives_json() -> None:
    told = claim("Rund 130 Soldaten seien gefallen", article="b", actor="Ina Holm", figure=130)
    assert type(told).from_json(told.to_json()) == told


def test_a_claim_stored_before_speakers_had_roles_can_be_read() -> None:
    told = claim("Rund 130 Soldaten seien gefallen", article="b", actor="Ina Holm")
    record = json.loads(json.dumps(told.to_json()))
    for speaker in (record["actor"], *record["chain"]):
        del speaker["roles"]
    assert type(told).from_json(record) == told


def test_roles_survive_json() -> None:
    held = Speaker("Ina Holm", "person", roles=("ministerin", "politikerin"))
    told = replace(claim("Rund 130 Soldaten seien gefallen"), actor=held, chain=(held,))
    assert type(told).from_json(json.loads(json.dumps(told.to_json()))) == told
