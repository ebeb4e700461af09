"""Expressions → times: what the words leave open is taken from the publication date, the narrative, and tense.

With a publication date, bare days, weekdays and months lean on it, tense deciding the direction; "that day" and "two
days later" lean on the date before. Without one, all lean on the nearest date before in the text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from factcheck import timex
from factcheck.extract.time.records import Time, TimeExpression
from factcheck.extract.time.tense import direction

if TYPE_CHECKING:
    from factcheck.extract.document import Document

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# How many months ahead of the narrative a bare month may lie, beyond which it is one in the past
_AHEAD = 6
# How many years a bare year may lie from the narrative, beyond which it is an aside.
_FAR = 12


class Narrative:
    """What resolving knows at a point of the text: the publication date and the last date told."""

    def __init__(self, document: Document) -> None:
        self.document = document
        published = document.published
        self.published: str | None = None
        if published:
            self.published = _known(published.earliest, published.latest) or published.timex or None
        self.last: str | None = None
        self.sentence = -1

    def reference(self, base: str) -> tuple[str | None, str]:
        """Return the value to lean on and its name, for "publication" or "narrative"."""
        if base == "narrative" and self.last:
            return self.last, "narrative"
        if self.published:
            return self.published, "publication date"
        return self.last, "narrative"


def _known(earliest: date | None, latest: date | None) -> str | None:
    """Return the finest value that covers an interval, None where it spans years."""
    if earliest is None or latest is None:
        return None
    for unit in ("day", "month", "year"):
        if timex.of_date(earliest, unit) == timex.of_date(latest, unit):
            return timex.of_date(earliest, unit)
    return None


def resolve(document: Document) -> tuple[Time, ...]:
    """Return `document.times` resolved, one for one."""
    narrative = Narrative(document)
    masthead = document.masthead
    own = {*masthead.header_times, *masthead.dateline_times}
    out = []
    for index, expression in enumerate(document.times):
        value, inferred = _value(narrative, expression, own=index in own)
        out.append(_time(expression, value, inferred))
        if expression.type in ("DATE", "TIME") and index not in own and _advances(narrative, expression, value):
            narrative.last = value
            narrative.sentence = document.tokens.sentence(expression.first)
    return tuple(_ranged(document.times, out))


def _advances(narrative: Narrative, expression: TimeExpression, value: str) -> bool:
    """Tell whether the narrative moves to a value: it names at least a year, and is no aside or outer limit.

    Asides: "(1998)", a bare year far from the one told or the very one told, "until April 1940", "the previous year".
    """
    if not re.match(r"(BC)?\d{4}", value):
        return False
    tokens = narrative.document.tokens
    before = tokens.lower[expression.first - 1] if expression.first else ""
    if before in ("until", "till", "since") or (expression.base == "narrative" and expression.count < 0):
        return False
    if narrative.last is not None and len(value) == 4 and narrative.last.startswith(value):
        return False
    if len(value) > 4 or expression.kind != "calendar":
        return True
    far = (
        narrative.last is not None and narrative.last[:4].isdigit() and abs(int(value) - int(narrative.last[:4])) > _FAR
    )
    return before != "(" and not far


def _time(expression: TimeExpression, value: str, inferred: dict[str, str]) -> Time:
    if not timex.valid(value):
        value, inferred = expression.timex, {}
    earliest, latest = timex.narrowed(timex.interval(value), expression.mod)
    return Time(
        expression=expression,
        timex=value,
        mod=expression.mod,
        earliest=earliest,
        latest=latest,
        inferred=inferred or None,
    )


def _ranged(expressions: tuple[TimeExpression, ...], times: list[Time]) -> list[Time]:
    """Give both ends of a range the values of the other, and the days of the whole range."""
    from msgspec.structs import replace

    for i, expression in enumerate(expressions):
        j = expression.until
        if j is None or j >= len(times):
            continue
        one, two = times[i], times[j]
        if one.earliest is None or two.latest is None or one.earliest > two.latest:
            begin_end = {"begin": one.timex, "end": two.timex} if one.earliest is None and two.latest is None else None
            if begin_end:
                times[i], times[j] = replace(one, **begin_end), replace(two, **begin_end)
            continue
        whole = {"begin": one.timex, "end": two.timex, "earliest": one.earliest, "latest": two.latest}
        times[i], times[j] = replace(one, **whole), replace(two, **whole)
    return times


def _value(narrative: Narrative, expression: TimeExpression, *, own: bool) -> tuple[str, dict[str, str]]:
    """Return an expression's value in its place, and which parts were inferred from what."""
    if expression.kind == "fixed":
        return expression.timex, {}
    if expression.kind == "shift":
        return _shift(narrative, expression)
    return _calendar(narrative, expression, own=own)


