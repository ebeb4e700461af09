"""Which kinds of claim the two sides are."""

from __future__ import annotations

from typing import Literal

from factcheck.check.context import Context
from factcheck.check.outcome import NO, YES, Outcome
from factcheck.check.sides import Side
from factcheck.model import Kind

ARGUMENT = tuple[Kind | Literal["spelling", "cue"], ...]


def compare(left: Side, right: Side, argument: tuple[str, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the left side is of the first kind and the right of the last; the engine puts them in that order."""
    return YES if (left.kind, right.kind) == (argument[0], argument[-1]) else NO
