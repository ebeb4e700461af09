"""How surely each clause is told: planned, negated, hypothetical or asserted.

Comes in: a document's tokens. Goes out: `Clauses`, asked once per claim; sentences are taken apart on first asking.
A sentence without a marker word is asserted. Else it is cut at conjunctions, relative pronouns, commas and where a
second verb begins; pieces without a verb join their neighbour, and each clause is as sure as its surest-told marker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck import lexicon

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.tokens import Tokens
    from factcheck.model import Certainty

_CHAIN = 4  # words of "will not be held"
_BACK = 12  # words back to the verb that a clause with "that" hangs on
_KNOWN = 1 << 14  # words of which it is kept what they may do; most of a text is made of fewer


class _Clause(NamedTuple):
    first: int
    stop: int
    certainty: Certainty


class Clauses:
    """The clauses of a document's sentences with their certainty."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.tokens
        self._markers = frozenset(filter(_is_marker, document.tokens.vocabulary))
        self._by_sentence: dict[int, list[_Clause]] = {}

    def certainty(self, start: int, end: int) -> Certainty:
        """Return the certainty of the clause that holds text[start:end], by its last word."""
        tokens = self._tokens
        if not tokens.text:
            return "asserted"
        token = min(tokens.at(max(start, end - 1)), len(tokens.text) - 1)
        sentence = tokens.sentence(token)
        first, stop = tokens.sentences[sentence]
        clauses = self._by_sentence.get(sentence)
        if clauses is None:
            lower = _folded(tokens, first, stop)
            clauses = self._by_sentence[sentence] = _clauses(lower) if self._is_marked(lower) else []
        at = token - first
        for clause in clauses:
            if clause.first <= at < clause.stop:
                return clause.certainty
        return "asserted"

    def _is_marked(self, lower: list[str]) -> bool:
        """Tell whether a word, a contraction or a pair of words may make a clause anything but asserted."""
        if not self._markers.isdisjoint(lower):
            return True
        pairs = _pairs()
        heads = _among(pairs.__contains__, lower, 0, len(lower) - 1)
        return any(lower[i + 1] in pairs[lower[i]] for i in heads)


def _folded(tokens: Tokens, first: int, stop: int) -> list[str]:
    """Return a sentence's words in lower case, names that look like an auxiliary blanked ("May", "Will")."""
    lower = tokens.lower[first:stop]
    if _words("lower_only").isdisjoint(lower):
        return lower
    return [
        "." if word in _words("lower_only") and tokens.text[i] != word else word for i, word in enumerate(lower, first)
    ]


def _clauses(lower: list[str]) -> list[_Clause]:
    """Cut a sentence into clauses, each with its certainty."""
    clauses: list[_Clause] = []
    for begin, end in _joined(lower, _cut(lower)):
        clauses.append(_Clause(begin, end, _certainty(lower, begin, end, clauses)))
    return clauses


# -- cutting ----------------------------------------------------------------------------------------------------------


def _cut(lower: list[str]) -> list[tuple[int, int]]:
    """Cut a sentence at commas, conjunctions and relative pronouns, and where a second verb begins."""
    breaks, openers, alone = _words("breaks"), _openers(), _alone()
    cuts = [0]
    for i in _among(_may_cut, lower, 0, len(lower)):
        word = lower[i]
        if word in breaks:
            cuts.append(i + 1)
        elif word in openers or (word in alone and _stands_alone(lower, i)) or _second_verb(lower, cuts[-1], i):
            cuts.append(i)
    cuts = sorted({cut for cut in cuts if cut < len(lower)})
    return list(zip(cuts, [*cuts[1:], len(lower)], strict=True))


def _stands_alone(lower: list[str], i: int) -> bool:
    """Tell whether a word tells of what follows it and not of what stands before, verb or no verb.

    "agreed on Monday | to meet in May"   "spoke on Monday of a | possible visit"   "in 2020 | and not 2015"
    """
    word = lower[i]
    if word in _words("attributive"):
        return True
    if word == "to":
        return any(other in _words("commissive") for other in lower[max(0, i - 1) : i])
    if word == "not":
        return i > 0 and lower[i - 1] == ","
    return word in _words("coordinators") and lower[i + 1 : i + 2] == ["not"]