# -- shifts -----------------------------------------------------------------------------------------------------------


def _shift(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "last week", "two days later", "yesterday morning"."""
    base = _context(narrative, expression) if expression.base == "context" else expression.base
    reference, source = narrative.reference(base)
    if reference is None:
        return expression.timex, {}
    if expression.unit == "hour":
        day = reference.partition("T")[0]
        return (f"{day}TXX", {"day": source}) if len(day) == 10 else (expression.timex, {})
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


def _context(narrative: Narrative, expression: TimeExpression) -> str:
    """Tell what "the year" in "the end of the year" leans on: a date just told, else the publication date."""
    tokens = narrative.document.tokens
    if narrative.last is None or not narrative.published:
        return "narrative"
    apart = tokens.sentence(expression.first) - narrative.sentence
    elsewhere = narrative.last[:4] != narrative.published[:4]
    return "narrative" if apart == 0 or (apart <= 2 and elsewhere) else "publication"


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


# -- calendar names -----------------------------------------------------------------------------------------------------


def _calendar(narrative: Narrative, expression: TimeExpression, *, own: bool) -> tuple[str, dict[str, str]]:
    """Resolve a date whose fields may be missing."""
    if expression.part[:1] in ("E", "N"):
        return _movable(narrative, expression)
    if not expression.timex.startswith("XXXX"):
        return expression.timex, {}
    if own:
        return _own(narrative, expression)
    if expression.unit == "year":
        return _in_year(narrative, expression)
    if expression.month is None and expression.day is not None:
        return _day_of_month(narrative, expression)
    if expression.weekday is not None and expression.day is None:
        return _weekday(narrative, expression)
    if expression.timex.startswith("XXXX-XX-XXT"):
        return _clock(narrative, expression)
    return _yearless(narrative, expression)


def _own(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Give a header or dateline date the year of publication, and a weekday there its day."""
    published = narrative.published
    if not published or not published[:4].isdigit():
        return expression.timex, {}
    if expression.month is None:
        return _weekday(narrative, expression)
    value = published[:4] + expression.timex[4:]
    return value, {"year": "publication date"}


def _in_year(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
    """Resolve "August of that year", "May last year", "the second half of this year"."""
    base = _context(narrative, expression) if expression.base == "context" else expression.base
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
    reference = narrative.last if narrative.last and _same_paragraph(narrative, expression) else narrative.published
    source = "narrative" if reference == narrative.last else "publication date"
    day = (reference or "").partition("T")[0]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return expression.timex, {}
    return day + expression.time, {"day": source}


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
    try:
        day = _nearest_weekday(first, weekday, step, expression.step is not None)
    except OverflowError:
        return expression.timex, {}
    return day.isoformat() + expression.time, {"day": source}


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
    if not narrative.published:
        return narrative.last, "narrative"
    tokens = narrative.document.tokens
    last = narrative.last
    if (
        last
        and expression.step is None
        and narrative.sentence == tokens.sentence(expression.first)
        and last[:4].isdigit()
        and narrative.published[:4].isdigit()
        and int(last[:4]) < int(narrative.published[:4]) - 1
        and direction(tokens, expression) <= 0
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
            return year
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


def _reference_month(reference: str) -> int | None:
    first, _ = timex.interval(reference)
    if first is None or timex.granularity(reference) not in ("day", "month", "week", "quarter", "hour"):
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


def _movable(narrative: Narrative, expression: TimeExpression) -> tuple[str, dict[str, str]]:
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
