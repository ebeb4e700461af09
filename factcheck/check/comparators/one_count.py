"""Counts of the same things."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.numbers import Range, reach
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool
_ANYBODY = "person"


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both sides count one kind of thing, class and role alike (with false: where they do not).

    "12 people" and "14 miners" are of one kind, for miners are people; "12 people" and "3 miners" are whole and part.
    """
    here, there = left.value, right.value
    if (here.frame, here.role) != (there.frame, there.role):
        return Outcome(not argument)
    if here.unit == there.unit:
        return Outcome(argument)
    if _ANYBODY not in (here.unit, there.unit):
        return Outcome(not argument)
    whole, part = (left, right) if here.unit == _ANYBODY else (right, left)
    most, least = _reach(whole), _reach(part)
    return Outcome((least.low > most.high or least.said == most.said) == argument) if most and least else NO


def _reach(side: Side) -> Range | None:
    value = side.value
    if value.number is not None:
        return reach(value.number, value.mod)
    return Range(value.low, value.high, value.high) if value.low is not None and value.high is not None else None
