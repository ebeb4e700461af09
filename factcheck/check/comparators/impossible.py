"""Dates that no calendar has."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the left side's date cannot be as printed (with false: where it can); the step says why."""
    why = getattr(left.value, "impossible", None)
    if (why is not None) != argument:
        return NO
    return Outcome(True, (why,) if why else ())
