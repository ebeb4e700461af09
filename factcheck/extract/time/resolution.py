"""Expressions → times: what the words leave open is taken from the publication date, the narrative, and tense.

With a publication date, bare days, weekdays and months lean on it, tense deciding the direction; "that day" and "two
days later" lean on the date before. Without one, all lean on the nearest date before in the text.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck import timex
from factcheck.extract.time import anchors
from factcheck.extract.time.beside import beside, days_ahead
from factcheck.extract.time.calendar_names import calendar
from factcheck.extract.time.narrative import Narrative, advances
from factcheck.extract.time.records import Time, TimeExpression, explicit
from factcheck.extract.time.shifts import shift
from factcheck.extract.time.vocabulary import words

if TYPE_CHECKING:
    from factcheck.extract.document import Document


# How many words before a range may say that something changed or was moved "from" its first end "to" its second.
_CHANGE_REACH = 12


def resolve(document: Document) -> tuple[Time, ...]:
    """Return `document.times` resolved, one for one."""
    narrative = Narrative(document)
    masthead = document.masthead
    own = {*masthead.header_times, *masthead.dateline_times}
    still = own | _captioned(document)
    starts = list(masthead.starts)
    out: list[Time] = []
    for index, expression in enumerate(document.times):
        while starts and expression.start >= starts[0]:
            narrative.begin()
            starts.pop(0)
        if expression.base == "event":
            day = anchors.day_beside(document, expression, out)
            value, inferred = (day, {"day": "event"}) if day else (expression.timex, {})
        else:
            value, inferred = _value(narrative, expression, own=index in own)
        if index and document.times[index - 1].until == index and inferred:
            value = _not_before(out[-1].timex, value)
        value, inferred = beside(document, index, out, value, inferred)
        out.append(_time(expression, value, inferred))
        narrative.report(expression, value)
        if expression.type in ("DATE", "TIME") and index not in still and advances(narrative, expression, value):
            narrative.move(expression, value)
    return tuple(_measured(document, _ranged(document, days_ahead(document, out))))


def _captioned(document: Document) -> set[int]:
    """Return the times of captions: a picture's day is not where the story stands."""
    spans = document.masthead.captions
    if not spans:
        return set()
    times = enumerate(document.times)
    return {index for index, time in times if any(start <= time.start < end for start, end in spans)}


def _measured(document: Document, times: list[Time]) -> list[Time]:
    """Give a length told from an event of a known day its ends: "four days after the vote"."""
    for index, expression in enumerate(document.times):
        if expression.type == "DURATION" and (ends := anchors.ends(document, expression, times)):
            times[index] = replace(times[index], begin=ends[0], end=ends[1])
    return times


def _not_before(begin: str, value: str) -> str:
    """Move the inferred end of a range past its beginning: "May and June", "Monday-Friday"."""
    (first, _), (_, last) = timex.interval(begin), timex.interval(value)
    if first is None or last is None or last >= first:
        return value
    if last >= first - timedelta(days=7) and timex.granularity(value) == "day":
        return (last + timedelta(days=7)).isoformat() + value[10:]
    years = first.year - last.year
    for year in (last.year + years, last.year + years + 1):
        moved = f"{year:04d}{value[4:]}"
        _, end = timex.interval(moved)
        if end is not None and end >= first:
            return moved
    return value


def _time(expression: TimeExpression, value: str, inferred: dict[str, str]) -> Time:
    if not timex.valid(value):
        value, inferred = expression.timex, {}
    days = timex.UNKNOWN if expression.impossible else timex.interval(value)
    if expression.part == "overnight":
        days = timex.narrowed(days, "APPROX")  # the night before or after the day that it is told of
    earliest, latest = timex.narrowed(days, expression.mod)
    return Time(
        expression=expression,
        timex=value,
        mod=expression.mod,
        earliest=earliest,
        latest=latest,
        inferred=inferred or None,
        impossible=expression.impossible,
    )


def _ranged(document: Document, times: list[Time]) -> list[Time]:
    """Give both ends of a range the values of the other, and the days of the whole range."""
    for i, expression in enumerate(document.times):
        j = expression.until
        if j is None or j >= len(times):
            continue
        one, two = times[i], times[j]
        if one.earliest is not None and two.latest is not None and one.earliest > two.latest:
            times[j] = replace(two, impossible=_reversed(document, i, j))
            continue
        if one.earliest is None or two.latest is None:
            begin_end = {"begin": one.timex, "end": two.timex} if one.earliest is None and two.latest is None else None
            if begin_end:
                times[i], times[j] = replace(one, **begin_end), replace(two, **begin_end)
            continue
        whole = {"begin": one.timex, "end": two.timex, "earliest": one.earliest, "latest": two.latest}
        times[i], times[j] = replace(one, **whole), replace(two, **whole)
    return times


def _reversed(document: Document, i: int, j: int) -> str | None:
    """Return why the range of two printed dates cannot be, None where they are no range: "fell from 2015 to 2012"."""
    one, two = document.times[i], document.times[j]
    if not (explicit(one) and explicit(two)):
        return None
    tokens, near = document.tokens, words().near
    before = tokens.lower[max(tokens.sentences[tokens.sentence(one.first)][0], one.first - _CHANGE_REACH) : one.first]
    if not near["changes"].isdisjoint(before):
        return None
    if one.month is None and two.month is None and (before[-1:] or [""])[0] not in near["range_opens"]:
        return None
    printed = (document.text[time.start : time.end] for time in (one, two))
    return "the range ends before it begins: {} to {}".format(*printed)


def _value(narrative: Narrative, expression: TimeExpression, *, own: bool) -> tuple[str, dict[str, str]]:
    """Return an expression's value in its place, and which parts were inferred from what."""
    if expression.kind == "fixed":
        return expression.timex, {}
    if expression.kind == "shift":
        value, inferred = shift(narrative, expression)
    else:
        value, inferred = calendar(narrative, expression, own=own)
    if expression.also:
        value = _moved(value, *expression.also) or (expression.timex if expression.also[0] else _WEEK)
    return value, inferred


# Some week.
_WEEK = "XXXX-WXX"


def _moved(value: str, count: int, unit: str) -> str | None:
    """Move a value by calendar units; by no unit at all, it is the unit that holds it: "the week of March 9"."""
    first, _ = timex.interval(value)
    if count == 0 and first is not None:
        return timex.of_date(first, unit)
    return timex.carry(value, count, unit)
