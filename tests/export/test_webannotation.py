"""Web Annotation: held to a schema of the recommendation, and read as RDF."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator
from rdflib import RDF, Graph, Namespace, URIRef

from tests.export.harbour import DENIAL, LEAK, content, denial, leak, relations
from tests.export.sound import contents
from zufolge.export import Content, write
from zufolge.export.naming import urn

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "schemas" / "webannotation.schema.json").read_text("utf-8"))
OA = Namespace("http://www.w3.org/ns/oa#")
# The terms of http://www.w3.org/ns/anno.jsonld that are used, as that context defines them.
CONTEXT = {
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": str(RDF),
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource"),
            *("TextQuoteSelector", "TextPositionSelector"),
            *("describing", "linking", "identifying", "tagging"),
            *("start", "end", "exact", "prefix", "suffix"),
        )
    },
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "value": "rdf:value",
    "name": "foaf:name",
}


def page(exported: Content) -> dict[str, Any]:
    told = json.loads(b"".join(write(exported, "webannotation")))
    Draft202012Validator(SCHEMA).validate(told)
    return dict(told)


def test_selectors_give_the_quote_by_position_and_by_words() -> None:
    texts = {urn("article", leak().article.id): LEAK, urn("article", denial().article.id): DENIAL}
    targets = [
        target
        for item in page(content())["items"]
        if item["motivation"] == "describing"
        for target in item["target"]
    ]
    assert len(targets) == 6
    for target in targets:
        text = texts[target["source"]["id"]]
        position, quote = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(around) == position["start"] - len(quote["prefix"])


def test_positions_count_code_points_also_behind_a_letter_of_four_bytes() -> None:
    item = next(each for each in page(content())["items"] if leak().statements[1].id in each["id"])
    exact = [target["selector"][1]["exact"] for target in item["target"]]
    starts = [target["selector"][0]["start"] for target in item["target"]]
    assert exact == ["=SUMME(A1)", "und sonst\nnichts"]
    assert starts == [LEAK.index(part) for part in exact]
    assert item["target"][0]["source"]["via"] == "https://hafenblick.example/1"


def test_the_body_says_who_and_how_in_terms_of_the_contract() -> None:
    body = page(content())["items"][0]["body"]
    assert body[0]["zufolge:saidAt"] == "[2025-03-06,2025-03-13]"
    chain = [link["name"] for link in body[0]["zufolge:chain"]["@list"]]
    assert chain == ["Prüfbericht", "Ilse Brandt", "Küstenfunk"]
    assert [(each["purpose"], each["value"]) for each in body[1:]] == [
        ("identifying", "Ilse Brandt"),
        ("tagging", "indirect"),
        ("tagging", "asserts"),
    ]


def test_a_relation_is_an_annotation_that_links() -> None:
    links = [each for each in page(content())["items"] if each["motivation"] == "linking"]
    told = {(each["body"][0]["id"], each["body"][1]["value"], each["target"]) for each in links}
    assert told == {
        (urn("statement", r.source), r.kind, urn("statement", r.target)) for r in relations()
    }


def test_it_is_json_ld_of_the_annotation_vocabulary() -> None:
    told = page(content())
    remote, ours = told["@context"]
    assert remote == "http://www.w3.org/ns/anno.jsonld"
    graph = Graph().parse(data=json.dumps(told | {"@context": CONTEXT | ours}), format="json-ld")
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == 5 + 6
    first = URIRef(urn("annotation", leak().statements[0].id))
    assert graph.value(first, OA.motivatedBy) == OA.describing
    [target] = graph.objects(first, OA.hasTarget)
    kinds = {graph.value(each, RDF.type) for each in graph.objects(target, OA.hasSelector)}
    assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}


@given(contents())
def test_any_content_holds_to_the_schema(made: Content) -> None:
    told = page(made)
    assert told["partOf"]["total"] == len(told["items"])
