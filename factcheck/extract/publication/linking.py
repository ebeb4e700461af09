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

_PHRASE = 14
_STEM = 5
_SHORTEST = 4
_SHARED = 2
_BESIDE = 2


class Origin(Struct, frozen=True):
    """When an event was. `firm` tells that it is surely the same event, not only one of its class."""

    earliest: date
    latest: date
    timex: str
    firm: bool


def origin(document: Document, event: Happening | None, token: int) -> Origin | None:
    """Return the day of an event that is named from `token` on; None where the article gives none, or several."""
    beside = _beside(document, token)
    if beside is not None:
        return _origin(beside, firm=True)
    if event is None:
        return _by_words(document, token)
    own = [document.times[index] for index in event.times]
    found = [(time, True) for time in own if _is_dated(time)] or list(_elsewhere(document, event))
    return _single(found) or (None if found else _by_words(document, token))


def _beside(document: Document, token: int) -> TimeExpression | None:
    """Return a date that stands where an event is looked for: "the four years since April 25, 2019"."""
    times = (time for time in document.times if token <= time.first < token + _BESIDE)
    return next((time for time in times if _is_dated(time)), None)


def _is_dated(time: TimeExpression) -> bool:
    return time.type in {"DATE", "TIME"} and time.year is not None and timex.interval(time.timex)[0] is not None


def _elsewhere(document: Document, event: Happening) -> Iterator[tuple[TimeExpression, bool]]:
    """Yield the dates of other mentions that can be the same event, and whether they surely are."""
    for other in document.happenings:
        if other is event or not _can_be_one(event, other):
            continue
        shared = bool(set(event.participants) & set(other.participants))
        named_alike = event.word == other.word and not (event.participants and other.participants)
        firm = shared or bool(event.object) or named_alike
        yield from ((document.times[i], firm) for i in other.times if _is_dated(document.times[i]))


def _can_be_one(event: Happening, other: Happening) -> bool:
    if (event.head, event.object) != (other.head, other.object) or other.certainty != "asserted":
        return False
    if event.participants and other.participants and not set(event.participants) & set(other.participants):
        return False
    return event.ordinal is None or other.ordinal is None or event.ordinal == other.ordinal


def _single(found: list[tuple[TimeExpression, bool]]) -> Origin | None:
    """Return the one date that all mentions agree on, the narrowest first; firm ones before others."""
    firm = [time for time, sure in found if sure]
    times = firm or [time for time, _ in found]
    if not times:
        return None
    origins = sorted(filter(None, (_origin(time, firm=bool(firm)) for time in times)), key=_width)
    best = origins[0] if origins else None
    return best if best and all(best.earliest <= o.latest and o.earliest <= best.latest for o in origins) else None


def _width(origin: Origin) -> tuple[int, date]:
    return (origin.latest - origin.earliest).days, origin.earliest


def _origin(time: TimeExpression, *, firm: bool) -> Origin | None:
    earliest, latest = timex.interval(time.timex)
    return Origin(earliest, latest, time.timex[:10], firm) if earliest and latest else None


def _by_words(document: Document, token: int) -> Origin | None:
    """Find the event by its words where the lexicon knows none: a sentence with two of them and one date."""
    tokens = document.tokens
    here = tokens.sentence(token) if token < len(tokens) else -1
    if here < 0:
        return None
    phrase = _stems(tokens.lower[token : min(token + _PHRASE, tokens.sentences[here][1])])
    dates: dict[int, list[TimeExpression]] = {}
    for time in document.times:
        if _is_dated(time) and (sentence := tokens.sentence(time.first)) != here:
            dates.setdefault(sentence, []).append(time)
    found = [
        times[0]
        for sentence, times in dates.items()
        if len(times) == 1 and len(phrase & _stems(tokens.lower[slice(*tokens.sentences[sentence])])) >= _SHARED
    ]
    return _single([(time, False) for time in found])


def _stems(words: list[str]) -> set[str]:
    return {
        word[:_STEM] for word in words if len(word) >= _SHORTEST and word[0].isalpha() and word not in _stop_words()
    }


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lexicon.load("masthead")["languages"]["en"])
