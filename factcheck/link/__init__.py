"""Extractions → Corpus: names to subjects across articles."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Corpus, Extraction


def link(extractions: Iterable[Extraction]) -> Corpus:
    """Return all claims with global subjects."""
    done = sorted(extractions, key=lambda extraction: extraction.article.article)
    return Corpus(
        articles={extraction.article.article: extraction.article for extraction in done},
        claims=tuple(claim for extraction in done for claim in extraction.claims),
        subjects={},
    )
