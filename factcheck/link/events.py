"""Events across articles: who, what, when and where, by ordered and named levels, never by likeness of text.

An event joins the first set that it can be one with. Two events of one kind on other days or in other places stay two,
unless so much else is the same that one of the figures must be wrong: that is what makes a slip show as a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from factcheck.link.clusters import Match
from factcheck.link.matching import Comparison, days
from factcheck.link.occasions import Cluster, Occasion, Traits

_CANDIDATES = 40
_SURE = 90


def link(occasions: Iterable[Occasion], traits: Mapping[str, Traits]) -> list[Cluster]:
    """Gather occasions into events; those that say most come first, so that vague ones find them."""
    clusters: list[Cluster] = []
    index: dict[Hashable, list[int]] = defaultdict(list)
    for occasion in sorted((_related(occasion, traits) for occasion in occasions), key=_fullness):
        own = traits.get(occasion.head, Traits())
        match, found = _best(occasion, _candidates(occasion, index), clusters, traits)
        if match is None or found is None:
            found = len(clusters)
            clusters.append(Cluster(occasion))
        else:
            clusters[found].add(occasion, match, names=not own.generic)
        for key in _keys(occasion):
            if found not in index[key]:
                index[key].append(found)
    return _reconsidered(clusters, index, traits)


def _reconsidered(
    clusters: list[Cluster], index: Mapping[Hashable, list[int]], traits: Mapping[str, Traits]
) -> list[Cluster]:
    """Try events that stand alone once more, now that the others have all their counts."""
    gone: set[int] = set()
    for c, cluster in enumerate(clusters):
        alone = cluster.members[0]
        if len(cluster.members) > 1 or not alone.tolls:
            continue
        others = [other for other in _candidates(alone, index) if other != c and other not in gone]
        for other in others:
            match = Comparison(alone, clusters[other], traits).counted()
            if match is not None:
                clusters[other].add(alone, match, names=not traits.get(alone.head, Traits()).generic)
                gone.add(c)
                break
    return [cluster for c, cluster in enumerate(clusters) if c not in gone]


def _related(occasion: Occasion, traits: Mapping[str, Traits]) -> Occasion:
    family = traits.get(occasion.head, Traits()).family
    return replace(occasion, kin=family or occasion.head)


def _fullness(occasion: Occasion) -> tuple[int, tuple[str, str]]:
    length = days(occasion.interval)
    known = (length == 1) + bool(length) + bool(occasion.countries)
    said = 3 * bool(occasion.people) + 2 * bool(occasion.places) + known
    return (-said, occasion.key)


def _keys(occasion: Occasion) -> list[Hashable]:
    """Return what an occasion can be found by: its class with each participant, its object, its place."""
    shared = [(occasion.kin, occasion.facet, who) for who in sorted(occasion.people)]
    if len(occasion.countries) > 1:
        shared.append((occasion.kin, occasion.facet, "countries " + " ".join(sorted(occasion.countries)[:3])))
    if occasion.object:
        shared.append((occasion.kin, occasion.facet, "object " + occasion.object))
    return [*shared, *((occasion.kin, occasion.facet, "place " + place) for place in occasion.places)]


def _candidates(occasion: Occasion, index: Mapping[Hashable, list[int]]) -> list[int]:
    """Return the latest clusters that share a key, at most _CANDIDATES a key."""
    found: dict[int, None] = {}
    for key in _keys(occasion):
        found.update(dict.fromkeys(index.get(key, ())[-_CANDIDATES:]))
    return sorted(found)


def _best(
    occasion: Occasion, candidates: Sequence[int], clusters: Sequence[Cluster], traits: Mapping[str, Traits]
) -> tuple[Match | None, int | None]:
    """Return the surest match and its cluster; where an undated event fits several equally, none."""
    matches = [
        (match, c) for c in candidates if (match := Comparison(occasion, clusters[c], traits).match()) is not None
    ]
    if not matches:
        return None, None
    matches.sort(key=lambda found: (-found[0].score, found[1]))
    tied = [c for match, c in matches if match.score == matches[0][0].score]
    if len(tied) > 1 and matches[0][0].score < _SURE:
        return None, None
    return matches[0]
