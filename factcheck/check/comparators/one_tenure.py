"""Two beginnings that can only be of one time in an office."""

from __future__ import annotations

from factcheck.check.attributes import interval, read
from factcheck.check.context import Context
from factcheck.check.intervals import apart
from factcheck.check.outcome import NO, YES, Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days

ARGUMENT = Span


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where both must tell of one time in office, so that it can have begun but once.

    Who is in office "since 2012" in one article and "since 2013" in another is so in one time, if the later beginning
    lies before the first article. A beginning alone ("took office in 2013") is taken for the same where it lies within
    the span of the other; people come back to office.
    """
    here, there = interval(left, "begun"), interval(right, "begun")
    gap = apart(here, there)
    if gap is None:
        return NO
    if not all(read(side, "says") == "since" for side in (left, right)):
        return YES if gap <= days(argument) else NO
    if here.earliest is None or there.earliest is None:
        return YES if gap <= days(argument) else NO
    earlier, later = (left, right) if here.earliest <= there.earliest else (right, left)
    begun = max(here.earliest, there.earliest)
    told = [context.published(claim.article).latest for claim in earlier.claims]
    if any(day is not None and day >= begun for day in told):
        return YES
    return YES if {claim.article for claim in earlier.claims} & {claim.article for claim in later.claims} else NO
