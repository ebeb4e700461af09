"""Document → `title` claims: the offices that people are given, by name or by office alone."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import names
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.model import Certainty, SubjectRef, TitleClaim


def extract(document: Document) -> Iterator[TitleClaim]:
    """Yield the `title` claims of a document; what they are about is the person."""
    people = {entity.id: entity for entity in document.entities}
    for title in names.titles(document):
        person = people.get(title.entity)
        if person:
            subject = SubjectRef(person.id, "person", person.name)
            # A minister who will travel is a minister now; only a status ("-elect", "designate") says otherwise.
            certainty: Certainty | None = None if title.value.status else "asserted"
            yield build(TitleClaim, document, title.start, title.end, title.value, subject=subject, certainty=certainty)
