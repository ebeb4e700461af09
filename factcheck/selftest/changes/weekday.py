"""A weekday is written for another: beside a whole date, in the news of the day, or for an event dated elsewhere."""

from __future__ import annotations

from datetime import date

from factcheck.model import DateClaim
from factcheck.selftest.changes.date import whole_day
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change
from factcheck.timex import WEEKDAYS

CLAIM = DateClaim


def change(claim: DateClaim, evidence: Evidence) -> Change | None:
    """Return another weekday where the calendar, the article's own date or another passage gainsays it."""
    day, weekday = whole_day(claim.value), claim.value.weekday
    if day is None or weekday is None or claim.certainty != "asserted" or WEEKDAYS[day.weekday()] != weekday:
        return None
    at = claim.text.find(weekday)
    if at < 0:
        return None
    if any(character.isdigit() for character in claim.text):
        return _dated(claim, day, at, evidence)
    return _elsewhere(claim, day, at, evidence) or _today(claim, day, at, evidence)


def _dated(claim: DateClaim, day: date, at: int, evidence: Evidence) -> Change | None:
    """Change the weekday beside a date whose year is printed, or stated by the article's header."""
    own = evidence.published(claim)
    stated = own is not None and not own.inferred
    if str(day.year) not in claim.text and not stated:
        return None
    return _shifted(claim, day, at, (-3, -2, -1, 1, 2, 3), "the calendar", evidence)


def _elsewhere(claim: DateClaim, day: date, at: int, evidence: Evidence) -> Change | None:
    """Change the weekday of an event whose day another passage prints."""
    if claim.subject is None or claim.subject.type != "event" or evidence.lasts(claim):
        return None
    for other in evidence.others(claim, DateClaim):
        if whole_day(other.value) == day and any(character.isdigit() for character in other.text):
            return _shifted(claim, day, at, (-3, -2, 2, 3), other, evidence)
    return None


def _today(claim: DateClaim, day: date, at: int, evidence: Evidence) -> Change | None:
    """Change the weekday of the article's own day to one that has yet to come."""
    own = evidence.published(claim)
    if own is None or own.inferred or evidence.day(claim) != day:
        return None
    cues = [cue for cue in own.cues if cue.kind == "weekday" and (cue.start, cue.end) == (claim.start, claim.end)]
    if not cues or not cues[0].agrees:
        return None
    return _shifted(claim, day, at, (1, 2), f"the article's own date, {day.isoformat()}", evidence)


def _shifted(
    claim: DateClaim, day: date, at: int, shifts: tuple[int, ...], against: DateClaim | str, evidence: Evidence
) -> Change:
    weekday = WEEKDAYS[(day.weekday() + evidence.dice.choose(shifts, claim.id)) % 7]
    return Change(at, at + len(WEEKDAYS[day.weekday()]), weekday, against)
