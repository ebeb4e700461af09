"""Offices given beside a name, not to "the minister"."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.folding import folded
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both values stand beside the subject's name somewhere (with false: where one does not)."""
    return Outcome((_named(left) and _named(right)) == argument)


def _named(side: Side) -> bool:
    """Tell whether some passage prints a word of the subject's name."""
    for claim in side.claims:
        words = set(folded(claim.subject.name).split()) if claim.subject else set()
        if words & set(folded(claim.text).split()):
            return True
    return False
