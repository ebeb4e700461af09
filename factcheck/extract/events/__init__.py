"""Events inside one article: who, what, when, where.

`find` returns the mentions ("the summit … held in Vladivostok last April"), `gather` the events behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.extract.events.drafts import Draft
from factcheck.extract.events.mentions import Reader
from factcheck.extract.events.ties import Ties
from factcheck.model import Certainty, Event

if TYPE_CHECKING:
    from factcheck.extract.document import Document

__all__ = ["Draft", "Happening", "Ties", "find", "gather", "tie"]


class Happening(Struct, frozen=True):
    """A mention of an event.

    `start`, `end` cover its head word and the words that belong to it ("the North Korea-Russia summit"); `head` is
    the class of the head word in the lexicon, `word` the head word itself. `participants` are entity ids or
    "country:KP", `places` indices into `document.names`, `times` indices into `document.times` (dates and durations)
    that the clause ties to it. `facet` sets a part of an event apart ("one-on-one"). `fresh` is true for "a summit".
    """

    start: int
    end: int
    first: int
    stop: int
    head: str
    word: str
    sentence: int
    object: str = ""
    participants: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    ordinal: int | None = None
    certainty: Certainty = "asserted"
    facet: str = ""
    fresh: bool = False
    verb: bool = False


def tie(document: Document) -> Ties:
    """Return a document's event mentions with the times and places that belong to each."""
    return Ties(document, tuple(Reader(document).drafts()))


def find(document: Document) -> tuple[Happening, ...]:
    """Return the mentions of events in text order."""
    ties = document.ties
    times, places = _turned(ties.time), _turned(ties.place)
    return tuple(
        _happening(document, draft, times.get(d, ()), places.get(d, ())) for d, draft in enumerate(ties.drafts)
    )


def _turned(owners: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Turn owned → owner into owner → owned, each in order."""
    turned: dict[int, list[int]] = {}
    for owned, owner in sorted(owners.items()):
        turned.setdefault(owner, []).append(owned)
    return {owner: tuple(found) for owner, found in turned.items()}


def _happening(document: Document, draft: Draft, times: tuple[int, ...], places: tuple[int, ...]) -> Happening:
    from factcheck.extract import speech

    start, end = document.tokens.span(draft.first, draft.stop)
    head_start, head_end = document.tokens.span(draft.head_first, draft.head_stop)
    return Happening(
        start=start,
        end=end,
        first=draft.first,
        stop=draft.stop,
        head=draft.form.head,
        word=" ".join(draft.form.tokens),
        sentence=draft.sentence,
        object=draft.object,
        participants=draft.participants,
        places=places,
        times=times,
        ordinal=draft.ordinal,
        certainty=speech.certainty(document, head_start, head_end),
        facet=draft.facet,
        fresh=draft.fresh,
        verb=draft.form.part == "verb",
    )


def gather(document: Document) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Return a document's events ordered by id, and the id of each happening's event ("" where it names none)."""
    from factcheck.extract.events.clusters import gather as gathered

    return gathered(document)
