"""A general word for an office beside the exact one: "minister" beside "foreign minister"."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.check.thesaurus import general

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where one office may stand for the other (with false: where neither may)."""
    return Outcome(general(left.value.office, right.value.office) == argument)
