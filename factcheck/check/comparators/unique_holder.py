"""One office, one person at a time."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both sides give one chair, of which there is one, to two people (with false: where they do not)."""
    here, there = left.claims[0].subject, right.claims[0].subject
    if here is None or there is None:
        return NO
    two = bool(left.value.unique and right.value.unique and here.id != there.id)
    return Outcome(two == argument, (f"one person at a time is {left.value.office}: {here.name} or {there.name}",))
