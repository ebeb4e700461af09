"""A date of the copy's own: where nothing above the copy dates it, a weekday with its day and an anniversary do.

"Bosnia commemorates on Saturday, July 11, the 20th anniversary of the massacre." + "It took place in July 1995."
→ July 11 was a Saturday in 2015, and 1995 + 20 = 2015: the copy is of about that day

Comes in: a document without a date of its own. Goes out: the day of its lead, and the days around it. News names the
weekday with a day that is near; so much later or earlier than that day it appeared.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck import timex
from factcheck.extract.publication.evidence import Anchor, Partial
from factcheck.model import Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.document import Document
    from factcheck.extract.publication.evidence import Evidence
    from factcheck.extract.time import TimeExpression

_SENTENCES = 3
_NEAR = timedelta(days=7)
_COUNTED = frozenset(["anniversary", "interval"])


def find(document: Document) -> TimeExpression | None:
    """Return the first weekday with a month and a day, but no year, in the first sentences of the copy."""
    tokens, masthead = document.tokens, document.masthead
    first = tokens.at(masthead.lead)
    if first >= len(tokens):
        return None
    sentence = min(tokens.sentence(first) + _SENTENCES, len(tokens.sentences)) - 1
    _, stop = tokens.sentences[sentence]
    for time in document.times:
        if time.first >= stop:
            return None
        whole = time.weekday is not None and time.month is not None and time.day is not None and time.year is None
        if time.first >= first and whole and not _in_caption(document, time):
            return time
    return None


def _in_caption(document: Document, time: TimeExpression) -> bool:
    return any(start <= time.start < end for start, end in document.masthead.captions)


def anchor(document: Document, time: TimeExpression) -> Anchor:
    """Return the day of the lead as a date to be filled."""
    text = document.text[time.start : time.end]
    return Anchor("lead", text, time.start, time.end, (Partial(None, time.month, time.day),))


def settled(published: Published, evidence: Sequence[Evidence]) -> Published | None:
    """Return the days around an inferred day; None where a cue disagrees, or no count from an event agrees."""
    day = published.earliest
    agreeing = {cue.kind for cue in published.cues if cue.agrees}
    told = {item.kind for item in evidence}
    if day is None or not all(cue.agrees for cue in published.cues) or not (agreeing & told & _COUNTED):
        return None
    earliest, latest = day - _NEAR, day + _NEAR
    if earliest.year != latest.year:
        return None
    unit = "month" if earliest.month == latest.month else "year"
    return Published(earliest, latest, True, timex.of_date(day, unit), published.cues)
