"""Counts from a dated event to the day of writing: anniversaries, "in the four years since".

The event's day is the one that the article states, beside the count or where it tells of the same event elsewhere.

    "the 71st anniversary of the establishment of ties" + "established ties on October 12, 1948"  → about 2019-10-12
    "In the four years since the summit" + "The talks were held on April 25, 2019"              → about 2023-04-25
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from factcheck import lexicon, numerals
from factcheck.extract.publication import linking
from factcheck.extract.publication.evidence import Evidence
from factcheck.extract.publication.linking import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening
    from factcheck.extract.time import TimeExpression

_DURATION = re.compile(r"P(\d{1,4})([YMWD])")  # P4Y
_UNITS = {"Y": ("years", 365), "M": ("months", 30), "W": ("weeks", 7), "D": ("days", 1)}
_COUNT_REACH = 5
_EVENT_REACH = 15
_LINK_REACH = 2
_WEIGHT = 4.0
_SHORT = 2  # being short weighs double: 4 years and 3 months are "four years" sooner than 3 years and 9 months are
_CEREMONY = 200
_COARSE = 60  # days from which an origin is coarse: a year plus a count is a year, with less slack at its ends
_COARSER = 4
_LOOSE = 1.1
_LEAD_SENTENCES = 3
_LAST_YEAR = 2200


class _Count(Struct):
    """So many units after an event, as the text between two offsets says."""

    kind: str
    start: int
    end: int
    number: int
    unit: str
    event: Happening | None
    stop: int
    weight: float = _WEIGHT


def find(document: Document) -> Iterator[Evidence]:
    """Yield the counts whose event the article dates, each count of one event once."""
    seen: set[tuple[str, int, str, str]] = set()
    for count in (*_anniversaries(document), *_intervals(document)):
        origin = linking.origin(document, count.event, count.stop)
        if (
            origin is None
            or not _in_reach(count, origin)
            or (key := (count.kind, count.number, count.unit, origin.timex)) in seen
        ):
            continue
        seen.add(key)
        yield _evidence(document, count, origin)


def _in_reach(count: _Count, origin: Origin) -> bool:
    """Tell whether a count ends in a year that a calendar has."""
    years = count.number if count.unit == "Y" else count.number // 12 if count.unit == "M" else count.number // 50
    return origin.latest.year + years < _LAST_YEAR


def _anniversaries(document: Document) -> Iterator[_Count]:
    tokens = document.tokens
    counted: dict[str, int] = _table()["counted"]
    for at in tokens.hits((_words("anniversary") | counted.keys()).__contains__):
        first, number = (at, counted[tokens.lower[at]]) if tokens.lower[at] in counted else _rank_before(document, at)
        event = _event_after(document, at + 1)
        if number and not _dated_otherwise(document, at, event):
            start, end = tokens.start[first], tokens.end[at]
            yield _Count("anniversary", start, end, number, "Y", event, at + 1)


def _rank_before(document: Document, at: int) -> tuple[int, int]:
    """Return the first token and the value of the number before "anniversary", (at, 0) where there is none."""
    lower = document.tokens.lower
    for first in range(max(0, at - _COUNT_REACH), at):
        rank = numerals.rank(lower, first)
        if rank and rank[1] == at:
            return first, rank[0]
    return at, 0


def _intervals(document: Document) -> Iterator[_Count]:
    """Yield lengths of time that run from an event until now: "four years since …", "the summit four years ago"."""
    tokens = document.tokens
    for index, time in enumerate(document.times):
        length = _DURATION.fullmatch(time.timex) if time.type == "DURATION" and time.mod is None else None
        if length is None:
            continue
        number, unit = int(length[1]), length[2]
        link = _since(document, time)
        if link is not None:
            event = _event_after(document, link + 1)
            if not _dated_otherwise(document, link, event):
                yield _Count("interval", time.start, tokens.end[link], number, unit, event, link + 1)
        elif _words("ago").intersection(tokens.lower[time.stop - 1 : time.stop + 1]):
            event = next((happening for happening in document.happenings if index in happening.times), None)
            if event is not None:
                yield _Count("interval", time.start, time.end, number, unit, event, time.stop)


def _since(document: Document, time: TimeExpression) -> int | None:
    """Return the token of the "since" that follows a length of time: "four years on since"."""
    tokens = document.tokens
    near = range(time.stop, min(time.stop + _LINK_REACH, len(tokens)))
    return next((i for i in near if tokens.lower[i] in _words("since")), None)


def _event_after(document: Document, token: int) -> Happening | None:
    """Return the first event mention at or shortly after a token in its sentence."""
    tokens = document.tokens
    if token >= len(tokens):
        return None
    _, stop = tokens.sentences[tokens.sentence(token)]
    stop = min(stop, token + _EVENT_REACH)
    return next((happening for happening in document.happenings if token <= happening.stop - 1 < stop), None)


def _dated_otherwise(document: Document, at: int, event: Happening | None) -> bool:
    """Tell whether a sentence places the count in a time of its own: "last year they marked the 70th anniversary"."""
    tokens = document.tokens
    first, stop = tokens.sentences[tokens.sentence(at)]
    mine: set[int] = set(linking.own_times(document, event)) if event else set()
    for index, time in enumerate(document.times):
        if time.first >= stop:
            return False
        if time.first >= first and index not in mine and _shifts(document, time) and not _follows(at, time):
            return True
    return False


def _follows(at: int, time: TimeExpression) -> bool:
    """Tell whether a date stands right after the count: "the four years since 2019"."""
    return 0 <= time.first - at <= _LINK_REACH and time.year is not None


def _shifts(document: Document, time: TimeExpression) -> bool:
    """Tell whether a time expression moves a sentence away from the day of writing."""
    if time.type not in {"DATE", "SET"}:
        return False
    words = document.tokens.lower[time.first : time.stop]
    return time.year is not None or "last" in words or "next" in words or "previous" in words


def _evidence(document: Document, count: _Count, origin: Origin) -> Evidence:
    name, unit_days = _UNITS[count.unit]
    step = relativedelta(**{name: count.number})  # type: ignore[arg-type]
    first, last = origin.earliest + step, origin.latest + step
    margin = unit_days if (last - first).days < _COARSE else unit_days / _COARSER
    short = _SHORT if count.kind == "interval" else 1
    firm = origin.firm and (count.kind == "interval" or _in_lead(document, count.start))

    def miss(day: date) -> int:
        return (first - day).days if day < first else -(day - last).days if day > last else 0

    def score(day: date) -> float:
        days = miss(day)
        return count.weight * max(0.0, 1 - (days * short if days > 0 else -days) / margin)

    def fits(day: date) -> bool | None:
        days = miss(day)
        late = _LOOSE * unit_days if count.kind == "interval" else _CEREMONY
        if days <= _CEREMONY * unit_days / 365 and -days <= late:
            return True
        return False if firm else None

    return Evidence(
        kind=count.kind,
        text=document.text[count.start : count.end],
        start=count.start,
        end=count.end,
        says=f"{count.number} {name} after {origin.timex}: about {_short(first, last)}",
        score=score,
        fits=fits,
        years=tuple(range(first.year - 1, last.year + 2)),
        leans=(origin.span,),
    )


def _short(first: date, last: date) -> str:
    """Return a day, or the year or month that an interval fills."""
    if first == last:
        return first.isoformat()
    return f"{first.year:04}" if first.month != last.month else f"{first.year:04}-{first.month:02}"


def _in_lead(document: Document, offset: int) -> bool:
    """Tell whether an offset lies in the headline or the first sentences of the copy."""
    tokens = document.tokens
    lead = min(tokens.at(document.masthead.lead), len(tokens) - 1)
    return tokens.sentence(min(tokens.at(offset), len(tokens) - 1)) < tokens.sentence(lead) + _LEAD_SENTENCES


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_table()[key])


def _table() -> dict[str, Any]:
    table: dict[str, Any] = lexicon.load("masthead")["publication"]
    return table
