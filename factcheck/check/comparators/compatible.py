"""Fields that do not contradict each other: equal, or unknown on a side."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import NO, YES, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where no named field is known on both sides and different."""
    for name in argument:
        here, there = read(left, name), read(right, name)
        if here not in (None, "") and there not in (None, "") and here != there:
            return NO
    return YES
