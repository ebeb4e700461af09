"""Dates that an article states of itself: metadata, header, dateline."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from factcheck.extract.publication.evidence import Anchor, Evidence, Partial, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.time import TimeExpression

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])")  # 2019-04-25T10:00:00Z   2019-04   2019
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")  # 04/05/2020
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")  # 1556150400, with or without milliseconds
_YEARS = range(1600, 2200)
_WEIGHTS = {"metadata": 8.0, "header": 8.0, "dateline": 7.0}
_YEARLESS = 4.0
_LEAP = 2000
_UPDATED = 3.0
_CLOSE = timedelta(days=1)
_FILED = timedelta(days=3)


def anchors(document: Document) -> list[Anchor]:
    """Return the dates of metadata, header and dateline, the most official first."""
    masthead = document.masthead
    stated = document.article.stated
    found = [Anchor("metadata", stated, None, None, parse(stated))] if stated else []
    for kind, indices in (("header", masthead.header_times), ("dateline", masthead.dateline_times)):
        for index in indices:
            time = document.times[index]
            text = document.text[time.start : time.end]
            updated = index in masthead.updated_times
            found.append(Anchor(kind, text, time.start, time.end, _partials(time), updated))
    found = [anchor for anchor in found if anchor.dates]
    return sorted(found, key=lambda anchor: anchor.updated)


def _partials(time: TimeExpression) -> tuple[Partial, ...]:
    if time.swapped:
        return tuple(partial for value in time.swapped.split() for partial in parse(value))
    if time.year is None and (time.month is None or time.day is None):
        return ()
    if time.year is not None and time.year not in _YEARS:
        return ()
    return (Partial(time.year, time.month, time.day),)


def parse(stated: str) -> tuple[Partial, ...]:
    """Return what metadata says of the date, nothing filled in; two readings where day and month can be either.

    "2019-04-25T10:00:00Z" → 2019-04-25   "Apr 2019" → 2019-04   "04/05/2020" → 2020-04-05 or 2020-05-04   "n/a" → none
    """
    text = stated.strip()
    if match := _ISO.match(text):
        fields = (int(match[1]), *(int(part) if part else None for part in match.groups()[1:]))
        return _checked(Partial(*fields))
    if match := _EPOCH.fullmatch(text):
        day = datetime.fromtimestamp(int(match[1]), UTC).date()
        return _checked(Partial(day.year, day.month, day.day))
    if match := _NUMERIC.match(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        readings = dict.fromkeys((Partial(year, first, second), Partial(year, second, first)))
        return tuple(reading for reading in readings if reading.full)
    return _checked(*_parsed(text))


def _checked(*partials: Partial) -> tuple[Partial, ...]:
    return tuple(p for p in partials if p.year is None or (p.year in _YEARS and _possible(p)))


def _possible(partial: Partial) -> bool:
    if partial.month is None:
        return True
    return day_of(partial.year or _LEAP, partial.month, partial.day or 1) is not None


def _parsed(text: str) -> Iterator[Partial]:
    """Parse any other shape; dateutil fills gaps from a default, so two of them tell which parts are printed."""
    from dateutil import parser

    if not any(map(str.isdigit, text)):
        return
    try:
        one = parser.parse(text, default=datetime(2000, 1, 1), ignoretz=True)
        two = parser.parse(text, default=datetime(2004, 12, 31), ignoretz=True)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return
    year = one.year if one.year == two.year else None
    month = one.month if one.month == two.month else None
    day = one.day if one.day == two.day and month else None
    if year is not None or day is not None:
        yield Partial(year, month, day)


def evidence(anchor: Anchor) -> Evidence:
    """Return how well candidate days fit a stated date: exactly, by a day's difference, or by the days since filing."""
    weight = _UPDATED if anchor.updated else _WEIGHTS.get(anchor.kind, _YEARLESS)
    if all(partial.year is None for partial in anchor.dates):
        weight = _YEARLESS

    def fits(day: date) -> bool:
        return any(_fits(anchor, partial, day) for partial in anchor.dates)

    return Evidence(
        kind=anchor.kind,
        text=anchor.text,
        start=anchor.start,
        end=anchor.end,
        says=" or ".join(partial.timex for partial in anchor.dates),
        score=lambda day: weight if fits(day) else 0.0,
        fits=fits,
    )


def _fits(anchor: Anchor, partial: Partial, day: date) -> bool:
    if partial.day is None:
        span = partial.interval
        return span is not None and span[0] - _CLOSE <= day <= span[1] + _CLOSE
    years = (partial.year,) if partial.year else (day.year - 1, day.year, day.year + 1)
    stated = [found for year in years if (found := partial.on(year))]
    if anchor.updated:
        return any(day <= found + _CLOSE for found in stated)
    before = _FILED if anchor.kind == "dateline" else _CLOSE
    return any(-_CLOSE <= day - found <= before for found in stated)
