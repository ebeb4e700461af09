"""Fields in which two sides differ."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where each named field differs; an empty field differs from a filled one."""
    steps = []
    for name in argument:
        here, there = read(left, name) or None, read(right, name) or None
        if here == there:
            return NO
        if name not in ("article", "subject"):
            steps.append(f"{name}: {here or 'none'} against {there or 'none'}")
    return Outcome(True, tuple(steps))
