"""Document → `quantity` claims: casualties, money, shares, counts of people and things, measures, tallies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import attachment, claims
from factcheck.model import QuantityClaim, QuantityValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document


def extract(document: Document) -> Iterator[QuantityClaim]:
    """Yield the `quantity` claims of a document."""
    for count in document.counts:
        start, end = document.tokens.span(count.first, count.stop)
        value = QuantityValue(
            count.number, count.low, count.high, count.unit, count.mod, count.frame, count.part, count.role
        )
        subject = attachment.of_count(document, count)
        yield claims.build(QuantityClaim, document, start, end, value, subject=subject)
