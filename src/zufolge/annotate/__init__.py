"""Article → Report; this is the order of the steps.

words, sentences → windows → encoder → tags (viterbi, quotations), embedded → roles → statements
→ context (times, places, quantities, stance, actors, chain)
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from zufolge.annotate.attribution import OWN_CONVENTION, attribute
from zufolge.annotate.context import complete
from zufolge.annotate.statements import statements
from zufolge.article import Article
from zufolge.encoder import Model
from zufolge.errors import AnnotationError
from zufolge.models import Layout, shipped
from zufolge.report import Report
from zufolge.span import Span

_ARTICLES_A_BATCH = 16


def load(folder: Path | None = None, *, threads: int | None = None) -> Model:
    """Load the shipped model, or the one in a folder.

    Args:
        folder: a model folder.
        threads: threads to use; all cores by default.

    Raises:
        ModelError: if it is no model folder.
    """
    return Model(Layout(folder) if folder else shipped(), threads=threads)


def annotate(
    articles: Sequence[Article], model: Model | None = None, *, convention: str = "guide"
) -> list[Report]:
    """Read some articles together.

    Args:
        articles: the articles; a batch of sixteen short ones makes good use of two cores.
        model: the loaded model; the shipped one by default.
        convention: ``guide``, or another convention of annotation that the model knows.

    Returns:
        One report an article, in the same order.
    """
    found = attribute(articles, model or load(), convention=convention)
    own = convention == OWN_CONVENTION
    return [
        complete(article, statements(article, attribution, trimmed=own), attribution)
        for article, attribution in zip(articles, found, strict=True)
    ]


def find_names(article: Article, model: Model | None = None) -> list[tuple[Span, str]]:
    """Find the named entities of an article, as the model marks them.

    Actors and places are made of the same entities with narrower borders ("names.py").

    Args:
        article: the article.
        model: the loaded model; the shipped one by default.

    Returns:
        Half-open spans in code points with their kind (PER, ORG, LOC, OTH), in order.
    """
    found = attribute([article], model or load())[0]
    return [
        (Span(found.words[start].start, found.words[end - 1].end), kind)
        for (start, end), kind in found.names
    ]


def annotate_all(
    articles: Iterable[Article], model: Model | None = None
) -> Iterator[Report | AnnotationError]:
    """Read any number of articles, in batches; an article that fails does not stop the others.

    Args:
        articles: the articles, drawn as they are needed.
        model: the loaded model; the shipped one by default.

    Yields:
        A report, or the error with the article's id, for each article in order.
    """
    model = model or load()
    stream = iter(articles)
    while batch := list(islice(stream, _ARTICLES_A_BATCH)):
        try:
            yield from annotate(batch, model)
        except Exception:
            # One of them is at fault: go through them one by one and name it.
            yield from (_one(article, model) for article in batch)


def _one(article: Article, model: Model) -> Report | AnnotationError:
    try:
        return annotate([article], model)[0]
    except Exception as error:
        return AnnotationError(
            f"{type(error).__name__}: {error}", article=article.id, step="annotate"
        )
