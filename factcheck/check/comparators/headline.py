"""A headline against the lead below it."""

from __future__ import annotations

from typing import Any

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool
_WORDS = 18  # words of a headline at most
_LEAD = 2  # sentences of the copy that say what the headline says


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where one side stands in an article's first line and the other in the lead below (false: where none does).

    Deeper in an article another figure is of a part, of another event, or of another source.
    """
    here, there = ({_place(claim, context) for claim in side.claims} for side in (left, right))
    faced = any((article, 1 - part) in there for article, part in here if part in (0, 1))
    return Outcome(faced == argument)


def _place(claim: Any, context: Context) -> tuple[str, int]:
    """Return a claim's article, and 0 for its first line, 1 for the lead, 2 for what follows."""
    article = context.article(claim.article)
    text = article.text.lstrip() if article else ""
    offset = len(article.text) - len(text) if article else 0
    first, _, rest = text.partition("\n")
    end = offset + len(first)
    if not rest.strip() or ". " in first or len(first.split()) > _WORDS:
        return claim.article, 2
    if claim.end <= end:
        return claim.article, 0
    between = text[len(first) : claim.start - offset]
    return claim.article, 1 if between.count(". ") + between.strip().count("\n\n") < _LEAD else 2
