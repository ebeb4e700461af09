"""What an event acts on, where that tells two events of a class apart.

"the establishment of diplomatic ties between Norway and Chile" → "diplomatic relations"
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.events.vocabulary import same_objects, words
from factcheck.extract.tokens import Tokens

_REACH = 6
_PASSIVE = frozenset(["was", "were", "been", "be", "being"])


def after_noun(tokens: Tokens, stop: int, high: int) -> str:
    """Read the object after a noun: 'establishment of diplomatic ties between' → 'diplomatic relations'."""
    return _phrase(tokens, stop + 1, high) if stop < high and tokens.lower[stop] == "of" else ""


def after_verb(tokens: Tokens, stop: int, high: int) -> str:
    """Read the object after a verb: 'established diplomatic ties on' → 'diplomatic relations'."""
    return _phrase(tokens, stop, high)


def before_passive(tokens: Tokens, verb: int, low: int) -> str:
    """Read the object of a passive: 'Diplomatic ties between X and Y were established' → 'diplomatic relations'."""
    j = verb
    while j > low and tokens.lower[j - 1] in words().light:
        j -= 1
    if not _PASSIVE & set(tokens.lower[j:verb]):
        return ""
    bounds = [k for k in range(low, j) if tokens.lower[k] in words().between]
    return _backward(tokens, bounds[-1] if bounds else j, low)


def proper_after(tokens: Tokens, stop: int, high: int) -> str:
    """Read the event's own name after its noun: 'Hurricane | Odette struck' → 'odette'; capitals tell nothing."""
    if stop >= high or not tokens.text[stop][0].isupper() or tokens.text[stop - 1].isupper():
        return ""
    if not tokens.text[stop - 1][0].isupper() and tokens.text[stop].isupper():
        return ""
    return tokens.lower[stop] if tokens.text[stop].isalpha() else ""


def before_participle(tokens: Tokens, verb: int, low: int) -> str:
    """Read the object of a participle: 'an update released Thursday' → 'update'."""
    return _backward(tokens, verb, low)


def _phrase(tokens: Tokens, j: int, high: int) -> str:
    kept: list[str] = []
    while j < high and len(kept) < _REACH and _belongs(tokens.lower[j]):
        if not _determines(tokens.lower[j]):
            kept.append(tokens.lower[j])
        j += 1
    return named(kept)


def _backward(tokens: Tokens, j: int, low: int) -> str:
    kept: list[str] = []
    while j > low and len(kept) < _REACH and _belongs(tokens.lower[j - 1]) and not _determines(tokens.lower[j - 1]):
        j -= 1
        kept.append(tokens.lower[j])
    return named(kept[::-1])


def _belongs(word: str) -> bool:
    return word not in _stops() and (word[0].isalnum() or word in {"-", "–"})


def _determines(word: str) -> bool:
    return word in words().definite or word in words().fresh


def named(kept: Iterable[str]) -> str:
    """Return the words of an object joined, by the name that is kept where it goes by several."""
    phrase = " ".join(kept)
    return same_objects().get(phrase, phrase)


@cache
def _stops() -> frozenset[str]:
    known = words()
    bounds = frozenset(["and", "or", "that", "which", "who", "as", "for"])
    return known.between | known.locative | known.temporal | known.light | bounds
