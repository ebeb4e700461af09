"""Dated events → a timeline: one lane for each date that is given, with who gives it.

The scale is not even: a stretch in which nothing happens is as wide as the logarithm of its days, so that a founding in
1948 and a week in 2019 both fit. Positions are per cent of the lane's width.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import log2

from msgspec import Struct

from factcheck.model import Claim, DateClaim, Finding, Result, Subject
from factcheck.report import location, publication
from factcheck.report.page.cards import Place, anchor
from factcheck.timex import MONTHS

_EVENTS = 60
_UNFOLDED = 12
_MARGIN = 3.0
_APART = 8.0  # between two labels of the axis

Days = tuple[date | None, date | None]


class Said(Struct, frozen=True):
    """One passage that gives a date, and whose words it is."""

    place: Place
    speaker: str


class Lane(Struct, frozen=True):
    """One date of an event, as a point (`left == right`) or a bar; `kind` is "conflict", "planned" or ""."""

    label: str
    left: float
    right: float
    kind: str
    said: tuple[Said, ...]


class Happening(Struct, frozen=True):
    """One event; `findings` are the ids of those about its dates that are conflicts."""

    name: str
    lanes: tuple[Lane, ...]
    findings: tuple[str, ...]
    articles: int


class Tick(Struct, frozen=True):
    """A label of the axis."""

    at: float
    label: str


class Timeline(Struct, frozen=True):
    """The events in order of their first day; `left_out` counts those for which there was no room.

    Where there are many, `folded` holds those that one article alone dates and no conflict is about.
    """

    happenings: tuple[Happening, ...]
    folded: tuple[Happening, ...]
    ticks: tuple[Tick, ...]
    left_out: int


class Scale:
    """Days → per cent of a lane's width."""

    def __init__(self, days: Iterable[date]) -> None:
        self._days = sorted({day.toordinal() for day in days})
        gaps = [log2(1 + there - here) for here, there in pairwise(self._days)]
        total = sum(gaps) or 1.0
        self._at = [_MARGIN if gaps else 50.0]
        for gap in gaps:
            self._at.append(self._at[-1] + gap / total * (100 - 2 * _MARGIN))
        self._places = dict(zip(self._days, self._at, strict=False))

    def at(self, day: date) -> float:
        """Return where one of the scale's own days stands."""
        return round(self._places[day.toordinal()], 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Return labels that do not touch each other: each year, then the months in what room is left."""
        days = [date.fromordinal(day) for day in self._days]
        years = {day.year: day for day in reversed(days)}
        months = {(day.year, day.month): day for day in reversed(days)}
        ticks: dict[float, str] = {}
        labelled = {year for year, day in sorted(years.items()) if self._label(ticks, day, str(year))}
        for (year, month), day in sorted(months.items()):
            if year in labelled:  # else nobody could tell of which year the month is
                self._label(ticks, day, MONTHS[month - 1][:3])
        return tuple(Tick(at, label) for at, label in sorted(ticks.items()))

    def _label(self, ticks: dict[float, str], day: date, label: str) -> bool:
        """Set a label at a day, unless another stands too near; return whether it was set."""
        at = self.at(day)
        free = all(abs(at - other) >= _APART for other in ticks)
        if free:
            ticks[at] = label
        return free


def build(result: Result, numbers: Mapping[str, int]) -> Timeline:
    """Return the timeline of the events that have a date; those in conflicts come before others where room is short."""
    events = _events(result.claims)
    disputed = _disputed(result.findings)
    ranks = {ident: _rank(claims, disputed) for ident, claims in events.items()}
    chosen = sorted(events, key=lambda ident: (ranks[ident], ident))[:_EVENTS]
    scale = Scale(day for ident in chosen for claim in events[ident] for day in _days(claim) if day)
    witness = _Witness(result, numbers)
    happenings = [
        _happening(_name(result.subjects, ident), events[ident], scale, disputed, witness)
        for ident in sorted(chosen, key=lambda ident: (_order(events[ident]), ident))
    ]
    told = [one for one in happenings if one.findings or one.articles > 1]
    shown = happenings if len(happenings) <= _UNFOLDED else told or happenings[:_UNFOLDED]
    folded = [one for one in happenings if one not in shown]
    return Timeline(tuple(shown), tuple(folded), scale.ticks(), len(events) - len(chosen))


class _Witness:
    """Tells where a claim stands: in the article at its words where a finding quotes them, else at its head."""

    def __init__(self, result: Result, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._articles = {article.article: article for article in result.articles}
        self._quoted = {
            (passage.article, passage.start)
            for finding in result.findings
            for value in finding.values
            for passage in value.passages
        }

    def said(self, claim: DateClaim) -> Said:
        """Return who says it and where."""
        number = self._numbers[claim.article]
        quoted = (claim.article, claim.start) in self._quoted
        line = location.line(self._articles[claim.article], claim.start)
        place = Place(number, anchor(number, claim.start) if quoted else f"a{number}", f"{claim.article}:{line}")
        return Said(place, claim.asserted_by or "")


def _events(claims: Iterable[Claim]) -> dict[str, list[DateClaim]]:
    """Return the dates that are given of each event; what is denied or supposed is none."""
    events: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, DateClaim) and claim.subject and _is_dated(claim):
            events[claim.subject.id].append(claim)
    return events


def _is_dated(claim: DateClaim) -> bool:
    said = claim.certainty in ("asserted", "planned") and claim.value.type != "SET"
    return said and claim.subject is not None and claim.subject.type == "event" and any(_days(claim))


def _disputed(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the conflict that each claim is part of."""
    disputed: dict[str, str] = {}
    for finding in findings:
        if finding.verdict == "conflict":
            for value in finding.values:
                for ident in value.claims:
                    disputed.setdefault(ident, finding.id)
    return disputed


def _rank(claims: Sequence[DateClaim], disputed: Mapping[str, str]) -> tuple[bool, int, int]:
    """Return a key by which the events to show come first: in conflict, in many articles, often dated."""
    return not any(claim.id in disputed for claim in claims), -len({claim.article for claim in claims}), -len(claims)


def _happening(
    name: str, claims: Sequence[DateClaim], scale: Scale, disputed: Mapping[str, str], witness: _Witness
) -> Happening:
    lanes: dict[tuple[Days, bool], list[DateClaim]] = defaultdict(list)
    for claim in claims:
        lanes[_days(claim), claim.certainty == "planned"].append(claim)
    ordered = sorted(lanes.items(), key=lambda lane: (_order(lane[1]), lane[0][1]))
    conflicts = sorted({disputed[claim.id] for claim in claims if claim.id in disputed})
    return Happening(
        name,
        tuple(_lane(group, scale, disputed, tuple(map(witness.said, group))) for _, group in ordered),
        tuple(conflicts),
        len({claim.article for claim in claims}),
    )


def _lane(claims: Sequence[DateClaim], scale: Scale, disputed: Mapping[str, str], said: tuple[Said, ...]) -> Lane:
    begin, end = _days(claims[0])
    kind = "conflict" if any(claim.id in disputed for claim in claims) else ""
    planned = claims[0].certainty == "planned"
    left = scale.at(begin) if begin else 0.0
    right = scale.at(end) if end else 100.0
    return Lane(publication.span(begin, end), left, right, kind or ("planned" if planned else ""), said)


def _name(subjects: Mapping[str, Subject], ident: str) -> str:
    name = subjects[ident].name if ident in subjects else ident
    return name[:1].upper() + name[1:]


def _days(claim: DateClaim) -> Days:
    return claim.value.earliest, claim.value.latest


def _order(claims: Sequence[DateClaim]) -> tuple[date, date]:
    """Return a key that orders events and lanes by their first day; of one first day the longer comes first."""
    begins = min(claim.value.earliest or date.min for claim in claims)
    ends = min(claim.value.latest or date.max for claim in claims)
    return begins, ends
