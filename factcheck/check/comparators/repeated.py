"""A value that several passages give."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = int


def compare(left: Side, right: Side, argument: int, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where at least so many independent articles give the value."""
    count = context.sources(left.claims)
    return Outcome(count >= argument, (f"{count} independent articles say {left.label}",))
