"""Fingerprints: what two copies of one text have in common, whatever was cut, added or changed in between.

A run of words is kept when its first word is an anchor, chosen by checksum: so the same runs are kept in every copy,
and only one run in four is looked at.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, compress
from zlib import crc32

from factcheck.extract.tokens import Tokens

_RUN = 6
_ONE_IN = 4


def fingerprint(tokens: Tokens) -> tuple[int, ...]:
    """Return the checksums of a text's anchored runs of six words, sorted, each once."""
    words = tokens.words
    chosen = set(filter(_anchors, tokens.vocabulary))
    line = " ".join(words)
    begins = list(accumulate(map(len, words), initial=0))  # blanks not counted: one for each word before
    anchors = compress(range(len(words) - _RUN + 1), map(chosen.__contains__, words))
    return tuple(sorted({crc32(line[begins[i] + i : begins[i + _RUN] + i + _RUN - 1].encode()) for i in anchors}))


@lru_cache(maxsize=1 << 16)
def _anchors(word: str) -> bool:
    return crc32(word.encode()) % _ONE_IN == 0
