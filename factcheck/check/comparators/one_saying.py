"""Two quotations that are one saying, and what was changed in it."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from msgspec import Struct

from factcheck import lexicon, numerals
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import SAYING, Side


class Saying(Struct, frozen=True, forbid_unknown_fields=True):
    """How much of both must be the same words, from 0 to 1, and what the changed words do.

    "wording": other words for the same; "sense": a negation or a number more, less or other than before.
    """

    changes: Literal["wording", "sense"]
    share: float = 0.8


ARGUMENT = Saying


def compare(left: Side, right: Side, argument: Saying, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where two quotations have most words in common, in one order, and differ as asked.

    Of a quotation that is cut shorter in one place nothing differs.
    """
    here, there = left.value.words.split(), right.value.words.split()
    if min(len(here), len(there)) < SAYING:
        return NO
    if _part(here, there) or _part(there, here):
        return NO
    if not _near(here, there, argument.share):
        return NO
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    if matcher.ratio() < argument.share:
        return NO
    changed = [(here[i:j], there[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    if _turned(changed) != (argument.changes == "sense"):
        return NO
    return Outcome(True, tuple(_told(*pair) for pair in changed))


def _part(inner: list[str], outer: list[str]) -> bool:
    return f" {' '.join(inner)} " in f" {' '.join(outer)} "


def _near(here: list[str], there: list[str], share: float) -> bool:
    """Tell whether two texts can have so many words in common at all, which is quickly seen."""
    return len(set(here) & set(there)) >= share * min(len(set(here)), len(set(there)))


def _turned(changed: list[tuple[list[str], list[str]]]) -> bool:
    """Tell whether a change turns the sense: a negation, a figure or a number word is new, gone or other."""
    return any(
        _telling(before) != _telling(after) and (_telling(before) or _telling(after)) for before, after in changed
    )


def _telling(words: list[str]) -> list[str]:
    """Return the negations and numbers among words, in one form: "don't" → "not", "two" → "2"."""
    found = []
    for word in words:
        if word in _turning() or word.endswith("n't"):
            found.append("not")
        elif word[0].isdigit() or (word in _numbers() and word not in _INDEFINITE):
            read = numerals.read([word], 0)
            found.append(f"{read[0]:g}" if read is not None else word)
    return found


# "One" is often no number, and "second" no rank.
_INDEFINITE = frozenset({"one", "a", "an", "first", "second", "few", "couple", "several"})


@cache
def _turning() -> frozenset[str]:
    return frozenset(lexicon.load("quotations")["turning"])


@cache
def _numbers() -> frozenset[str]:
    return numerals.vocabulary()


def _told(before: list[str], after: list[str]) -> str:
    if not before or not after:
        return f"“{' '.join(before or after)}” stands in one alone"
    return f"“{' '.join(before)}” against “{' '.join(after)}”"
