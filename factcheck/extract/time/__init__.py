"""Time expressions: text → TIMEX3.

`find` reads what the words alone say; `resolve` adds what they lean on: the publication date, the narrative, tense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.time.combine import combine
from factcheck.extract.time.grammar import drafts
from factcheck.extract.time.printed import express
from factcheck.extract.time.ranges import linked, spread
from factcheck.extract.time.records import Time, TimeExpression, explicit
from factcheck.extract.time.resolution import resolve

if TYPE_CHECKING:
    from factcheck.extract.document import Document

__all__ = ["Time", "TimeExpression", "explicit", "find", "resolve"]


def find(document: Document) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a document in text order, none overlapping."""
    scan, found = drafts(document.tokens)
    kept = combine(scan, spread(scan, found))
    return linked(scan, tuple(express(document.tokens, draft) for draft in kept))
