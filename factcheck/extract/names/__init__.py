"""Names: mentions of people, organisations and places, resolved inside one article.

`find` returns the mentions, `entities` the things behind them, `titles` the offices that people are given, `aliases`
the names that the text says are one thing. All four read one analysis, `document.people_and_places`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.names.record import Alias, Name, Title

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.names.analysis import Analysis
    from factcheck.model import Entity

__all__ = ["Alias", "Name", "Title", "aliases", "analyse", "entities", "find", "titles"]


def analyse(document: Document) -> Analysis:
    """Return the analysis of a document's names; the document keeps it."""
    from factcheck.extract.names.analysis import Analysis

    return Analysis(document)


def find(document: Document) -> tuple[Name, ...]:
    """Return the mentions of a document in text order, none overlapping."""
    return document.people_and_places.names()


def entities(document: Document) -> tuple[Entity, ...]:
    """Return the things that a document's names stand for, ordered by id."""
    return document.people_and_places.entities()


def titles(document: Document) -> tuple[Title, ...]:
    """Return the offices given to people in a document, in text order."""
    return document.people_and_places.titles


def aliases(document: Document) -> tuple[Alias, ...]:
    """Return the names that a document says are one thing, in text order."""
    from factcheck.extract.names.naming import find as find_aliases

    return find_aliases(document.people_and_places)
