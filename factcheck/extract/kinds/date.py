"""Document → `date` claims: points in time, times of day, and sets, each with its days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck import timex
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.extract.tenures import bounds
from factcheck.extract.tenures import subject as subjects
from factcheck.extract.time import Time
from factcheck.model import DateClaim, DateValue, Life, SubjectRef, Tenure


def extract(document: Document) -> Iterator[DateClaim]:
    """Yield the `date` claims of a document."""
    masthead = document.masthead
    roles: dict[int, Literal["header", "dateline"]] = dict.fromkeys(masthead.header_times, "header")
    roles |= dict.fromkeys(masthead.dateline_times, "dateline")
    for index, time in enumerate(document.dated):
        if time.expression.type != "DURATION":
            yield claim(document, index, time, roles.get(index))


def claim(document: Document, index: int, time: Time, role: Literal["header", "dateline"] | None = None) -> DateClaim:
    """Return the claim of `document.times[index]`; a date by which the article dates itself is about the article."""
    expression = time.expression
    if role:
        about = own_subject(document)
        return build(DateClaim, document, expression.start, expression.end, value(time, role), subject=about, own=True)
    held, bound = document.tenures.get(index), document.lives.get(index)
    told = value(time, None, bounds.dated(held.tenure, time) if held else None, bound.life if bound else None)
    subject = subjects.of_time(document, index)
    return build(DateClaim, document, expression.start, expression.end, told, subject=subject)


def value(
    time: Time,
    role: Literal["header", "dateline"] | None,
    tenure: Tenure | None = None,
    life: Life | None = None,
) -> DateValue:
    """Return a resolved expression as the value of a claim."""
    expression = time.expression
    return DateValue(
        timex=time.timex,
        type="DATE" if expression.type == "DURATION" else expression.type,
        mod=time.mod,
        earliest=time.earliest,
        latest=time.latest,
        inferred=time.inferred,
        weekday=_weekday(time),
        role=role,
        begin=time.begin,
        end=time.end,
        impossible=time.impossible,
        tenure=tenure,
        life=life,
    )


def _weekday(time: Time) -> str | None:
    """Return the weekday that is printed for the very day: "a year ago Friday" is no Friday."""
    expression = time.expression
    return None if expression.weekday is None or expression.also else timex.WEEKDAYS[expression.weekday]


def own_subject(document: Document) -> SubjectRef:
    """Return the article as the subject of the dates that it gives itself."""
    article = document.article
    title = article.title or document.masthead.headline or article.article
    return SubjectRef(f"article:{article.article}", "article", title)
