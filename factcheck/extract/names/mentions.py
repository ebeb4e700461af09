"""Mentions in the making: what the analysis passes between its steps before the records are built."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.extract.names.resolution import Thing
    from factcheck.extract.names.vocabulary import Entry


class Found:
    """A mention in the making: tokens, type, and the thing it stands for."""

    __slots__ = ("adjective", "entry", "first", "metonym", "named", "stop", "thing", "type")

    def __init__(
        self, first: int, stop: int, kind: str, entry: Entry | None = None, *, adjective: bool = False
    ) -> None:
        self.first = first
        self.stop = stop
        self.type = kind
        self.entry = entry
        self.adjective = adjective
        self.metonym = False
        self.named = True
        self.thing: Thing | None = None
