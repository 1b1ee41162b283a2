"""schema.org: read as RDF, with every term looked up in the vocabulary."""

import json
from typing import Any

from hypothesis import given
from rdflib import RDF, SDO, Graph, URIRef

from tests.export.harbour import content, denial, leak
from tests.export.sound import contents
from zufolge.export import Content, write
from zufolge.export.naming import urn

VOCABULARY = {"@vocab": str(SDO)}


def nodes(exported: Content) -> list[dict[str, Any]]:
    told = json.loads(b"".join(write(exported, "schemaorg")))
    assert told["@context"] == "https://schema.org"
    return list(told["@graph"])


def graph(found: list[dict[str, Any]]) -> Graph:
    data = json.dumps({"@context": VOCABULARY, "@graph": found})
    return Graph().parse(data=data, format="json-ld")


def kinds(found: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {each["text"]: each["@type"] for each in found if "text" in each}


def test_words_are_quotations_and_what_is_put_forward_or_denied_is_a_claim() -> None:
    assert kinds(nodes(content())) == {
        "Die Pumpen 𝟜 und 5 seien dicht": ["Claim"],
        "=SUMME(A1) … und sonst\nnichts": ["Quotation", "Claim"],
        "In Sassnitz liefen am Donnerstag 30 Liter Öl aus": ["Claim"],
        'Es ist kein "Tropfen" ausgelaufen.': ["Quotation", "Claim"],
        "Ruhe": ["CreativeWork"],
    }


def test_a_claim_has_its_appearance_author_and_what_it_is_based_on() -> None:
    found = graph(nodes(content()))
    claim = URIRef(urn("statement", leak().statements[0].id))
    author, based_on = found.value(claim, SDO.author), found.value(claim, SDO.isBasedOn)
    assert author is not None
    assert based_on is not None
    assert str(found.value(author, SDO.name)) == "Ilse Brandt"
    assert (based_on, RDF.type, SDO.CreativeWork) in found
    assert found.value(claim, SDO.appearance) == URIRef(urn("article", leak().article.id))
    assert str(found.value(claim, SDO.temporal)) == "[2025-03-06,2025-03-13]"
    assert found.value(claim, SDO.dateCreated) is None


def test_same_claims_point_to_each_other() -> None:
    found = graph(nodes(content()))
    pumps, none = leak().statements[0].id, denial().statements[1].id
    assert [*found.subject_objects(SDO.sameAs)] == [
        (URIRef(urn("statement", pumps)), URIRef(urn("statement", none)))
    ]


def test_no_one_is_the_author_of_what_they_deny_in_other_words() -> None:
    denied = denial()
    [_, told, _] = denied.statements
    for kind, expected in (("indirect", "mentions"), ("direct", "author")):
        changed = type(told)(told.article, told.quote, kind, stance="denies", speaker=told.speaker)
        report = type(denied)(denied.article, (changed,), denied.actors)
        [node] = [each for each in nodes(Content([report])) if "text" in each]
        assert node[expected]["name"] == "Brandt"
        assert not {"author", "mentions"} - {expected} & node.keys()


@given(contents())
def test_every_term_is_one_of_schema_org(made: Content) -> None:
    found = graph(nodes(made))
    known = set[object](dir(SDO))
    for predicate in set(found.predicates()) - {RDF.type}:
        assert predicate in known
    for kind in found.objects(None, RDF.type):
        assert kind in known
        assert kind != SDO.ClaimReview
