"""What an article says about its own date: each cue as a score over candidate days."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from msgspec import Struct


class Partial(Struct, frozen=True):
    """A date of which parts may be missing: (None, 4, 24) is 24 April of an unknown year."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def timex(self) -> str:
        """The TIMEX3 value: "2019-04-25", "2019-04", "XXXX-04-24"."""
        parts = [f"{self.year:04}" if self.year is not None else "XXXX"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    def on(self, year: int) -> date | None:
        """Return the day in a year; None where a part is missing or that year has no such day."""
        if self.month is None or self.day is None or self.year not in {None, year}:
            return None
        return day_of(year, self.month, self.day)

    @property
    def full(self) -> date | None:
        """The day, where year, month and day are known."""
        return None if self.year is None else self.on(self.year)

    @property
    def interval(self) -> tuple[date, date] | None:
        """The first and last day it can be, None without a year."""
        if self.year is None:
            return None
        first, last = (self.month, self.month) if self.month else (1, 12)
        if self.month and self.day:
            day = day_of(self.year, self.month, self.day)
            return (day, day) if day else None
        return date(self.year, first, 1), date(self.year, last, calendar.monthrange(self.year, last)[1])


class Evidence(Struct, frozen=True):
    """A cue before the date is settled.

    `score` gives what it adds for a candidate day (its weight where it fits, 0 or less where it does not); `fits` is
    whether it agrees, None where it says nothing about that day. `years` are the years that it proposes, `leans`
    other spans of the text that it rests on.
    """

    kind: str
    text: str
    start: int | None
    end: int | None
    says: str
    score: Callable[[date], float]
    fits: Callable[[date], bool | None]
    years: tuple[int, ...] = ()
    leans: tuple[tuple[int, int], ...] = ()


class Anchor(Struct, frozen=True):
    """A date printed in metadata, header or dateline; `dates` are its readings (two for "04/05/2020")."""

    kind: str
    text: str
    start: int | None
    end: int | None
    dates: tuple[Partial, ...]
    updated: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
