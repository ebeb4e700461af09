"""Document → `duration` claims: lengths of time, what ties them to their subject, and their ends where implied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck import lexicon
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
            subject = subjects.of_time(document, index)
            # "In the four years since the summit nothing was lost": the span is taken for granted, whatever is denied.
            certainty: Certainty | None = "asserted" if value.relation == "since" else None
            yield build(
                DurationClaim, document, expression.start, expression.end, value, subject=subject, certainty=certainty
            )


def _value(document: Document, time: Time, tenure: Tenure | None) -> DurationValue:
    tie = relation(document, time)
    today = _published_day(document)
    ends_now = tie in ("past", "last", "recent", "since", "latest") or (tenure is not None and tenure.says == "since")
    begins_now = tie in ("next", "coming", "upcoming")
    return DurationValue(
        timex=time.timex,
        mod=time.mod,
        begin=today if begins_now else None,
        end=today if ends_now else None,
        relation=tie,
        tenure=tenure,
    )


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
