"""Event mention → the day on which the article says that the event was."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck import lexicon, timex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening
    from factcheck.extract.time import TimeExpression

_PHRASE = 10
_STEM = 4  # opening, opened
_SHORTEST = 4
_SHARED = 2
_SURE = 2
_BESIDE = 2


class Origin(Struct, frozen=True):
    """When an event was, and the span that says so.

    `firm` tells that it is surely the same event, not only one of its class.
    """

    earliest: date
    latest: date
    timex: str
    firm: bool
    span: tuple[int, int]


def origin(document: Document, event: Happening | None, token: int) -> Origin | None:
    """Return the day of an event that is named from `token` on; None where the article gives none, or several."""
    beside = _beside(document, token)
    if beside is not None:
        return _origin(beside, firm=True)
    if event is None:
        return _by_words(document, token)
    own = [document.times[index] for index in own_times(document, event)]
    found = [(time, _SURE) for time in own] or list(_elsewhere(document, event))
    return _single(found) if found else _by_words(document, token)


def own_times(document: Document, event: Happening) -> tuple[int, ...]:
    """Return the dates that stand with an event and are its own: "the 1990 treaty", "the treaty signed on May 3, 1990".

    "marked the anniversary of the treaty on May 3, 2020" can be the day of the feast, so a bare "on" makes none.
    """
    tokens = document.tokens
    _, stop = tokens.sentences[event.sentence]
    found = []
    for index, time in enumerate(document.times):
        if time.first >= min(stop, event.stop + _PHRASE):
            break
        if time.stop >= event.first and _is_dated(time) and _belongs(tokens.lower, event, index, time):
            found.append(index)
    return tuple(found)


def _belongs(lower: list[str], event: Happening, index: int, time: TimeExpression) -> bool:
    if time.first < event.stop:
        return time.month is None
    between = lower[event.stop : time.first]
    if between[-1:] == ["on"] or index not in event.times:
        tied = any(word.endswith("ed") or word in _participles() for word in between)
        return tied and "," not in between
    return True


def _beside(document: Document, token: int) -> TimeExpression | None:
    """Return a date that stands where an event is looked for: "the four years since April 25, 2019"."""
    times = (time for time in document.times if token <= time.first < token + _BESIDE)
    return next((time for time in times if _is_dated(time)), None)


def _is_dated(time: TimeExpression) -> bool:
    return time.type in {"DATE", "TIME"} and time.year is not None and timex.interval(time.timex)[0] is not None


def _elsewhere(document: Document, event: Happening) -> Iterator[tuple[TimeExpression, int]]:
    """Yield the dates of other mentions, and how like they are: 2 surely one, 1 by the word, 0 by class."""
    for other in document.happenings:
        if other is event or not _can_be_one(document, event, other):
            continue
        shared = bool(set(event.participants) & set(other.participants))
        named_alike = event.word == other.word and not (event.participants and other.participants)
        likeness = _SURE if shared or event.object else int(named_alike)
        yield from ((document.times[i], likeness) for i in other.times if _is_dated(document.times[i]))


def _can_be_one(document: Document, event: Happening, other: Happening) -> bool:
    if event.head != other.head or other.certainty != "asserted" or not _same_object(document, event, other):
        return False
    if event.participants and other.participants and not set(event.participants) & set(other.participants):
        return False
    return event.ordinal is None or other.ordinal is None or event.ordinal == other.ordinal


def _same_object(document: Document, event: Happening, other: Happening) -> bool:
    """Compare what two mentions act on; "its founding" takes it from the sentence: "The port marked its founding"."""
    if event.object == other.object:
        return True
    if event.object and other.object:
        return False
    first, stop = document.tokens.sentences[event.sentence]
    known = _stems(document.tokens.lower[first:stop]) | _stems(event.object.split())
    stated = _stems(other.object.split()) or _stems(
        document.tokens.lower[slice(*document.tokens.sentences[other.sentence])]
    )
    return bool(stated & known - _stems([event.word, other.word]))


def _single(found: list[tuple[TimeExpression, int]]) -> Origin | None:
    """Return the one date that the likest mentions agree on, the narrowest first."""
    likest = max((likeness for _, likeness in found), default=0)
    times = [time for time, likeness in found if likeness == likest]
    origins = sorted(filter(None, (_origin(time, firm=likest == _SURE) for time in times)), key=_width)
    best = origins[0] if origins else None
    return best if best and all(best.earliest <= o.latest and o.earliest <= best.latest for o in origins) else None


def _width(origin: Origin) -> tuple[int, date]:
    return (origin.latest - origin.earliest).days, origin.earliest


def _origin(time: TimeExpression, *, firm: bool) -> Origin | None:
    earliest, latest = timex.interval(time.timex)
    return Origin(earliest, latest, time.timex[:10], firm, (time.start, time.end)) if earliest and latest else None


def _by_words(document: Document, token: int) -> Origin | None:
    """Find an event that the lexicon does not know, or not as a verb: the one dated sentence with its word.

    "the centenary of its opening" finds "The port was opened on May 12, 1912" where both sentences speak of a port.
    """
    tokens = document.tokens
    if token >= len(tokens):
        return None
    here = tokens.sentence(token)
    first, stop = tokens.sentences[here]
    word = next(iter(_content(tokens.lower[token:stop])), None)
    if word is None:
        return None
    found = []
    for sentence, time in _dated_sentences(document).items():
        words = tokens.lower[slice(*tokens.sentences[sentence])]
        if time is None or sentence == here or not any(other.startswith(word) for other in words):
            continue
        if len(_stems(tokens.lower[first:stop]) & _stems(words)) >= _SHARED:
            found.append((time, 0))
    return _single(found)


def _dated_sentences(document: Document) -> dict[int, TimeExpression | None]:
    """Map each sentence with a full date to the date, to None where it has several."""
    found: dict[int, TimeExpression | None] = {}
    for time in document.times:
        if _is_dated(time):
            sentence = document.tokens.sentence(time.first)
            found[sentence] = None if sentence in found else time
    return found


def _content(words: list[str]) -> list[str]:
    """Return the stems of the words that carry meaning, in order."""
    long = (word for word in words if len(word) >= _SHORTEST and word[0].isalpha())
    return [word[:_STEM] for word in long if word not in _stop_words()]


def _stems(words: list[str]) -> set[str]:
    return set(_content(words))


@cache
def _participles() -> frozenset[str]:
    return frozenset(lexicon.load("masthead")["publication"]["participles"])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lexicon.load("masthead")["languages"]["en"])
