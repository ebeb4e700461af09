"""Document → `anniversary` claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.document import Document
from factcheck.model import AnniversaryClaim


def extract(document: Document) -> Iterator[AnniversaryClaim]:
    """Yield the `anniversary` claims of a document."""
    yield from ()
