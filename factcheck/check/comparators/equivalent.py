"""Fields that mean the same by the thesaurus of a rule's lexicon."""

from __future__ import annotations

from factcheck.check.attributes import Attribute, read
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.thesaurus import kin

ARGUMENT = tuple[Attribute, ...]


def compare(left: Side, right: Side, argument: tuple[Attribute, ...], context: Context) -> Outcome:  # noqa: ARG001
    """Hold where each named field is the same or stands in one class of equivalents on both sides."""
    steps = []
    for name in argument:
        here, there = read(left, name) or "", read(right, name) or ""
        if here != there:
            shared = kin(name, str(here), str(there))
            if shared is None:
                return NO
            steps.append(f"{name}: “{here}” and “{there}” both render {shared}")
    return Outcome(True, tuple(steps))
