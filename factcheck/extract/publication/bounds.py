"""Between which days an article was written: what it tells of as past, what it tells of as to come, "last April".

"the summit last April" + "The talks were held on April 25, 2019"  → within a year after 2019-04-25
"was opened on June 3, 2018"                                       → not before 2018-06-03
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from factcheck import lexicon, timex
from factcheck.extract.publication import linking
from factcheck.extract.publication.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening
    from factcheck.extract.publication.linking import Origin
    from factcheck.extract.time import TimeExpression

_RELATIVE_WEIGHT = 3.0
_LAST_YEAR = 2200
_MONTH = 31  # days: a year that is told of may be the year to come, told as if it were past
_INSIDE = 0.5
_OUTSIDE = -3.0


def relative(document: Document) -> Iterator[Evidence]:
    """Yield "the summit last April" and "the summit last year" where the article dates the summit."""
    years: dict[str, int] = _table()["years"]
    for happening in document.happenings:
        for index in happening.times:
            time = document.times[index]
            if time.year is not None or time.day is not None or time.type != "DATE":
                continue
            text = " ".join(document.tokens.lower[time.first : time.stop])
            by_month = time.month is not None and text.split()[0] in _words("last")
            if (not by_month and text not in years) or _is_of_another_year(document, happening, time):
                continue
            origin = linking.origin(document, happening, time.stop)
            if origin is not None and origin.latest.year < _LAST_YEAR:
                yield _following(document, time, origin) if by_month else _in_year(document, time, origin, years[text])


def _is_of_another_year(document: Document, happening: Happening, time: TimeExpression) -> bool:
    """Tell whether a mention has a year of its own: "Last year the court upheld the 1991 conviction"."""
    own = (document.times[index] for index in linking.own_times(document, happening))
    return time.stop <= happening.first and any(other.stop <= happening.stop for other in own)


def _following(document: Document, time: TimeExpression, origin: Origin) -> Evidence:
    """Read "last April": the copy is of the twelve months after that April."""
    first, last = origin.latest, origin.latest + relativedelta(years=1, day=31)
    says = f"within a year after {origin.timex}"
    return _between(document, time, says, (first, last), firm=origin.firm)


def _in_year(document: Document, time: TimeExpression, origin: Origin, back: int) -> Evidence:
    year = origin.earliest.year - back
    return _between(document, time, f"of {year}", (date(year, 1, 1), date(year, 12, 31)), firm=origin.firm)


def _between(document: Document, time: TimeExpression, says: str, span: tuple[date, date], *, firm: bool) -> Evidence:
    first, last = span
    return Evidence(
        kind="bound",
        text=document.text[time.start : time.end],
        start=time.start,
        end=time.end,
        says=says,
        score=lambda day: _RELATIVE_WEIGHT * (first <= day <= last),
        fits=lambda day: first <= day <= last or (False if firm else None),
        years=tuple(range(first.year, last.year + 1)),
    )


def find(document: Document) -> Iterator[Evidence]:
    """Yield the latest day that the article tells of as past, and the earliest that it tells of as to come."""
    past = max(_told(document, "asserted"), key=lambda told: (told[0], -told[2].start), default=None)
    ahead = min(_told(document, "planned"), key=lambda told: (told[1], told[2].start), default=None)
    if past:
        yield _bound(document, past[2], f"not before {past[0]}", past[0], date.max)
    if ahead:
        yield _bound(document, ahead[2], f"not after {ahead[1]}", date.min, ahead[1])


def _told(document: Document, certainty: str) -> Iterator[tuple[date, date, TimeExpression]]:
    """Yield the first and last day of each day or month of an event that is told as past, or as to come."""
    for happening in document.happenings:
        if happening.certainty != certainty:
            continue
        for index in happening.times:
            time = document.times[index]
            first, last = timex.interval(time.timex) if time.year is not None and time.type == "DATE" else (None, None)
            if first and last and (last - first).days <= _MONTH:
                yield first, last, time


def _bound(document: Document, time: TimeExpression, says: str, first: date, last: date) -> Evidence:
    return Evidence(
        kind="bound",
        text=document.text[time.start : time.end],
        start=time.start,
        end=time.end,
        says=says,
        score=lambda day: _INSIDE if first <= day <= last else _OUTSIDE,
        fits=lambda day: first <= day <= last,
        years=tuple({day.year: None for day in (first, last) if day not in {date.min, date.max}}),
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_table()[key])


def _table() -> dict[str, Any]:
    table: dict[str, Any] = lexicon.load("masthead")["publication"]
    return table
