"""Normal forms of names: what stays when case, hyphens, diacritics and habits of transliteration are folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck import lexicon

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> tuple[str, ...]:
    """Return a name's words, case and diacritics folded, hyphens and stops read as spaces.

    "Kim Jong-Un" → ("kim", "jong", "un")     "J.R. Müller" → ("j", "r", "muller")
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_WORD.findall(plain.replace("'", "").replace("’", "")))


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Return a folded word with habits of transliteration evened out: "sergey", "sergei" → "sergi"."""
    for spelling, even in _evened():
        word = word.replace(spelling, even)
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=1)
def _evened() -> tuple[tuple[str, str], ...]:
    table = lexicon.load("transliteration")["even"]
    return tuple(
        sorted(((spelling, even) for even, group in table.items() for spelling in group), key=lambda p: (-len(p[0]), p))
    )


@lru_cache(maxsize=1)
def nicknames() -> dict[str, str]:
    """Return given names and their short forms → the fullest form ("bill" → "william")."""
    table = lexicon.load("transliteration")["nicknames"]
    return {short: full for full, group in table.items() for short in (full, *group)}


@lru_cache(maxsize=1)
def suffixes() -> frozenset[str]:
    """Return words after a name that tell a generation or an honour: "jr", "iii"."""
    return frozenset(lexicon.load("transliteration")["suffixes"])


@lru_cache(maxsize=1)
def legal_forms() -> frozenset[str]:
    """Return words of an organisation's name that do not tell it apart: "the", "inc", "ltd"."""
    return frozenset(lexicon.load("transliteration")["legal_forms"])


def slug(name: str) -> str:
    """Return a name as ASCII words joined by hyphens, "unnamed" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
