"""Heads of a body, by whatever name."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.thesaurus import heads

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both offices are words for the head of a body: chairman, president, head (with false: not both)."""
    both = {left.value.office, right.value.office} <= heads()
    if not both:
        return NO if argument else Outcome(True)
    return Outcome(argument, (f"“{left.value.office}” and “{right.value.office}” both name the head of a body",))
