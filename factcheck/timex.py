"""Calendar arithmetic on TIMEX3 values: strings such as "2019-04-25", "XXXX-04-24", "2008-Q3", "P4Y".

Comes in: a value, or a value and a shift. Goes out: intervals of days (both ends inclusive), lengths in days, values.
What a value does not say stays unknown: nothing is ever filled in from a clock or a default.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

from dateutil.relativedelta import relativedelta

Interval: TypeAlias = tuple[date | None, date | None]
Unit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})

UNKNOWN: Interval = (None, None)

# "2019-04-25"   "2019-04"   "2019"   "XXXX-04-24"   "193"   "19"   with a time "T17:00Z", "TMO" after a day
_CALENDAR = re.compile(
    r"(?P<century>[\dX]{2})(?:(?P<decade>[\dX])(?:(?P<year>[\dX])(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?)?)?"
    r"(?P<time>T.+)?"
)
# "2008-Q3"   "2008-H1"   "2010-SU"
_PART = re.compile(r"(?P<year>[\dX]{4})-(?P<part>Q[1-4X]|H[12X]|SP|SU|FA|WI)")
# "2004-W47"   "2004-W47-3"   "2010-W04-WE"
_WEEK = re.compile(r"(?P<year>[\dX]{4})-W(?P<week>[\dX]{2})(?:-(?P<day>[1-7X]|WE))?(?P<time>T.+)?")
# "T17"   "T17:00"   "T17:00:30"   "T08:30Z"   "T08:30+02:00"   "TMO"
_TIME = re.compile(
    r"T(?:(?:MO|MI|AF|EV|NI|DT)|(?:[01]\d|2[0-4]|X{1,2})(?::(?:[0-5]\d|XX)(?::(?:[0-5]\d|XX))?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)"
)
# "P4Y"   "PT2H"   "P1.5M"   "PXY"   "P1DE"   "P1Y6M"
_DURATION = re.compile(
    r"P(?=[\dXT])(?P<date>(?:(?:\d+(?:\.\d+)?|X{1,2})(?:Y|M|WE|W|DE|D|Q|CE|ML))*)"
    r"(?:T(?P<time>(?:(?:\d+(?:\.\d+)?|X{1,2})[HMS])+))?"
)
_LENGTH = re.compile(r"(?P<count>\d+(?:\.\d+)?|X{1,2})(?P<unit>WE|DE|CE|ML|[YMWDQHS])")
# First and last month and day of a part of a year; a season may begin with the month or with the solstice, and
# "winter 2010" is either of two winters, so these are wide on purpose.
_PARTS = {
    "Q1": ((1, 1), (3, 31)),
    "Q2": ((4, 1), (6, 30)),
    "Q3": ((7, 1), (9, 30)),
    "Q4": ((10, 1), (12, 31)),
    "H1": ((1, 1), (6, 30)),
    "H2": ((7, 1), (12, 31)),
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 23)),
    "FA": ((9, 1), (12, 22)),
}
_DAYS: dict[str, tuple[float, float]] = {
    "S": (1 / 86400, 1 / 86400),
    "MIN": (1 / 1440, 1 / 1440),
    "H": (1 / 24, 1 / 24),
    "D": (1, 1),
    "W": (7, 7),
    "WE": (2, 3),
    "M": (28, 31),
    "Q": (90, 92),
    "Y": (365, 366),
    "DE": (3652, 3653),
    "CE": (36524, 36525),
    "ML": (365242, 365243),
}


@lru_cache(maxsize=4096)
def valid(timex: str) -> bool:
    """Tell whether a string is a TIMEX3 value that the calendar allows: "2020-02-30" is not."""
    if timex in REFERENCES:
        return True
    if timex.startswith("P"):
        match = _DURATION.fullmatch(timex)
        return bool(match and (match["date"] or match["time"]))
    bare = timex.removeprefix("BC").removeprefix("FY")
    if match := _PART.fullmatch(bare):
        return True
    if match := _WEEK.fullmatch(bare):
        return _week_exists(match["year"], match["week"]) and _time_valid(match["time"])
    if match := _CALENDAR.fullmatch(bare):
        return _day_exists(match, timex.startswith("BC")) and _time_valid(match["time"])
    return False


def _time_valid(time: str | None) -> bool:
    return time is None or bool(_TIME.fullmatch(time))


def _week_exists(year: str, week: str) -> bool:
    if not week.isdigit():
        return True
    last = date(int(year), 12, 28).isocalendar().week if year.isdigit() and int(year) else 53
    return 1 <= int(week) <= last


def _day_exists(match: re.Match[str], bc: bool) -> bool:
    """Tell whether month and day exist, as far as they are known."""
    month, day = match["month"], match["day"]
    if match["time"] and day is None and match["decade"] is not None:
        return False
    if not (month and month.isdigit()):
        return not (day and day.isdigit()) or 1 <= int(day) <= 31
    if not 1 <= int(month) <= 12:
        return False
    if not (day and day.isdigit()):
        return True
    year = match["century"] + (match["decade"] or "X") + (match["year"] or "X")
    known = year.isdigit() and not bc and int(year) > 0
    return 1 <= int(day) <= days_in_month(int(year) if known else 2000, int(month))


def missing_day(year: int | None, month: int, day: int) -> str | None:
    """Return why a day does not exist, None where it does or may: the year of a 29 February may be unknown.

    (2019, 2, 29) → "February 2019 has 28 days"   (None, 2, 29) → None   (None, 6, 31) → "June has 30 days"
    """
    last = days_in_month(year if year is not None else 2000, month)
    if 1 <= day <= last:
        return None
    name = MONTHS[month - 1]
    if month == 2:
        return f"{name} {year} has {last} days" if year is not None else f"{name} never has more than {last} days"
    return f"{name} has {last} days"


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return monthrange(year, month)[1]


@lru_cache(maxsize=16384)
def interval(timex: str) -> Interval:
    """Return the first and last day that a value covers, (None, None) where the year is unknown or before Christ.

    "2019-04" → (2019-04-01, 2019-04-30)   "193" → (1930-01-01, 1939-12-31)   "XXXX-04-24" → (None, None)
    """
    if timex in REFERENCES or timex.startswith(("P", "BC")) or not valid(timex):
        return UNKNOWN
    try:
        if timex.startswith("FY"):
            return _fiscal_interval(timex.removeprefix("FY"))
        if match := _PART.fullmatch(timex):
            return _part_interval(match["year"], match["part"])
        if match := _WEEK.fullmatch(timex):
            return _week_interval(match["year"], match["week"], match["day"])
        return _calendar_interval(timex.partition("T")[0])
    except (ValueError, OverflowError):
        return UNKNOWN


def _fiscal_interval(year: str) -> Interval:
    """Return the days of any year that some country or company calls by a number: it may begin or end in that year."""
    if len(year) != 4 or not year.isdigit():
        return UNKNOWN
    return date(int(year) - 1, 2, 1), date(int(year) + 1, 6, 30)


def _part_interval(year: str, part: str) -> Interval:
    if not year.isdigit():
        return UNKNOWN
    if part == "WI":
        return date(max(1, int(year) - 1), 12, 1), date(int(year) + 1, 3, 20)
    if part not in _PARTS:
        return _calendar_interval(year)
    (first_month, first_day), (last_month, last_day) = _PARTS[part]
    return date(int(year), first_month, first_day), date(int(year), last_month, last_day)


def _week_interval(year: str, week: str, day: str | None) -> Interval:
    if not year.isdigit():
        return UNKNOWN
    if not week.isdigit():
        return _calendar_interval(year)
    monday = date.fromisocalendar(int(year), int(week), 1)
    if day == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if day and day.isdigit():
        only = monday + timedelta(days=int(day) - 1)
        return only, only
    return monday, monday + timedelta(days=6)


def _calendar_interval(timex: str) -> Interval:
    digits, *rest = timex.split("-")
    known = digits.rstrip("X")
    if len(known) < 2 or "X" in known:
        return UNKNOWN
    if len(known) < 4:
        return date(max(1, int(known.ljust(4, "0"))), 1, 1), date(int(known.ljust(4, "9")), 12, 31)
    year = int(known)
    if not rest or not rest[0].isdigit():
        return date(year, 1, 1), date(year, 12, 31)
    month = int(rest[0])
    if len(rest) == 1 or not rest[1].isdigit():
        return date(year, month, 1), date(year, month, days_in_month(year, month))
    return date(year, month, int(rest[1])), date(year, month, int(rest[1]))


def narrowed(span: Interval, mod: str | None) -> Interval:
    """Return an interval as a TIMEX3 MOD changes it.

    START and END keep a half with a margin, MID the middle; APPROX adds the interval's own length on either side;
    BEFORE and AFTER open an end.
    """
    first, last = span
    if first is None or last is None or mod is None:
        return span
    size = (last - first).days + 1
    try:
        if mod == "START":
            return first, first + timedelta(days=(size - 1) // 2)
        if mod == "END":
            return last - timedelta(days=(size - 1) // 2), last
        if mod == "MID":
            return first + timedelta(days=size // 5), last - timedelta(days=size // 5)
        if mod == "APPROX":
            return first - timedelta(days=size), last + timedelta(days=size)
    except OverflowError:
        return UNKNOWN
    if mod in ("BEFORE", "ON_OR_BEFORE"):
        return None, last
    if mod in ("AFTER", "ON_OR_AFTER"):
        return first, None
    return span


def length(timex: str) -> tuple[float, float] | None:
    """Return the shortest and longest number of days of a duration, None where the count is unknown.

    "P4Y" → (1460, 1461)   "P1M" → (28, 31)   "PT2H" → (0.083…, 0.083…)   "PXY" → None
    """
    match = _DURATION.fullmatch(timex)
    if not match or "X" in timex:
        return None
    low = high = 0.0
    for part, clock in ((match["date"], False), (match["time"] or "", True)):
        for piece in _LENGTH.finditer(part):
            one, many = _extent(float(piece["count"]), "MIN" if clock and piece["unit"] == "M" else piece["unit"])
            low, high = low + one, high + many
    return low, high


def _extent(count: float, unit: str) -> tuple[float, float]:
    """Return the bounds of `count` units in days, sharper than one unit's bounds times the count."""
    low, high = _DAYS[unit]
    if unit == "Y" and count >= 1:
        return float(int(count * 365.25 - 0.75)), float(int(count * 365.25 + 1))
    if unit == "M" and count >= 2:
        return count * 30.4375 - 2.5, count * 30.4375 + 2.5
    return count * low, count * high


