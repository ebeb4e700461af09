"""The captions of photographs: lines with a credit, whose dates are the picture's and not the article's.

Comes in: a document, of which only the lines with a word of credits are looked at. Goes out: their token ranges.

    "The ferry leaves on May 3, 2021. REUTERS/Jane Doe"      a sentence and its credit
    "FILE - In this Jan. 3, 2017, file photo, the ferry …"   a label before it
    "The ferry leaves on May 3, 2021.⏎AFP/Jane Doe"          the credit on a line of its own
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.masthead import vocabulary

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.tokens import Tokens

_CREDIT = 14  # tokens
_OPENING = 14  # tokens in which "In this … photo" is over
_LONGEST = 150  # tokens of a caption
_INSIDE = frozenset("/:.&,-–—|(")
_CLOSING = frozenset('.)]*_"”')
_MARKS = frozenset("-–—:|")


def find(document: Document) -> tuple[tuple[int, int], ...]:
    """Return the token ranges of the captions, each a line, in text order."""
    tokens = document.tokens
    words = vocabulary.words("captions", "agencies") | vocabulary.words("captions", "nouns")
    if words.isdisjoint(tokens.vocabulary):
        return ()
    found: dict[int, tuple[int, int]] = {}
    for paragraph in sorted({tokens.paragraph(at) for at in tokens.hits(words.__contains__)}):
        first, stop = tokens.paragraphs[paragraph]
        if stop - first > _LONGEST:
            continue
        credit = _credit(tokens, first, stop)
        if credit is not None or _is_labelled(tokens, first, stop):
            found[paragraph] = (first, stop)
        if credit == first and paragraph and _is_above(tokens, paragraph - 1):
            found[paragraph - 1] = tokens.paragraphs[paragraph - 1]
    return tuple(found[paragraph] for paragraph in sorted(found))


def _credit(tokens: Tokens, first: int, stop: int) -> int | None:
    """Return the token at which the credit begins that ends a line, None where none does."""
    end = stop
    while end > first and tokens.text[end - 1] in _CLOSING:
        end -= 1
    start, found = end, None
    while start > max(first, end - _CREDIT) and _can_be_credit(tokens, start - 1):
        start -= 1
        if (start == first or not tokens.text[start - 1][0].isalnum()) and _is_credit(tokens, start, end):
            found = start
    return found


def _can_be_credit(tokens: Tokens, at: int) -> bool:
    """Tell whether a token can stand in a credit: a name, a word for pictures, a mark; no end of a sentence."""
    text = tokens.text[at]
    ends = text == "." and not (tokens.glued(at) and len(tokens.text[at - 1]) == 1)
    inside = text[0].isupper() or text in _INSIDE or tokens.lower[at] in vocabulary.words("captions", "connectors")
    return not ends and (inside or tokens.lower[at] in vocabulary.words("captions", "nouns"))


def _is_credit(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether tokens are a credit: "REUTERS/Jane Doe", "AP Photo", "Photograph: Jane Doe/EPA", "Getty Images"."""
    lower = tokens.lower[start:end]
    agencies, nouns = vocabulary.words("captions", "agencies"), vocabulary.words("captions", "nouns")
    if not tokens.text[start][0].isalnum() or lower[0] in vocabulary.words("bylines", "openers"):
        return False
    if all(word in agencies or not word[0].isalnum() for word in lower):
        sole = lower[0] in vocabulary.words("captions", "sources") or tokens.text[start - 1 : start] == ["©"]
        return len(lower) == 1 and sole
    if lower[0] in nouns and len(lower) > 1 and (lower[1] in ":|" or lower[1] in vocabulary.words("captions", "by")):
        return True
    if " ".join(lower) in vocabulary.words("captions", "credits"):
        return True
    known = [i for i, word in enumerate(lower) if word in agencies]
    return any(
        {"/", "via"} & set(lower[max(0, i - 1) : i + 2]) or (i + 1 < len(lower) and lower[i + 1] in nouns)
        for i in known
    )


def _is_labelled(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a line opens as captions do: "Photo: …", "FILE - In this …", "In this May 3, 2021, photo, …"."""
    lower = tokens.lower
    for end in range(min(first + 2, stop - 1), first, -1):
        labelled = " ".join(lower[first:end]) in vocabulary.words("captions", "labels")
        marks = _MARKS if end == first + 1 else _MARKS | {","}  # "Image caption, The ferry leaves"
        if labelled and tokens.text[end] in marks and tokens.text[first][0].isupper():
            return True
    if lower[first : first + 2] != ["in", "this"]:
        return False
    nouns = vocabulary.words("captions", "nouns")
    near = range(first + 2, min(first + _OPENING, stop - 1))
    at = next((i for i in near if lower[i] in nouns), None)
    return at is not None and (lower[at + 1] == "," or lower[at + 1] in vocabulary.words("captions", "taken"))


def _is_above(tokens: Tokens, paragraph: int) -> bool:
    """Tell whether a line is the caption of a credit below it: a sentence right above it, not the headline."""
    first, stop = tokens.paragraphs[paragraph]
    gap = tokens.source[tokens.end[stop - 1] : tokens.start[stop]]
    return paragraph > 0 and gap.count("\n") == 1 and tokens.text[stop - 1] == "." and stop - first <= _LONGEST
