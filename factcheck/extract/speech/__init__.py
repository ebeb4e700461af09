"""Who says it, and how surely: quotations, reported speech, plans, denials, conditions.

Comes in: a document with its tokens, times and names. Goes out: its quotations with speakers, and for any span the
speaker and the certainty of the clause around it. All is computed once per document and looked up per claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.model import Certainty


class Quotation(Struct, frozen=True):
    """Text between quotation marks: text[start:end] without the marks.

    `speaker` is the fullest name of who says it, or the words that stand for them ("police"), or None; `entity` is
    the speaker's id in `document.entities` where the speaker is named.
    """

    start: int
    end: int
    speaker: str | None = None
    entity: str | None = None


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations of a document in text order.

    '"We go," Kim said.' → Quotation(1, 7, "Kim")
    """
    return document.voices.quotations


def speaker(document: Document, start: int, end: int) -> str | None:
    """Return whose words text[start:end] are: the speaker of a quotation or of "X said that", else None."""
    quotation = document.voices.quotation(start, end)
    if quotation is not None:
        return quotation.speaker
    source = document.voices.source(start, end)
    return source.name if source else None


def certainty(document: Document, start: int, end: int) -> Certainty:
    """Return how surely the clause around text[start:end] is told.

    "The talks will be held on Monday." → "planned" for "on Monday"
    """
    return document.clauses.certainty(start, end)
