"""Words for one thing: ranks and offices that render each other, from the lexicon of offices and lexicon/check.toml."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon


def kin(field: str, here: str, there: str) -> str | None:
    """Return the class in which both words stand, None where they share none: ("rank", "vice", "deputy") → "deputy"."""
    table = _classes(field)
    if here in table and table.get(here) == table.get(there):
        return table[here]
    return None


@cache
def _classes(field: str) -> dict[str, str]:
    entries = lexicon.load("check").get("equivalent", {}).get(field, {})
    return {word: name for name, words in entries.items() for word in (name, *words)}


@cache
def heads() -> frozenset[str]:
    """Return the offices that name the head of a body."""
    return frozenset(lexicon.load("check")["heads"]["offices"])
