"""Bytes become characters: encodings, line ends and accents; what was done is told."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from zufolge.errors import EmptySource, NotText

STEP = "sources"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "byte order mark removed"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "read as UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "read as UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "read as UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "read as UTF-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an audio, video or WebP file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
)
# Control characters that no text needs; the wires' own (start of text, record separator) are rare.
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 0.01
# German has some 2 % of letters beyond ASCII; another alphabet has nearly all of them there.
_MOST_FOREIGN = 0.3
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.-]+)", re.IGNORECASE)
# Declared encodings that are believed; ISO-8859-1 stands for Windows-1252, as browsers have it.
_BELIEVED = re.compile(r"iso-8859-(?!1$)\d+|windows-125[013-8]|koi8-[ru]", re.IGNORECASE)
_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_STRAYS = re.compile("[\udc80-\udcff]")
_SIGN = re.compile(r"[^\W_]")
# Composing takes quadratic time on endless marks over one letter, and no language has them.
_ENDLESS_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff"
                            "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{100}")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, with what was done to the bytes to get them."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Turn bytes into text.

    A byte order mark decides; else it is UTF-8; else, on a web page, the encoding that it declares;
    else Windows-1252. Line ends become LF, accents are composed (Unicode NFC).

    Args:
        data: the whole file.
        name: what to call it in errors.

    Returns:
        The text, in which all offsets will count, and notes.

    Raises:
        NotText: if the bytes are no text, or in an encoding that is not known.
        EmptySource: if there is not a single letter or figure in it.
    """
    _refuse_known_kind(data, name)
    decoded = _decode_marked(data, name) or _decode_unmarked(data, name)
    text, notes = decoded.text, list(decoded.notes)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes.append("line ends turned into LF")
    composed = compose(text)
    if composed != text:
        text = composed
        notes.append("accents composed (Unicode NFC)")
    if not _SIGN.search(text):
        raise EmptySource("there is no text in it", article=name, step=STEP)
    return Decoded(text, tuple(notes))


def compose(text: str) -> str:
    """Return a text in Unicode normal form NFC."""
    if text.isascii() or _ENDLESS_MARKS.search(text):
        return text
    return unicodedata.normalize("NFC", text)


def _refuse_known_kind(data: bytes, name: str) -> None:
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise NotText(f"it is {kind}, not a text", article=name, step=STEP)


def _decode_marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding, note in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            if encoding == "utf-8":
                decoded = _decode_unmarked(rest, name)
                return Decoded(decoded.text, (note, *decoded.notes))
            try:
                return Decoded(_without_controls(rest.decode(encoding), name), (note,))
            except UnicodeDecodeError as error:
                message = f"it begins like {encoding[:6].upper()}, but goes on as something else"
                raise NotText(message, article=name, step=STEP) from error
    return None


def _without_controls(text: str, name: str) -> str:
    if "\0" in text:
        raise NotText("it is binary, not a text", article=name, step=STEP)
    return text


def _decode_unmarked(data: bytes, name: str) -> Decoded:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > 1 + _MOST_CONTROLS * len(data):
        raise NotText("it is binary, not a text", article=name, step=STEP)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_mixed(data, name)


def _decode_mixed(data: bytes, name: str) -> Decoded:
    # Bytes that are not UTF-8 become lone surrogates, which no proper UTF-8 yields.
    text = data.decode("utf-8", "surrogateescape")
    stray = len(_STRAYS.findall(text))
    proper = len(text) - len(text.encode("ascii", "ignore")) - stray
    if proper > stray:
        # UTF-8 into which something else was pasted.
        noun = "byte that is" if stray == 1 else "bytes that are"
        return Decoded(text.translate(_STRAY), (f"{stray} {noun} not UTF-8 read as Windows-1252",))
    return _decode_declared(data) or _decode_western(data, stray + proper, name)


def _decode_declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:4096]) if data.lstrip()[:1] == b"<" else None
    encoding = found.group(1).decode("ascii", "replace") if found else ""
    if not _BELIEVED.fullmatch(encoding):
        return None
    try:
        return Decoded(data.decode(encoding), (f"read as {encoding.upper()}, as declared",))
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_western(data: bytes, foreign: int, name: str) -> Decoded:
    if foreign > 20 and foreign > _MOST_FOREIGN * len(data):
        message = "its character encoding is neither UTF-8 nor Windows-1252"
        raise NotText(message, article=name, step=STEP)
    return Decoded(data.decode("cp1252", "replace"), ("read as Windows-1252",))
