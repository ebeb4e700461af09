"""Weekdays as cues: "Monday, 4 May 2020" in the header, "said on Wednesday" in the lead.

A reporting verb in the lead of agency copy is of the dateline's day or the day before; a weekday further back says
nothing, unless the verb of saying stands right before it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.extract.publication.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.time import TimeExpression

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEIGHT = 2.0
_PRINTED_WEIGHT = 3.0
_DAY_BEFORE = 0.75
_LEAD_SENTENCES = 2
_REACH = 16  # words between a verb of saying and its weekday
_NEAR = 4
_STALE = range(4, 7)
_LATE = range(2, 7)


def find(document: Document, *, dated: bool) -> Iterator[Evidence]:
    """Yield the weekdays that bear on the date; where a year is stated (`dated`), gross misfits alone disagree."""
    masthead = document.masthead
    for index in (*masthead.header_times, *masthead.dateline_times):
        time = document.times[index]
        if time.weekday is not None and index not in masthead.updated_times:
            yield printed(document, time)
    lead = [time for time in _lead_weekdays(document) if _tells_of_now(document, time)]
    tied = [time for time in lead if _tied(document, time)]
    misfit = (_STALE if dated else _LATE) if masthead.dateline_times else range(0)
    for time in (tied or lead)[:1]:
        yield _reported(document, time, misfit if tied else range(0), _filed(document))


def printed(document: Document, time: TimeExpression) -> Evidence:
    """Judge a weekday printed with the date: it is that day's, give or take nothing."""
    weekday = time.weekday or 0
    return Evidence(
        kind="weekday",
        text=document.text[time.start : time.end],
        start=time.start,
        end=time.end,
        says=f"a {_NAMES[weekday]}",
        score=lambda day: _PRINTED_WEIGHT * (_printed_day(time, day).weekday() == weekday),
        fits=lambda day: _printed_day(time, day).weekday() == weekday,
    )


def _printed_day(time: TimeExpression, day: date) -> date:
    """Return the day that a header or dateline prints, in the candidate's year where it prints none."""
    if time.month is None or time.day is None:
        return day
    try:
        return date(time.year or day.year, time.month, time.day)
    except ValueError:
        return day


def _filed(document: Document) -> TimeExpression | None:
    """Return the dateline's date: copy tells its weekdays from the day of filing, not from a later publication."""
    times = (document.times[index] for index in document.masthead.dateline_times)
    return next((time for time in times if time.month is not None and time.day is not None), None)


def _reported(document: Document, time: TimeExpression, misfit: range, filed: TimeExpression | None) -> Evidence:
    weekday = time.weekday or 0
    start = _with_preposition(document, time)

    def days_back(day: date) -> int:
        return ((_printed_day(filed, day) if filed else day).weekday() - weekday) % 7

    def fits(day: date) -> bool | None:
        back = days_back(day)
        if back <= 1:
            return True
        return False if back in misfit else None

    def score(day: date) -> float:
        back = days_back(day)
        return _WEIGHT if back == 0 else _DAY_BEFORE if back == 1 else 0.0

    says = f"a {_NAMES[weekday]}"
    return Evidence("weekday", document.text[start : time.end], start, time.end, says, score, fits)


def _with_preposition(document: Document, time: TimeExpression) -> int:
    tokens = document.tokens
    before = time.first - 1
    return tokens.start[before] if before >= 0 and tokens.lower[before] == "on" else time.start


def _lead_weekdays(document: Document) -> Iterator[TimeExpression]:
    """Yield bare weekdays of the first sentences of the copy."""
    tokens = document.tokens
    first = tokens.at(document.masthead.lead)
    if first >= len(tokens):
        return
    sentence = tokens.sentence(first)
    _, stop = tokens.sentences[min(sentence + _LEAD_SENTENCES, len(tokens.sentences)) - 1]
    _, paragraph_stop = tokens.paragraphs[tokens.paragraph(first)]
    for time in document.times:
        if time.first >= min(stop, paragraph_stop):
            return
        bare = time.weekday is not None and time.month is None and time.day is None and time.year is None
        if time.first >= first and bare and time.type in {"DATE", "TIME"}:
            yield time


def _tells_of_now(document: Document, time: TimeExpression) -> bool:
    """Tell whether a weekday is the copy's own: no "next" or "until" at it, no "will" before it in its sentence."""
    tokens = document.tokens
    inside = set(tokens.lower[time.first : time.stop]) | set(tokens.lower[max(0, time.first - 1) : time.first])
    if inside & _words("other_week"):
        return False
    start, _ = tokens.sentences[tokens.sentence(time.first)]
    if _words("future").intersection(tokens.lower[start : time.first]):
        return False
    return _tied(document, time) or "to" not in tokens.lower[max(start, time.first - _NEAR) : time.first]


def _tied(document: Document, time: TimeExpression) -> bool:
    """Tell whether a verb of saying governs a weekday, by itself or with an audience or a setting between.

    ties:    "said on Thursday"   "told reporters Thursday"   "said in a statement on the embassy's page on Thursday"
    does not: "announced talks on Thursday"   "said he would come on Thursday"
    """
    lower, text = document.tokens.lower, document.tokens.text
    floor, _ = document.tokens.sentences[document.tokens.sentence(time.first)]
    last = time.first - 1 if lower[time.first - 1] == "on" else time.first
    at = last - 1
    while at > floor and last - at < _REACH and _is_setting(lower[at], text[at]):
        at -= 1
    if at < floor or lower[at] not in _words("said"):
        return False
    return at + 1 == last or lower[at + 1] in _words("after_said")


def _is_setting(word: str, printed: str) -> bool:
    """Tell whether a word can tell where something was said: "in a statement on the Embassy 's Facebook page"."""
    return word not in _words("said") and (word in _words("settings") or printed[0].isupper())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon.load("masthead")["publication"][key])
