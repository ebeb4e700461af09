"""Document → `title` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import TitleClaim


def extract(document: Document) -> Iterator[TitleClaim]:
    """Yield the `title` claims of a document."""
    yield from ()