def delta(timex: str) -> relativedelta | None:
    """Return a duration of whole calendar units as a relativedelta, None where its count is unknown or broken."""
    match = _DURATION.fullmatch(timex)
    if not match or "X" in timex or "." in timex:
        return None
    counts: dict[str, int] = {piece["unit"]: int(piece["count"]) for piece in _LENGTH.finditer(match["date"])}
    clock: dict[str, int] = {piece["unit"]: int(piece["count"]) for piece in _LENGTH.finditer(match["time"] or "")}
    years = counts.get("Y", 0) + 10 * counts.get("DE", 0) + 100 * counts.get("CE", 0) + 1000 * counts.get("ML", 0)
    return relativedelta(
        years=years,
        months=counts.get("M", 0) + 3 * counts.get("Q", 0),
        weeks=counts.get("W", 0) + counts.get("WE", 0),
        days=counts.get("D", 0),
        hours=clock.get("H", 0),
        minutes=clock.get("M", 0),
        seconds=clock.get("S", 0),
    )


def granularity(timex: str) -> Unit | None:
    """Return the unit that a point in time is told in: "2019-04" → month, "193" → decade, "2019-W04-WE" → week."""
    bare, _, time = timex.removeprefix("BC").partition("T")
    if time and bare:
        return "hour"
    if match := _PART.fullmatch(bare):
        return "quarter" if match["part"][0] == "Q" else "month"
    if match := _WEEK.fullmatch(bare):
        return "day" if match["day"] and match["day"] != "WE" else "week"
    if not (match := _CALENDAR.fullmatch(bare)):
        return None
    levels: tuple[tuple[str, Unit], ...] = (("day", "day"), ("month", "month"), ("year", "year"), ("decade", "decade"))
    for name, unit in levels:
        if match[name]:
            return unit
    return "century"


