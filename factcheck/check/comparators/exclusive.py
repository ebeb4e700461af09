"""Offices of one class, or of classes that shut each other out, of which a person holds one at a time."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[tuple[str, ...], ...]


def compare(left: Side, right: Side, argument: tuple[tuple[str, ...], ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both offices stand in one of these groups of exclusive classes, and are two offices."""
    here, there = left.value, right.value
    if here.office == there.office:
        return NO
    for group in argument:
        if here.exclusive in group and there.exclusive in group:
            how = "nobody" if here.exclusive == there.exclusive else "hardly anybody"
            return Outcome(True, (f"{how} is {here.office} and {there.office} at one time",))
    return NO
