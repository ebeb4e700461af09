"""A length of time as rule files write it: "2 years", "10 days"."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta

_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}

# "2 years"   "1 day"
Span: TypeAlias = Annotated[str, Meta(pattern=r"^\d+ (day|week|month|year)s?$")]


def days(span: str) -> int:
    """Return the greatest number of days that a span can have: "2 years" → 732."""
    number, unit = span.split()
    return int(number) * _DAYS[unit.removesuffix("s")]
