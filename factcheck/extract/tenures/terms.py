"""Ranks of terms of office: which term a person is in, or has won.

Comes in: a document and a rank before "term". Goes out: the person, the series and the office, where all can be read.

"Lund is serving her third term as prime minister" → Lund, "term", prime minister
"Lund won a third term" → Lund, "term won"
"Lund is seeking a third term", "in her first term Lund built" → nothing: it is not the term that she is in
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.tenures.holders import Holders
from factcheck.extract.tenures.vocabulary import terms

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.model import SubjectRef

_REACH = 10  # words between the person and the rank


class Term(NamedTuple):
    """A term of office: whose, in which series ("term", "term won"), of which office; `stop` ends its words."""

    person: SubjectRef
    series: str
    office: str | None
    stop: int


def read(document: Document, i: int, stop: int) -> Term | None:
    """Return the term that the rank at tokens `i` to `stop` ranks, None where it ranks something else."""
    tokens = document.tokens
    if stop >= len(tokens) or tokens.lower[stop] not in terms("nouns"):
        return None
    floor = max(tokens.sentences[tokens.sentence(i)][0], i - _REACH)
    series = ""
    for at in range(i - 1, floor - 1, -1):
        word = tokens.lower[at]
        now = word in terms("running") or (word == "in" and tokens.lower[at - 1] in {"is", "now"})
        if now or word in terms("won"):
            series = series or ("term" if now else "term won")
            person = Holders(document).before(at)
            if person is not None:
                return Term(person, series, *_office(document, stop + 1))
        elif word not in terms("bridges"):
            return None
    return None


def _office(document: Document, at: int) -> tuple[str | None, int]:
    """Return the office after "as", and where its words end: "term | as prime minister"."""
    tokens = document.tokens
    if at + 1 < len(tokens) and tokens.lower[at] == "as":
        for office in document.people_and_places.segmenter.offices:
            if office.first == at + 1:
                return office.post.office, office.stop
    return None, at
