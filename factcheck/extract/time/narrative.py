"""Where the story stands: the publication date and the date told last, which expressions lean on."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factcheck import timex
from factcheck.extract.time.records import TimeExpression

if TYPE_CHECKING:
    from factcheck.extract.document import Document


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


def advances(narrative: Narrative, expression: TimeExpression, value: str) -> bool:
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
    if before == "in" or narrative.last is None or not narrative.last[:4].isdigit():
        return before != "("
    return before != "(" and abs(int(value) - int(narrative.last[:4])) <= _FAR


def context(narrative: Narrative, expression: TimeExpression) -> str:
    """Tell what "the year" in "the end of the year" leans on: a date just told, else the publication date."""
    tokens = narrative.document.tokens
    if narrative.last is None or not narrative.published:
        return "narrative"
    apart = tokens.sentence(expression.first) - narrative.sentence
    elsewhere = narrative.last[:4] != narrative.published[:4]
    return "narrative" if apart == 0 or (apart <= 2 and elsewhere) else "publication"
