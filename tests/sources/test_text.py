"""Text files: header, dateline and headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.errors import EmptySource, SourceError
from zufolge.sources import read_bytes
from zufolge.sources.text import read_text

BODY = (
    "Die Ministerin wies den Vorwurf zurück. Sie habe von dem Vertrag nichts gewusst, sagte sie.\n"
)


@pytest.mark.parametrize(
    ("header", "date", "source"),
    [
        ("", None, None),
        ("date 2025-03-14\n\n", "2025-03-14", None),
        ("date 2025-03\n\n", "2025-03", None),
        ("date 2025\n\n", "2025", None),
        ("date 2024-02-29\n\n", "2024-02-29", None),
        ("date 2025-03-14\nsource Hafenbote\n\n", "2025-03-14", "Hafenbote"),
        ("source Hafenbote\ndate 2025-03\n\n", "2025-03", "Hafenbote"),
        ("source Neue Küsten-Zeitung\n\n", None, "Neue Küsten-Zeitung"),
        ("\n\n date 2025-03 \n source  Hafenbote \n\n\n", "2025-03", "Hafenbote"),
        ("date 2025-03-14\n", "2025-03-14", None),
        ("date 2025-03 ", "2025-03", None),
        (" date 2025-03-14 ", "2025-03-14", None),
        ("\n date 2025   ", "2025", None),
        ("date 2025-03-14\ndate 2025-03-14\n\n", "2025-03-14", None),
    ],
)
def test_header_is_read_and_cut_off(header: str, date: str | None, source: str | None) -> None:
    article = read_bytes((header + BODY).encode(), "bericht.txt")
    assert (article.text, article.date, article.source) == (BODY, date, source)


@pytest.mark.parametrize(
    "text",
    [
        "source ist ein englisches Wort.\nDas sagte die Lehrerin.",
        "date heißt auf Deutsch Datum, sagte die Lehrerin.",
        "Am Ende stand: date 2025-03 Für eine Umsetzung sei es zu spät.",
        "  Eingerückt beginnt der Bericht, und so bleibt er auch.\n\n",
        "dated 2025-03-14\n\nDas Papier sei nicht unterschrieben, hieß es.",
    ],
)
def test_text_without_header_is_left_as_it_is(text: str) -> None:
    article = read_bytes(text.encode(), "bericht.txt")
    assert (article.text, article.date, article.source) == (text, None, None)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("date 2025-13\n\n", "there is no such date as '2025-13', which its header gives"),
        ("date 2025-02-29\n\n", "there is no such date as '2025-02-29', which its header gives"),
        (" date 2025-00 ", "there is no such date as '2025-00', which its header gives"),
        ("date 0000\n\n", "there is no such date as '0000', which its header gives"),
        (
            "date 14.03.2025\n\n",
            "the date '14.03.2025' in its header should read 2025-03-14, 2025-03 or 2025",
        ),
        (
            "source Hafenbote\ndate gestern\n\n",
            "the date 'gestern' in its header should read 2025-03-14, 2025-03 or 2025",
        ),
        (
            "date ٢٠٢٥\n\n",
            "the date '٢٠٢٥' in its header should read 2025-03-14, 2025-03 or 2025",
        ),
        (
            "date 2025-03\ndate 2025-04\n\n",
            "its header gives two values for date: '2025-03' and '2025-04'",
        ),
    ],
)
def test_impossible_header_is_refused_in_one_sentence(header: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        read_bytes((header + BODY).encode(), "bericht.txt")
    assert str(refused.value) == f"bericht.txt: sources: {message}"


@pytest.mark.parametrize("data", [b"date 2025-03\n\n", b"date 2025-03\nsource Hafenbote\n\n \n"])
def test_header_alone_is_no_article(data: bytes) -> None:
    with pytest.raises(EmptySource, match="there is no text behind its header"):
        read_bytes(data, "bericht.txt")


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Ministerin weist Vorwurf zurück", "Ministerin weist Vorwurf zurück"),
        ("»Davon wusste ich nichts«", "»Davon wusste ich nichts«"),
        ("Wusste die Ministerin davon?", "Wusste die Ministerin davon?"),
        ("Die Ministerin wies den Vorwurf zurück.", None),
        ("„Davon wusste ich nichts.“", None),
        ("Lübeck (dpa) -", None),
        ("Die Ministerin " + "und die Ministerin " * 10, None),
    ],
)
def test_headline_is_title_and_stays_in_the_text(first: str, title: str | None) -> None:
    text = f"{first}\n\n{BODY}"
    article = read_bytes(text.encode(), "bericht.txt")
    assert (article.title, article.text) == (title, text)


def test_first_line_of_a_paragraph_is_no_title() -> None:
    assert read_bytes(f"Die Ministerin und\n{BODY}".encode(), "bericht.txt").title is None


def test_header_names_the_source_before_the_dateline_does() -> None:
    text = f"Lübeck (dpa) - {BODY}"
    named = read_bytes(f"source Hafenbote\n\n{text}".encode(), "bericht.txt")
    unnamed = read_bytes(text.encode(), "bericht.txt")
    assert (named.source, named.notes) == ("Hafenbote", ())
    assert (unnamed.source, unnamed.notes) == ("dpa", ("source taken from the dateline",))
    assert named.text == unnamed.text == text


@given(st.text(), st.sampled_from(["", "date 2025-03\n\n", "date 2025\nsource Hafenbote\n\n"]))
def test_behind_any_header_every_offset_counts_the_text_as_it_stands(
    text: str, header: str
) -> None:
    text = f"Wort {text}"
    assert read_text(header + text, "bericht.txt").text == text
