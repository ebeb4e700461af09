"""Document → `age` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import AgeClaim


def extract(document: Document) -> Iterator[AgeClaim]:
    """Yield the `age` claims of a document."""
    yield from ()
