"""Bytes of all kinds: what they become, and what is said about it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.errors import EmptySource, NotText
from zufolge.sources.decoding import compose, decode

TEXT = (
    "„Für Gespräche ist es zu spät“, hieß es. Die Brücke über den Fluß bleibe gesperrt – vorerst."
)


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (TEXT.encode(), ()),
        (TEXT.encode("utf-8-sig"), ("byte order mark removed",)),
        (TEXT.encode("cp1252"), ("read as Windows-1252",)),
        (TEXT.encode("utf-16"), ("read as UTF-16",)),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ("read as UTF-16",)),
        (TEXT.encode("utf-32"), ("read as UTF-32",)),
        (unicodedata.normalize("NFD", TEXT).encode(), ("accents composed (Unicode NFC)",)),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, notes: tuple[str, ...]) -> None:
    decoded = decode(data, "bericht.txt")
    assert (decoded.text, decoded.notes) == (TEXT, notes)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_become_lf(line_end: str) -> None:
    decoded = decode(f"Eins{line_end}{line_end}Zwei{line_end}".encode(), "bericht.txt")
    assert decoded.text == "Eins\n\nZwei\n"
    assert decoded.notes == ("line ends turned into LF",)


def test_several_repairs_are_all_told() -> None:
    data = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", "Grün\r\n").encode()
    assert decode(data, "bericht.txt").notes == (
        "byte order mark removed",
        "line ends turned into LF",
        "accents composed (Unicode NFC)",
    )


def test_windows_bytes_pasted_into_utf8_are_repaired_one_by_one() -> None:
    data = "Für die Brücke fehle das Geld. Das müsse ".encode() + "Käthe wissen.".encode("cp1252")
    decoded = decode(data, "bericht.txt")
    assert decoded.text == "Für die Brücke fehle das Geld. Das müsse Käthe wissen."
    assert decoded.notes == ("1 byte that is not UTF-8 read as Windows-1252",)


def test_windows_text_may_hold_pairs_that_look_like_utf8() -> None:
    # ß“ is DF 93 in Windows-1252, which UTF-8 would read as a letter of the N'Ko script.
    text = "„Das macht keinen Spaß“, sagte der Trainer über die Stürmer und die Abwehr."
    assert decode(text.encode("cp1252"), "bericht.txt").text == text


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"... -- !\n"])
def test_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^bericht\.txt: sources: there is no text in it$"):
        decode(data, "bericht.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n%abc", "it is a PDF document, not a text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is a PNG image, not a text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "it is a JPEG image, not a text"),
        (b"PK\x03\x04\x14\0", "it is a ZIP archive or an office document, not a text"),
        (b"\x1f\x8b\x08\0", "it is a gzip archive, not a text"),
        (b"{\\rtf1\\ansi Hallo}", "it is an RTF document, not a text"),
        (b"Der Bericht\0 geht weiter", "it is binary, not a text"),
        (bytes(range(1, 32)) * 9, "it is binary, not a text"),
        (b"\xff\xfe\0\xd8x", "it begins like UTF-16, but goes on as something else"),
        (
            "Министр заявил в понедельник, что уйдёт".encode("cp1251"),
            "its character encoding is neither UTF-8 nor Windows-1252",
        ),
    ],
)
def test_binary_content_is_named(data: bytes, message: str) -> None:
    with pytest.raises(NotText) as refused:
        decode(data, "bericht.txt")
    assert str(refused.value) == f"bericht.txt: sources: {message}"


def test_endless_accents_are_left_alone() -> None:
    text = "a" + "\u0301\u0323" * 200_000
    assert compose(text) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_text_comes_back_composed(text: str) -> None:
    text = f"Wort {text}"
    assert decode(text.encode(), "bericht.txt").text == unicodedata.normalize("NFC", text)
