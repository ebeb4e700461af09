"""Which event a time, a place or a stretch of text belongs to, as a claim's subject."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.model import SubjectRef

if TYPE_CHECKING:
    from factcheck.extract.document import Document


def of_time(document: Document, index: int) -> SubjectRef | None:
    """Return the event that `document.times[index]` dates or measures, None where it dates nothing named."""
    return _of(document, document.ties.time.get(index))


def of_place(document: Document, index: int) -> SubjectRef | None:
    """Return the event that took place at `document.names[index]`, None where it places nothing."""
    return _of(document, document.ties.place.get(index))


def of_span(document: Document, start: int, end: int) -> SubjectRef | None:
    """Return the event of the first mention whose head lies inside text[start:end], None where there is none."""
    happening = happening_in(document, start, end)
    return _of(document, happening)


def happening_in(document: Document, start: int, end: int) -> int | None:
    """Return the index of the first happening whose head word lies inside text[start:end]."""
    drafts, tokens = document.ties.drafts, document.tokens
    index = bisect_left(drafts, start, key=lambda draft: tokens.start[draft.head_first])
    if index < len(drafts) and tokens.end[drafts[index].head_stop - 1] <= end:
        return index
    return None


def _of(document: Document, happening: int | None) -> SubjectRef | None:
    if happening is None:
        return None
    key = document.event_of[happening]
    return SubjectRef(key, "event", document.event_names[key]) if key else None
