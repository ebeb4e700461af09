"""Heads of one body, by whatever name."""

from __future__ import annotations

from factcheck.check.attributes import words
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side
from factcheck.check.thesaurus import heads

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both offices are words for the head of a body, and the words of one body hold those of the other.

    "chairman" of the "State Works Commission" and "president of state works" are (with false: hold where they are not).
    """
    (here, body), (there, other) = _split(left), _split(right)
    shared = [word for word in body if word in other]
    one_body = bool(shared) and len(shared) == min(len(body), len(other))
    if not (one_body and {here, there} <= heads()):
        return NO if argument else Outcome(True)
    said = f"“{here}” and “{there}” both name the head of a body, and both bodies have the words “{' '.join(shared)}”"
    return Outcome(argument, (said,))


def _split(side: Side) -> tuple[str, tuple[str, ...]]:
    """Return the word for the head, and the words of the body: those after "of" in the office and the body's own."""
    head, _, rest = side.value.office.partition(" of ")
    return head, words(f"{rest} {side.value.organization or ''}")
