"""Articles that appeared at nearly one time."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.intervals import apart
from factcheck.check.outcome import NO, YES, Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days

ARGUMENT = Span


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where an article of each side appeared within a length of time of the other, or is the same article.

    What a passage speaks of plays no part: a quotation may tell of any time.
    """
    here, there = ({claim.article for claim in side.claims} for side in (left, right))
    if here & there:
        return YES
    pairs = ((context.published(one), context.published(other)) for one in sorted(here) for other in sorted(there))
    gaps = (apart(*pair) for pair in pairs)
    return YES if any(gap is not None and gap <= days(argument) for gap in gaps) else NO
