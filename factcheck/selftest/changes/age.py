"""A person is made some years older or younger than another passage says."""

from __future__ import annotations

from factcheck.model import AgeClaim
from factcheck.selftest import figures
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = AgeClaim
_SHIFTS = (-9, -7, -6, -5, -4, 4, 5, 6, 7, 9, 10)
# Ages as of days this near are one, save for a birthday.
_NEAR = 180


def change(claim: AgeClaim, evidence: Evidence) -> Change | None:
    """Return another age for a person whose age another passage gives, both told of one time."""
    written = figures.find(claim.text, claim.value.years)
    witness = next((other for other in evidence.others(claim, AgeClaim) if _agree(claim, other)), None)
    if witness is None or written is None:
        return None
    ages = [claim.value.years + shift for shift in _SHIFTS if claim.value.years + shift > 0]
    after = figures.write(evidence.dice.choose(ages, claim.id), written.text)
    return Change(written.at, written.stop, after, witness)


def _agree(claim: AgeClaim, other: AgeClaim) -> bool:
    one, two = claim.value, other.value
    if one.as_of is None or two.as_of is None or abs((one.as_of - two.as_of).days) > _NEAR:
        return False
    return one.years == two.years
