"""Names of equally many words."""

from __future__ import annotations

from factcheck.check.attributes import folded
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both labels have equally many words (with false: where they have not)."""
    return Outcome((len(folded(left.label).split()) == len(folded(right.label).split())) == argument)
