"""What is left of a header line without its dates, labels, zones and separators.

"Published: 12 June 2021 | By Jane Doe"  →  "By Jane Doe"
"THE PILOT DATE: Tuesday, 3 May 2021"    →  "THE PILOT"
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.extract.masthead import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.extract.document import Document


class Part(Struct):
    """A stretch of a header line between separators or dates."""

    first: int
    stop: int


def parts(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Iterator[Part]:
    """Yield what is left of a header line without its dates, labels, zones and separators."""
    tokens = document.tokens
    at = begin = first
    while at <= stop:
        index = dated.get(at) if at < stop else None
        if at == stop or index is not None or _separates(document, at, begin):
            part = trimmed(document, begin, at)
            if part.first < part.stop:
                yield part
            at = begin = max(document.times[index].stop, at + 1) if index is not None else at + 1
            if at <= stop and index is None and at - 1 < stop and tokens.text[at - 1] not in _marks():
                begin = at - 1
        else:
            at += 1


@cache
def _marks() -> frozenset[str]:
    return vocabulary.words("header", "separators") | {","}


def _separates(document: Document, at: int, begin: int) -> bool:
    """Tell whether a part ends before token `at`: a mark, a dash with space around it, a wide gap."""
    tokens = document.tokens
    if tokens.text[at] in _marks() or (tokens.text[at] == "-" and not tokens.glued(at)):
        return True
    gap = tokens.source[tokens.end[at - 1] : tokens.start[at]] if at > begin else ""
    return len(gap) > 1 or "\t" in gap or "\n" in gap


def trimmed(document: Document, first: int, stop: int) -> Part:
    """Drop labels and fillers at both ends of a part: "Last updated at" → nothing."""
    lower = document.tokens.lower
    fillers, spare = vocabulary.words("header", "fillers"), idle()
    end = first
    while end < stop and (lower[end] in spare or lower[end].isdigit()):
        end += 1
    if end == stop:
        return Part(stop, stop)
    bracket = "(" in lower[first:stop]
    while stop > first and _ends_part(document, stop - 1, bracket=bracket):
        stop -= 1
    while first < stop and (lower[first] in fillers or lower[first] == "-" or is_label(document, first)):
        first += 1
    if first + 1 < stop and lower[first] in vocabulary.words("header", "filed"):
        first += document.tokens.slice(first + 1, stop).lower() in vocabulary.words("sections", "names")
    return Part(first, stop)


def _ends_part(document: Document, at: int, *, bracket: bool) -> bool:
    """Tell whether a filler, a number, a dash or a label with a colon is no more of a part: "The Pilot DATE:"."""
    word = document.tokens.lower[at]
    filler = word in vocabulary.words("header", "fillers") and not (bracket and word == ")")
    return filler or word.isdigit() or word == "-" or is_label(document, at)


@cache
def idle() -> frozenset[str]:
    """Return the words that say nothing beside a date: labels, zones, halves of the day."""
    return vocabulary.words("header", "fillers") | labels() | {"-"}


@cache
def labels() -> frozenset[str]:
    """Return the words before a date above the copy, those of a later change included."""
    return vocabulary.words("header", "labels") | vocabulary.words("header", "updated")


def is_label(document: Document, at: int) -> bool:
    """Tell whether a token is a label before a colon: "Source:", "Published:"."""
    tokens = document.tokens
    known = tokens.lower[at] in labels() or tokens.lower[at] == "source"
    return known and at + 1 < len(tokens) and tokens.text[at + 1] == ":"
