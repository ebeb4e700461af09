"""Organisations across articles: distinct names → organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.link.clusters import Clusters, Match, candidates
from factcheck.link.normal import fold, legal_forms, spellings

_INITIALS_LENGTH = 3
_SMALL_WORDS = frozenset(["of", "and", "for", "the", "in", "on", "de", "la", "du", "des", "et"])


class OrganizationName(Struct, frozen=True):
    """A distinct name, what texts state to be one with it, and the articles it stands in."""

    name: str
    words: tuple[str, ...]
    aliases: frozenset[tuple[str, ...]] = frozenset()
    articles: frozenset[str] = frozenset()


def core(name: str) -> tuple[str, ...]:
    """Return the folded words that tell an organisation apart: "The Acme Co., Ltd." → ("acme",)."""
    words = _joined(tuple(spellings().get(word, word) for word in fold(name)))
    kept = tuple(word for word in words if word not in legal_forms())
    return kept or words


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with letters at the end put together: ("nestle", "s", "a") → ("nestle", "sa")."""
    size = len(words)
    while size and len(words[size - 1]) == 1:
        size -= 1
    return (*words[:size], "".join(words[size:])) if size and len(words) - size > 1 else words


def link(names: Sequence[OrganizationName]) -> Clusters:
    """Merge names that are one organisation's, the surest levels first."""
    clusters = Clusters([frozenset() for _ in names])
    found = [(match, a, b) for a, b in candidates(names, _keys) if (match := compare(names[a], names[b])) is not None]
    for match, a, b in sorted(found, key=lambda item: (-item[0].score, item[1], item[2])):
        clusters.merge(a, b, match)
    return clusters


def _keys(name: OrganizationName) -> Iterator[tuple[str, ...]]:
    yield ("words", *name.words)
    for alias in sorted(name.aliases):
        yield ("words", *alias)
    if len(name.words) == 1 and len(name.words[0]) >= _INITIALS_LENGTH:
        yield ("initials", name.words[0])
    yield ("initials", initials(name.words))


def initials(words: tuple[str, ...]) -> str:
    """Return the first letters of a name's words, small words left out: "korean central news agency" → "kcna"."""
    return "".join(word[0] for word in words if word not in _SMALL_WORDS)


def compare(a: OrganizationName, b: OrganizationName) -> Match | None:
    """Return the first level that holds between two names, None where none does."""
    if a.words == b.words:
        return Match("the same name", 100)
    if a.words in b.aliases or b.words in a.aliases:
        return Match("a text says that they are one", 98)
    short, long = sorted((a, b), key=lambda name: len(name.words))
    if (
        len(short.words) == 1
        and len(long.words) >= _INITIALS_LENGTH
        and short.words[0] == initials(long.words)
        and short.name.isupper()
    ):
        return Match("the initials of the name", 90)
    return None
