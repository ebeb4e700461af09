"""What a time is about that may tell of a time in office, or bound a life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import attachment

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.model import SubjectRef


def of_time(document: Document, index: int) -> SubjectRef | None:
    """Return what `document.times[index]` is about, None where it dates nothing named.

    That is the event that it dates; where it tells of a time in office or bounds a life, the person, unless the person
    takes part in the event ("was sworn in on May 7", "was born in 1960").
    """
    subject = attachment.of_time(document, index)
    held = document.tenures.get(index) or document.lives.get(index)
    if held is None:
        return subject
    event = next((event for event in document.events if subject is not None and event.id == subject.id), None)
    return subject if event is not None and held.person.id in event.participants else held.person