def _second_verb(lower: list[str], first: int, i: int) -> bool:
    """Tell whether a new predicate begins: "the talks held in May | will go on", "will follow talks | held in May"."""
    word = lower[i]
    if word in _words("modals"):
        return i > first + 1 and any(_is_past(lower[j]) for j in range(first, i - 1))
    if i < first + _CHAIN or not _is_past(word) or word in _words("auxiliaries"):
        return False
    chain = lower[max(first, i - _CHAIN) : i]
    if any(other in _words("auxiliaries") for other in chain[-2:]):
        return False
    return any(lower[j] in _words("modals") for j in range(first, i - 1))


def _joined(lower: list[str], pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces without a verb to the next piece at the head of a sentence, else to the one before."""
    joined: list[tuple[int, int]] = []
    begin: int | None = None
    for first, stop in pieces:
        whole = _has_verb(lower, first, stop) or _stands_alone(lower, first)
        whole = whole or (lower[first] in _words("relative") and stop - first > 2)
        if whole and begin is not None and lower[first] in _words("relative"):
            joined.append((begin, first))
            begin = None
        if whole or (joined and _is_participial(lower, first)):
            joined.append((first if begin is None else begin, stop))
            begin = None
        elif joined:
            joined[-1] = (joined[-1][0], stop)
        elif begin is None:
            begin = first
    return joined if begin is None else [(begin, pieces[-1][1])]


def _is_participial(lower: list[str], first: int) -> bool:
    """Tell whether a piece is ", making it …": no part of the denial before it, but of a plan or a condition."""
    return lower[first].endswith("ing") and first > 0 and lower[first - 1] == ","


def _has_verb(lower: list[str], first: int, stop: int) -> bool:
    return any(map(_is_finite, lower[first:stop]))


@lru_cache(_KNOWN)
def _is_finite(word: str) -> bool:
    return word in _words("finite") or _is_past(word)


@lru_cache(_KNOWN)
def _is_past(word: str) -> bool:
    return word in _words("past") or (word.endswith("ed") and word not in _words("not_verbs"))


# -- telling ----------------------------------------------------------------------------------------------------------


def _certainty(lower: list[str], first: int, stop: int, before: list[_Clause]) -> Certainty:
    """Return the certainty of one clause: a denial outweighs a condition, a condition a plan."""
    if _negated(lower, first, stop) or _denied(lower, first, before):
        return "negated"
    if _hypothetical(lower, first, stop):
        return "hypothetical"
    if _planned(lower, first, stop):
        return "planned"
    return _inherited(lower, first, stop, before)


def _inherited(lower: list[str], first: int, stop: int, before: list[_Clause]) -> Certainty:
    """Return the certainty of the clause before for a participle that shares its verb: "… and attended by"."""
    if before and _is_participial(lower, first):
        return before[-1].certainty if before[-1].certainty != "negated" else "asserted"
    if before and lower[first] in {"and", "or"} and first + 1 < stop and _is_past(lower[first + 1]):
        clause = before[-1]
        if clause.certainty == "planned" and any(lower[i] in {"be", "been"} for i in range(clause.first, clause.stop)):
            return "planned"
    return "asserted"


def _denied(lower: list[str], first: int, before: list[_Clause]) -> bool:
    """Tell whether a clause is what the one before it denies: "denied | that it had paid"."""
    if not before or lower[first] != "that":
        return False
    clause = before[-1]
    return any(word in _words("denials") for word in lower[clause.first : clause.stop])


def _negated(lower: list[str], first: int, stop: int) -> bool:
    for i in _among(_may_deny, lower, first, stop):
        word = lower[i]
        following = lower[i + 1] if i + 1 < len(lower) else ""
        if word == "no":
            if _denies_subject(lower, first, i, following):
                return True
        elif word in {"off", "out"}:
            if i > first and lower[i - 1] in (_words("off") if word == "off" else _words("ruled")):
                return True
        elif word in _words("negated"):
            if following in _words("not_before") or (i > 0 and lower[i - 1] in _words("not_after") | {"-"}):
                continue
            return "until" not in lower[i:stop]
        elif word[-3:] in _words("negated_suffix") and following not in _words("not_before"):
            return True
    return False


def _denies_subject(lower: list[str], first: int, i: int, following: str) -> bool:
    """Tell whether "no" belongs to the subject ("no talks were held", "there was no meeting"), not to an object."""
    if following in _words("no_before") or not following[:1].isalpha():
        return False
    if i >= first + 1 and lower[i - 1] in _words("be") and "there" in lower[first:i]:
        return True
    return not _has_verb(lower, first, i)


def _hypothetical(lower: list[str], first: int, stop: int) -> bool:
    for i in _among(_words("hypothetical").__contains__, lower, first, stop):
        word = lower[i]
        if i > 0 and lower[i - 1] == "-":
            continue
        if word in _words("adjectives") and (i == 0 or lower[i - 1] not in _words("articles")):
            continue
        if word == "would" and _reported(lower, first, i):
            continue
        if word in {"hopes", "hope", "hoped", "wants", "proposal", "likely"} and i == stop - 1:
            continue
        return True
    return False


def _planned(lower: list[str], first: int, stop: int) -> bool:
    if lower[first] == "to" and _stands_alone(lower, first):
        return True
    for i in _among(_may_plan, lower, first, stop):
        word = lower[i]
        if word == "would":
            return _reported(lower, first, i)
        if word in _words("planned") and not (i > 0 and lower[i - 1] == "-"):
            return True
        following = lower[i + 1] if i + 1 < stop else ""
        if following in _pairs().get(word, ()):
            if word in _words("after_be") and (i == 0 or not _near_be(lower, first, i)):
                continue
            if word == "next" and (i > 0 and lower[i - 1] == "the"):
                continue
            if following == "to" and i + 2 < len(lower) and lower[i + 2] in _words("not_plan"):
                continue
            if (word, following) == ("to", "be") and not _to_be_held(lower, i):
                continue
            return True
    return False


def _to_be_held(lower: list[str], i: int) -> bool:
    """Tell "talks to be held in May" from "is believed to be worth" and "wants to be president"."""
    done = i + 2 < len(lower) and (_is_past(lower[i + 2]) or lower[i + 2].endswith("en"))
    return done and i > 0 and lower[i - 1] not in _words("raised") and not lower[i - 1].endswith("ed")


def _near_be(lower: list[str], first: int, i: int) -> bool:
    return any(word in _words("be") for word in lower[max(first, i - 2) : i])


def _reported(lower: list[str], first: int, i: int) -> bool:
    """Tell whether "would" at i tells of the future in somebody's words: "said it would hold talks"."""
    if "if" in lower[: i + _BACK]:
        return False
    return any(word in _words("reporting") for word in lower[max(0, min(first, i) - _BACK) : i])


# -- which words to look at -------------------------------------------------------------------------------------------


def _among(known: Callable[[str], bool], lower: list[str], first: int, stop: int) -> Iterator[int]:
    """Yield the indices from `first` to `stop` of the words that `known` holds for."""
    return compress(range(first, stop), map(known, lower[first:stop]))


@lru_cache(_KNOWN)
def _is_marker(word: str) -> bool:
    return word in _markers() or word[-3:] in _words("negated_suffix")


@lru_cache(_KNOWN)
def _may_cut(word: str) -> bool:
    return word in _words("breaks") | _openers() | _alone() | _words("modals") or _is_past(word)


@lru_cache(_KNOWN)
def _may_deny(word: str) -> bool:
    return word in {"no", "off", "out"} | _words("negated") or word[-3:] in _words("negated_suffix")


@lru_cache(_KNOWN)
def _may_plan(word: str) -> bool:
    return word == "would" or word in _words("planned") or word in _pairs()


# -- vocabulary -------------------------------------------------------------------------------------------------------


@cache
def _lexicon() -> dict[str, Any]:
    table: dict[str, Any] = lexicon.load("speech")["certainty"]
    return table


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name])


@cache
def _openers() -> frozenset[str]:
    return _words("openers") | _words("coordinators")


@cache
def _alone() -> frozenset[str]:
    return _words("attributive") | {"to", "not"}


@cache
def _pairs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, second in _lexicon()["pairs"]:
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def _markers() -> frozenset[str]:
    names = ("negated", "hypothetical", "planned", "off", "ruled", "commissive")
    return frozenset().union(*(_words(name) for name in names), {"no", "would"})
