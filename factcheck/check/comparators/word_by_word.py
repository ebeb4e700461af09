"""Names that differ in the letters of their words, not in the words."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.folding import folded
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = float


def compare(left: Side, right: Side, argument: float, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both labels have equally many words, and each is like its counterpart to the floor of 100."""
    from rapidfuzz import fuzz

    here, there = folded(left.label).split(), folded(right.label).split()
    if len(here) != len(there):
        return NO
    scores = [fuzz.ratio(one, other) for one, other in zip(here, there, strict=True)]
    said = ", ".join(f"“{one}” and “{other}”" for one, other in zip(here, there, strict=True) if one != other)
    return Outcome(min(scores, default=0) >= argument, (f"they differ in {said}",) if said else ())
