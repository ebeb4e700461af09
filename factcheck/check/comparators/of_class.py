"""Events of certain classes."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = tuple[str, ...]


def compare(left: Side, right: Side, argument: tuple[str, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the subject is an event of one of these classes of lexicon/events.toml."""
    subject = context.subject(left.claims[0])
    return Outcome(subject is not None and (subject.head or "") in argument)
