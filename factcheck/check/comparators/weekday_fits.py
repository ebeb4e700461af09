"""Weekdays against the calendar."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.intervals import Interval, counted_days, spell
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.model import DateClaim
from factcheck.timex import WEEKDAYS

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where a known day is named with the weekday that it fell on (with false: with another).

    A day that was itself counted from its weekday shows nothing, unless a weekday of the article is that of its date.
    """
    day = Interval(left.value.earliest, left.value.latest).day
    named = [claim for claim in left.claims if claim.value.weekday]
    if day is None or not named:
        return NO
    fell = WEEKDAYS[day.weekday()]
    if (named[0].value.weekday == fell) != argument:
        return NO
    if argument and not any(_printed(claim) or context.confirmed(claim.article) for claim in named):
        return NO
    if not argument:
        return Outcome(True, (f"{spell(day)} was a {fell}, not a {named[0].value.weekday}",), _own(left, context))
    return Outcome(True, (f"{spell(day)} is a {fell}{_lag(named[0], context)}",), _own(left, context))


def _printed(claim: DateClaim) -> bool:
    return "day" not in (claim.value.inferred or {})


def _lag(claim: DateClaim, context: Context) -> str:
    """Return how far the day lies from the article's own, "" where that is unknown."""
    own, day = context.published(claim.article).day, claim.value.earliest
    if own is None or day is None:
        return ""
    gap = (day - own).days
    if gap == 0:
        return ", the day of publication"
    return f", {counted_days(abs(gap))} {'after' if gap > 0 else 'before'} publication"


def _own(side: Side, context: Context) -> tuple[str, ...]:
    articles = sorted({claim.article for claim in side.claims})
    return tuple(claim.id for name in articles for claim in context.self_dated.get(name, ()))
