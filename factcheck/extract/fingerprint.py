"""Fingerprints: what two copies of one text have in common, whatever was cut, added or changed in between.

A run of words is kept when its first word is an anchor, a long one: so the same runs are kept in every copy, and only
one run in four is looked at.
"""

from __future__ import annotations

from itertools import compress
from zlib import crc32

from factcheck.extract.tokens import Tokens

_RUN = 6
_LONG = 7


def fingerprint(tokens: Tokens) -> tuple[int, ...]:
    """Return the checksums of a text's anchored runs of six words, sorted, each once."""
    words = tokens.words
    anchors = compress(range(len(words) - _RUN + 1), map(_LONG.__le__, map(len, words)))
    return tuple(sorted({crc32(" ".join(words[first : first + _RUN]).encode()) for first in anchors}))
