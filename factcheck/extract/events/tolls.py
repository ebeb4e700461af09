"""Tolls as mentions of events: "12 people were killed" tells of a crash, a shooting or a storm without naming it.

Comes in: a document's counts. Goes out: one mention of class "killing" for each count of dead or injured, over the
count and the word that tells its class.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.extract.events.drafts import Draft
from factcheck.extract.events.vocabulary import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.counts import Count
    from factcheck.extract.document import Document

_LOOSE = 3
KILLING = "killing"
_FORM = Form(("killing",), KILLING, "verb")


def drafts(document: Document) -> Iterator[Draft]:
    """Yield a mention for each toll of a document, in text order, none overlapping."""
    reached = 0
    for count in document.counts:
        if count.frame in _tolls():
            first, stop = _head(count)
            if first >= reached:
                reached = stop
                yield Draft(_FORM, first, stop, first, stop, document.tokens.sentence(first))


def _head(count: Count) -> tuple[int, int]:
    """Return the tokens that stand for a toll: its word alone where much stands between it and the number."""
    if count.told and count.first - count.told[1] > _LOOSE:
        return count.told
    return span(count)


def span(count: Count) -> tuple[int, int]:
    """Return the tokens of a count together with the word that tells its class."""
    told = count.told or (count.first, count.stop)
    return min(count.first, told[0]), max(count.stop, told[1])


@cache
def _tolls() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["tied"]["tolls"])
