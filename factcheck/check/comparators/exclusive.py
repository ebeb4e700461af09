"""Offices of one class, of which a person holds one at a time."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both offices stand in one exclusive class and are two (with false: where they do not)."""
    here, there = left.value, right.value
    clash = bool(here.exclusive and here.exclusive == there.exclusive and here.office != there.office)
    if not clash:
        return NO if argument else Outcome(True)
    return Outcome(argument, (f"a person holds one office of the class “{here.exclusive}” at a time",))
