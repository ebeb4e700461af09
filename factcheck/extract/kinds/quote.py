"""Document → `quote` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import QuoteClaim


def extract(document: Document) -> Iterator[QuoteClaim]:
    """Yield the `quote` claims of a document."""
    yield from ()
