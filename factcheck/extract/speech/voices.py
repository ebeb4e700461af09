"""Who says what in one document: its quotations and reported clauses, ready for look-up.

Comes in: a document. Goes out: `Voices`, computed once, asked once per claim.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.extract.speech import Quotation, attribution, frames, marks, reported
from factcheck.extract.speech.sources import Cast

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.speech.sources import Source


class Voices:
    """The quotations of a document in text order and, by sentence, its reported clauses."""

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        stretches = marks.find(tokens)
        cast = Cast(document)
        framed = frames.find(document, cast, stretches)
        reports = reported.find(document, framed)
        sources = attribution.speakers(document, cast, stretches, framed, reports)
        self._tokens = tokens
        self._reports = reports
        self.quotations = tuple(
            _quotation(*tokens.span(stretch.first, stretch.stop), source)
            for stretch, source in zip(stretches, sources, strict=True)
        )
        self._starts = [quotation.start for quotation in self.quotations]

    def quotation(self, start: int, end: int) -> Quotation | None:
        """Return the innermost quotation with a speaker that holds text[start:end]."""
        after = bisect_right(self._starts, start)
        for index in range(after - 1, max(after - 1 - _DEPTH, 0) - 1, -1):
            quotation = self.quotations[index]
            if end <= quotation.end and quotation.speaker:
                return quotation
        return None

    def source(self, start: int, end: int) -> Source | None:
        """Return the source of the innermost reported clause that holds text[start:end]."""
        if not self._reports:
            return None
        tokens = self._tokens
        first, last = tokens.at(start), tokens.at(max(start, end - 1))
        holding = [
            report
            for report in self._reports.get(tokens.sentence(first), ())
            if report.first <= first and last < report.stop
        ]
        return min(holding, key=lambda report: report.stop - report.first).source if holding else None


_DEPTH = 3


def _quotation(start: int, end: int, source: Source | None) -> Quotation:
    return Quotation(start, end, source.name if source else None, source.entity if source else None)
