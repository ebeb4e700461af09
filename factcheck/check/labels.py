"""Values as they are told apart and as they are named in a finding, one pair of functions a kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from factcheck import gazetteer, timex
from factcheck.check.context import Context
from factcheck.check.intervals import Interval, length, write
from factcheck.model import (
    AgeValue,
    AliasValue,
    AnniversaryValue,
    DateValue,
    DurationValue,
    LocationValue,
    OrdinalValue,
    QuantityValue,
    QuoteValue,
    TitleValue,
)
from factcheck.timex import WEEKDAYS

MODS = {
    "APPROX": "about {}",
    "START": "early {}",
    "MID": "mid-{}",
    "END": "late {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "by {}",
    "ON_OR_AFTER": "from {} on",
    "LESS_THAN": "less than {}",
    "MORE_THAN": "more than {}",
    "EQUAL_OR_LESS": "at most {}",
    "EQUAL_OR_MORE": "at least {}",
}


def identity(claim: Any, context: Context) -> tuple[str, ...]:
    """Return what makes the value of a claim distinct within its kind."""
    value = claim.value
    if getattr(value, "tenure", None) is not None:
        same = () if isinstance(value, DateValue) else (claim.article,)
        return value.tenure.says, label(claim, context), value.tenure.organization or "", *same
    if getattr(value, "life", None) is not None:
        return value.life, value.timex, value.mod or ""
    if isinstance(value, DateValue):
        return (label(claim, context).casefold(),) if value.impossible else _date_identity(value)
    if isinstance(value, TitleValue):
        body = (value.organization or "").casefold()
        return value.office, value.rank or "", value.country or "", body, value.status or ""
    if isinstance(value, DurationValue) and value.relation not in (None, "lasting"):
        # "four years since" is a different statement on another day
        return value.timex, value.mod or "", value.relation or "", claim.article
    if isinstance(value, OrdinalValue):
        return str(value.rank), value.series or value.of
    if isinstance(value, LocationValue):
        return (value.place.casefold(), value.country or "")
    if isinstance(value, QuantityValue):
        return label(claim, context), value.role or "", str(value.part)
    return (label(claim, context),)


def _date_identity(value: DateValue) -> tuple[str, ...]:
    known = value.earliest is not None or value.latest is not None
    weekday = value.weekday if wrong_weekday(value) else None
    return str(value.earliest), str(value.latest), "" if known else value.timex, value.mod or "", weekday or ""


def wrong_weekday(value: DateValue) -> bool:
    """Tell whether a date is one known day, printed with another weekday than it fell on."""
    day = Interval(value.earliest, value.latest).day
    return day is not None and value.weekday is not None and WEEKDAYS[day.weekday()] != value.weekday


def label(claim: Any, context: Context) -> str:
    """Return the value of a claim as an editor would write it; what cannot be is told as printed."""
    if getattr(claim.value, "impossible", None):
        return " ".join(claim.text.split())
    if getattr(claim.value, "tenure", None) is not None:
        return _tenure(claim)
    if getattr(claim.value, "life", None) is not None:
        days = Interval(*timex.interval(claim.value.timex))
        return f"{'born' if claim.value.life == 'birth' else 'died'} {write(days) if days.known else claim.value.timex}"
    for kind, write_value in _LABELS.items():
        if isinstance(claim.value, kind):
            return write_value(claim.value)
    return str(getattr(claim.value, "name", claim.text)) or _cue(claim.value, context)


def _tenure(claim: Any) -> str:
    """Write a time in office: "president since 2012", "in office from 2010", "17 years in power by 2019"."""
    value, tenure = claim.value, claim.value.tenure
    office = " ".join(filter(None, [tenure.rank, tenure.office])) or "in office"
    if isinstance(value, DurationValue):
        by = f" by {value.end.year}" if value.end else ""
        return f"{office} for {_duration(value)}{by}"
    if isinstance(value, OrdinalValue):
        return f"in the {ordinal(value.rank)} year {f'as {tenure.office}' if tenure.office else 'in office'}"
    begun = Interval(tenure.begin_earliest, tenure.begin_latest)
    ended = Interval(tenure.end_earliest, tenure.end_latest)
    if tenure.says == "ended":
        return f"{office} until {write(ended)}"
    if tenure.says == "held" and begun.known and ended.known:
        return f"{office} from {write(begun)} to {write(ended)}"
    return f"{office} {'since' if tenure.says == 'since' else 'from'} {write(begun) if begun.known else value.timex}"


def _cue(value: Any, _: Context) -> str:
    return str(getattr(value, "says", "")) or "metadata"


def _date(value: DateValue) -> str:
    interval = Interval(value.earliest, value.latest)
    if not interval.known:
        return value.timex
    if wrong_weekday(value):
        return f"{value.weekday}, {write(interval)}"
    if value.earliest is None or value.latest is None:
        return write(interval)
    whole = Interval(*timex.interval(value.timex)) if value.mod else interval
    return MODS.get(value.mod or "", "{}").format(write(whole if whole.known else interval))


def _duration(value: DurationValue) -> str:
    span = length(value.timex)
    return MODS.get(value.mod or "", "{}").format(span) if span else value.timex


def _title(value: TitleValue) -> str:
    words = " ".join(filter(None, [value.rank, value.office]))
    title = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words.split())
    organization = value.organization or ""
    return f"{title}, {organization}" if organization and organization.casefold() not in title.casefold() else title


_SMALL = frozenset({"of", "the", "and", "for", "to", "in"})


def _location(value: LocationValue) -> str:
    """Name a place with what holds it, unless it is a country."""
    known = gazetteer.look_up(value.place)
    is_country = bool(known) and known[0].kind == "country"
    return ", ".join([value.place, *(() if is_country else value.within[:1])])


def _anniversary(value: AnniversaryValue) -> str:
    year = f" in {value.as_of.year}" if value.as_of else ""
    return f"{ordinal(value.count)} anniversary{year}"


def _age(value: AgeValue) -> str:
    return f"{value.years} years old" + (f" in {value.as_of.year}" if value.as_of else "")


def _quantity(value: QuantityValue) -> str:
    """Write "12 people killed", "at least 300,000 EUR", "15 to 20 percent"."""
    numbers = [value.number] if value.number is not None else [value.low, value.high]
    number = " to ".join(_number(one) for one in numbers if one is not None)
    unit = value.unit if value.number == 1 or len(value.unit) < _CODE else _plural(value.unit)
    told = value.frame if value.frame not in (None, "money", value.unit) else None
    return " ".join(filter(None, [MODS.get(value.mod or "", "{}").format(number), unit, told]))


_CODE = 4  # letters of a currency's code and one more
_EXACT = 6
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches"}

_SAME = frozenset({"percent", "police", "troops", "staff", "personnel", "aircraft"})
_IES = re.compile(r"[^aeiou]y$")


def _number(value: float) -> str:
    """Write 12, 3,500, 1.25 million; every digit that is known is told."""
    for size, name in _LARGE:
        if abs(value) >= size and round(value / size, _EXACT - 2) * size == value:
            return f"{value / size:.4f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def _plural(unit: str) -> str:
    head, mark, rest = unit.partition("/")
    if head.endswith(("man", "woman")) and head not in _PLURALS:
        head = head[:-2] + "en"
    elif head not in _SAME and not head.endswith("s"):
        head = _PLURALS.get(head) or (f"{head[:-1]}ies" if _IES.search(head) else f"{head}s")
    return head + mark + rest


def _quote(value: QuoteValue) -> str:
    return value.words


def _alias(value: AliasValue) -> str:
    return " = ".join(value.names)


_LABELS: dict[type, Callable[[Any], str]] = {
    DateValue: _date,
    DurationValue: _duration,
    TitleValue: _title,
    LocationValue: _location,
    AnniversaryValue: _anniversary,
    AgeValue: _age,
    QuantityValue: _quantity,
    QuoteValue: _quote,
    AliasValue: _alias,
}


def ordinal(number: int) -> str:
    """Write an ordinal number: 71 → "71st", 12 → "12th"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
