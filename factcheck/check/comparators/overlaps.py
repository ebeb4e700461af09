"""Intervals that meet."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.check.attributes import implied, interval
from factcheck.check.context import Context
from factcheck.check.intervals import apart, write
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days


class Overlaps(Struct, frozen=True, forbid_unknown_fields=True):
    """Which interval of a claim, and how far two may miss each other."""

    of: Literal["date", "origin", "born", "begun", "ended"] = "date"
    tolerance: Span = "0 days"


ARGUMENT = Overlaps


def compare(left: Side, right: Side, argument: Overlaps, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both intervals are known and meet, or miss each other by no more than the tolerance."""
    here, there = interval(left, argument.of), interval(right, argument.of)
    gap = apart(here, there)
    if gap is None:
        return Outcome(False)
    if gap > 0:
        return Outcome(gap <= days(argument.tolerance))
    return Outcome(True, implied(left, right, argument.of) or (f"{write(here)} and {write(there)} can be one",))
