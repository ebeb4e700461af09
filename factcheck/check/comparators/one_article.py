"""Two values in one article."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where some article gives both values (with false: where none does): its author knows of both."""
    here = {claim.article for claim in left.claims}
    return Outcome(any(claim.article in here for claim in right.claims) == argument)
