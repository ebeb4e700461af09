"""Document → `quantity` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import QuantityClaim


def extract(document: Document) -> Iterator[QuantityClaim]:
    """Yield the `quantity` claims of a document."""
    yield from ()
