"""What a count is of, beyond its unit: a part of a greater count, and what a sum or a measure tells ("price", "wind").

Comes in: the tokens and a count as read. Goes out: the same count with `part` and `role` filled in.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.extract.counts import vocabulary

if TYPE_CHECKING:
    from factcheck.extract.counts.reading import Count
    from factcheck.extract.tokens import Tokens

_BEFORE = 3  # words before a count that make it a part: "including at least | 12"
_AFTER = 6  # words after it: "died | of their injuries in hospital"
_LEFT = 10  # words between "damage" and the sum
_RIGHT = 4  # words between the sum and "deal"
_MARKS = frozenset(",;:()—–")


def fill(tokens: Tokens, count: Count) -> Count:
    """Return a count with what it is a part of and what it tells."""
    if count.role is not None:
        return count
    if count.frame in _measured() or (count.frame is None and count.unit in _measured_units()):
        return count._replace(role=_role(tokens, count))
    return count._replace(part=_is_part(tokens, count))


def _is_part(tokens: Tokens, count: Count) -> bool:
    """Tell whether a count is one of several that make the whole.

    "including | three children"   "two | more"   "| four bodies"   "12 of | the dead"   "20 a year"
    """
    first = min(count.first, count.told[0]) if count.told else count.first
    stop = max(count.stop, count.told[1]) if count.told else count.stop
    low, high = tokens.sentences[tokens.sentence(first)]
    own = tokens.lower[first:stop]
    if not vocabulary.words("part", "before").isdisjoint(tokens.lower[max(low, first - _BEFORE) : first]):
        return True
    if count.first > low and tokens.lower[count.first - 1] == "from":
        return True
    if count.number is not None and not float(count.number).is_integer():
        return True
    if "/" in count.unit or not vocabulary.words("part", "nouns").isdisjoint(own) or _adds(own):
        return True
    if count.frame == "killed" and not vocabulary.words("part", "others").isdisjoint(own):
        return True
    if not vocabulary.words("part", "opening").isdisjoint(tokens.lower[low : min(high, low + 2)]):
        return True
    after = tokens.lower[stop : min(high, stop + _AFTER)]
    if after[:1] == ["of"] and count.told is None and after[1:2] and after[1] in vocabulary.words("part", "of"):
        return True
    return not vocabulary.words("part", "after").isdisjoint([*own, *after])


def _adds(own: list[str]) -> bool:
    """Tell "three more people were killed" from "more than three"."""
    return any(word == "more" and own[i + 1 : i + 2] != ["than"] for i, word in enumerate(own))


def _role(tokens: Tokens, count: Count) -> str | None:
    """Return what a sum or measure tells: the nearest telling word in its clause, before it or after it."""
    low, high = tokens.sentences[tokens.sentence(count.first)]
    known = _roles()
    kind = count.frame or count.unit
    weak: str | None = None
    right = range(count.stop, min(high, count.stop + _RIGHT))
    left = range(count.first - 1, max(low, count.first - _LEFT) - 1, -1)
    for side in (right, left):
        for i in side:
            found = known.get((kind, tokens.lower[i]))
            if found is not None and tokens.lower[i] not in vocabulary.words("part", "weak"):
                return found
            weak = weak or found
            if tokens.text[i] in _MARKS:
                break
    return weak


@cache
def _roles() -> dict[tuple[str, str], str]:
    """Return (class or unit, word) → what it tells."""
    table = lexicon.load("quantities")["role"]
    return {(unit, word): name for name, entry in table.items() for unit in entry["of"] for word in entry["words"]}


@cache
def _measured_units() -> frozenset[str]:
    return frozenset(unit for unit, _ in _roles())


@cache
def _measured() -> frozenset[str]:
    return _measured_units() & frozenset({"money", "percent", "percentage point"})
