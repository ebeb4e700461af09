"""Resolving dates that lack a field: a bare weekday, month, day of a month, season, quarter, time of day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck import timex
from factcheck.extract.time.holidays import movable
from factcheck.extract.time.narrative import Narrative, as_of, context
from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.tense import direction

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


# How many months ahead of the narrative a bare month may lie, beyond which it is one in the past
_AHEAD = 6

# Within how many days of publication one reading of "7/8/07" lies where that reading is meant.
_CLOSE = 10

# From which month on a winter that is told is the one to come, called after the year in which most of it lies.
_WINTER_AHEAD = 8


def calendar(narrative: Narrative, expression: TimeExpression, *, own: bool) -> tuple[str, dict[str, str]]:
    """Resolve a date whose fields may be missing."""
    if expression.part[:1] in ("E", "N"):
        return movable(narrative, expression)
    if expression.swapped:
        return _order(narrative, expression)
    if not expression.timex.startswith("XXXX"):
        return expression.timex, {}
    if own:
        return _own(narrative, expression)
    if expression.part == "TURN":
        return _turn(narrative, expression)
    if expression.unit == "year":
        return _in_year(narrative, expression)
    if expression.month is None and expression.day is not None:
        return _day_of_month(narrative, expression)
    if expression.weekday is not None and expression.day is None:
        return _weekday(narrative, expression)
    if expression.timex.startswith("XXXX-XX-XXT"):
        return _clock(narrative, expression)
    return _yearless(narrative, expression)


def _turn(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "the turn of the century" to the round year nearest to where the story stands."""
    reference, source = narrative.reference("narrative")
    if not reference or not reference[:4].isdigit():
        return expression.timex, {}
    return f"{(int(reference[:4]) + 50) // 100 * 100:04d}", {"year": source}


