"""Resolving holidays that move: Easter, and days such as the fourth Thursday of November."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from factcheck import timex
from factcheck.extract.time.narrative import Narrative, context
from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.tense import direction


def movable(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve Easter and days such as the fourth Thursday of November, once the year is known."""
    inferred: dict[str, str] = {}
    if expression.unit == "month":
        return _in_told_month(narrative, expression)
    year = expression.year
    if year is None:
        reference, source = narrative.reference("publication")
        if reference is None or not reference[:4].isdigit():
            return expression.timex, {}
        year, inferred = int(reference[:4]), {"year": source}
        year = _nearest(narrative, expression, reference, year)
    day = _movable_day(expression.part, year)
    return (day.isoformat() + expression.time, inferred) if day else (expression.timex, {})


def _in_told_month(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "the last Friday of the month"."""
    base = context(narrative, expression) if expression.base == "context" else expression.base
    reference, source = narrative.reference(base)
    month = timex.shift(reference, expression.count, "month") if reference else None
    if month is None or not reference or timex.granularity(reference) not in ("day", "month", "hour"):
        return expression.timex, {}
    day = _movable_day(f"N{int(month[5:7])} {expression.part.split(maxsplit=1)[1]}", int(month[:4]))
    return (day.isoformat() + expression.time, {"month": source}) if day else (expression.timex, {})


def _nearest(narrative: Narrative, expression: TimeExpression, reference: str, year: int) -> int:
    """Return the year whose feast is meant: by the word before it, by tense, else the nearest."""
    today, _ = timex.interval(reference)
    if today is None or timex.granularity(reference) != "day" or expression.step == 0:
        return year
    toward = expression.step or direction(narrative.document.tokens, expression)
    feasts = [(day, day.year) for y in (year - 1, year, year + 1) if (day := _movable_day(expression.part, y))]
    if toward:
        feasts = [feast for feast in feasts if (feast[0] >= today) == (toward > 0) or feast[0] == today]
    return min(feasts, key=lambda feast: (abs(feast[0] - today), feast))[1] if feasts else year


def _movable_day(part: str, year: int) -> date | None:
    if not 1600 <= year <= 4000 or part.startswith("N0"):
        return None
    if part[0] == "E":
        return easter(year) + timedelta(days=int(part[1:]))
    month, weekday, nth = (int(number) for number in part[1:].split())
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        return day if day.month == month else None
    last = date(year, month, timex.days_in_month(year, month))
    return last - timedelta(days=(last.weekday() - weekday) % 7)
