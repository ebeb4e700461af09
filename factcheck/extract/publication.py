"""The publication date as a constraint problem over what the article says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Published

if TYPE_CHECKING:
    from factcheck.extract.document import Document


def infer(document: Document) -> Published | None:
    """Return when the article appeared, with the cues that decided; None where nothing is known."""
    return None
