"""One moment on two calendars: late Monday in Lima is Tuesday in Tokyo."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.intervals import spell
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.model import Claim, DateValue

# The sun moves on by so many degrees in an hour.
_DEGREES = 15

# So many hours between two places, at least.
ARGUMENT = int


def compare(left: Side, right: Side, argument: int, context: Context) -> Outcome:
    """Hold where two days follow each other, and the later is told so many hours of sun east of the earlier.

    Each article tells the day of the place where it was filed; the day begins in the east. An article without a
    dateline that the gazetteer knows tells nothing, and neither do two bare dates: some side names a time of day.
    """
    if not any(isinstance(claim.value, DateValue) and claim.value.type == "TIME" for claim in _claims(left, right)):
        return NO
    sides = sorted((left, right), key=lambda side: str(interval(side, "date").day or ""))
    days = [interval(side, "date").day for side in sides]
    if days[0] is None or days[1] is None or (days[1] - days[0]).days != 1:
        return NO
    west, east = (list(_filed(side, context)) for side in sides)
    if not west or not east or None in west or None in east:
        return NO
    last, first = max(one for one in west if one), min(one for one in east if one)
    hours = (first[0] - last[0]) / _DEGREES
    if hours < argument:
        return NO
    told = f"late on {spell(days[0])} in {last[1]} it is {spell(days[1])} in {first[1]}, about {hours:.0f} hours east"
    return Outcome(True, (told,))


def _claims(left: Side, right: Side) -> Iterator[Claim]:
    yield from left.claims
    yield from right.claims


def _filed(side: Side, context: Context) -> Iterator[tuple[float, str] | None]:
    """Yield the longitude and the place where each article of a side was filed, None where that is unknown."""
    for name in sorted({claim.article for claim in side.claims}):
        article = context.article(name)
        line = article.dateline if article else None
        found = gazetteer.look_up(line.place, line.country) if line else ()
        city = next((place for place in found if place.longitude is not None), None)
        yield (city.longitude, city.name) if city is not None and city.longitude is not None else None
