"""Who says it, and how surely: quotations, reported speech, plans, denials, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.model import Certainty

if TYPE_CHECKING:
    from factcheck.extract.document import Document


class Quotation(Struct, frozen=True):
    """Text between quotation marks: text[start:end] without the marks; `speaker` is a name or None."""

    start: int
    end: int
    speaker: str | None = None


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations of a document in text order."""
    return ()


def speaker(document: Document, start: int, end: int) -> str | None:
    """Return whose words text[start:end] are: the speaker of a quotation or of "X said that", else None."""
    return None


def certainty(document: Document, start: int, end: int) -> Certainty:
    """Return how surely the clause around text[start:end] is told."""
    return "asserted"
