"""Figures that shrink from one article to the next."""

from __future__ import annotations

from factcheck.check.comparators.rises import published, said
from factcheck.check.context import Context
from factcheck.check.intervals import spell
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where an article gives the smaller number after another gave the greater one (false: where none does)."""
    less, more = sorted((left, right), key=said)
    late, early = published(less, context), published(more, context)
    if not early or not late or said(less) == said(more):
        return NO
    step = f"{more.label} on {spell(min(early))}, {less.label} on {spell(max(late))}"
    return Outcome((max(late) > min(early)) == argument, (step,))
