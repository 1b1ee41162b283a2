"""W3C PROV as PROV-JSON: how each statement came to stand in its article, one bundle an article.

The passage in the article is quoted from it and derived from what the nearest link of the chain
said; each link's saying is derived from that of the link before. Documents and data are entities
that sayings derive from; all others are agents that they are attributed to. Source: PROV-DM, W3C
Recommendation of 30 April 2013, sections 5.2 and 5.3.
"""

import json
from collections.abc import Iterator

from prov.model import ProvBundle, ProvDocument

from zufolge.article import Article
from zufolge.export.content import Content
from zufolge.export.naming import NAMESPACE, TERMS, Named, chain, named, outlet_id
from zufolge.export.passages import passage
from zufolge.export.streams import JSON, compact
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.statement import Statement

_KINDS = ("article", "statement", "saying", "actor", "outlet", "provenance")
PREFIXES = {kind: f"{NAMESPACE}{kind}:" for kind in _KINDS} | {"zufolge": TERMS}
_AGENTS = {"person": "prov:Person", "organisation": "prov:Organization"} | {
    "office": "prov:Organization",
    "unnamed": "zufolge:Unnamed",
}
_WORKS = {"document": "zufolge:Document", "data": "zufolge:Data"}
# So many relations are in one bundle.
_BATCH = 1000


def write(content: Content) -> Iterator[bytes]:
    """Write a document with a bundle for each article, and bundles of relations at the end."""
    yield f'{{"prefix": {compact(PREFIXES)}, "bundle": {{'.encode()
    separator = "\n"
    for name, bundle in _bundles(content):
        yield f"{separator}{compact(name)}: {compact(bundle)}".encode()
        separator = ",\n"
    yield b"\n}}\n"


def _bundles(content: Content) -> Iterator[tuple[str, JSON]]:
    for report in content.reports:
        yield _serialised(_report_bundle(report, named(report, content.identities)))
    batch: list[Relation] = []
    number = 0
    for relation in content.relations:
        batch.append(relation)
        if len(batch) == _BATCH:
            number += 1
            yield _serialised(_relations_bundle(batch, number))
            batch = []
    if batch:
        yield _serialised(_relations_bundle(batch, number + 1))


def _serialised(document: ProvDocument) -> tuple[str, JSON]:
    [(name, bundle)] = json.loads(document.serialize(format="json") or "")["bundle"].items()
    # The prefixes stand once, at the top of the document, and hold for its bundles.
    return name, {kind: records for kind, records in bundle.items() if kind != "prefix"}


def _document() -> ProvDocument:
    document = ProvDocument()
    for prefix, uri in PREFIXES.items():
        document.add_namespace(prefix, uri)
    return document


def _report_bundle(report: Report, actors: dict[str, Named]) -> ProvDocument:
    document = _document()
    bundle = document.bundle(f"provenance:{report.article.id}")
    _add_article(bundle, report.article)
    for actor in {each.id: each for each in actors.values()}.values():
        _add_actor(bundle, actor)
    for statement in report.statements:
        _add_statement(bundle, statement, actors, report.article.text)
    return document


def _add_article(bundle: ProvBundle, article: Article) -> None:
    name = f"article:{article.id}"
    told = {
        "prov:label": article.title,
        "zufolge:published": article.date,
        "zufolge:language": article.language,
        "prov:location": article.url,
    }
    bundle.entity(name, _typed(bundle, "zufolge:Article", told))
    if article.source:
        outlet = f"outlet:{outlet_id(article.source)}"
        told = {"prov:label": article.source}
        bundle.agent(outlet, _typed(bundle, "prov:Organization", told))
        bundle.attribution(name, outlet)


def _add_actor(bundle: ProvBundle, actor: Named) -> None:
    told: dict[str, str | None] = {"prov:label": actor.name}
    if actor.kind in _WORKS:
        bundle.entity(f"actor:{actor.id}", _typed(bundle, _WORKS[actor.kind], told))
    else:
        bundle.agent(f"actor:{actor.id}", _typed(bundle, _AGENTS[actor.kind], told))


def _add_statement(
    bundle: ProvBundle, statement: Statement, actors: dict[str, Named], text: str
) -> None:
    name = f"statement:{statement.id}"
    told = {
        "prov:value": passage(statement.quote, text),
        "zufolge:type": statement.type,
        "zufolge:stance": statement.stance,
    }
    bundle.entity(name, _typed(bundle, "zufolge:Statement", told))
    bundle.quotation(name, f"article:{statement.article}")
    sayings = _add_chain(bundle, statement, chain(statement, actors))
    if not sayings:
        return
    if statement.type == "direct":
        bundle.quotation(name, sayings[-1])
    else:
        bundle.derivation(name, sayings[-1])
    bundle.primary_source(name, sayings[0])


def _add_chain(bundle: ProvBundle, statement: Statement, links: list[Named]) -> list[str]:
    """Add what each link of a chain said; return the names of these sayings, origin first."""
    said = statement.said_at
    told = {
        "zufolge:said": said.edtf if said else None,
        "zufolge:part": said.part if said else None,
    }
    sayings: list[str] = []
    for number, link in enumerate(links):
        saying = f"actor:{link.id}"
        if link.kind not in _WORKS:
            saying = f"saying:{statement.id}.{number}"
            # When it was said is known of the speaker's own words only: the first link's.
            when = told if number == 0 else {}
            bundle.entity(saying, _typed(bundle, "zufolge:Saying", when))
            bundle.attribution(saying, f"actor:{link.id}")
        if sayings and saying != sayings[-1]:
            bundle.derivation(saying, sayings[-1])
        sayings.append(saying)
    return sayings


def _relations_bundle(relations: list[Relation], number: int) -> ProvDocument:
    """Return what of the relations PROV has a word for: same, repeats and corrects."""
    document = _document()
    bundle = document.bundle(f"provenance:relations.{number}")
    for relation in relations:
        source, target = f"statement:{relation.source}", f"statement:{relation.target}"
        match relation.kind:
            case "same":
                bundle.alternate(source, target)
            case "repeats":
                bundle.derivation(source, target)
            case "corrects":
                bundle.revision(source, target)
    return document


def _typed(bundle: ProvBundle, kind: str, told: dict[str, str | None]) -> list[tuple[str, object]]:
    known: list[tuple[str, object]] = [(name, value) for name, value in told.items() if value]
    return [("prov:type", bundle.valid_qualified_name(kind)), *known]
