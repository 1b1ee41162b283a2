"""Files and bytes as articles: dispatch, web pages, errors, size."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zufolge.errors import EmptySource, SourceError, UnsupportedLanguage
from zufolge.sources import read_bytes, read_file

PAGES = Path(__file__).parent.parent / "data" / "sources"


def test_page_in_latin_1_with_open_graph() -> None:
    page = (PAGES / "latin.html").read_text(encoding="utf-8").encode("cp1252")
    article = read_bytes(page, "seite.html")
    assert (article.title, article.source) == ("Stadtrat lehnt Brückenbau ab", "Hafenbote")
    assert (article.date, article.language) == ("2024-05-17", "de")
    assert article.url == "https://www.hafenbote.example/lokales/bruecke-4711.html"
    assert article.notes == ("read as Windows-1252", "text taken out of a web page")
    paragraphs = article.text.split("\n\n")
    assert paragraphs[1].startswith("Der Stadtrat von Möwenstedt hat den Bau")
    assert paragraphs[1].endswith("im großen Saal des Rathauses.")
    assert paragraphs[-1].endswith("Unterschriften für ein Bürgerbegehren zu sammeln.")
    for boilerplate in ("Cookies", "Abo", "Meistgelesen", "Fähre", "Impressum"):
        assert boilerplate not in article.text


def test_page_in_utf_8_with_json_ld() -> None:
    article = read_file(PAGES / "jsonld.html")
    assert (article.title, article.source) == (
        "Minister schließt Rücktritt aus",
        "Nordlicht Online",
    )
    assert (article.date, article.language) == ("2025-02-03", "de")
    assert article.url == "https://nordlicht.example/politik/ruecktritt"
    assert "\n\nNach Angaben des Ministeriums verzögert sich die Eröffnung" in article.text
    assert "\n\n\n" not in article.text
    for boilerplate in ("Sport", "Kommentare", "der lügt", "Datenschutz"):
        assert boilerplate not in article.text


@pytest.mark.parametrize(
    ("declared", "encoding", "note"),
    [
        ("iso-8859-15", "iso-8859-15", "read as ISO-8859-15, as declared"),
        ("iso-8859-1", "cp1252", "read as Windows-1252"),
        ("no-such-charset", "cp1252", "read as Windows-1252"),
    ],
)
def test_declared_encoding_of_a_page(declared: str, encoding: str, note: str) -> None:
    text = "Die Brücke kostet 20 Millionen €, teilte die Kämmerin mit, und sei zu teuer."
    page = f"<html><head><meta charset={declared}></head><body><p>{text}</p></body></html>"
    article = read_bytes(page.encode(encoding), "seite.html")
    assert (article.text, article.notes[0]) == (text, note)


def test_source_of_a_page_without_site_name_is_its_dateline() -> None:
    text = "Lübeck (dpa) – Die Brücke bleibe gesperrt, teilte die Stadt am Montag mit."
    article = read_bytes(f"<!DOCTYPE html><body><p>{text}</p></body>".encode(), "seite.html")
    assert (article.text, article.source, article.date) == (text, "dpa", None)


def test_content_decides_not_the_ending(tmp_path: Path) -> None:
    text = "Die Werte lägen unter 5 (<p>-Wert 0,04), hieß es in der Studie."
    path = tmp_path / "bericht.html"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).text == text


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"<html><body></body></html>", EmptySource, "there is no article in the page"),
        (
            b"<?xml version='1.0'?><rss><channel><title>Neues</title></channel></rss>",
            SourceError,
            "it is XML, of which only web pages are read",
        ),
        (
            b"<html><body><p>The mayor said on Monday that the bridge would stay closed until"
            b" summer because the repair was late.</p></body></html>",
            UnsupportedLanguage,
            "the text is in English, but only German is read",
        ),
    ],
)
def test_pages_that_are_refused(data: bytes, error: type[SourceError], message: str) -> None:
    with pytest.raises(error) as refused:
        read_bytes(data, "seite.html")
    assert str(refused.value) == f"seite.html: sources: {message}"


def test_file_is_read_as_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    path.write_bytes("date 2025-03-14\r\n\r\nDie Stadt bestätigte das nicht.\r\n".encode("cp1252"))
    article = read_file(path)
    assert article == read_bytes(path.read_bytes(), "standard input")
    assert article.notes == ("read as Windows-1252", "line ends turned into LF")


def test_missing_file_and_directory(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"fehlt\.txt: sources: there is no such file$"):
        read_file(tmp_path / "fehlt.txt")
    with pytest.raises(SourceError, match=r"it is a directory; name the files in it$"):
        read_file(tmp_path)
    with pytest.raises(SourceError, match=r"this is not a file name$"):
        read_file(Path("a\0b"))
    with pytest.raises(SourceError, match=r"it cannot be read: File name too long$"):
        read_file(Path("a" * 5000))


def test_twenty_megabytes_in_a_few_seconds() -> None:
    paragraph = "Die Sprecherin wies das zurück. Es sei „frei erfunden“, sagte sie am 5. März.\n\n"
    text = paragraph * (20_000_000 // len(paragraph.encode()))
    start = time.perf_counter()
    article = read_bytes(text.encode(), "archiv.txt")
    assert article.text == text
    assert time.perf_counter() - start < 5


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(),
        st.text().map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text().map(lambda text: f"<html><p>{text}".encode("utf-16", "surrogatepass")),
        st.binary().map(lambda data: b"<html><body><p>Das ist und bleibt der " + data),
        st.text("date source 2025-\n").map(str.encode),
    )
)
def test_any_bytes_give_an_article_or_a_source_error(data: bytes) -> None:
    try:
        article = read_bytes(data, "irgendetwas")
    except SourceError as error:
        assert str(error).startswith("irgendetwas: sources: ")
    else:
        assert article.text.strip()
