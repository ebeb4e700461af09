"""The day of an event is moved within its month, away from the day that another passage gives."""

from __future__ import annotations

from datetime import date

from factcheck.model import DateClaim, DateValue
from factcheck.selftest import figures
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = DateClaim
_LAST = 28  # a day that every month has
_FURTHEST = 5  # days; further off, it may be another event of the same people


def change(claim: DateClaim, evidence: Evidence) -> Change | None:
    """Return another day for an event of one day, where the claim prints the day and no weekday."""
    value = claim.value
    day = whole_day(value)
    if day is None or value.weekday or value.role or claim.certainty != "asserted" or evidence.lasts(claim):
        return None
    witness = next((other for other in evidence.others(claim, DateClaim) if whole_day(other.value) == day), None)
    written = figures.find(claim.text, day.day)
    if witness is None or written is None or claim.subject is None or claim.subject.type != "event":
        return None
    event = evidence.event(claim)
    if event is None or not (event.participants or event.places or event.object):  # known by its day alone
        return None
    published = evidence.day(claim)
    past = published is None or day <= published
    days = [other for other in range(1, _LAST + 1) if 2 <= abs(other - day.day) <= _FURTHEST]
    if past and published is not None:
        days = [other for other in days if day.replace(day=other) <= published]
    if not days:
        return None
    return Change(written.at, written.stop, str(evidence.dice.choose(days, claim.id)), witness)


def whole_day(value: DateValue) -> date | None:
    """Return the one day that a date names, None for a span or an unknown."""
    return value.earliest if value.earliest == value.latest and value.type == "DATE" and not value.begin else None
