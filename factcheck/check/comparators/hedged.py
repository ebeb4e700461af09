"""Passages that say themselves that a figure was another before, or counts otherwise."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = str
_WORD = re.compile(r"[a-z]+")


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:
    """Hold where a sentence of either side has a phrase of a list of the lexicon of quantities ("corrected")."""
    for side in (left, right):
        for claim in side.claims:
            article = context.article(claim.article)
            told = _told(article.text[slice(*claim.sentence)], argument) if article else None
            if told:
                return Outcome(True, (f"{side.label} stands beside “{told}”",))
    return Outcome(False)


def _told(sentence: str, name: str) -> str | None:
    words = f" {' '.join(_WORD.findall(sentence.casefold()))} "
    return next((phrase for phrase in _phrases(name) if f" {phrase} " in words), None)


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(lexicon.load("quantities")["part"].get(name, ()))
