"""Document → `location` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import LocationClaim


def extract(document: Document) -> Iterator[LocationClaim]:
    """Yield the `location` claims of a document."""
    yield from ()
