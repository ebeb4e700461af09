"""Pairs of which one holds the other → chains: (2019, 2019-04), (2019-04, 2019-04-25) → 2019 ⊃ 2019-04 ⊃ 2019-04-25."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Chains beyond this number are not told.
TOLD = 6


def chains(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the longest chains that pairs of container and contained make, in sorted order."""
    inner: dict[str, set[str]] = {}
    for outer, held in pairs:
        inner.setdefault(outer, set()).add(held)
    direct = {outer: sorted(held - _beyond(inner, held)) for outer, held in inner.items()}
    roots = sorted(set(inner) - {one for held in inner.values() for one in held})
    found: list[str] = []
    for root in roots:
        for path in _paths(direct, root):
            found.append(" ⊃ ".join(path))
            if len(found) == TOLD:
                return tuple(found)
    return tuple(found)


def _beyond(inner: dict[str, set[str]], held: set[str]) -> set[str]:
    """Return what is reached through another of the held ones."""
    return {one for middle in held for one in inner.get(middle, set())}


def _paths(direct: dict[str, list[str]], start: str, seen: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    nexts = [one for one in direct.get(start, []) if one not in seen]
    if not nexts:
        yield (*seen, start)
    for one in nexts:
        yield from _paths(direct, one, (*seen, start))
