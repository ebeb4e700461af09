"""Texts that are nearly alike."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.folding import folded
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side


class Fuzzy(Struct, frozen=True, forbid_unknown_fields=True):
    """A field, a scorer of rapidfuzz and the score from 0 to 100 that is near enough."""

    of: Attribute
    floor: float
    scorer: Literal["ratio", "token_sort_ratio", "token_set_ratio", "partial_ratio", "WRatio"] = "ratio"


ARGUMENT = Fuzzy


def compare(left: Side, right: Side, argument: Fuzzy, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the scorer reaches the floor on both texts, letters folded."""
    from rapidfuzz import fuzz

    here, there = read(left, argument.of), read(right, argument.of)
    if not here or not there:
        return Outcome(False)
    score = getattr(fuzz, argument.scorer)(folded(str(here)), folded(str(there)))
    return Outcome(score >= argument.floor, (f"“{here}” and “{there}” are alike to {score:.0f} of 100",))
