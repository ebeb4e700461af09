"""One side inside the other: a day in a month, an island in a city, a department in a ministry."""

from __future__ import annotations

from typing import Literal

from factcheck.check import intervals, places
from factcheck.check.attributes import interval, tokens
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = Literal["date", "place", "organization"]


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where one side contains the other and they are not the same."""
    return {"date": _date, "place": _place, "organization": _organization}[argument](left, right, context)


def _date(left: Side, right: Side, _: Context) -> Outcome:
    pair = sorted((interval(left, "date"), interval(right, "date")), key=lambda one: -(one.days or 0))
    if pair[0] == pair[1] or not intervals.contains(*pair):
        return NO
    return Outcome(True, held=((intervals.timex(pair[0]), intervals.timex(pair[1])),))


def _place(left: Side, right: Side, context: Context) -> Outcome:
    for outer, inner in ((left, right), (right, left)):
        why = places.contains(outer, inner, context)
        if why:
            step = f"{inner.value.place} lies in {outer.value.place}, {why}"
            return Outcome(True, (step,), held=((outer.value.place, inner.value.place),))
    return NO


def _organization(left: Side, right: Side, _: Context) -> Outcome:
    here, there = tokens(left.value.organization), tokens(right.value.organization)
    if not here or not there or not (here <= there or there <= here):
        return NO
    step = f"organization: “{left.value.organization}” and “{right.value.organization}” share their words"
    return Outcome(True, (step,))
