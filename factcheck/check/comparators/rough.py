"""Exact figures whose own article calls them rough elsewhere: "kills nine" above "at least nine"."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.numbers import gap, reach
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where all articles of a side give its number with a margin too, and within the margin it meets the other."""
    if left.value.number is None or right.value.number is None:
        return NO
    for side, other in ((left, right), (right, left)):
        mods = [context.margins(claim) for claim in side.claims]
        shared = frozenset.intersection(*mods)
        against = reach(other.value.number, other.value.mod)
        for mod in sorted(shared):
            if gap(reach(side.value.number, mod), against) == 0:
                return Outcome(argument, (f"{side.label} stands for a figure that its article calls rough",))
    return Outcome(not argument)
