"""Fields of which a side has a certain value."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = dict[Attribute, tuple[str, ...]]


def compare(left: Side, right: Side, argument: dict[Attribute, tuple[str, ...]], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where either side has one of the values listed for a field."""
    return Outcome(any(read(side, name) in legal for name, legal in argument.items() for side in (left, right)))
