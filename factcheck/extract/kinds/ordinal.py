"""Document → `ordinal` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import OrdinalClaim


def extract(document: Document) -> Iterator[OrdinalClaim]:
    """Yield the `ordinal` claims of a document."""
    yield from ()
