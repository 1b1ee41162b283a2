"""Reads saved web pages with trafilatura (Barbaresi 2021)."""

import logging
import re
from typing import Any

import trafilatura

from zufolge.article import Article
from zufolge.errors import EmptySource, SourceError
from zufolge.sources.datelines import agency
from zufolge.sources.decoding import STEP, compose

# What trafilatura and htmldate log is not for the user: a page without text is our own error.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)

_ROOT = re.compile(
    r"\s*(?:(?P<xml><\?[^>]*>)\s*|<!--.*?-->\s*)*<(?P<root>!doctype\s+html|[a-z][\w:-]*)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENTS = frozenset(
    {"html", "head", "body", "title", "meta", "link", "script", "style", "base", "header", "main"}
    | {"article", "section", "nav", "div", "span", "p", "a", "h1", "h2", "table", "center", "font"}
)
_OTHER_XML = frozenset({"rss", "feed", "rdf:rdf", "nitf", "newsml", "newsitem", "svg", "urlset"})
_BEGINNING = 4000
# The date goes into the article's id, so it may depend neither on today's date nor on a guess.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
    "outputformat": "%Y-%m-%d",
}


def looks_like_html(text: str) -> bool:
    """Tell whether a text is a web page: its first element is one of HTML's."""
    found = _ROOT.match(text[:_BEGINNING])
    root = found["root"].lower() if found else ""
    return root in _ELEMENTS or root.startswith("!doctype")


def looks_like_other_xml(text: str) -> bool:
    """Tell whether a text is a feed or another kind of XML than a web page."""
    found = _ROOT.match(text[:_BEGINNING])
    if found is None or looks_like_html(text):
        return False
    return found["xml"] is not None or found["root"].lower() in _OTHER_XML


def read_html(text: str, name: str) -> Article:
    """Take the article out of a web page.

    Args:
        text: the decoded page.
        name: what to call it in errors.

    Returns:
        The article with text (an empty line between paragraphs), title, date, source and address
        as far as the page tells them; its language not yet checked.

    Raises:
        EmptySource: if the page holds no article.
        SourceError: if it cannot be taken apart.
    """
    page = _extract(text, name)
    body = "\n\n".join(
        line.strip() for line in (page.get("text") or "").split("\n") if line.strip()
    )
    if not body:
        raise EmptySource("there is no article in the page", article=name, step=STEP)
    body = compose(body)
    source = _field(page, "sitename")
    notes = ["text taken out of a web page"]
    if source is None and (source := agency(body)) is not None:
        notes.append("source taken from the dateline")
    title, date, url = (_field(page, field) for field in ("title", "date", "url"))
    return Article(body, source, title, date, url=url, notes=tuple(notes))


def _extract(text: str, name: str) -> dict[str, Any]:
    try:
        found = trafilatura.bare_extraction(
            text, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    # Whatever a damaged page does to the parser below is one error to whoever reads pages.
    except Exception as error:
        message = f"the page cannot be taken apart ({type(error).__name__})"
        raise SourceError(message, article=name, step=STEP) from error
    if found is None:
        return {}
    return found if isinstance(found, dict) else found.as_dict()


def _field(page: dict[str, Any], field: str) -> str | None:
    value = page.get(field)
    return compose(value.strip()) or None if isinstance(value, str) else None
