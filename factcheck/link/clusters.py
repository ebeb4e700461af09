"""Merging by levels: blocks of candidates, ordered named levels, and what forbids a merge.

The work grows with the number of distinct names and the size of blocks, never with all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from msgspec import Struct

Item = TypeVar("Item")
BLOCK_LIMIT = 200


class Match(Struct, frozen=True):
    """Why two names are one: the level's name and a score from 0 to 100."""

    level: str
    score: float


class Clusters:
    """Disjoint sets over item indices, with the articles that each set has spoken in and how it came to be.

    Two sets that stand side by side in one article were told apart there, so they never merge.
    """

    def __init__(self, articles: Sequence[frozenset[str]]) -> None:
        self._parent = list(range(len(articles)))
        self._articles = [set(found) for found in articles]
        self.reasons: dict[int, list[tuple[int, int, Match]]] = defaultdict(list)

    def find(self, item: int) -> int:
        """Return the representative of an item's set."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def merge(self, a: int, b: int, match: Match) -> bool:
        """Put the sets of two items together unless they share an article; tell whether they are one now."""
        keep, drop = sorted((self.find(a), self.find(b)))
        if keep == drop:
            return True
        if not self._articles[keep].isdisjoint(self._articles[drop]):
            return False
        if len(self._articles[keep]) < len(self._articles[drop]):
            self._articles[keep], self._articles[drop] = self._articles[drop], self._articles[keep]
        self._articles[keep] |= self._articles[drop]
        self._parent[drop] = keep
        self.reasons[keep] += [*self.reasons.pop(drop, []), (a, b, match)]
        return True

    def members(self) -> dict[int, list[int]]:
        """Return the items of each set by representative, in order."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return found


def candidates(
    items: Sequence[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    sided: Callable[[Item], Iterable[tuple[bool, Hashable]]] | None = None,
) -> Iterable[tuple[int, int]]:
    """Yield the pairs of indices that share a key, each once, in order; blocks over BLOCK_LIMIT are passed over.

    `sided` yields keys with the side of the item: only items of different sides make pairs by these.
    """
    seen = {pair for block in _blocks(items, keys) if len(block) <= BLOCK_LIMIT for pair in combinations(block, 2)}
    if sided is not None:
        short, long = _sides(items, sided)
        for key, few in short.items():
            many = long.get(key, ())
            if len(few) <= BLOCK_LIMIT and len(many) <= BLOCK_LIMIT:
                seen.update((min(a, b), max(a, b)) for a in few for b in many)
    return sorted(seen)


def _blocks(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> Iterable[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in dict.fromkeys(keys(item)):
            blocks[key].append(index)
    return blocks.values()


def _sides(
    items: Sequence[Item], sided: Callable[[Item], Iterable[tuple[bool, Hashable]]]
) -> tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]]:
    """Return the items of each key on either side."""
    short: dict[Hashable, list[int]] = defaultdict(list)
    long: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for is_short, key in dict.fromkeys(sided(item)):
            (short if is_short else long)[key].append(index)
    return short, long
