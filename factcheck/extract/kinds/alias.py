"""Document → `alias` claims: names that the text itself says are one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import names
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.model import AliasClaim, AliasValue, SubjectRef


def extract(document: Document) -> Iterator[AliasClaim]:
    """Yield the `alias` claims of a document."""
    things = {entity.id: entity for entity in document.entities}
    for alias in names.aliases(document):
        thing = things.get(alias.entity)
        if thing:
            subject = SubjectRef(thing.id, thing.type, thing.name)
            yield build(AliasClaim, document, alias.start, alias.end, AliasValue(alias.names), subject=subject)
