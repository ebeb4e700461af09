"""Sums over years: an anniversary's count against its origin, a span "since" against the day it counts from."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.check import elapsed, jubilee
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side


class Sum(Struct, frozen=True, forbid_unknown_fields=True):
    """Which sum, and whether it must come out (`fits`) or must not."""

    of: Literal["anniversary", "anniversary and origin", "two anniversaries", "elapsed", "span to publication"]
    fits: bool = True


ARGUMENT = Sum


def compare(left: Side, right: Side, argument: Sum, context: Context) -> Outcome:
    """Hold where the sum can be made and comes out as asked; the steps are the sum."""
    outcome = {
        "anniversary": jubilee.alone,
        "anniversary and origin": jubilee.with_origin,
        "two anniversaries": jubilee.with_another,
        "elapsed": elapsed.since,
        "span to publication": elapsed.to_publication,
    }[argument.of](left, right, context)
    if outcome is None or outcome.holds != argument.fits:
        return Outcome(False)
    return Outcome(True, outcome.steps, outcome.cites)
