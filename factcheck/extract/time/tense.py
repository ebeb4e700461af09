"""Which way a bare weekday or month lies: the phrase that governs it, else the tense of the words around it."""

from __future__ import annotations

from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.vocabulary import Vocabulary, words
from factcheck.extract.tokens import Tokens

_REACH = 14

# Words between an order or plan and the infinitive that it governs: "urged the two houses to vote".
_OBJECT = 5


def direction(tokens: Tokens, expression: TimeExpression) -> int:
    """Return 1 where the clause tells what is to come, -1 where it tells what was, 0 where nothing says.

    "will meet on Friday" → 1   "to be held in June" → 1   "said on Monday" → -1   "the deadline is May 5" → 1
    "oil for June delivery" → 1   "agreed to meet on Friday" → 1   "could rise after Monday's blast" → -1
    """
    first, stop = tokens.sentences[tokens.sentence(expression.first)]
    vocabulary = words()
    if sign := _governed(tokens, expression, first, stop, vocabulary):
        return sign
    opened = expression.first > first and tokens.lower[expression.first - 1] in vocabulary.near["week_openers"]
    reach = _REACH * (1 + opened)  # in the series starting Sunday
    for i in range(expression.first - 1, max(first, expression.first - reach) - 1, -1):
        if sign := _sign(tokens, i, vocabulary):
            return sign if sign < 0 or not _commanding(tokens, first, i, vocabulary) else 1
        if tokens.lower[i] == "to" and _infinitive(tokens, i, vocabulary) and _commanding(tokens, first, i, vocabulary):
            return 1
    for i in range(expression.stop, min(stop, expression.stop + _REACH)):
        if sign := _sign(tokens, i, vocabulary):
            return sign
    return int(expression.first > first and tokens.lower[expression.first - 1] in vocabulary.limits)


def _governed(tokens: Tokens, expression: TimeExpression, first: int, stop: int, vocabulary: Vocabulary) -> int:
    """Return what the words that touch the date say: "is May 5", "June delivery", "called for May 5"."""
    near, lower = vocabulary.near, tokens.lower
    at = expression.first - 1 - (lower[expression.first - 1] in ("on", "in"))
    if at >= first and lower[at] in near["copulas"]:
        return 1
    following = lower[expression.stop] if expression.stop < stop else ""
    if following in near["contract_nouns"]:
        return 1
    before = lower[expression.first - 1] if expression.first > first else ""
    back = lower[max(first, expression.first - _REACH) : expression.first]
    if following in near["deadline_nouns"] and near["missed"].isdisjoint(back):
        return 1
    if before == "after" and following in ("'s", "’s") and near["surely_ahead"].isdisjoint(_clause(back)):
        return -1
    if before == "for" and back[-2:-1] and back[-2] in near["called"]:
        return 1
    was = expression.weekday is None and not near["was"].isdisjoint(back)  # was delayed until June 7
    if before in near["moved_to"] and not was and not near["put_off"].isdisjoint(back[-_OBJECT - 1 :]):
        return 1
    if before in near["moved_to"] and following == "to" and not near["granting"].isdisjoint(back[-_OBJECT - 1 :]):
        return 1
    if before in ("by", "before", "until") and not near["conditions"].isdisjoint(back) and "had" not in back:
        return 1
    return 0


def _clause(back: list[str]) -> list[str]:
    """Return the words after the last comma."""
    return back[len(back) - back[::-1].index(",") :] if "," in back else back


def _infinitive(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Tell "to meet" from "to the", "to London", "to 12"."""
    word = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    return word.isalpha() and tokens.text[i + 1].islower() and word not in vocabulary.near["no_verbs"]


def _commanding(tokens: Tokens, first: int, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether an order, a wish or a plan governs the infinitive at token i: "urged both houses to vote"."""
    near = vocabulary.near
    for k in range(i - 1, max(first, i - _OBJECT) - 1, -1):
        word = tokens.lower[k]
        if word in near["commands"]:
            return True
        if word in (",", ";") or word in vocabulary.past or word.endswith("ed"):
            return False
    return False


def _sign(tokens: Tokens, i: int, vocabulary: Vocabulary) -> int:
    word = tokens.lower[i]
    if word == "set":
        return 1 if i + 1 < len(tokens) and tokens.lower[i + 1] in ("to", "for") else -1
    before = tokens.lower[i - 1] if i else ""
    if word == "if":
        return int(before not in ("as", "even"))
    if word == "may":
        return int(tokens.text[i] == "may")
    if word in vocabulary.future or (word == "be" and before == "to") or (word == "to" and before in ("is", "are")):
        return 1
    if word in vocabulary.past or (word.endswith("ed") and len(word) > 4):
        return _past(tokens, i, before, vocabulary)
    return 0


def _past(tokens: Tokens, i: int, before: str, vocabulary: Vocabulary) -> int:
    """Return what a past form says: nothing after "be", and what is to come in "when he is sentenced"."""
    near = vocabulary.near
    if before in near["links"] or (i > 1 and tokens.lower[i - 2] in near["links"] and before not in ("and", "or")):
        return 0
    if before in ("is", "are", "'s", "’s") and not near["when"].isdisjoint(tokens.lower[max(0, i - _OBJECT) : i]):
        return 1
    return -1
