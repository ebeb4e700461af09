"""Offices of one class, of which a person holds one at a time."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[str, ...]


def compare(left: Side, right: Side, argument: tuple[str, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both offices stand in one of these exclusive classes, and are two offices."""
    here, there = left.value, right.value
    if here.exclusive not in argument or here.exclusive != there.exclusive or here.office == there.office:
        return NO
    return Outcome(True, (f"a person holds one office of the class “{here.exclusive}” at a time",))
