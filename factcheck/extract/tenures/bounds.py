"""When a time in office can have begun and ended, by the words and the day of publication.

Comes in: a tenure and what the words give. Goes out: the tenure with its first and last possible days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from msgspec.structs import replace

from factcheck import timex

if TYPE_CHECKING:
    from factcheck.extract.time import Time
    from factcheck.model import Published, Tenure

# "Two decades in power" is seldom meant to the year.
_ROUND = 10
_ROUND_YEARS = 2
_MORE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
_LESS = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
_DAY = timedelta(days=1)


def dated(tenure: Tenure, time: Time) -> Tenure:
    """Return a tenure with the days that a date gives it; "since 2012" → begun 2012-01-01 to 2012-12-31."""
    if tenure.says == "ended":
        return replace(tenure, end_earliest=time.earliest, end_latest=time.latest)
    if tenure.says != "held":
        return replace(tenure, begin_earliest=time.earliest, begin_latest=time.latest)
    begin, end = timex.interval(time.begin or ""), timex.interval(time.end or "")
    return replace(tenure, begin_earliest=begin[0], begin_latest=begin[1], end_earliest=end[0], end_latest=end[1])


def lasting(tenure: Tenure, time: Time, published: Published | None) -> Tenure:
    """Return a tenure that has lasted a number of years by the day of publication, with the days of its beginning.

    "In power for 17 years", published 2019-03-04 → begun 2001-03-05 to 2003-03-04: people round up and down.
    """
    years = _years(time.timex)
    if tenure.says != "since" or years is None:
        return tenure
    slack = _ROUND_YEARS if years % _ROUND == 0 or time.mod == "APPROX" else 1
    fewest = max(years - (0 if time.mod in _MORE else slack), 0)
    most = None if time.mod in _MORE else years + (0 if time.mod in _LESS else slack)
    return _counted(tenure, published, fewest, most)


def in_year(tenure: Tenure, rank: int, published: Published | None) -> Tenure:
    """Return a tenure that is in a certain year on the day of publication, counted by its own or by calendar years.

    "In her third year in office", published 2019-03-04 → begun 2016-03-05 to 2018-03-04
    """
    return _counted(tenure, published, max(rank - 2, 0), rank)


def _counted(tenure: Tenure, published: Published | None, fewest: int, most: int | None) -> Tenure:
    if published is None or published.earliest is None or published.latest is None:
        return tenure
    earliest = None if most is None else _back(published.earliest, most)
    return replace(
        tenure,
        begin_earliest=earliest + _DAY if earliest is not None else None,
        begin_latest=_back(published.latest, fewest),
    )


def _back(day: date, years: int) -> date | None:
    try:
        return day - relativedelta(years=years)
    except (ValueError, OverflowError):
        return None


def _years(value: str) -> int | None:
    """Return the whole years of a TIMEX3 duration: "P17Y" → 17, "P2DE" → 20, "P6M" → None."""
    for ending, scale in (("Y", 1), ("DE", 10), ("CE", 100)):
        digits = value.removeprefix("P").removesuffix(ending)
        if value.endswith(ending) and digits.isdigit():
            return int(digits) * scale
    return None
