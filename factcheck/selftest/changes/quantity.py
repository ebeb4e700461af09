"""A count is raised or lowered against another passage that gives the same count of the same event."""

from __future__ import annotations

from factcheck.model import QuantityClaim, QuantityValue
from factcheck.selftest import figures
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = QuantityClaim
# Counts of articles further apart may have grown.
_NEAR = 2
_SMALL = 10


def change(claim: QuantityClaim, evidence: Evidence) -> Change | None:
    """Return another number for a plain count that another passage of the same days gives too."""
    number = claim.value.number
    if number is None or number != int(number) or claim.value.mod or claim.certainty != "asserted":
        return None
    witness = next((other for other in evidence.others(claim, QuantityClaim) if _agree(claim, other, evidence)), None)
    written = figures.find(claim.text, int(number))
    if witness is None or written is None:
        return None
    numbers = _numbers(int(number), _later(claim, witness, evidence))
    if not numbers:
        return None
    after = evidence.dice.choose(numbers, claim.id)
    return Change(written.at, written.stop, figures.write(after, written.text), witness)


def _numbers(number: int, later: int) -> list[int]:
    """Return other numbers; a later count must not be higher, nor an earlier one lower, for counts grow."""
    if number < _SMALL:
        found = [number + shift for shift in (-4, -3, -2, 2, 3, 4) if number + shift > 1]
    else:
        found = [round(number * factor) for factor in (0.4, 0.5, 0.6, 1.5, 1.7, 2.0)]
    return [other for other in found if not later or (other < number) == (later > 0)]


def _later(claim: QuantityClaim, witness: QuantityClaim, evidence: Evidence) -> int:
    """Return by how many days a claim's article follows its witness's."""
    own, other = evidence.day(claim), evidence.day(witness)
    return (own - other).days if own and other else 0


def _agree(claim: QuantityClaim, other: QuantityClaim, evidence: Evidence) -> bool:
    return (
        _counted(claim.value) == _counted(other.value) and not other.value.mod and evidence.within(_NEAR, claim, other)
    )


def _counted(value: QuantityValue) -> tuple[float | None, str, str | None]:
    return value.number, value.unit, value.frame
