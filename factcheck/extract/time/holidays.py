"""Resolving holidays that move: Easter, and days such as the fourth Thursday of November."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from factcheck import timex
from factcheck.extract.time.narrative import Narrative
from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.tense import direction


def movable(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve Easter and days such as the fourth Thursday of November, once the year is known."""
    inferred = {}
    year = expression.year
    if year is None:
        reference, source = narrative.reference("publication")
        if reference is None or not reference[:4].isdigit():
            return expression.timex, {}
        year, inferred = int(reference[:4]), {"year": source}
        day = _movable_day(expression.part, year)
        first, _ = timex.interval(reference)
        ahead = expression.step == 1 or direction(narrative.document.tokens, expression) > 0
        if day and first and timex.granularity(reference) == "day":
            if expression.step != 0 and day > first and not ahead:
                year -= 1
            elif day < first and ahead:
                year += 1
    day = _movable_day(expression.part, year)
    return (day.isoformat() + expression.time, inferred) if day else (expression.timex, {})


def _movable_day(part: str, year: int) -> date | None:
    if not 1600 <= year <= 4000:
        return None
    if part[0] == "E":
        return easter(year) + timedelta(days=int(part[1:]))
    month, weekday, nth = (int(number) for number in part[1:].split())
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, timex.days_in_month(year, month))
    return last - timedelta(days=(last.weekday() - weekday) % 7)
