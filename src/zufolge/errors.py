"""All exceptions of zufolge.

ZufolgeError
├── SourceError          a file or stream cannot be read as an article
│   ├── EmptySource      there is no text in it
│   ├── NotText          it is binary
│   └── UnsupportedLanguage
├── ModelError           a model folder is missing or damaged
├── AnnotationError      a step failed on one article
├── RecordError          JSON that should hold records does not
├── EvaluationError      annotated files are not what they should be
├── ExportError          something cannot be exported in the form asked for
└── LedgerError          a ledger cannot be opened, read or extended
    └── AlteredLedger    what was sealed has been altered
"""


class ZufolgeError(Exception):
    """Anything that zufolge refuses; the message is one sentence for the user.

    Args:
        message: what was wrong and what was expected.
        article: the article or file in question, where there is one.
        step: the stage that failed, where it is known.
    """

    def __init__(
        self, message: str, *, article: str | None = None, step: str | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.article, self.step = message, article, step

    def __str__(self) -> str:
        """Return the message behind the article that it is about."""
        place = ": ".join(part for part in (self.article, self.step) if part)
        return f"{place}: {self.message}" if place else self.message


class SourceError(ZufolgeError):
    """A file or stream cannot be read as an article."""


class EmptySource(SourceError):
    """There is no text in the source."""


class NotText(SourceError):
    """The source is binary."""


class UnsupportedLanguage(SourceError):
    """The text is in a language that zufolge does not read."""


class ModelError(ZufolgeError):
    """A model folder is missing or damaged."""


class AnnotationError(ZufolgeError):
    """A step of the annotation failed on one article."""


class RecordError(ZufolgeError):
    """JSON that should hold records does not."""


class EvaluationError(ZufolgeError):
    """Annotated files are not what they should be."""


class ExportError(ZufolgeError):
    """Something cannot be exported in the form that was asked for."""


class LedgerError(ZufolgeError):
    """A ledger cannot be opened, read or extended."""


class AlteredLedger(LedgerError):
    """Something sealed was altered, added or removed; the message names the first such thing."""
