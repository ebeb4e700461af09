"""Values given in sentences of different dates."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.intervals import Interval, apart
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days

ARGUMENT = Span


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where the sentences of both sides print dates, and no two of them come as near as the span.

    Then the two values are probably of two events that were taken for one.
    """
    here, there = _dates(left, context), _dates(right, context)
    if not here or not there:
        return NO
    gaps = [apart(one, other) for one in here for other in there]
    return Outcome(all(gap is not None and gap > days(argument) for gap in gaps))


def _dates(side: Side, context: Context) -> list[Interval]:
    """Return the distinct dates in a side's sentences, few of them."""
    found = {span for claim in side.claims[:50] for span in context.sentence_dates(claim)}
    return sorted(found, key=str)[:50]
