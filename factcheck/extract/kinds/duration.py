"""Document → `duration` claims: lengths of time, what ties them to their subject, and their ends where implied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from factcheck import lexicon, timex
from factcheck.extract import attachment
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.extract.tenures import bounds
from factcheck.extract.tenures import subject as subjects
from factcheck.extract.time import Time
from factcheck.model import Certainty, DurationClaim, DurationValue, Tenure


def extract(document: Document) -> Iterator[DurationClaim]:
    """Yield the `duration` claims of a document."""
    for index, time in enumerate(document.dated):
        if time.expression.type == "DURATION":
            expression = time.expression
            held = document.tenures.get(index)
            tenure = bounds.lasting(held.tenure, time, document.published) if held else None
            value = _value(document, time, tenure)
            passed = attachment.of_term(document, index)
            if passed is not None:
                value = replace(value, relation="sentenced")
            subject = passed or subjects.of_time(document, index)
            # "In the four years since the summit nothing was lost": the span is taken for granted, whatever is denied.
            certainty: Certainty | None = "asserted" if value.relation == "since" else None
            yield build(
                DurationClaim, document, expression.start, expression.end, value, subject=subject, certainty=certainty
            )
        elif time.expression.until is not None and (spanned := _years(document, time)):
            yield spanned


def _years(document: Document, time: Time) -> DurationClaim | None:
    """Return the claim of a span of years as a whole: "from 2009 to 2011" → P2Y; its ends are claims of their own."""
    first, tokens = time.expression.first, document.tokens
    opened = first > 0 and tokens.lower[first - 1] in lexicon.load("time")["near"]["span_opens"]
    if not opened or time.begin is None or time.end is None or not (time.begin + time.end).isdigit():
        return None
    if len(time.begin) != _YEAR or len(time.end) != _YEAR or time.expression.until is None:
        return None
    begin, end = int(time.begin), int(time.end)
    stop = document.times[time.expression.until].end
    value = DurationValue(timex=f"P{end - begin}Y", begin=date(begin, 1, 1), end=date(end, 12, 31), relation="span")
    return build(DurationClaim, document, tokens.start[first - 1], stop, value) if end > begin else None


# Digits of a year.
_YEAR = 4


def _value(document: Document, time: Time, tenure: Tenure | None) -> DurationValue:
    tie = relation(document, time)
    today = _published_day(document)
    ends_now = tie in ("past", "last", "recent", "since", "latest") or (tenure is not None and tenure.says == "since")
    begins_now = tie in ("next", "coming", "upcoming")
    return DurationValue(
        timex=time.timex,
        mod=time.mod,
        begin=_day(time.begin) or (today if begins_now else None),
        end=_day(time.end) or (today if ends_now else None),
        relation=tie,
        tenure=tenure,
    )


def _day(value: str | None) -> date | None:
    """Return the one day that a TIMEX3 value covers."""
    first, last = timex.interval(value) if value else timex.UNKNOWN
    return first if first == last else None


def _published_day(document: Document) -> date | None:
    published = document.published
    if published and published.earliest == published.latest:
        return published.earliest
    return None


def relation(document: Document, time: Time) -> str | None:
    """Return what ties a length to its subject, by the words in it, after it and before it.

    "the past four years" → past   "four years since the summit" → since   "which lasted about two hours" → lasting
    "two days after the vote" → after   "a 55-year-old" → age
    """
    expression = time.expression
    if expression.age:
        return "age"
    if expression.relation:
        return expression.relation
    words = lexicon.load("time")["relations"]
    tokens = document.tokens
    after = tokens.lower[expression.stop] if expression.stop < len(tokens) else ""
    if after in words["after"]:
        return str(words["after"][after])
    for i in (expression.first - 1, expression.first - 2):
        if i >= 0 and (known := words["before"].get(tokens.lower[i])):
            return str(known)
    return None
