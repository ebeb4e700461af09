"""Fields that are the same, or empty on both sides."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import NO, YES, Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where each named field is equal on both sides, or neither side fills it."""
    return YES if all((read(left, name) or None) == (read(right, name) or None) for name in argument) else NO
