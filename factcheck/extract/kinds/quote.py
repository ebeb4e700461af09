"""Document → `quote` claims: what stands between quotation marks, folded, and who said it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract import claims
from factcheck.model import QuoteClaim, QuoteValue, SubjectRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.speech import Quotation

_WORD = re.compile(r"\w+(?:['’]\w+)*")  # don't   2019   fruitful


def extract(document: Document) -> Iterator[QuoteClaim]:
    """Yield the `quote` claims of a document; the subject is the speaker where the speaker is named."""
    known = {entity.id: entity for entity in document.entities}
    for quotation in document.quotations:
        entity = known.get(quotation.entity or "")
        subject = SubjectRef(entity.id, entity.type, entity.name) if entity else None
        value = QuoteValue(words=normalise(document.text[quotation.start : quotation.end]), speaker=quotation.speaker)
        yield claims.build(QuoteClaim, document, *_bounds(quotation), value, subject=subject)


def normalise(text: str) -> str:
    """Fold case, punctuation and kinds of apostrophe.

    "“We won’t,” he" → "we won't he"
    """
    return " ".join(_WORD.findall(text.casefold())).replace("’", "'")


def _bounds(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, quotation.end
