"""Two values in one breath."""

from __future__ import annotations

from typing import Literal

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = Literal["some", "all"]


def compare(left: Side, right: Side, argument: str, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where some sentence gives both values; with "all", where no sentence gives one of them alone.

    Who names two dates or places in one sentence means two ("moved from Monday to Tuesday") or one ("Lyon, France").
    """
    here, there = ({(claim.article, claim.sentence) for claim in side.claims} for side in (left, right))
    return Outcome(here == there if argument == "all" else bool(here & there))
