"""Bytes → text and the encoding that it was in; nothing else is changed.

UTF-8 first, then what a byte order mark says, then Windows-1252 for a text that is nearly all ASCII (a detector has
nothing to count there), then charset-normalizer. `text == data.decode(encoding)`, save that bytes which are no UTF-8 in
a text that otherwise is become U+FFFD. A UTF-8 byte order mark stays as U+FEFF at offset 0, so that offsets agree with
any program that reads the file as UTF-8; the mark of UTF-16 and UTF-32 is part of the encoding, not of the text.
"""

from __future__ import annotations

import codecs

from msgspec import Struct

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REPLACEMENT = "\ufffd"
_DAMAGE = 0.1  # of the characters beyond ASCII: up to this share broken, a text is damaged UTF-8
_WESTERN = 0.05  # of all bytes: up to this share beyond ASCII, a text is English or near it
_CONTROL = frozenset(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
_CONTROL_SHARE = 0.01
_SAMPLE = 4096


class Decoded(Struct, frozen=True):
    """A text, the codec that its bytes were in, and how many byte sequences had to be replaced."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes) -> Decoded | None:
    """Return the text of some bytes; None where they are no text."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    decoded = _strictly(data, marked) if marked else _utf8(data) or _other(data)
    return None if decoded is None or _is_binary(decoded.text) else decoded


def _utf8(data: bytes) -> Decoded | None:
    """Read UTF-8, with the damage of a file cut or patched in the middle of a character."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
    beyond = sum(1 for character in text if character > "\x7f") if broken else 0
    return Decoded(text, "utf-8", broken) if not broken or broken <= _DAMAGE * beyond else None


def _other(data: bytes) -> Decoded | None:
    if b"\0" in data:
        return None
    beyond = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    western = _strictly(data, "cp1252") if beyond <= _WESTERN * len(data) else None
    return western or _detected(data)


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    return _strictly(data, "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\0" in text or sum(map(_CONTROL.__contains__, sample)) > _CONTROL_SHARE * len(sample)
