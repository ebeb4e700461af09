"""Calendar arithmetic on TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import timex

INTERVALS = {
    "2019-04-25": ("2019-04-25", "2019-04-25"),
    "2019-04-25T17:00Z": ("2019-04-25", "2019-04-25"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2019": ("2019-01-01", "2019-12-31"),
    "193": ("1930-01-01", "1939-12-31"),
    "19": ("1900-01-01", "1999-12-31"),
    "2008-Q3": ("2008-07-01", "2008-09-30"),
    "2010-H1": ("2010-01-01", "2010-06-30"),
    "2010-SU": ("2010-06-01", "2010-09-23"),
    "2010-WI": ("2009-12-01", "2011-03-20"),
    "2004-W47": ("2004-11-15", "2004-11-21"),
    "2004-W47-3": ("2004-11-17", "2004-11-17"),
    "2010-W04-WE": ("2010-01-30", "2010-01-31"),
    "2019-05-XX": ("2019-05-01", "2019-05-31"),
    "0079": ("0079-01-01", "0079-12-31"),
    "FY2013": ("2012-02-01", "2014-06-30"),
}
UNKNOWN = [
    "XXXX-04-24",
    "BC0480",
    "BC0480-08",
    "PRESENT_REF",
    "P4Y",
    "2019-02-30",
    "XXXX-WXX-3",
    "0000",
    "nonsense",
    "",
]
MORE = "XXXX-04-24 P4Y PT2H PXY PTXM P1.5Y P2Y3M P1DE BC0480-08 PAST_REF 2008-01-09TMO XXXX-XX-XXTNI XXXX-SU"
VALID = [*INTERVALS, *MORE.split()]
BROKEN = "2019-02-30 2019-13 2019-00-10 P PT P2H 2019-Q5 2019-W54 2019-W53 2019-04-25T25:00 19-04 yesterday"
INVALID = [*BROKEN.split(), ""]
SHIFTS = [
    ("2019-04-25", 2, "day", "2019-04-27"),
    ("2019-04-25", -1, "month", "2019-03"),
    ("2020-02-29", -1, "year", "2019"),
    ("2020-03-31", -1, "month", "2020-02"),
    ("2004-W47", -1, "week", "2004-W46"),
    ("2019-12-30", 1, "week", "2020-W02"),
    ("2019-11-20", -1, "quarter", "2019-Q3"),
    ("2019-11-20", -1, "weekend", "2019-W46-WE"),
    ("2019-11-20", -1, "decade", "200"),
    ("2019-11-20", 1, "century", "21"),
    ("1905-WI", -1, "year", "1904"),
    ("XXXX-04-24", 1, "day", "XXXX-04-25"),
    ("XXXX-04-24", 1, "week", "XXXX-05-01"),
    ("XXXX-02-28", 1, "day", None),
    ("XXXX-04-24", 1, "year", None),
    ("BC0490", 1, "year", "BC0489"),
    ("BC0490-08", 0, "year", "BC0490"),
    ("BC0001", 1, "year", None),
    ("0003", -5, "year", None),
    ("9999", 1, "year", None),
]
CARRIED = [
    ("2019-11-20", -71, "year", "1948-11-20"),
    ("2019-W47", -10, "year", "2009-W47"),
    ("2019-11-18TNI", -2, "week", "2019-11-04TNI"),
    ("2020-02-29", -1, "year", "2019-02-28"),
    ("XXXX-11-20", -1, "year", None),
    ("0003", -5, "year", None),
]
LENGTHS = {
    "P1M": (28, 31),
    "P4Y": (1460, 1462),
    "P90D": (90, 90),
    "P2W": (14, 14),
    "PT36H": (1.5, 1.5),
    "P1WE": (2, 3),
}
NARROWED = [
    ("2019-10", "START", "2019-10-01", "2019-10-16"),
    ("2019-10", "END", "2019-10-16", "2019-10-31"),
    ("2019-10", "MID", "2019-10-07", "2019-10-25"),
    ("2019-10-05", "APPROX", "2019-10-04", "2019-10-06"),
    ("1979", "BEFORE", None, "1979-12-31"),
    ("1979", "AFTER", "1979-01-01", None),
    ("1979", None, "1979-01-01", "1979-12-31"),
]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("value", "days"), INTERVALS.items())
def test_interval(value: str, days: tuple[str, str]) -> None:
    assert timex.interval(value) == (day(days[0]), day(days[1]))


@pytest.mark.parametrize("value", UNKNOWN)
def test_an_unknown_year_has_no_days(value: str) -> None:
    assert timex.interval(value) == (None, None)


def test_valid_values() -> None:
    assert [value for value in VALID if not timex.valid(value)] == []
    assert [value for value in INVALID if timex.valid(value)] == []


@pytest.mark.parametrize(("value", "count", "unit", "expected"), SHIFTS)
def test_shift(value: str, count: int, unit: str, expected: str | None) -> None:
    assert timex.shift(value, count, unit) == expected


@pytest.mark.parametrize(("value", "count", "unit", "expected"), CARRIED)
def test_carry_keeps_what_a_value_tells(value: str, count: int, unit: str, expected: str | None) -> None:
    assert timex.carry(value, count, unit) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2019, 2, 29, "February 2019 has 28 days"),
        (2020, 2, 29, None),
        (None, 2, 29, None),
        (None, 2, 30, "February never has more than 29 days"),
        (2019, 6, 31, "June has 30 days"),
        (None, 12, 31, None),
    ],
)
def test_missing_day(year: int | None, month: int, day: int, expected: str | None) -> None:
    assert timex.missing_day(year, month, day) == expected


@pytest.mark.parametrize(("value", "days"), LENGTHS.items())
def test_length(value: str, days: tuple[float, float]) -> None:
    low, high = timex.length(value) or (0, 0)
    assert (low, high) == pytest.approx(days)


@pytest.mark.parametrize("value", ["PXY", "2019", "PTXM", "P"])
def test_an_unknown_length(value: str) -> None:
    assert timex.length(value) is None


def test_delta_is_calendar_arithmetic() -> None:
    assert date(2019, 4, 25) + (timex.delta("P4Y") or timex.step(0, "day")) == date(2023, 4, 25)
    assert date(2020, 1, 31) + (timex.delta("P1M") or timex.step(0, "day")) == date(2020, 2, 29)
    assert timex.delta("PXY") is None


@pytest.mark.parametrize(("value", "mod", "first", "last"), NARROWED)
def test_narrowed(value: str, mod: str | None, first: str | None, last: str | None) -> None:
    assert timex.narrowed(timex.interval(value), mod) == (day(first), day(last))


@settings(deadline=None)
@given(st.dates(), st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]))
def test_a_day_lies_in_each_unit_that_holds_it(when: date, unit: str) -> None:
    value = timex.of_date(when, unit)
    first, last = timex.interval(value)
    assert timex.valid(value)
    if first and last and unit != "weekend":
        assert first <= when <= last


values = st.text(alphabet="0123456789XPTWQHYMDSBCEF-:.Z", max_size=14)


@settings(deadline=None)
@given(values, st.integers(-5000, 5000), st.sampled_from(["day", "month", "year"]))
def test_no_string_breaks_the_arithmetic(value: str, count: int, unit: str) -> None:
    first, last = timex.interval(value)
    assert (first is None) == (last is None)
    assert first is None or last is None or first <= last
    moved = timex.shift(value, count, unit)
    assert moved is None or timex.valid(moved)
    timex.length(value)
    timex.granularity(value)
    timex.delta(value)
