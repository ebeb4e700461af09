"""Calendar arithmetic of the checks: intervals, lengths of time, and how both are written in an explanation."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from factcheck.timex import MONTHS

DAYS_OF = {"Y": 365.2425, "M": 30.436875, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
# "P4Y", "P1Y6M", "PT2H", "PT1H30M"; the decades and centuries of TIMEX3 ("P1DE", "P2CE") count as years
_LENGTH = re.compile(r"P(?P<date>(?:\d+(?:\.\d+)?(?:Y|M|W|DE|CE|D))*)(?:T(?P<time>(?:\d+(?:\.\d+)?[HMS])+))?")
_PART = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|[YMWDHS])")
_SCALE = {"DE": 10.0, "CE": 100.0}


class Interval(Struct, frozen=True):
    """Days from `earliest` to `latest`, both inclusive; None where an end is open."""

    earliest: date | None
    latest: date | None

    @property
    def known(self) -> bool:
        """Tell whether anything is known of it."""
        return self.earliest is not None or self.latest is not None

    @property
    def day(self) -> date | None:
        """Return the day, where the interval is one day."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None

    @property
    def days(self) -> int | None:
        """Return the number of days, None for an open interval."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1


def apart(left: Interval, right: Interval) -> int | None:
    """Return the days by which two intervals miss each other, 0 where they meet, None where that is unknown."""
    if not left.known or not right.known:
        return None
    gap = max(_gap(left.latest, right.earliest), _gap(right.latest, left.earliest))
    return max(gap, 0)


def _gap(end: date | None, begin: date | None) -> int:
    return (begin - end).days if end is not None and begin is not None else 0


def contains(outer: Interval, inner: Interval) -> bool:
    """Tell whether the outer interval, closed at both ends, holds all of the inner one."""
    if outer.earliest is None or outer.latest is None or inner.earliest is None or inner.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def furthest(left: Interval, right: Interval) -> int | None:
    """Return the greatest number of days that can lie between two intervals, None where one is open."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    return max((right.latest - left.earliest).days, (left.latest - right.earliest).days)


def shifted(interval: Interval, *, years: int = 0, days: int = 0) -> Interval:
    """Return an interval moved by calendar years and days."""
    return Interval(_shift(interval.earliest, years, days), _shift(interval.latest, years, days))


def _shift(day: date | None, years: int, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + relativedelta(years=years) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None


class Length(Struct, frozen=True):
    """A length of time in its parts: (2, "TH") is two hours. `days` is its mean length in days."""

    parts: tuple[tuple[float, str], ...]

    @property
    def days(self) -> float:
        """Return the length in days, months and years taken at their mean."""
        return sum(number * DAYS_OF[unit] for number, unit in self.parts)

    @property
    def unit(self) -> str:
        """Return the smallest unit named."""
        return self.parts[-1][1]

    def __str__(self) -> str:
        return " ".join(_counted(number, UNITS[unit]) for number, unit in self.parts)


def length(timex: str) -> Length | None:
    """Read a TIMEX3 duration; None where its number is unknown.

    "P4Y" → 4 years; "PT1H30M" → 1 hour 30 minutes; "PXY" → None
    """
    found = _LENGTH.fullmatch(timex)
    if not found or timex in ("P", "PT"):
        return None
    parts = [(float(n) * _SCALE.get(u, 1.0), "Y" if u in _SCALE else u) for n, u in _PART.findall(found["date"] or "")]
    parts += [(float(n), "T" + u) for n, u in _PART.findall(found["time"] or "")]
    return Length(tuple(parts)) if parts else None


def after(day: date, span: Length, *, sign: int = 1) -> date | None:
    """Return the day a length of time after another (before it with sign −1), by the calendar."""
    try:
        for number, unit in span.parts:
            whole = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}.get(unit)
            if whole and number == int(number):
                day += relativedelta(**{whole: sign * int(number)})  # type: ignore[arg-type]
            else:
                day += timedelta(days=round(sign * number * DAYS_OF[unit]))
    except (OverflowError, ValueError):
        return None
    return day


def spell(day: date) -> str:
    """Write a day as it stands in American news: "April 25, 2019"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def write(interval: Interval) -> str:
    """Write an interval as shortly as it can be told: "2019", "April 2019", "April 25, 2019", "A to B"."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return _open(first, last)
    if first == last:
        return spell(first)
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{spell(first)} to {spell(last)}"


def _open(first: date | None, last: date | None) -> str:
    if first is not None:
        return f"{spell(first)} or later"
    return f"{spell(last)} or earlier" if last is not None else "unknown"


def timex(interval: Interval) -> str:
    """Write an interval as TIMEX3 where it is a year, a month or a day, else as "A/B"."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    written = write(interval)
    if written == str(first.year):
        return written
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if " to " not in written else f"{first}/{last}"


def counted_days(days: int) -> str:
    """Write a number of days: "1 day", "3 days"."""
    return _counted(days, "day")


def _counted(number: float, unit: str) -> str:
    return f"{number:g} {unit}{'' if number == 1 else 's'}"
