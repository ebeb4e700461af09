"""Claims that speak of nearly one time."""

from __future__ import annotations

from datetime import date

from factcheck.check.context import Context
from factcheck.check.intervals import counted_days
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days
from factcheck.check.stories import NEWS_DAYS

ARGUMENT = Span
# Days between two claims that are too few for one value to have followed the other untold.
_AT_ONCE = 7


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where some claim of each side lies within a length of time of the other, and neither side just follows.

    Where all of one side comes before all of the other, more than a week apart, and both together span more than the
    length, one value may have followed the other, and the condition does not hold. Claims whose time is unknown count
    in their article only, and, for a length of ten days or more, in undated articles that open with one event.
    """
    limit = days(argument)
    nearest = _nearest(left, right, context)
    if nearest is None and limit >= NEWS_DAYS and (event := _story(left, right, context)):
        return Outcome(True, (f"no date is known, but both are reports of one event, the {event}",))
    if nearest is None or nearest > limit or (nearest > _AT_ONCE and _succession(left, right, limit, context)):
        return NO
    return Outcome(True, (_told(nearest),))


def _story(left: Side, right: Side, context: Context) -> str | None:
    """Return the event with which undated articles of both sides open, None where there is none."""
    here, there = (_undated(side, context) for side in (left, right))
    shared = frozenset().union(*map(context.stories.of, here)) & frozenset().union(*map(context.stories.of, there))
    return min((context.corpus.subjects[event].name for event in shared), default=None)


def _undated(side: Side, context: Context) -> set[str]:
    return {claim.article for claim in side.claims if context.undated(claim)}


def _told(gap: int) -> str:
    return "both are said at one time" if gap == 0 else f"the two are said within {counted_days(gap)}"


def _nearest(left: Side, right: Side, context: Context) -> int | None:
    """Return the least number of days within which a claim of each side surely lies; one sweep over sorted times."""
    shared = {claim.article: claim for claim in left.claims}
    for claim in right.claims:
        if claim.article in shared and context.distance(shared[claim.article], claim) == 0:
            return 0
    marks = sorted([*_times(left, 0, context), *_times(right, 1, context)])
    best: int | None = None
    latest: dict[int, tuple[date, date]] = {}
    for first, last, side in marks:
        other = latest.get(1 - side)
        if other is not None:
            gap = max((last - other[0]).days, (other[1] - first).days)
            best = gap if best is None else min(best, gap)
        latest[side] = (first, last)
    return best


def _times(side: Side, tag: int, context: Context) -> set[tuple[date, date, int]]:
    spans = (context.time(claim) for claim in side.claims)
    return {
        (span.earliest, span.latest, tag) for span in spans if span.earliest is not None and span.latest is not None
    }


def _succession(left: Side, right: Side, limit: float, context: Context) -> bool:
    here, there = sorted(_times(left, 0, context)), sorted(_times(right, 0, context))
    if not here or not there:
        return False
    ordered = here[-1][1] < there[0][0] or there[-1][1] < here[0][0]
    span = max(here[-1][1], there[-1][1]) - min(here[0][0], there[0][0])
    return ordered and span.days > limit