def of_date(day: date, unit: str) -> str:
    """Return the value of the unit that holds a day.

    (2019-04-25, "month") → "2019-04"   (…, "week") → "2019-W17"   (…, "quarter") → "2019-Q2"   (…, "decade") → "201"
    """
    if unit == "week":
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if unit == "weekend":
        return of_date(day, "week") + "-WE"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    size = {"century": 2, "decade": 3, "year": 4, "month": 7}.get(unit, 10)
    return day.isoformat()[:size]


def shift(timex: str, count: int, unit: str) -> str | None:
    """Return a value moved by calendar units, as coarse as the coarser of value and unit; None where it is unknown.

    ("2019-04-25", 2, "day") → "2019-04-27"   ("2019-04-25", -1, "month") → "2019-03"   ("2019-04", 1, "year") → "2020"
    ("2004-W47", -1, "week") → "2004-W46"   ("XXXX-04-24", 1, "day") → "XXXX-04-25"
    """
    if timex.startswith("BC"):
        return _shift_bc(timex, count, unit)
    first, _ = interval(timex)
    if first is None:
        return _shift_yearless(timex, count, unit)
    if timex.endswith("-WI"):  # its days may begin in the year before the one it is called after
        first = first.replace(year=int(timex[:4]), month=1)
    try:
        moved = first + step(count, unit)
    except (ValueError, OverflowError):
        return None
    if not 1 <= moved.year <= 9999:
        return None
    return of_date(moved, unit)


