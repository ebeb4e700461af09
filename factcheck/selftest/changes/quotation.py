"""A word of a quotation is altered against another article that quotes the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.model import QuoteClaim
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = QuoteClaim
_WORD = re.compile(r"[A-Za-z]+")
_LEAST = 6  # words of a quotation that is known again
_NEAR = 14  # days; later, the speaker may have said something else


def change(claim: QuoteClaim, evidence: Evidence) -> Change | None:
    """Return the quotation with one word turned round or a "not" put in, where the same words stand elsewhere too."""
    if len(claim.value.words.split()) < _LEAST:
        return None
    same = (one for one in evidence.others(claim, QuoteClaim) if one.value.words == claim.value.words)
    near = (one for one in same if evidence.within(_NEAR, claim, one))
    witness = next((one for one in near if one.article != claim.article), None)
    options = list(_options(claim.text))
    if witness is None or not options:
        return None
    at, stop, after = evidence.dice.choose(options, claim.id)
    return Change(at, stop, after, witness)


def _options(text: str) -> Iterator[tuple[int, int, str]]:
    for word in _WORD.finditer(text):
        lower = word[0].lower()
        following = text[word.end() :].lower()
        if lower in _swapped():
            after = _swapped()[lower]
            yield word.start(), word.end(), after.capitalize() if word[0][0].isupper() else after
        elif lower in _negated() and following.startswith(" not "):
            yield word.end(), word.end() + len(" not"), ""
        elif lower in _negated() and following.startswith(" "):
            yield word.end(), word.end(), " not"


@cache
def _swapped() -> dict[str, str]:
    pairs = lexicon.load("slips")["words"]["swapped"]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


@cache
def _negated() -> frozenset[str]:
    return frozenset(lexicon.load("slips")["words"]["negated"])
