"""The length of an event is changed against another passage that gives the same length."""

from __future__ import annotations

import re

from factcheck.model import DurationClaim
from factcheck.selftest import figures
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = DurationClaim
_ONE_UNIT = re.compile(r"PT?(\d+)[A-Z]+")  # PT2H   P3D


def change(claim: DurationClaim, evidence: Evidence) -> Change | None:
    """Return another length, twice the old one or more, for an event said elsewhere to have lasted as long."""
    counted = _ONE_UNIT.fullmatch(claim.value.timex)
    if counted is None or claim.value.relation != "lasting" or claim.certainty != "asserted":
        return None
    alike = (other for other in evidence.others(claim, DurationClaim) if other.value.relation == "lasting")
    witness = next((other for other in alike if other.value.timex == claim.value.timex), None)
    count = int(counted[1])
    written = figures.find(claim.text, count)
    if witness is None or written is None or count < 2:
        return None
    after = evidence.dice.choose([2 * count, 2 * count + 1, 3 * count], claim.id)
    return Change(written.at, written.stop, figures.write(after, written.text), witness)
