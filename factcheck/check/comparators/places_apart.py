"""Two places, neither in the other."""

from __future__ import annotations

from factcheck.check import places
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where both places are known to the gazetteer and surely are two (with false: where they are not)."""
    why = places.apart(left, right, context)
    return Outcome((why is not None) == argument, (why,) if why else ())
