"""Drafts → time expressions: the TIMEX3 value of the words alone, and the fields that resolving needs."""

from __future__ import annotations

from typing import Any

from factcheck import timex
from factcheck.extract.time.drafts import Draft
from factcheck.extract.time.records import TimeExpression, TimeType
from factcheck.extract.tokens import Tokens

_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX", "hour": "XXXX-XX-XXTXX",
}  # fmt: skip
_TYPES: dict[str, TimeType] = {"duration": "DURATION", "set": "SET"}


def express(tokens: Tokens, draft: Draft) -> TimeExpression:
    """Return a draft as a time expression."""
    start, end = tokens.span(draft.first, draft.stop)
    unknown = _drop_missing_day(draft)
    fields: dict[str, Any] = {
        "start": start, "end": end, "first": draft.first, "stop": draft.stop, "mod": draft.mod,
        "year": draft.year, "month": draft.month, "day": draft.day, "weekday": draft.weekday,
        "relation": draft.relation, "age": draft.age, "time": draft.time,
        "impossible": draft.impossible, "also": draft.also, "swapped": draft.swapped,
    }  # fmt: skip
    if draft.kind in ("duration", "set", "reference"):
        return TimeExpression(type=_TYPES.get(draft.kind, "DATE"), timex=draft.value, kind="fixed", **fields)
    fields |= {"base": draft.base, "unit": draft.unit, "count": draft.count, "step": draft.step}
    if draft.kind == "shift":
        timed = bool(draft.time) or draft.unit == "hour"
        return TimeExpression(
            type="TIME" if timed else "DATE", timex=_UNKNOWN[draft.unit] + draft.time, kind="shift", **fields
        )
    value = calendar(draft) + unknown
    if draft.time and draft.kind == "time":
        value = "XXXX-XX-XX" + draft.time
    return TimeExpression(type="TIME" if draft.time else "DATE", timex=value, part=draft.part, **fields)


_SHORTEST_MONTH = 28


def _drop_missing_day(draft: Draft) -> str:
    """Take a day that its month does not have out of the fields and return what stands for it in the value."""
    if draft.day is None or draft.day <= _SHORTEST_MONTH or draft.kind != "date" or draft.month is None:
        return ""
    missing = timex.missing_day(None if draft.bc else draft.year, draft.month, draft.day)
    if missing is None:
        return ""
    draft.day, draft.impossible = None, missing
    return f"-XX{draft.time}"


def calendar(draft: Draft) -> str:
    """Return the value of calendar fields: (4, 25) → "XXXX-04-25"; a weekday alone → "XXXX-WXX-3"."""
    era = "BC" if draft.bc else ""
    if draft.century is not None:
        return f"{era}{draft.century:02d}"
    if draft.decade is not None:
        return f"{era}{draft.decade:03d}"
    year = f"{draft.year:04d}" if draft.year is not None else "XXXX"
    if draft.part:
        return _part(draft.part, year, era)
    if draft.month is None and draft.day is not None:
        return f"{year}-XX-{draft.day:02d}{draft.time}"
    if draft.month is None:
        if draft.weekday is not None:
            return f"XXXX-WXX-{draft.weekday + 1}{draft.time}"
        return f"{era}{year}" if draft.kind == "date" else f"{year}-XX-XX{draft.time}"
    day = f"-{draft.day:02d}" if draft.day is not None else ""
    return f"{era}{year}-{draft.month:02d}{day}{draft.time if day else ''}"


def _part(part: str, year: str, era: str) -> str:
    """Return the value of a part of a year, a fiscal year, a movable feast.

    "SU" → "2019-SU"   "N11 3 4" → "2019-11-XX"   "FY" → "FY2019"
    """
    if part in ("FY", "TURN"):
        return f"FY{year}" if part == "FY" else year
    if part[:1] == "E":
        return f"{year}-XX-XX"
    if part[:1] == "N":
        month = int(part[1:].split()[0])
        return f"{year}-{month:02d}-XX" if month else f"{year}-XX-XX"
    return f"{era}{year}-{part}"
