"""Times that lean on a neighbour: "9 p.m. EST (0200 GMT)", "from 7 to 9 p.m. on Friday", "two years later, in 1951"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck import timex
from factcheck.extract.time.records import Time, TimeExpression, explicit

if TYPE_CHECKING:
    from factcheck.extract.document import Document

# "2019-11-20T21:00"
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?")


def beside(
    document: Document, index: int, known: Sequence[Time], value: str, inferred: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """Return the value of an expression in the light of its neighbours, and what was inferred from what."""
    expression = document.times[index]
    if index and (zoned := _same_moment(document, expression, known[-1], value)):
        return zoned, {"day": "local time"}
    if named := _apposed(document, index):
        return named, {}
    return value, inferred


def _same_moment(document: Document, expression: TimeExpression, before: Time, value: str) -> str | None:
    """Put "0200 GMT" in brackets on the day that brings it nearest to the local time before the brackets."""
    lower = document.tokens.lower
    if (
        expression.type != "TIME"
        or lower[expression.first - 1] != "("
        or before.expression.stop != expression.first - 1
    ):
        return None
    local, other = _TIMED.match(before.timex), _TIMED.match(value)
    if not local or not other:
        return None
    day = date.fromisoformat(local[1])
    hours = int(local[2]) - int(other[2])
    try:
        day += timedelta(days=1 if hours > _HALF_A_DAY else -1 if hours < -_HALF_A_DAY else 0)
    except OverflowError:
        return None
    return day.isoformat() + value[10:]


# Hours between two clocks that show one moment on one day, at most.
_HALF_A_DAY = 12


def _apposed(document: Document, index: int) -> str | None:
    """Return the date that says when "three months later, in January 1849" was."""
    expression = document.times[index]
    if expression.kind != "shift" or expression.base != "narrative" or not expression.count:
        return None
    if index + 1 >= len(document.times):
        return None
    named = document.times[index + 1]
    gap = document.tokens.lower[expression.stop : named.first]
    if gap not in ([",", "in"], [",", "on"], [","]) or not explicit(named):
        return None
    if document.tokens.sentence(expression.first) != document.tokens.sentence(named.first):
        return None
    return named.timex.partition("T")[0][: _DIGITS.get(expression.unit, 10)]


# How much of a date a length in such units tells: a year later is told to the year.
_DIGITS = {"year": 4, "decade": 4, "century": 4, "month": 7}


def days_ahead(document: Document, times: list[Time]) -> list[Time]:
    """Give the first hour of "from 7 to 9 p.m. on Friday" the day that stands after the second."""
    for index in range(len(times) - 2):
        _bracketed(document, times, index)
    for index, two in enumerate(document.times[1:]):
        one = document.times[index]
        if one.type != "TIME" or two.type != "TIME" or not one.timex.startswith("XXXX-XX-XX"):
            continue
        gap = document.tokens.lower[one.stop : two.first]
        day = times[index + 1].timex[:10]
        if (
            len(gap) == 1
            and gap[0] in _LINKS
            and not two.timex.startswith("XXXX-XX-XX")
            and timex.valid(day + one.time)
        ):
            first, last = timex.interval(day)
            times[index] = replace(times[index], timex=day + one.time, earliest=first, latest=last)
    return times


def _bracketed(document: Document, times: list[Time], index: int) -> None:
    """Give "4:30 a.m. (0030 GMT) Wednesday" the day that stands after the brackets, on both clocks."""
    local, zoned, day = document.times[index : index + 3]
    if local.type != "TIME" or zoned.type != "TIME" or day.type != "DATE" or local.weekday is not None or local.day:
        return
    lower = document.tokens.lower
    gap = lower[zoned.stop : day.first]
    if lower[local.stop : zoned.first] != ["("] or gap not in ([")"], [")", "on"]) or not local.time[1:2].isdigit():
        return
    value = times[index + 2].timex
    first, last = timex.interval(value)
    if first is None or first != last or len(value) != _DAY:
        return
    inferred = {"day": "day told"}
    times[index] = replace(times[index], timex=value + local.time, earliest=first, latest=last, inferred=inferred)
    other = _same_moment(document, zoned, times[index], value + zoned.time)
    if other:
        first, last = timex.interval(other)
        times[index + 1] = replace(times[index + 1], timex=other, earliest=first, latest=last, inferred=inferred)


# Characters of a day: "2019-11-20".
_DAY = 10

_LINKS = frozenset(["-", "–", "—", "to", "and", "until", "till", "through"])
