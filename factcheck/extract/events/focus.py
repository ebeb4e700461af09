"""What an article is about at a place in the text: the event behind "the accident" and "12 people were killed".

Comes in: a document's mentions and the clusters of those that name their event. Goes out: for a mention that says no
more than its family, the cluster of the same sentence, else the one last spoken of, else the one the headline means.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from factcheck.extract.events.vocabulary import classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening
    from factcheck.extract.events.clusters import Cluster, Gatherer, Said

_HEAD = 3  # sentences at the head of an article that speak of what follows
_LINKS = frozenset(["when", "after", "as", "in", "by", "during", "from", "following", "aboard", "on"])
_REACH = 60  # words: nobody remembers farther within a sentence


class Focus:
    """The events of one family along a text."""

    def __init__(self, document: Document, happenings: Sequence[Happening], chosen: Mapping[int, Cluster]) -> None:
        self._tokens = document.tokens
        self._happenings = happenings
        self._spoken: list[int] = [index for index in sorted(chosen) if classes()[happenings[index].head].family]
        self._firsts = [happenings[index].first for index in self._spoken]
        self._chosen = dict(chosen)

    def of(self, index: int, said: Said, gatherer: Gatherer) -> Cluster | None:
        """Return the cluster that a generic mention means, None where it is an event of its own."""
        families = related(said.happening.head)
        return self._beside(index, families) or self._earlier(index, said, families, gatherer)

    def settle(self, index: int, cluster: Cluster) -> None:
        """Remember which cluster a generic mention went to: what follows may speak of it."""
        self._chosen[index] = cluster
        at = bisect_left(self._spoken, index)
        self._spoken.insert(at, index)
        self._firsts.insert(at, self._happenings[index].first)

    def _beside(self, index: int, families: frozenset[str]) -> Cluster | None:
        """Return the event named in the same sentence: the nearest that is linked to the mention, else the nearest."""
        mine = self._happenings[index]
        found = [
            other
            for other in range(max(0, index - _REACH // 10), min(len(self._happenings), index + _REACH // 10))
            if other in self._chosen
            and self._happenings[other].sentence == mine.sentence
            and classes()[self._happenings[other].head].family in families
        ]
        nearest = min(found, key=lambda other: (self._gap(mine, self._happenings[other]), other), default=None)
        return self._chosen[nearest] if nearest is not None else None

    def _gap(self, mine: Happening, other: Happening) -> int:
        """Return the words between two mentions, fewer where one is the cause of the other: "killed | in a crash"."""
        if other.first >= mine.stop:
            lead = self._tokens.lower[mine.stop : other.first]
            return len(lead) // 2 if not _LINKS.isdisjoint(lead) else len(lead)
        return max(mine.first - other.stop, 0)

    def _earlier(self, index: int, said: Said, families: frozenset[str], gatherer: Gatherer) -> Cluster | None:
        """Return the event last spoken of, where nothing told of the mention contradicts or goes beyond it."""
        mine = self._happenings[index]
        at = bisect_left(self._firsts, mine.first)
        for number in [*range(at - 1, -1, -1), *(range(at, len(self._spoken)) if mine.sentence < _HEAD else ())]:
            other = self._happenings[self._spoken[number]]
            if classes()[other.head].family in families:
                near = number < at or other.sentence <= mine.sentence + _HEAD
                cluster = self._chosen[self._spoken[number]]
                told = gatherer.agrees(said, cluster) and (mine.sentence < _HEAD or _is_told_of(said, cluster))
                return cluster if near and told else None
        return None


def _is_told_of(said: Said, cluster: Cluster) -> bool:
    """Tell whether a mention deep in the text adds no time to an event of unknown time: "three died on Friday"."""
    return not said.interval or cluster.interval is not None or bool(said.places)


@cache
def related(head: str) -> frozenset[str]:
    """Return the families that a class's events can be of."""
    family = classes()[head].family
    return frozenset({family, "unrest"}) if family == "calamity" else frozenset({family})
