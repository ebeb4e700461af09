"""Time expressions: text → TIMEX3.

`find` reads what the words alone say; `resolve` adds what they lean on: the publication date, the narrative, tense.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from factcheck.extract.document import Document


class TimeExpression(Struct, frozen=True):
    """A time expression as printed; `first` and `stop` are token indices, `stop` exclusive.

    `timex` is the TIMEX3 value of the words alone, X where a digit is unknown ("XXXX-04-24", "XXXX-WXX-3", "P4Y").
    `year`, `month`, `day` are the fields that stand in the span; `weekday` is 0 for Monday.
    """

    start: int
    end: int
    first: int
    stop: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    mod: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Time(Struct, frozen=True):
    """A resolved time expression. `inferred` maps the parts not printed to what they were inferred from."""

    expression: TimeExpression
    timex: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    inferred: dict[str, str] | None = None
    begin: str | None = None
    end: str | None = None


def find(document: Document) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a document in text order, none overlapping."""
    return ()


def resolve(document: Document) -> tuple[Time, ...]:
    """Return `document.times` resolved, one for one."""
    return ()
