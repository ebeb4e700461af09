"""Which event a time, a place or a stretch of text belongs to, as a claim's subject."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from factcheck import gazetteer, lexicon
from factcheck.extract.events.tolls import span
from factcheck.extract.events.vocabulary import classes, words
from factcheck.model import SubjectRef

if TYPE_CHECKING:
    from factcheck.extract.counts import Count
    from factcheck.extract.document import Document


def of_time(document: Document, index: int) -> SubjectRef | None:
    """Return the event that `document.times[index]` dates or measures, None where it dates nothing named."""
    return _of(document, document.ties.time.get(index))


def of_term(document: Document, index: int) -> SubjectRef | None:
    """Return the sentence whose term `document.times[index]` is: "nine years in prison"; None where it is no such term.

    What was asked for, has been served or may be passed at most is no term of a sentence.
    """
    time, tokens, known = document.times[index], document.tokens, words()
    low, high = tokens.sentences[tokens.sentence(time.first)]
    before, after = tokens.lower[max(low, time.first - _TERM) : time.first], tokens.lower[time.stop : time.stop + 3]
    named = not known.term.isdisjoint(after) or not known.sentencing.isdisjoint(before[-2:])
    if not named or not known.no_term.isdisjoint(before):
        return None
    drafts = document.ties.drafts
    passed = [d for d in range(len(drafts)) if low <= drafts[d].head_first < high and drafts[d].form.head == _SENTENCE]
    return _of(document, min(passed, key=lambda d: abs(drafts[d].head_first - time.first), default=None))


_SENTENCE = "sentence"  # the class of lexicon/events.toml
_TERM = 7  # words before a term that tell what it is of


def of_place(document: Document, index: int) -> SubjectRef | None:
    """Return the event that took place at `document.names[index]`, None where it places nothing."""
    return _of(document, document.ties.place.get(index))


def of_count(document: Document, count: Count) -> SubjectRef | None:
    """Return the event that a count belongs to by its class or role, None where it belongs to none."""
    families = _families(count.role or count.frame or "")
    if not families:
        return of_span(document, *document.tokens.span(count.first, count.stop))
    happening = happening_in(document, *document.tokens.span(*span(count)))
    if happening is None or classes()[document.ties.drafts[happening].form.head].family not in families:
        happening = _beside(document, count, families)
    return _of(document, happening)


def _beside(document: Document, count: Count, families: frozenset[str]) -> int | None:
    """Return the mention of a fitting event in a count's sentence, the nearest, else the last one before it."""
    drafts = document.ties.drafts
    at = bisect_left(drafts, count.first, key=lambda draft: draft.head_first)
    sentence = document.tokens.sentence(count.first)
    fitting = [
        index
        for index in range(max(0, at - _NEAR), min(len(drafts), at + _NEAR))
        if drafts[index].sentence == sentence and classes()[drafts[index].form.head].family in families
    ]
    if fitting:
        return min(fitting, key=lambda index: (abs(drafts[index].head_first - count.first), index))
    return _before(document, at, sentence, families)


def _before(document: Document, at: int, sentence: int, families: frozenset[str]) -> int | None:
    """Return the last mention of a fitting event before a sentence that gives no time or place of its own."""
    first, stop = document.tokens.sentences[sentence]
    if any(first <= time.first < stop and time.type == "DATE" for time in document.times):
        return None
    drafts, known = document.ties.drafts, document.event_of
    fitting = [d for d, draft in enumerate(drafts) if known[d] and classes()[draft.form.head].family in families]
    names = _places(document, first, stop)
    if names:
        there = {event.id for event in document.events if any(_is_one(a, b) for a in names for b in event.places)}
        fitting = [d for d in fitting if known[d] in there]
    before = fitting[bisect_left(fitting, at) - 1] if bisect_left(fitting, at) else None
    if before is None:
        return None
    alone = len({known[d] for d in fitting}) == 1
    return before if alone or drafts[before].sentence >= sentence - _SENTENCES else None


def _is_one(a: str, b: str) -> bool:
    return a == b or gazetteer.contains(a, b) or gazetteer.contains(b, a)


def _places(document: Document, first: int, stop: int) -> frozenset[str]:
    """Return the places named in tokens `first` to `stop`, other than as adjectives."""
    known = {entity.id: entity.name for entity in document.entities}
    inside = (name for name in document.names if first <= name.first < stop and name.type == "place")
    return frozenset(known[name.entity] for name in inside if not name.adjective and name.entity in known)


_NEAR = 5  # mentions of events on either side of a count that its sentence may hold
_SENTENCES = 3


@cache
def _families(told: str) -> frozenset[str]:
    """Return the families of events that counts of a class, or sums of a role, belong to."""
    tied = lexicon.load("quantities")["tied"]
    return frozenset(family for family, counted in tied.items() if family != "tolls" and told in counted)


def of_span(document: Document, start: int, end: int) -> SubjectRef | None:
    """Return the event of the first mention whose head lies inside text[start:end], None where there is none."""
    happening = happening_in(document, start, end)
    return _of(document, happening)


def happening_in(document: Document, start: int, end: int) -> int | None:
    """Return the index of the first happening whose head word lies inside text[start:end]."""
    drafts, tokens = document.ties.drafts, document.tokens
    index = bisect_left(drafts, start, key=lambda draft: tokens.start[draft.head_first])
    if index < len(drafts) and tokens.end[drafts[index].head_stop - 1] <= end:
        return index
    return None


def _of(document: Document, happening: int | None) -> SubjectRef | None:
    if happening is None:
        return None
    key = document.event_of[happening]
    return SubjectRef(key, "event", document.event_names[key]) if key else None