def _own(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Give a header or dateline date the year of publication, and a weekday there its day."""
    published = narrative.published
    if not published or not published[:4].isdigit():
        return expression.timex, {}
    if expression.month is None:
        return _weekday(narrative, expression)
    value = published[:4] + expression.timex[4:]
    return value, {"year": "publication date"}


def _order(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Choose the order of day and month that lies close to publication, where the other does not."""
    own = narrative.document.published
    if own is None or own.earliest is None or own.earliest != own.latest:
        return expression.timex, {}
    readings = [(abs((date.fromisoformat(value) - own.earliest).days), value) for value in expression.swapped.split()]
    (near, value), (far, _) = sorted(readings)
    if near > _CLOSE or far <= _CLOSE:
        return expression.timex, {}
    return value, {"month": "publication date", "day": "publication date"}


def _in_year(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "August of that year", "May last year", "the second half of this year"."""
    base = context(narrative, expression) if expression.base == "context" else expression.base
    reference, source = narrative.reference(base)
    year = timex.shift(reference, expression.count, "year") if reference else None
    if year is None:
        return expression.timex, {}
    return year + expression.timex[4:], {"year": source}


def _day_of_month(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Put "the 24th" into the month last told, else into the month of publication."""
    reference, source = narrative.reference("narrative")
    if not reference or not re.match(r"(BC)?\d{4}-\d\d", reference):
        return expression.timex, {}
    month = reference[: 9 if reference.startswith("BC") else 7]
    return f"{month}-{expression.day:02d}{expression.time}", {"month": source}


def _clock(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Put a time of day on the day last told, else on the day of publication."""
    here = narrative.last and (_same_paragraph(narrative, expression) or _still_told(narrative, expression))
    reference = narrative.last if here else narrative.published
    source = "narrative" if reference == narrative.last else "publication date"
    day = (reference or "").partition("T")[0]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return expression.timex, {}
    return day + expression.time, {"day": source}


# For how many sentences, and days before publication, a clock time goes on telling of the day told last.
_SENTENCES = 3
_DAYS = 7


def _still_told(narrative: Narrative, expression: TimeExpression) -> bool:
    """Tell whether a clock time told in the past goes on with a day told a paragraph before: "Crews came at 9:00"."""
    tokens = narrative.document.tokens
    if (
        narrative.aside
        or tokens.sentence(expression.first) - narrative.sentence > _SENTENCES
        or direction(tokens, expression) >= 0
    ):
        return False
    told, own = timex.interval(narrative.last or ""), timex.interval(narrative.published or "")
    if told[0] is None or own[0] is None or told[0] != told[1] or own[0] != own[1]:
        return False
    return 0 <= (own[0] - told[0]).days <= _DAYS


def _same_paragraph(narrative: Narrative, expression: TimeExpression) -> bool:
    tokens = narrative.document.tokens
    if narrative.sentence < 0:
        return False
    return tokens.paragraph(tokens.sentences[narrative.sentence][0]) == tokens.paragraph(expression.first)


def _weekday(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve a weekday: the day itself, else the one before, else, told as to come, the one after."""
    weekday = expression.weekday
    base = "narrative" if expression.base == "narrative" and expression.step is not None else "publication"
    reference, source = narrative.reference(base)
    first, last = timex.interval(reference or "")
    if weekday is None or first is None or first != last:
        return expression.timex, {}
    if expression.unit == "week":
        monday = first - timedelta(days=first.weekday()) + timedelta(weeks=expression.count)
        return (monday + timedelta(days=weekday)).isoformat() + expression.time, {"day": source}
    step = expression.step
    if step is None:
        step = 0 if not narrative.published else 1 if direction(narrative.document.tokens, expression) > 0 else 0
    if (
        expression.step is None
        and step == 0
        and source == "publication date"
        and _is_next_day(narrative, first, weekday)
    ):
        if not narrative.in_lead(expression):
            return expression.timex, {}
        step = 1
    try:
        day = _nearest_weekday(first, weekday, step, expression.step is not None)
    except OverflowError:
        return expression.timex, {}
    return day.isoformat() + expression.time, {"day": source}


def _is_next_day(narrative: Narrative, published: date, weekday: int) -> bool:
    """Tell whether a weekday is the day after the paper's, told from where that day has begun already."""
    masthead = narrative.document.masthead
    return masthead.ahead and not masthead.dateline_times and (weekday - published.weekday()) % 7 == 1


def _nearest_weekday(reference: date, weekday: int, step: int, printed: bool) -> date:
    """Return the weekday on or before the reference (0), before it (-1), or after it (1; on it unless printed)."""
    back = (reference.weekday() - weekday) % 7
    if step == 0:
        if printed:  # this Friday: in this week
            return reference + timedelta(days=weekday - reference.weekday())
        return reference - timedelta(days=back)
    if step < 0:
        return reference - timedelta(days=back or 7)
    ahead = (weekday - reference.weekday()) % 7
    return reference + timedelta(days=ahead or (7 if printed else 0))


def _month_of(expression: TimeExpression) -> int:
    """Return the month in which a month, season, quarter or half of a year begins."""
    if expression.month:
        return expression.month
    part = expression.part
    if part[:1] == "Q":
        return int(part[1]) * 3 - 2
    if part[:1] == "H":
        return int(part[1]) * 6 - 5
    return _SEASON_MONTH.get(part, 1)


def _yearless(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Give a month, a day of a month, a season or a quarter its year."""
    reference, source = _leaning(narrative, expression)
    if reference is None:
        return expression.timex, {}
    if reference.startswith("BC"):
        return reference[:6] + expression.timex[4:], {"year": source}
    if not reference[:4].isdigit():
        return expression.timex, {}
    year = _year(narrative, expression, reference, source)
    if not 1 <= year <= 9999:
        return expression.timex, {}
    return f"{year:04d}{expression.timex[4:]}", {"year": source}


def _leaning(narrative: Narrative, expression: TimeExpression) -> tuple[str | None, str]:
    """Choose what a bare month leans on: an older year told in the same sentence, else the publication date."""
    if expression.base == "narrative":
        return narrative.reference("narrative")
    tokens = narrative.document.tokens
    if not narrative.published:
        return narrative.story(tokens.sentence(expression.first)), "narrative"
    last = narrative.last
    if (
        last
        and expression.step is None
        and narrative.sentence == tokens.sentence(expression.first)
        and last[:4].isdigit()
        and narrative.published[:4].isdigit()
        and int(last[:4]) < int(narrative.published[:4]) - 1
        and direction(tokens, expression) <= 0
        and not as_of(tokens, expression)
    ):
        return last, "narrative"
    return narrative.published, "publication date"


def _year(narrative: Narrative, expression: TimeExpression, reference: str, source: str) -> int:
    year, month = int(reference[:4]), _month_of(expression)
    here = _reference_month(reference)
    day = expression.day or 0
    if expression.step is not None:
        return _stepped(year, month, here, expression.step, expression)
    if here is None:
        return year
    if source == "narrative":
        ahead = month - here
        if expression.part in _SEASON_MONTH:
            winter = expression.part == "WI" and here >= _WINTER_AHEAD
            return year + 1 if winter or _comes_next(narrative, expression, here) else year
        if narrative.published:
            return year + 1 if ahead < 0 else year
        return year - 1 if ahead > _AHEAD else year + 1 if ahead < _AHEAD - 12 else year
    toward = direction(narrative.document.tokens, expression)
    position, now = (month, day), (here, int(reference[8:10]) if day and reference[8:10].isdigit() else 0)
    if expression.part:
        position, now = (month, 0), (here, 0)
    if toward > 0:
        return year if position >= now else year + 1
    if position > now and month - here >= 2 and toward == 0 and day:
        return year - 1
    if position > now and not (day and month == here) and not (month - here <= 1 and day and toward >= 0):
        return year - 1 if toward <= 0 else year
    return year


# From which month on a spring or summer that is told without a look back is the next one.
_SEASON_AHEAD = {"SP": 11, "SU": 12}


def _comes_next(narrative: Narrative, expression: TimeExpression, here: int) -> bool:
    """Tell "In the spring the army attacked again" after December; not "in the spring he had attacked"."""
    tokens = narrative.document.tokens
    first, stop = tokens.sentences[tokens.sentence(expression.first)]
    opens = expression.first - first <= 1 and tokens.lower[first] in ("in", "the", "that")
    late = here >= _SEASON_AHEAD.get(expression.part, 13)
    return opens and late and "had" not in tokens.lower[expression.stop : stop]


def _reference_month(reference: str) -> int | None:
    first, _ = timex.interval(reference)
    if (
        first is None
        or reference[5:7] in _SEASON_MONTH
        or timex.granularity(reference) not in ("day", "month", "week", "quarter", "hour")
    ):
        return None
    return first.month


def _stepped(year: int, month: int, here: int | None, step: int, expression: TimeExpression) -> int:
    """Resolve "last April", "next June", "this October"."""
    if step == 0 or here is None:
        return year if step == 0 else year + step
    if step < 0 and expression.part in _SEASON_MONTH:
        return year if month + 2 < here else year - 1
    if step < 0:
        return year if month < here else year - 1
    return year if month > here else year + 1
