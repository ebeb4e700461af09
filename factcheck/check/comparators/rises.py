"""Figures that grow from one article to the next."""

from __future__ import annotations

from datetime import date

from factcheck.check.context import Context
from factcheck.check.intervals import Interval, spell
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.span import Span, days
from factcheck.model import QuantityValue

ARGUMENT = Span


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where the smaller number was published before the greater one everywhere, and within a span of it.

    A toll rises as hours and days pass; it does not fall, and after the span it rises no more.
    """
    if not isinstance(left.value, QuantityValue) or not isinstance(right.value, QuantityValue):
        return NO
    less, more = sorted((left, right), key=said)
    early, late = published(less, context), published(more, context)
    if not early or not late or said(less) == said(more):
        return NO
    last, first = max(early), min(late)
    if last >= first or (first - min(early)).days > days(argument):
        return NO
    return Outcome(True, (f"{less.label} by {spell(last)}, {more.label} from {spell(first)} on: the figure has risen",))


def said(side: Side) -> float:
    """Return the number of a count, the upper end of a range."""
    value = side.value
    return float(value.number if value.number is not None else value.high or 0)


def published(side: Side, context: Context) -> list[date]:
    """Return the days on which a side's articles appeared; none where one is unknown."""
    spans: list[Interval] = [context.published(claim.article) for claim in side.claims]
    found = [span.day for span in spans]
    return [day for day in found if day is not None] if None not in found else []
