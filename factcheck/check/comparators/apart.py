"""Intervals that cannot be one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.check import intervals
from factcheck.check.attributes import implied, interval, loosened
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days


class Apart(Struct, frozen=True, forbid_unknown_fields=True):
    """Which interval of a claim, and by how much more than `tolerance` two must miss each other.

    With `exact`, both must be single days.
    """

    of: Literal["date", "origin", "born", "begun", "ended"] = "date"
    tolerance: Span = "0 days"
    exact: bool = False


ARGUMENT = Apart


def compare(left: Side, right: Side, argument: Apart, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both intervals are known and miss each other whatever is inferred and not printed.

    A year that was inferred, or a bare weekday's week, is no evidence: the interval is tried one year (week) to
    either side as well.
    """
    here, there = interval(left, argument.of), interval(right, argument.of)
    if argument.exact and (here.day is None or there.day is None):
        return Outcome(False)
    gaps = [intervals.apart(one, other) for one in loosened(left, here) for other in loosened(right, there)]
    if any(gap is None or gap <= days(argument.tolerance) for gap in gaps) or not gaps:
        return Outcome(False)
    told = f"{intervals.write(here)} and {intervals.write(there)} {_told(here, there)}"
    return Outcome(True, implied(left, right, argument.of) or (told,))


def _told(here: intervals.Interval, there: intervals.Interval) -> str:
    """Tell how far two days are apart; of months and years only that they do not meet."""
    if here.day is None or there.day is None:
        return "cannot be one"
    return f"are {intervals.counted_days(intervals.apart(here, there) or 0)} apart"
