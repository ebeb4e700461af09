"""Two values in one breath."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where some sentence gives both values (with false: where none does).

    Who names two dates or places in one sentence means two: "moved from Monday to Tuesday".
    """
    here = {(claim.article, claim.sentence) for claim in left.claims}
    return Outcome(any((claim.article, claim.sentence) in here for claim in right.claims) == argument)
