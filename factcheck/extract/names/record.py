"""The records that the layer of names hands on."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model import TitleValue


class Name(Struct, frozen=True):
    """A mention. `start`, `end` cover the name and not the title before it; `first`, `stop` are token indices.

    `entity` is the id of its entity in `document.entities`. `named` is false for "the ambassador". `adjective` is
    true for "Russian" (entity: the place). `metonym` is true where a place stands for its government ("Moscow said").
    """

    start: int
    end: int
    first: int
    stop: int
    type: Literal["person", "organization", "place"]
    entity: str
    country: str | None = None
    named: bool = True
    adjective: bool = False
    metonym: bool = False


class Title(Struct, frozen=True):
    """An office given to a person; `start`, `end` cover office and name ("Russian President Vladimir Putin")."""

    start: int
    end: int
    entity: str
    value: TitleValue
    named: bool = True


class Alias(Struct, frozen=True):
    """Names that the text itself says are one thing, and the entity they name."""

    start: int
    end: int
    entity: str
    names: tuple[str, ...]
