"""Heads of one body, by whatever name."""

from __future__ import annotations

from factcheck.check.attributes import tokens
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
    if not ({here, there} <= heads() and body and other and (body <= other or other <= body)):
        return NO if argument else Outcome(True)
    shared = " ".join(sorted(body & other))
    said = f"“{here}” and “{there}” both name the head of a body, and both bodies have the words “{shared}”"
    return Outcome(argument, (said,))


def _split(side: Side) -> tuple[str, frozenset[str]]:
    """Return the word for the head, and the words of the body: those after "of" in the office and the body's own."""
    head, _, rest = side.value.office.partition(" of ")
    return head, tokens(rest) | tokens(side.value.organization)
