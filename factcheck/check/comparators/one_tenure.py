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

    Who is president "since 2012" in one article and "since 2014" in another is so in one time, if the later beginning
    lies before the first article. A beginning alone ("took office in 2013"), and an office that is not named ("in
    power"), are taken for the same where they lie within the span of the other: people come back, and rise.
    """
    gap = apart(interval(left, "begun"), interval(right, "begun"))
    if gap is None:
        return NO
    held = all(read(side, "says") == "since" for side in (left, right))
    named = all(read(side, "office") for side in (left, right))
    near = gap <= days(argument)
    if held and not _begun_by_then(left, right, context):
        return NO
    return YES if near or (held and named) else NO


def _begun_by_then(left: Side, right: Side, context: Context) -> bool:
    """Tell whether the later beginning lies before an article of the other side, or both stand in one article."""
    begun = [(interval(side, "begun").earliest, side) for side in (left, right)]
    known = [(day, side) for day, side in begun if day is not None]
    if len(known) < len(begun):
        return True
    (_, earlier), (later, other) = sorted(known, key=lambda pair: pair[0])
    told = [context.published(claim.article).latest for claim in earlier.claims]
    together = {claim.article for claim in earlier.claims} & {claim.article for claim in other.claims}
    return bool(together) or any(day is not None and day >= later for day in told)
