"""Plans against what happened."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where one side at least is only a plan (with false: where neither is)."""
    return Outcome((left.planned or right.planned) == argument)
