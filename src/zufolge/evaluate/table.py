"""Shows scores as tables for a terminal; figures are in per cent."""

from rich.table import Table

from zufolge.evaluate.corpus import ROLES
from zufolge.evaluate.dossier_scores import SHARES, TALLIES, DossierScores
from zufolge.evaluate.entities import EntityScores
from zufolge.evaluate.quotations import QuotationScores
from zufolge.evaluate.scores import Mean, Quality, Tally
from zufolge.evaluate.timeml import TimeScores
from zufolge.statement import TYPES

_NOTHING = "–"


def tables(scores: QuotationScores | DossierScores | TimeScores | EntityScores) -> list[Table]:
    """Lay out the figures of an evaluation.

    Args:
        scores: of a corpus, of dossiers, of TimeML texts or of named entities.

    Returns:
        The tables, most important first.
    """
    if isinstance(scores, QuotationScores):
        return [_quotations(scores), _types(scores)]
    if isinstance(scores, DossierScores):
        return [_tallies(scores), _shares(scores)]
    return [_times(scores) if isinstance(scores, TimeScores) else _entities(scores)]


def _quotations(scores: QuotationScores) -> Table:
    title = f"{scores.documents} documents, {scores.groups} quotations, {scores.found} found"
    table = _table(title, "", "precision", "recall", "F1", "95 %")
    counts = scores.counts
    for name, quality in (
        ("quote", counts.quote),
        ("roles", counts.roles),
        ("joint", counts.joint),
    ):
        bounds = scores.intervals[name]
        between = f"{_percent(bounds.low)}–{_percent(bounds.high)}"
        table.add_row(name, *_figures(quality), between)
    table.add_section()
    for role in ROLES:
        table.add_row(role, *_figures(counts.parts.get(role, Quality())), "")
    table.add_section()
    table.add_row("type", *_figures(counts.type), "")
    table.add_row("medium", *_figures(counts.medium), "")
    return table


def _types(scores: QuotationScores) -> Table:
    columns = ("type", "precision", "recall", "F1", "gold", "found", "quote F1")
    table = _table("Decisions on each type", *columns)
    for name in TYPES:
        tally = scores.counts.types.get(name, Tally())
        quote = scores.counts.quotes.get(name, Quality())
        table.add_row(name, *_figures(tally), *_numbers(tally), _percent(quote.f1))
    return table


def _tallies(scores: DossierScores) -> Table:
    title = f"{scores.dossiers} dossiers, {scores.articles} articles"
    table = _table(title, "", "precision", "recall", "F1", "gold", "found")
    for name in TALLIES:
        tally = scores.counts.tally(name)
        table.add_row(name.replace("_", " "), *_figures(tally), *_numbers(tally))
    return table


def _shares(scores: DossierScores) -> Table:
    table = _table("Shares", "", "right", "of")
    for name in SHARES:
        share = scores.counts.share(name)
        table.add_row(name, _share(share), str(share.count))
    return table


def _times(scores: TimeScores) -> Table:
    table = _table(f"{scores.texts} texts", "", "precision", "recall", "F1", "gold", "found")
    for name, tally in scores.tallies():
        table.add_row(name.replace("_", " + "), *_figures(tally), *_numbers(tally))
    return table


def _entities(scores: EntityScores) -> Table:
    title = f"{scores.texts} sentences"
    table = _table(title, "", "precision", "recall", "F1", "gold", "found")
    for name, tally in (("strict", scores.strict), *scores.kinds.items()):
        table.add_row(name, *_figures(tally), *_numbers(tally))
    return table


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _figures(score: Tally | Quality) -> tuple[str, str, str]:
    if isinstance(score, Tally):
        return _percent(score.precision), _percent(score.recall), _percent(score.f1)
    precision, recall = score.precision.value, score.recall.value
    return _percent(precision), _percent(recall), _percent(score.f1)


def _numbers(tally: Tally) -> tuple[str, str]:
    return str(tally.hits + tally.missed), str(tally.hits + tally.extra)


def _share(share: Mean) -> str:
    return _percent(share.value)


def _percent(value: float | None) -> str:
    return _NOTHING if value is None else f"{100 * value:.1f}"
