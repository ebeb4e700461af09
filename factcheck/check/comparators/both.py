"""Fields that both sides fill, alike or not."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where each named field is filled on both sides."""
    return Outcome(all(read(left, name) and read(right, name) for name in argument))
