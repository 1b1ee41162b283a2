"""Bytes become articles: text files with a small header, and saved web pages."""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from zufolge.article import Article
from zufolge.errors import SourceError
from zufolge.sources.decoding import STEP, decode
from zufolge.sources.html import looks_like_html, looks_like_other_xml, read_html
from zufolge.sources.language import check_language
from zufolge.sources.text import read_text

__all__ = ["open_file", "read_bytes", "read_file"]

_WEB = ("http:", "https:")


def read_file(path: Path) -> Article:
    """Read one file as an article.

    Args:
        path: a text file or a saved web page; the content decides, not the ending.

    Returns:
        The article; offsets count the code points of its ``text``.

    Raises:
        SourceError: if it cannot be opened, is empty, binary, or not in a supported language.
    """
    return read_bytes(_bytes(path), str(path))


def read_bytes(data: bytes, name: str) -> Article:
    """Read bytes as an article.

    Args:
        data: the whole content of a text file or a web page.
        name: what to call it in errors, such as its path or "standard input".

    Returns:
        The article; what had to be done to read it stands in its ``notes``.

    Raises:
        SourceError: if it is empty, binary, or not in a supported language.
    """
    decoded = decode(data, name)
    if looks_like_other_xml(decoded.text):
        message = "it is XML, of which only web pages are read"
        raise SourceError(message, article=name, step=STEP)
    reader = read_html if looks_like_html(decoded.text) else read_text
    article = reader(decoded.text, name)
    language = check_language(article.text, name)
    return replace(article, language=language, notes=(*decoded.notes, *article.notes))


def open_file(path: Path) -> BinaryIO:
    """Open a file to read its bytes.

    Raises:
        SourceError: if it cannot be opened.
    """
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise SourceError(_reason(error), article=str(path)) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(_reason(error), article=str(path), step=STEP) from error


def _absent(name: str) -> str:
    # Path takes the second slash off an address.
    if name.startswith(_WEB):
        return "pages of the web are not fetched; save the page and name its file"
    return "there is no such file"


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return _absent(str(error.filename))
        case IsADirectoryError():
            return "it is a directory; name the files in it"
        case PermissionError():
            return "its permissions forbid reading it"
        case OSError():
            return f"it cannot be read: {error.strerror or error}"
        case _:
            return "this is not a file name"
