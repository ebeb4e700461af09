"""Fields that both sides fill, and fill alike."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where each named field is known on both sides and equal."""
    steps = []
    for name in argument:
        here, there = read(left, name), read(right, name)
        if here in (None, "") or here != there:
            return NO
        steps.append(f"{name}: both {here}")
    return Outcome(True, tuple(steps))
