"""Which way a bare weekday or month lies: the tense of the words around it."""

from __future__ import annotations

from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.vocabulary import words
from factcheck.extract.tokens import Tokens

_REACH = 14


def direction(tokens: Tokens, expression: TimeExpression) -> int:
    """Return 1 where the clause tells what is to come, -1 where it tells what was, 0 where nothing says.

    "will meet on Friday" → 1   "to be held in June" → 1   "said on Monday" → -1   "the deadline is May 5" → 1
    "oil for June delivery" → 1
    """
    first, stop = tokens.sentences[tokens.sentence(expression.first)]
    vocabulary = words()
    near = vocabulary.near
    at = expression.first - 1 - (tokens.lower[expression.first - 1] in ("on", "in"))
    if at >= first and tokens.lower[at] in near["copulas"]:
        return 1
    if expression.stop < stop and tokens.lower[expression.stop] in near["contract_nouns"]:
        return 1
    for i in range(expression.first - 1, max(first, expression.first - _REACH) - 1, -1):
        if sign := _sign(tokens, i, vocabulary.future, vocabulary.past):
            return sign
    for i in range(expression.stop, min(stop, expression.stop + _REACH)):
        if sign := _sign(tokens, i, vocabulary.future, vocabulary.past):
            return sign
    return int(expression.first > first and tokens.lower[expression.first - 1] in vocabulary.limits)


def _sign(tokens: Tokens, i: int, future: frozenset[str], past: frozenset[str]) -> int:
    word = tokens.lower[i]
    if word == "set":
        return 1 if i + 1 < len(tokens) and tokens.lower[i + 1] in ("to", "for") else -1
    before = tokens.lower[i - 1] if i else ""
    if word in future or (word == "be" and before == "to") or (word == "to" and before in ("is", "are")):
        return 1
    if word in past or (word.endswith("ed") and len(word) > 4):
        return 0 if before == "be" else -1
    return 0
