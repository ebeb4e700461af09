"""Document → `duration` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import DurationClaim


def extract(document: Document) -> Iterator[DurationClaim]:
    """Yield the `duration` claims of a document."""
    yield from ()
