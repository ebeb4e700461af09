"""The publication date as a constraint problem over what the article says.

Comes in: a document. Goes out: the date that most of the evidence agrees on, with every cue and whether it agrees.
Metadata, header and dateline propose days; where they give no year, counts from dated events propose years, and the
year is taken only when one is clearly ahead of the rest. Where nothing is stated, a weekday with its day in the lead
and a count tell about when it was. Nothing is taken from the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.extract.publication import bounds, origins, stated, told, weekdays
from factcheck.model import Cue, Published

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.extract.document import Document
    from factcheck.extract.publication.evidence import Anchor, Evidence, Partial

_MARGIN = 1.0
_LEAST = 2.0
_BOUNDED_YEARS = 3


def infer(document: Document) -> Published | None:
    """Return when the article appeared, with the cues that decided; None where nothing is known."""
    anchors = stated.anchors(document)
    if not anchors:
        return _told(document)
    dated = any(partial.year is not None for anchor in anchors for partial in anchor.dates)
    evidence = [stated.evidence(anchor) for anchor in anchors]
    evidence += weekdays.find(document, dated=dated)
    evidence += origins.find(document)
    evidence += bounds.relative(document)
    if dated:
        return _stated(anchors, evidence)
    evidence += bounds.find(document)
    return _inferred(anchors, evidence)


def _told(document: Document) -> Published | None:
    """Infer the date from the copy alone, where its lead names a weekday with its day."""
    time = told.find(document)
    if time is None or not (counts := list(origins.find(document))):
        return None
    anchors = [told.anchor(document, time)]
    evidence = [stated.evidence(anchors[0]), weekdays.printed(document, time), *counts]
    evidence += [*bounds.relative(document), *bounds.find(document)]
    return told.settled(_inferred(anchors, evidence), evidence)


def _stated(anchors: Sequence[Anchor], evidence: Sequence[Evidence]) -> Published:
    """Choose among the days that are stated; the first of equals is the most official."""
    days = _days(anchors)
    if not days:
        return _coarse(anchors, evidence)
    totals = {day: _total(evidence, day) for day in days}
    best = max(days, key=lambda day: totals[day])
    rivals = [day for day in days if totals[day] == totals[best]]
    readings = [partial.full for partial in anchors[0].dates]
    if len(rivals) > 1 and all(day in readings for day in rivals):
        return Published(min(rivals), max(rivals), False, f"{best.year:04}", _cues(evidence, rivals))
    return Published(best, best, False, best.isoformat(), _cues(evidence, [best]))


def _days(anchors: Sequence[Anchor]) -> list[date]:
    """Return the days that anchors propose: full dates, else months and days in a year that another anchor states."""
    partials = [partial for anchor in anchors for partial in anchor.dates]
    full = [partial.full for partial in partials if partial.full]
    if full:
        return list(dict.fromkeys(full))
    years = [partial for partial in partials if partial.year is not None]
    yearless = [partial for partial in partials if partial.year is None]
    pairs = [(dated.year, other) for dated in years for other in yearless if _agree(dated, other)]
    found = [other.on(year) for year, other in pairs if year is not None]
    return list(dict.fromkeys(day for day in found if day))


def _agree(one: Partial, other: Partial) -> bool:
    return one.month is None or one.month == other.month


def _coarse(anchors: Sequence[Anchor], evidence: Sequence[Evidence]) -> Published:
    """Return the month or year that is stated where no day is."""
    partial = next(partial for anchor in anchors for partial in anchor.dates if partial.year is not None)
    span = partial.interval
    if span is None:
        return Published(None, None, False, partial.timex, _cues(evidence, []))
    return Published(*span, False, partial.timex, _cues([e for e in evidence if e.kind != "weekday"], span))


def _inferred(anchors: Sequence[Anchor], evidence: Sequence[Evidence]) -> Published:
    """Put a year to a month and day, where one year is clearly ahead."""
    partial = anchors[0].dates[0]
    totals = {day: _total(evidence, day) for year in _years(evidence) if (day := partial.on(year))}
    ranked = sorted(totals, key=lambda day: (-totals[day], day))
    if ranked and _is_clear(evidence, totals, ranked):
        return Published(ranked[0], ranked[0], True, ranked[0].isoformat(), _cues(_decided(evidence), ranked[:1]))
    rivals = [day for day in ranked if totals[ranked[0]] - totals[day] < _MARGIN]
    return Published(None, None, False, partial.timex, _cues(evidence, rivals, unsettled=True))


def _years(evidence: Sequence[Evidence]) -> list[int]:
    """Return the years that cues propose, and those between a lower and an upper bound that are close."""
    proposed = {year for item in evidence for year in item.years}
    if proposed and max(proposed) - min(proposed) < _BOUNDED_YEARS:
        proposed.update(range(min(proposed), max(proposed) + 1))
    return sorted(proposed)


def _total(evidence: Sequence[Evidence], day: date) -> float:
    return sum(item.score(day) for item in evidence)


def _is_clear(evidence: Sequence[Evidence], totals: dict[date, float], ranked: list[date]) -> bool:
    """Tell whether the best day is ahead of the next, and of the years that no cue proposes."""
    best = ranked[0]
    counts = sum(item.score(best) for item in evidence if item.years and item.kind != "bound")
    narrowed = sum(item.score(best) for item in evidence if item.kind == "bound" and item.years)
    ahead = len(ranked) < 2 or totals[best] - totals[ranked[1]] >= _MARGIN
    enclosed = sum(item.kind == "bound" and bool(item.fits(best)) for item in evidence) > 1
    return ahead and (counts + narrowed >= _LEAST or enclosed)


def _decided(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Make counts that say nothing of a day disagree with it: they proposed another year and lost."""
    return [_firm(item) if item.kind in {"anniversary", "interval"} else item for item in evidence]


def _firm(item: Evidence) -> Evidence:
    return replace(item, fits=lambda day: bool(item.fits(day)))


def _cues(evidence: Sequence[Evidence], days: Sequence[date], *, unsettled: bool = False) -> tuple[Cue, ...]:
    """Return the cues that bear on the days, each with whether it agrees with one of them; unsettled, all cues."""
    found = []
    for item in evidence:
        verdicts = {item.fits(day) for day in days}
        if unsettled or verdicts - {None}:
            agrees = True in verdicts or verdicts <= {None} or (unsettled and item.kind == "bound")
            found.append(Cue(item.kind, item.text, item.start, item.end, item.says, agrees, item.leans))
    return tuple(found)
