"""lexicon/quantities.toml → look-up tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from factcheck import lexicon

Sequences = dict[str, list[tuple[tuple[str, ...], str]]]


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = lexicon.load("quantities")[name]
    return table


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return a list of the lexicon as a set."""
    return frozenset(_table(table)[name])


@cache
def mapping(table: str, name: str) -> dict[str, str]:
    """Return a mapping of the lexicon."""
    found: dict[str, str] = _table(table)[name]
    return found


@cache
def modifiers_before() -> Sequences:
    """Return the modifiers before a number by their last word, longest first."""
    return _by_word(_table("before"), -1)


@cache
def modifiers_after() -> Sequences:
    """Return the modifiers after a number by their first word, longest first."""
    return _by_word(_table("after"), 0)


@cache
def measures() -> Sequences:
    """Return the units' printed forms by their first word, longest first."""
    return _by_word(_table("measures"), 0)


@cache
def participles() -> Sequences:
    """Return what tells the class after a number ("killed", "unaccounted for") by first word."""
    return _by_word({frame: table.get("participles", ()) for frame, table in _table("frame").items()}, 0)


@cache
def verbs() -> Sequences:
    """Return what tells the class before a number ("killing", "laid off") by last word."""
    return _by_word({frame: table.get("verbs", ()) for frame, table in _table("frame").items()}, -1)


@cache
def nouns() -> Sequences:
    """Return the head nouns that are their own class ("deaths", "job losses") by last word."""
    return _by_word({frame: table.get("nouns", ()) for frame, table in _table("frame").items()}, -1)


@cache
def acts() -> Sequences:
    """Return what tells the class before "of" and a number ("killing", "arrest") by last word."""
    return _by_word({frame: table.get("acts", ()) for frame, table in _table("frame").items()}, -1)


@cache
def whereabouts() -> Sequences:
    """Return what tells where people were ("on board") by first word."""
    return _by_word({frame: table.get("whereabouts", ()) for frame, table in _table("frame").items()}, 0)


@cache
def tolls() -> Sequences:
    """Return "death toll" and its like by last word."""
    return _by_word({frame: table.get("toll", ()) for frame, table in _table("frame").items()}, -1)


def _by_word(table: dict[str, Any], index: int) -> Sequences:
    found: Sequences = {}
    for label, phrases in table.items():
        for phrase in phrases:
            sequence = tuple(phrase.split())
            found.setdefault(sequence[index], []).append((sequence, label))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def ending(table: Sequences, lower: list[str], stop: int) -> tuple[str, int] | None:
    """Return the label of the longest phrase that ends before a token, and where it begins."""
    if stop <= 0:
        return None
    for sequence, label in table.get(lower[stop - 1], ()):
        first = stop - len(sequence)
        if first >= 0 and tuple(lower[first:stop]) == sequence:
            return label, first
    return None


def starting(table: Sequences, lower: list[str], first: int) -> tuple[str, int] | None:
    """Return the label of the longest phrase that starts at a token, and where it ends."""
    if first >= len(lower):
        return None
    for sequence, label in table.get(lower[first], ()):
        stop = first + len(sequence)
        if tuple(lower[first:stop]) == sequence:
            return label, stop
    return None


@cache
def triggers() -> frozenset[str]:
    """Return the words that a number in words can start with or contain."""
    numbers = lexicon.load("numbers")
    names = ("units", "tens", "scales", "groups", "fractions")
    return frozenset().union(*(numbers[name] for name in names))
