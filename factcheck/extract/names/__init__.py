"""Names: mentions of people, organisations and places, resolved inside one article.

`find` returns the mentions, `entities` the things behind them, `titles` the offices that people are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from factcheck.model import Entity, TitleValue

if TYPE_CHECKING:
    from factcheck.extract.document import Document


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


def find(document: Document) -> tuple[Name, ...]:
    """Return the mentions of a document in text order, none overlapping."""
    return ()


def entities(document: Document) -> tuple[Entity, ...]:
    """Return the things that a document's names stand for, ordered by id."""
    return ()


def titles(document: Document) -> tuple[Title, ...]:
    """Return the offices given to people in a document, in text order."""
    return ()
