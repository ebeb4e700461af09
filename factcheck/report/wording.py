"""Numbers and nouns as a report prints them."""

from __future__ import annotations


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: 1, "article" → "1 article"; 1200, "claim" → "1,200 claims"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
