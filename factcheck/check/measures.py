"""Quantities in units that can be converted: "120 miles an hour" and "195 km/h" are one speed.

Comes in: a value with a number and its unit. Goes out: the range that its words leave, in the base unit of its
dimension, and the dimension's name.
"""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.check.numbers import Range, reach
from factcheck.model import QuantityValue


def measured(value: QuantityValue) -> tuple[str, Range] | None:
    """Return the dimension of a quantity and its range in the base unit; a unit unknown to conversion is its own.

    120 "mile/hour" → "speed", 193 to 193
    """
    dimension, factor = _conversions().get(value.unit, (value.unit, 1.0))
    if value.number is not None:
        span = reach(value.number, value.mod)
    elif value.low is not None and value.high is not None:
        span = Range(value.low, value.high, (value.low + value.high) / 2)
    else:
        return None
    return dimension, Range(span.low * factor, span.high * factor, span.said * factor)


@cache
def _conversions() -> dict[str, tuple[str, float]]:
    """Return unit → (dimension, size in the dimension's base unit)."""
    table: dict[str, dict[str, float]] = lexicon.load("quantities")["convert"]
    return {unit: (dimension, factor) for dimension, units in table.items() for unit, factor in units.items()}
