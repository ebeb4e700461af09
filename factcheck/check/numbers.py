"""Numbers with the margin that their words leave."""

from __future__ import annotations

from math import inf

from msgspec import Struct

# "about two hours" leaves this part of the number on either side.
APPROXIMATE = 0.15


class Range(Struct, frozen=True):
    """From `low` to `high`, both included; `said` is the number in the text."""

    low: float
    high: float
    said: float


def reach(number: float, mod: str | None) -> Range:
    """Return what a number can be: 2 and "APPROX" → 1.7 to 2.3; 2 and "MORE_THAN" → 2 and up."""
    if mod == "APPROX":
        return Range(number * (1 - APPROXIMATE), number * (1 + APPROXIMATE), number)
    if mod in ("MORE_THAN", "EQUAL_OR_MORE", "AFTER", "ON_OR_AFTER"):
        return Range(number, inf, number)
    if mod in ("LESS_THAN", "EQUAL_OR_LESS", "BEFORE", "ON_OR_BEFORE"):
        return Range(0, number, number)
    return Range(number, number, number)


def gap(left: Range, right: Range) -> float:
    """Return by how much two ranges miss each other, 0 where they meet."""
    return max(left.low - right.high, right.low - left.high, 0)
