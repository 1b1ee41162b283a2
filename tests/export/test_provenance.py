"""PROV: read back by the library."""

import json
from typing import Any

from hypothesis import given
from prov.model import ProvBundle, ProvDocument, ProvRecord

from tests.export.harbour import content, denial, leak
from tests.export.sound import contents
from zufolge.export import Content, in_order, write
from zufolge.export.naming import NAMESPACE


def document(exported: Content) -> ProvDocument:
    read = ProvDocument.deserialize(content=b"".join(write(exported, "prov")).decode())
    assert isinstance(read, ProvDocument)
    return read


def bundles(exported: Content) -> dict[str, ProvBundle]:
    return {str(each.identifier): each for each in document(exported).bundles}


def told(bundle: ProvBundle) -> set[str]:
    return {record.get_provn() for record in bundle.get_records()}


def test_a_chain_leads_from_the_document_to_the_article() -> None:
    report = leak()
    statement, agency = report.statements[0].id, report.actors[1].id
    paper, article = report.actors[2].id, report.article.id
    found = told(bundles(content())[f"provenance:{article}"])
    derived = "wasDerivedFrom({}, {}, -, -, -{})"
    last = f"saying:{statement}.2"
    assert {
        derived.format(
            f"statement:{statement}", f"article:{article}", ", [prov:type='prov:Quotation']"
        ),
        derived.format(f"statement:{statement}", last, ""),
        derived.format(last, f"saying:{statement}.1", ""),
        derived.format(f"saying:{statement}.1", f"actor:{paper}", ""),
        f"wasAttributedTo({last}, actor:{agency})",
        f"wasAttributedTo(saying:{statement}.1, actor:b0b0b0b0b0b0b0b0)",
        derived.format(
            f"statement:{statement}", f"actor:{paper}", ", [prov:type='prov:PrimarySource']"
        ),
    } <= found
    assert any(each.startswith(f"entity(actor:{paper}") for each in found)
    assert any(each.startswith(f"agent(actor:{agency}") for each in found)


def test_words_themselves_are_quoted_from_whoever_said_them() -> None:
    statement = denial().statements[1].id
    found = told(bundles(content())[f"provenance:{denial().article.id}"])
    quoted = f"wasDerivedFrom(statement:{statement}, saying:{statement}.0, -, -, -, "
    assert quoted + "[prov:type='prov:Quotation'])" in found
    assert f"wasAttributedTo(saying:{statement}.0, actor:b0b0b0b0b0b0b0b0)" in found


def test_names_are_uris() -> None:
    for bundle in bundles(content()).values():
        assert bundle.identifier is not None
        assert bundle.identifier.uri.startswith(f"{NAMESPACE}provenance:")
        for record in bundle.get_records():
            assert record.identifier is None or record.identifier.uri.startswith(NAMESPACE)


def test_of_the_relations_those_stay_that_prov_has_words_for() -> None:
    bundle = bundles(content())["provenance:relations.1"]
    kinds = sorted(type(each).__name__ for each in bundle.get_records())
    assert kinds == ["ProvAlternate", "ProvDerivation", "ProvDerivation"]


@given(contents())
def test_any_content_is_read_and_written_again_unchanged(made: Content) -> None:
    read = document(made)
    again = ProvDocument.deserialize(content=read.serialize())
    assert again == read
    names = {str(each.identifier) for each in read.bundles}
    assert {f"provenance:{report.article.id}" for report in made.reports} <= names


def _entities(bundle: ProvBundle) -> dict[str, ProvRecord]:
    return {str(each.identifier): each for each in bundle.get_records() if each.is_element()}


def test_vague_dates_stay_as_they_are() -> None:
    report = leak()
    name = f"saying:{report.statements[0].id}.0"
    without_paper = type(report)(
        report.article,
        (
            type(report.statements[0])(
                report.article.id,
                report.statements[0].quote,
                "indirect",
                chain=(report.actors[0].id,),
                said_at=report.statements[0].said_at,
            ),
        ),
        report.actors,
    )
    name = f"saying:{without_paper.statements[0].id}.0"
    bundle = bundles(in_order([without_paper]))[f"provenance:{report.article.id}"]
    values: dict[str, Any] = {str(k): v for k, v in _entities(bundle)[name].attributes}
    assert values["zufolge:said"] == "[2025-03-06,2025-03-13]"


def test_prefixes_stand_once() -> None:
    written = json.loads(b"".join(write(content(), "prov")))
    assert set(written["prefix"]) >= {"article", "statement", "actor", "zufolge"}
    assert all("prefix" not in bundle for bundle in written["bundle"].values())
