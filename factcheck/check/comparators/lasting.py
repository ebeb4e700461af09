"""Events that can take days and several places."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where the event's class is (or with false: is not) one that lasts, or one that says nothing comparable."""
    subject = context.subject(left.claims[0])
    return Outcome((subject is None or (subject.head or "") in _loose()) == argument)


@cache
def _loose() -> frozenset[str]:
    classes = lexicon.load("events").get("class", {})
    return frozenset(name for name, entry in classes.items() if entry.get("lasting") or entry.get("private"))
