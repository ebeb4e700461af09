"""Resolving shifts: "last week", "two days later", "yesterday morning", "over the weekend"."""

from __future__ import annotations

from factcheck import timex
from factcheck.extract.time.narrative import Narrative, context
from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.tense import direction


def shift(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "last week", "two days later", "yesterday morning"."""
    if expression.base == "event":
        return expression.timex, {}
    if expression.unit == "quarter" and expression.base == "context" and (found := _quarter(narrative, expression)):
        return found
    base = context(narrative, expression) if expression.base == "context" else expression.base
    reference, source = narrative.reference(base)
    if reference is None:
        return expression.timex, {}
    if expression.unit == "hour":
        day = reference.partition("T")[0]
        return (f"{day}TXX", {"day": source}) if len(day) == 10 else (expression.timex, {})
    if source == "publication date" and _from_nowhere(narrative, expression):
        return expression.timex, {}
    count = expression.count
    if expression.step is not None:
        count += _weekend_step(narrative, expression, reference)
    moved = timex.shift(reference, count, expression.unit)
    if moved is None:
        return _era(reference, expression)
    coarse = timex.granularity(reference)
    moved = _no_finer(moved, coarse, expression.unit)
    if expression.time and len(moved) == 10:
        moved += expression.time
    return moved, {_part_name(expression.unit): source}


def _quarter(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]] | None:
    """Resolve "the quarter" to the one told last, else to the one that is over when its figures are published."""
    told, source, back = narrative.quarter, "narrative", 0
    if told is None:
        told, source, back = narrative.published, "publication date", -1
    value = timex.shift(told, expression.count + back, "quarter") if told and len(told) > _YEAR else None
    return (value, {"quarter": source}) if value else None


# Characters of a year, which tells no quarter.
_YEAR = 4


def _from_nowhere(narrative: Narrative, expression: TimeExpression) -> bool:
    """Tell "two days later he died" where nothing told before has a date: that is not counted from publication."""
    ahead = expression.base == "narrative" and expression.count > 0
    return ahead and direction(narrative.document.tokens, expression) <= 0


def _weekend_step(narrative: Narrative, expression: TimeExpression, reference: str) -> int:
    """Return -1 where "the weekend", told in the past on a working day, is the one before."""
    first, last = timex.interval(reference)
    if first is None or first != last or first.weekday() >= 5 or direction(narrative.document.tokens, expression) > 0:
        return 0
    return -1


def _era(reference: str, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Keep the year where a day cannot be reckoned: "the same day" in 480 BC."""
    if expression.count == 0 and reference.startswith("BC") and expression.unit == "year":
        return reference[:6], {"year": "narrative"}
    if reference.startswith("BC") and expression.count == 0:
        return reference, {"year": "narrative"}
    if expression.unit in ("year", "century") and reference[:4].isdigit() and -expression.count >= int(reference[:4]):
        return "PAST_REF", {}
    return expression.timex, {}


def _no_finer(moved: str, coarse: str | None, unit: str) -> str:
    """Blank what the reference did not know: "two days later" after "in May 2010" is 2010-05-XX."""
    if (
        unit not in ("day", "week", "weekend")
        or coarse in ("day", "hour", None)
        or (coarse == "week" and unit != "day")
    ):
        if unit == "month" and coarse in ("year", "decade", "century"):
            return moved[:4] + "-XX"
        return moved
    if coarse == "month":
        return moved[:7] + "-XX" if unit == "day" else moved[:4] + "-WXX"
    if coarse == "week":
        return moved[:4] + "-XX-XX"
    return moved[:4] + ("-XX-XX" if unit == "day" else "-WXX")


def _part_name(unit: str) -> str:
    return {"week": "week", "weekend": "week", "hour": "day"}.get(unit, unit)
