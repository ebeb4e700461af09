"""Document → `alias` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import AliasClaim


def extract(document: Document) -> Iterator[AliasClaim]:
    """Yield the `alias` claims of a document."""
    yield from ()
