"""Which event a time or place belongs to, as a claim's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import SubjectRef

if TYPE_CHECKING:
    from factcheck.extract.document import Document


def of_time(document: Document, index: int) -> SubjectRef | None:
    """Return the event that `document.times[index]` dates or measures, None where it dates nothing named."""
    return None


def of_place(document: Document, index: int) -> SubjectRef | None:
    """Return the event that took place at `document.names[index]`, None where it places nothing."""
    return None