def carry(timex: str, count: int, unit: str) -> str | None:
    """Return a value moved by calendar units and as fine as before, None where its days are unknown.

    ("2019-11-20", -71, "year") → "1948-11-20"   ("2019-W47", -10, "year") → "2009-W47"
    ("2019-11-18TNI", -2, "week") → "2019-11-04TNI"
    """
    first, _ = interval(timex)
    if first is None:
        return None
    try:
        moved = first + step(count, unit)
    except (ValueError, OverflowError):
        return None
    if not 1 <= moved.year <= 9999:
        return None
    day, mark, time = timex.partition("T")
    return of_date(moved, "weekend" if day.endswith("-WE") else granularity(day) or "day") + mark + time


@lru_cache(maxsize=1024)
def step(count: int, unit: str) -> relativedelta:
    """Return `count` calendar units as a relativedelta."""
    size = {"quarter": ("months", 3), "decade": ("years", 10), "century": ("years", 100), "weekend": ("weeks", 1)}
    name, factor = size.get(unit, (f"{unit}s", 1))
    return relativedelta(**{name: count * factor})  # type: ignore[arg-type]


def _shift_yearless(timex: str, count: int, unit: str) -> str | None:
    """Move "XXXX-04-24" by days, weeks or months where leap years make no difference."""
    if not re.fullmatch(r"XXXX-\d\d(-\d\d)?", timex) or unit not in ("day", "week", "month"):
        return None
    if unit == "week":
        count, unit = 7 * count, "day"
    moved = {(shift(year + timex[4:], count, unit) or "")[4:] for year in ("2000", "2001")}
    tail = moved.pop()
    return "XXXX" + tail if tail and not moved else None


def _shift_bc(timex: str, count: int, unit: str) -> str | None:
    """Move a year before Christ by years, and years alone: the calendar of the time is not ours."""
    match = re.match(r"BC(\d{4})", timex)
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if not match or size is None:
        return None
    year = int(match[1]) // size - count
    return f"BC{year:0{5 - len(str(size))}d}" if year > 0 else None
