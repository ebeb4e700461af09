"""The words for taking up, holding and leaving an office, as sets and sequences for look-up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon

if TYPE_CHECKING:
    from factcheck.extract.tokens import Tokens


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of single words."""
    return frozenset(lexicon.load("tenures")[name])


@cache
def terms(name: str) -> frozenset[str]:
    """Return a list of the words around terms of office."""
    return frozenset(lexicon.load("tenures")["terms"][name])


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in lexicon.load("tenures")[name])


@cache
def _by_end(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases(name):
        table.setdefault(phrase[-1], []).append(phrase)
    return {word: tuple(sorted(found, key=lambda one: (-len(one), one))) for word, found in table.items()}


@cache
def _by_start(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases(name):
        table.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(sorted(found, key=lambda one: (-len(one), one))) for word, found in table.items()}


def ending(tokens: Tokens, stop: int, name: str) -> int | None:
    """Return where a phrase of a list begins that ends right before a token: "took office | in" → its first token."""
    for phrase in _by_end(name).get(tokens.lower[stop - 1], ()) if stop > 0 else ():
        first = stop - len(phrase)
        if first >= 0 and tuple(tokens.lower[first:stop]) == phrase:
            return first
    return None


def starting(tokens: Tokens, first: int, name: str) -> int | None:
    """Return where a phrase of a list ends that begins at a token, None where none does."""
    for phrase in _by_start(name).get(tokens.lower[first], ()) if first < len(tokens) else ():
        stop = first + len(phrase)
        if tuple(tokens.lower[first:stop]) == phrase:
            return stop
    return None
