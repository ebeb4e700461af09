"""Events inside one article: who, what, when, where.

`find` returns the mentions ("the summit … held in Vladivostok last April"), `gather` the events behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.model import Certainty, Event

if TYPE_CHECKING:
    from factcheck.extract.document import Document


class Happening(Struct, frozen=True):
    """A mention of an event.

    `start`, `end` cover its head word and the words that belong to it ("the North Korea-Russia summit"); `head` is
    the class of the head word in the lexicon, `word` the head word itself. `participants` are entity ids,
    `places` indices into `document.names`, `times` indices into `document.times` (dates and durations) that the
    clause ties to it. `event` is the id of its event in `document.events`.
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
    event: str = ""


def find(document: Document) -> tuple[Happening, ...]:
    """Return the mentions of events in text order."""
    return ()


def gather(document: Document) -> tuple[Event, ...]:
    """Return the events of a document, ordered by id."""
    return ()
