"""Text without what spelling varies: case, accents, hyphens, apostrophes, full stops."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

# "Müller-Lüdenscheidt"   "O'Brien"   "U.S."
_JOINTS = re.compile(r"[-‐‑'’.]")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return text without case, accents and hyphens: "Müller-Lüdenscheidt" → "muller ludenscheidt"."""
    plain = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return " ".join(_JOINTS.sub(" ", plain.casefold()).split())
