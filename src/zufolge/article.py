"""An article as it was read: its text and what is known of its origin."""

from dataclasses import dataclass

from zufolge.identity import identify


@dataclass(frozen=True, slots=True)
class Article:
    """A news report.

    Args:
        text: the report without its header; every span of every record points into it.
        source: the outlet or agency, where it is known.
        title: the headline, where it stands apart from the text.
        date: day, month or year of publication in EDTF (``2025-03-14``, ``2025-03``).
        language: ISO 639-1 code.
        url: where it was published.
        notes: what had to be done to read it ("read as Windows-1252"), for the user.
    """

    text: str
    source: str | None = None
    title: str | None = None
    date: str | None = None
    language: str = "de"
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The hash of text, source and date."""
        return identify("article", self.text, self.source, self.date)
