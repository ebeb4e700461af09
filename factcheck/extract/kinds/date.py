"""Document → `date` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import DateClaim


def extract(document: Document) -> Iterator[DateClaim]:
    """Yield the `date` claims of a document."""
    yield from ()
