"""A mention of an event as read, before times and places are tied to it."""

from __future__ import annotations

from msgspec import Struct

from factcheck.extract.events.vocabulary import Form


class Draft(Struct, frozen=True):
    """A mention before times and places are tied to it.

    Token indices: the phrase is `first` to `stop`, its head word `head_first` to `head_stop`. `places` are indices
    into `document.names`.
    """

    form: Form
    first: int
    stop: int
    head_first: int
    head_stop: int
    sentence: int
    object: str = ""
    participants: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    ordinal: int | None = None
    fresh: bool = False
    facet: str = ""
