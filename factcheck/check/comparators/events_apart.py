"""Two events that surely are two."""

from __future__ import annotations

from factcheck.check import intervals
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where the claims of date of both events put them at different times (with false: where they do not)."""
    here, there = (context.event_time(side.claims[0]) for side in (left, right))
    gap = intervals.apart(here, there)
    two = bool(gap)
    said = f"one is dated {intervals.write(here)}, the other {intervals.write(there)}"
    return Outcome(two == argument, (said,) if two else ())
