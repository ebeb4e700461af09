"""The town of an event is written for another, against a passage that names the same town."""

from __future__ import annotations

from factcheck import gazetteer, lexicon
from factcheck.model import LocationClaim
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = LocationClaim


def change(claim: LocationClaim, evidence: Evidence) -> Change | None:
    """Return another town for an event of one place that was there, as another passage says too."""
    if claim.subject is None or claim.subject.type != "event" or claim.value.dateline or evidence.lasts(claim):
        return None
    event = evidence.event(claim)
    if event is None or not event.participants:  # "the Hanoi summit" is known by its place; another is another summit
        return None
    town = claim.value.place
    at = claim.text.find(town)
    if at < 0 or claim.certainty != "asserted" or not _is_town(town):
        return None
    others = (other for other in evidence.others(claim, LocationClaim) if not other.value.dateline)
    witness = next((other for other in others if other.value.place == town), None)
    unnamed = [name for name in lexicon.load("slips")["places"]["towns"] if name.lower() not in evidence.names]
    if witness is None or not unnamed:
        return None
    return Change(at, at + len(town), evidence.dice.choose(unnamed, claim.id), witness)


def _is_town(name: str) -> bool:
    known = gazetteer.look_up(name)
    return bool(known) and known[0].kind == "city"
