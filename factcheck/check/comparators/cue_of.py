"""Which kind of cue."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[str, ...]


def compare(left: Side, right: Side, argument: tuple[str, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the cue is of one of the kinds."""
    return Outcome(left.value.cue in argument)
