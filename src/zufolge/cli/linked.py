"""Relates the reports of a run as they come."""

from typing import TYPE_CHECKING

from zufolge.cli.refusals import Run

if TYPE_CHECKING:
    from zufolge.link import Claim, Connections
    from zufolge.relation import Relation
    from zufolge.report import Report


class Linked:
    """The relations of the reports read so far."""

    def __init__(self, run: Run) -> None:
        """Begin with no report.

        Args:
            run: where a report that cannot be linked is named.
        """
        from zufolge.link import MemoryIndex

        self.run = run
        self._index = MemoryIndex()
        self._relations: list[Relation] = []
        self._articles: set[str] = set()

    def add(self, report: "Report") -> None:
        """Relate a report to those before it; the same article again adds nothing."""
        from zufolge.link import extend

        if report.article.id in self._articles:
            return
        self._articles.add(report.article.id)
        try:
            self._relations += extend(report, self._index)
        except Exception as error:
            name = self.run.names.get(report.article.id, report.article.id)
            self.run.fail(f"{name}: link: {type(error).__name__}: {error}")

    @property
    def claims(self) -> "tuple[Claim, ...]":
        """The claims of all statements."""
        return self._index.claims

    def connections(self) -> "Connections":
        """Return the relations, closed over groups of same statements, and the origins."""
        from zufolge.link import connect

        return connect(self._relations, self.claims)
