"""One input under reading: its bytes, and bytes → text with nothing changed.

The text is the decoded bytes with no newline translation: `text == data.decode(encoding)`, always. A UTF-8 byte order
mark therefore stays as U+FEFF at offset 0, so that offsets agree with any program that reads the file as UTF-8; the
mark of UTF-16 and UTF-32 is part of the encoding and not of the text.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import BinaryIO

from msgspec import Struct

from factcheck.model import Problem

LIMIT = 32 * 1024 * 1024
"""Bytes beyond which a file (or a JSON line) is taken for something else than an article."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = frozenset(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
_CONTROL_SHARE = 0.01
_SAMPLE = 4096


class Source(Struct, frozen=True):
    """An input: `article` is the name it gives its article, `path` what problems call it."""

    article: str
    path: str
    open: Callable[[], BinaryIO]

    def problem(self, message: str, remedy: str, line: int | None = None) -> Problem:
        """Return a Problem that points here, or to a line (from 1) of it."""
        return Problem(self.path if line is None else f"{self.path}:{line}", message, remedy)


class Decoded(Struct, frozen=True):
    """A text, and the codec that turns the file's bytes into exactly it."""

    text: str
    encoding: str


def decode(source: Source) -> Decoded | Problem:
    """Return the whole text of a source; a Problem where it cannot be had or holds none."""
    try:
        with source.open() as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, ValueError, AttributeError) as error:
        return unreadable(source, error)
    if len(data) > LIMIT:
        return source.problem(f"larger than {LIMIT >> 20} MB", "split it into articles, or pass JSON Lines")
    decoded = _decode(data)
    if decoded is None:
        return source.problem("not a text in any known encoding", "save it as UTF-8 text, or leave it out")
    if not decoded.text.strip("\ufeff \t\r\n\f\v"):
        return source.problem("empty", "put the article's text into it, or leave it out")
    return decoded


def unreadable(source: Source, error: Exception) -> Problem:
    """Return the Problem for a source that the system will not hand out."""
    reason = getattr(error, "strerror", None) or str(error)
    return source.problem(f"cannot be read: {reason}", "check that it exists and may be read")


def _decode(data: bytes) -> Decoded | None:
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return None if _is_binary(text) else Decoded(text, encoding)
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try: the byte order mark's, else UTF-8, else what the detector takes it for."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return (marked,)
    if b"\0" in data:
        return ()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data)
    return ("utf-8",)


def _detect(data: bytes) -> tuple[str, ...]:
    """Return the likeliest other encoding; Windows-1252 where it reads the bytes just as well."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return ()
    return ("cp1252",) if "cp1252" in best.could_be_from_charset else (best.encoding,)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(map(_CONTROL.__contains__, sample)) > _CONTROL_SHARE * len(sample)
