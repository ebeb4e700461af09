"""The records of the reading of time: expressions as printed, and expressions resolved."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from factcheck import timex

Base: TypeAlias = Literal["", "publication", "narrative", "context", "event"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(Struct, frozen=True):
    """A time expression as printed; `first` and `stop` are token indices, `stop` exclusive.

    `timex` is the TIMEX3 value of the words alone, X where a digit is unknown ("XXXX-04-24", "XXXX-WXX-3", "P4Y").
    `year`, `month`, `day` are the fields that stand in the span; `weekday` is 0 for Monday.

    How it resolves: `kind` is "calendar" (fields, perhaps missing some), "shift" (`count` `unit`s from `base`),
    "fixed" (durations, sets, references). `step` is -1, 0 or 1 for "last", "this" and "next" before a calendar name.
    `time` is what follows the day ("T17:00", "TMO"). `begin` and `end` are indices of the expressions that are the
    two ends of a range ("April 25-27"). `relation` ties a duration to what it measures ("since", "lasting").
    `also` is a second move, in units, of what the rest resolves to ("a year ago today": (-1, "year")). `swapped` is
    the other reading of a date whose day and month may be swapped ("03/04/2019").
    `impossible` says why no calendar or clock has what is printed ("June has 30 days").
    """

    start: int
    end: int
    first: int
    stop: int
    type: TimeType
    timex: str
    mod: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    kind: Literal["calendar", "shift", "fixed"] = "calendar"
    base: Base = ""
    unit: str = ""
    count: int = 0
    step: int | None = None
    time: str = ""
    part: str = ""
    until: int | None = None
    relation: str | None = None
    age: bool = False
    impossible: str | None = None
    also: tuple[int, str] | None = None
    swapped: str = ""


class Time(Struct, frozen=True):
    """A resolved time expression. `inferred` maps the parts not printed to what they were inferred from."""

    expression: TimeExpression
    timex: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    inferred: dict[str, str] | None = None
    begin: str | None = None
    end: str | None = None
    impossible: str | None = None


def explicit(expression: TimeExpression) -> tuple[date, date] | None:
    """Return the days that a fully specified date covers, None for one that leans on something else.

    "25 April 2019" → (2019-04-25, 2019-04-25)   "April 2019" → (2019-04-01, 2019-04-30)   "April 25" → None
    """
    if expression.kind != "calendar" or expression.type not in ("DATE", "TIME"):
        return None
    if expression.impossible or expression.also:
        return None
    first, last = timex.interval(expression.timex)
    return (first, last) if first is not None and last is not None else None
