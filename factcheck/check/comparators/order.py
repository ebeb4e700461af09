"""First before second."""

from __future__ import annotations

from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.intervals import spell
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the left side's time surely lies before the right side's (with false: surely after)."""
    here, there = interval(left, "date"), interval(right, "date")
    first, second = (here, there) if argument else (there, here)
    if first.latest is None or second.earliest is None or first.latest >= second.earliest:
        return NO
    return Outcome(True, (f"{spell(first.latest)} lies before {spell(second.earliest)}",))
