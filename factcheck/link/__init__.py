"""Extractions → Corpus: the people, organisations, places and events of single articles become subjects across them.

Names come first, each distinct one resolved once; events are then gathered by who, what, when and where.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from factcheck.link.copies import copies
from factcheck.link.subjects import Subjects
from factcheck.model import Claim, Corpus, Extraction, OrdinalClaim, SubjectRef


def link(extractions: Iterable[Extraction]) -> Corpus:
    """Return all claims with global subjects, in order of article and offset.

    The order in which extractions come in changes nothing.
    """
    done = sorted(extractions, key=lambda extraction: extraction.article.article)
    subjects = Subjects(done)
    alike = copies({extraction.article.article: extraction.fingerprint for extraction in done})
    return Corpus(
        articles={
            extraction.article.article: replace(extraction.article, copies=alike.get(extraction.article.article, ()))
            for extraction in done
        },
        claims=tuple(_linked(claim, subjects) for extraction in done for claim in extraction.claims),
        subjects=subjects.table,
    )


def _linked(claim: Claim, subjects: Subjects) -> Claim:
    """Return a claim with its subject made global; one about the article itself keeps it."""
    if isinstance(claim, OrdinalClaim) and claim.value.series:
        claim = replace(claim, value=replace(claim.value, series=_series(claim, subjects)))
    key = subjects.of.get((claim.article, claim.subject.id)) if claim.subject else None
    if key is None:
        return claim
    subject = subjects.table[key]
    return replace(claim, subject=SubjectRef(subject.id, subject.type, subject.name))


def _series(claim: OrdinalClaim, subjects: Subjects) -> str:
    """Return the key of a series with its participants made global, in order: 'meeting: person:a, person:b'."""
    head, mark, participants = claim.value.series.partition(": ")
    found = (subjects.of.get((claim.article, one), one) for one in participants.split(", "))
    return head + mark + ", ".join(sorted(found))
