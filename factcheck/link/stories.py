"""Events that articles are about: two reports of one story speak of one crash, though each tells little of it.

Comes in: the linked events of all articles and the names that each article gives. Goes out: the same events, those
joined that are what two articles are about, where the articles share enough names and nothing told contradicts it.

    "The jet crashed on Tuesday" + "the plane crash in the Alps", in articles that both name Andreas Lubitz and
    Germanwings → one crash
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from msgspec import Struct
from msgspec.structs import replace

from factcheck.link.clusters import Match
from factcheck.link.matching import Comparison
from factcheck.link.occasions import Cluster, Interval, Occasion, Traits

_COMMON = 60  # a name in more articles than this tells no story
_ENOUGH = 4  # weight of the names that two reports of one story share
_ENOUGH_AT_ONCE = 2  # … that appeared within days of each other
_MORE = 3  # … where the place is one and the day differs, so that one of the days must be a slip
_AMPLE = 6  # … where the place differs
_WEIGHTS = {"person": 2, "organization": 1, "place": 1}
_NEWS_DAYS = 10
_AT_ONCE = 3
_SLIP_DAYS = 3
_MATCH = Match("what two reports of one story are about", 74)
_SAME_ARTICLE = Match("what the article is about", 73)

Key = tuple[str, str]


class Report(Struct, frozen=True):
    """One article as a report: when it appeared at the latest, and the people, bodies and towns that it names.

    `names` are ids of subjects; `prominence` weighs each of its events, by local id: mentions, more at its head.
    """

    article: str
    published: date | None
    names: frozenset[str]
    prominence: Mapping[str, int]


def join(clusters: list[Cluster], reports: Iterable[Report], traits: Mapping[str, Traits]) -> list[Cluster]:
    """Return events with those joined that reports of one story are about."""
    found = {report.article: report for report in reports}
    joiner = _Joiner(clusters, traits)
    topics = joiner.topics(found)
    for a, b, weight in _stories(topics, found):
        for kin in sorted(topics[a].keys() & topics[b].keys()):
            joiner.join(topics[a][kin], topics[b][kin], weight)
    return joiner.left()


class _Joiner:
    """Joins events two by two; what was joined is looked up under the event that took it in."""

    def __init__(self, clusters: list[Cluster], traits: Mapping[str, Traits]) -> None:
        self._clusters = clusters
        self._traits = traits
        self._into: dict[int, int] = {}

    def topics(self, reports: Mapping[str, Report]) -> dict[str, dict[str, int]]:
        """Return what each article is about: of each kind of event that makes a story, the most told one."""
        told: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for c, cluster in enumerate(self._clusters):
            prominence: Counter[tuple[str, str]] = Counter()
            for member in cluster.members:
                if self._is_story(member):
                    article, ident = member.key
                    prominence[article, member.kin] += reports[article].prominence.get(ident, 0)
            for (article, kin), weight in prominence.items():
                told[article][kin].append((-weight, c))
        found = {article: {kin: min(events)[1] for kin, events in kinds.items()} for article, kinds in told.items()}
        for article, kinds in told.items():
            for kin, events in kinds.items():
                self._gather(found[article][kin], [c for _, c in sorted(events)[1:]], reports[article].published)
        return found

    def join(self, a: int, b: int, weight: int) -> None:
        """Make one of two events where nothing contradicts it, or so much is shared that what does is a slip."""
        one, other = self._root(a), self._root(b)
        if one == other:
            return
        keep, drop = sorted((one, other), key=lambda c: (-len(self._clusters[c].members), c))
        if self._may_be_one(self._clusters[keep], self._clusters[drop], weight):
            self._take_in(keep, drop, _MATCH)

    def left(self) -> list[Cluster]:
        """Return the events that none took in."""
        return [cluster for c, cluster in enumerate(self._clusters) if c not in self._into]

    def _is_story(self, occasion: Occasion) -> bool:
        return self._traits.get(occasion.head, Traits()).story

    def _gather(self, topic: int, others: Iterable[int], published: date | None) -> None:
        """Take what an article tells without a place of its own into the event that it is about."""
        for other in others:
            one, drop = self._root(topic), self._root(other)
            bare = self._clusters[drop]
            if one == drop or bare.places or len({member.key[0] for member in bare.members}) > 1:
                continue
            article = bare.members[0].key[0]
            own = [m.interval for m in self._clusters[one].members if m.key[0] == article and m.interval]
            # A day that only another article gives its topic is no other event's: one of the two is a slip.
            weight = 0 if _gap(own, bare.intervals) else _AMPLE
            if _is_news(bare.intervals, published) and self._may_be_one(self._clusters[one], bare, weight):
                self._take_in(one, drop, _SAME_ARTICLE)

    def _take_in(self, keep: int, drop: int, match: Match) -> None:
        for member in self._clusters[drop].members:
            names = not self._traits.get(member.head, Traits()).generic
            self._clusters[keep].add(member, match, names=names)
        self._into[drop] = keep

    def _root(self, c: int) -> int:
        while c in self._into:
            c = self._into[c]
        return c

    def _may_be_one(self, cluster: Cluster, other: Cluster, weight: int) -> bool:
        """Tell whether nothing forbids it: who, what, when and where may be one."""
        comparison = Comparison(_whole(other), cluster, self._traits)
        if not comparison.may_be_one() or (cluster.countries and other.countries and comparison.where == "different"):
            return False
        gap = _gap(cluster.intervals, other.intervals)
        placed = comparison.where in {"equal", "within"}
        needed = _AMPLE if comparison.where == "different" or (gap and not placed) else _MORE if gap else 0
        return gap <= _SLIP_DAYS and weight >= needed


def _is_news(intervals: Sequence[Interval], published: date | None) -> bool:
    """Tell what happened within days before an article, or at a time not told, from the crashes of other years."""
    if published is None:
        return not intervals
    return all(0 <= (published - first).days <= _NEWS_DAYS for first, _ in intervals)


def _whole(cluster: Cluster) -> Occasion:
    """Return an event of several articles as if one article told it."""
    return replace(
        cluster.members[0],
        head=cluster.head,
        people=frozenset(cluster.people),
        countries=frozenset(cluster.countries),
        places=tuple(cluster.places),
        ordinal=cluster.ordinal,
        object=cluster.object,
    )


def _gap(mine: Sequence[Interval], theirs: Sequence[Interval]) -> int:
    """Return the least number of days between two sets of days, 0 where they meet or either is unknown."""
    pairs = product(set(mine), set(theirs))  # a thousand reports give few distinct days
    return min((max((b[0] - a[1]).days, (a[0] - b[1]).days, 0) for a, b in pairs), default=0)


def _stories(topics: Mapping[str, object], reports: Mapping[str, Report]) -> list[tuple[str, str, int]]:
    """Return the pairs of reports that share enough names and time, those that share most first."""
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(topics):
        for name in sorted(reports[article].names):
            holders[name].append(article)
    weights: Counter[tuple[str, str]] = Counter()
    for name, articles in holders.items():
        if 1 < len(articles) <= _COMMON:
            for pair in combinations(articles, 2):
                weights[pair] += _WEIGHTS[name.partition(":")[0]]
    found = [(a, b, weight) for (a, b), weight in weights.items() if weight >= _enough(reports[a], reports[b])]
    return sorted(found, key=lambda pair: (-pair[2], pair[:2]))


def _enough(a: Report, b: Report) -> float:
    """Return the weight of shared names that makes two reports one story, the less the nearer they appeared."""
    if a.published is None or b.published is None:
        return _ENOUGH
    gap = abs((a.published - b.published).days)
    return _ENOUGH_AT_ONCE if gap <= _AT_ONCE else _ENOUGH if gap <= _NEWS_DAYS else math.inf
