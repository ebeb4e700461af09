"""Events across articles: who, what, when and where, by ordered and named levels, never by likeness of text.

An event joins the first set that it can be one with. Two events of one kind on other days or in other places stay two,
unless so much else is the same that one of the figures must be wrong: that is what makes a slip show as a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct

from factcheck import gazetteer
from factcheck.link.clusters import Match

Interval: TypeAlias = tuple[date, date]
Relation: TypeAlias = Literal["equal", "within", "unknown", "different"]

_CANDIDATES = 40
_MONTH = 31
_NEAR_DAYS = 7
_NEAR_DAYS_ALONE = 2
_STILL_NEWS = 60
# An anniversary's number is easily one off, so that its origin is off by a year.
_OFF_BY_ONE = 366


class Traits(Struct, frozen=True):
    """What the lexicon says of an event's class."""

    once: bool = False
    object: bool = False
    lasting: bool = False


class Occasion(Struct, frozen=True):
    """An event of one article with its participants made global; `countries` are theirs, persons' included.

    `published` is the last day on which the article can have appeared, `background` the countries that it names.
    """

    key: tuple[str, str]
    head: str
    object: str
    facet: str
    people: frozenset[str]
    countries: frozenset[str]
    places: tuple[str, ...]
    interval: Interval | None
    ordinal: int | None
    within: Mapping[str, frozenset[str]]
    published: date | None = None
    background: frozenset[str] = frozenset()


class Cluster:
    """Occasions that are one event."""

    def __init__(self, first: Occasion) -> None:
        self.members = [first]
        self.matches: list[tuple[Occasion, Match]] = []
        self.people = set(first.people)
        self.countries = set(first.countries)
        self.places = list(first.places)
        self.intervals = [first.interval] if first.interval else []
        self.ordinal = first.ordinal
        self.object = first.object
        self.within = {place: set(outer) for place, outer in first.within.items()}

    def add(self, occasion: Occasion, match: Match) -> None:
        """Take an occasion in."""
        self.members.append(occasion)
        self.matches.append((occasion, match))
        self.people |= occasion.people
        self.countries |= occasion.countries
        self.places += [place for place in occasion.places if place not in self.places]
        if occasion.interval:
            self.intervals.append(occasion.interval)
        self.ordinal = self.ordinal if self.ordinal is not None else occasion.ordinal
        self.object = self.object or occasion.object
        for place, outer in occasion.within.items():
            self.within.setdefault(place, set()).update(outer)


def link(occasions: Iterable[Occasion], traits: Mapping[str, Traits]) -> list[Cluster]:
    """Gather occasions into events; those that say most come first, so that vague ones find them."""
    clusters: list[Cluster] = []
    index: dict[Hashable, list[int]] = defaultdict(list)
    for occasion in sorted(occasions, key=_fullness):
        match, found = _best(occasion, _candidates(occasion, index), clusters, traits.get(occasion.head, Traits()))
        if match is None or found is None:
            found = len(clusters)
            clusters.append(Cluster(occasion))
        else:
            clusters[found].add(occasion, match)
        for key in _keys(occasion):
            if found not in index[key]:
                index[key].append(found)
    return clusters


def _fullness(occasion: Occasion) -> tuple[int, tuple[str, str]]:
    days = _days(occasion.interval)
    said = 3 * bool(occasion.people) + 2 * bool(occasion.places) + (days == 1) + bool(days) + bool(occasion.countries)
    return (-said, occasion.key)


def _keys(occasion: Occasion) -> list[Hashable]:
    """Return what an occasion can be found by: its class with each participant, its object, its place."""
    shared = [(occasion.head, occasion.facet, who) for who in sorted(occasion.people)]
    if len(occasion.countries) > 1:
        shared.append((occasion.head, occasion.facet, "countries " + " ".join(sorted(occasion.countries)[:3])))
    if occasion.object:
        shared.append((occasion.head, occasion.facet, "object " + occasion.object))
    return [*shared, *((occasion.head, occasion.facet, "place " + place) for place in occasion.places)]


def _candidates(occasion: Occasion, index: Mapping[Hashable, list[int]]) -> list[int]:
    """Return the latest clusters that share a key, at most _CANDIDATES a key."""
    found: dict[int, None] = {}
    for key in _keys(occasion):
        found.update(dict.fromkeys(index.get(key, ())[-_CANDIDATES:]))
    return sorted(found)


def _best(
    occasion: Occasion, candidates: Sequence[int], clusters: Sequence[Cluster], traits: Traits
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


_SURE = 90


class Comparison:
    """One occasion held against one cluster."""

    def __init__(self, occasion: Occasion, cluster: Cluster, traits: Traits) -> None:
        self.occasion, self.cluster, self.traits = occasion, cluster, traits

    def match(self) -> Match | None:
        """Return the first level that holds, None where they are two events or cannot be told."""
        if not self._may_be_one():
            return None
        return next((match for match in (self._once(), self._timed(), self._near(), self._vague()) if match), None)

    def _may_be_one(self) -> bool:
        one, other = self.occasion, self.cluster
        if self.traits.object and one.object != other.object:
            return False
        numbers_differ = one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal
        if numbers_differ and not self._is_same_but_for_its_number():
            return False
        return self.who != "different"

    def _is_same_but_for_its_number(self) -> bool:
        """Tell whether another article has the same people meet on the same day: then a number must be wrong."""
        if self.when != "equal" or _days(self.occasion.interval) != 1 or self.who != "equal" or self.parties < 2:
            return False
        return self.where != "different" and all(
            member.key[0] != self.occasion.key[0] for member in self.cluster.members
        )

    @cached_property
    def who(self) -> Relation:
        """How the participants stand: persons against persons, else countries against countries."""
        one, other = self.occasion, self.cluster
        if one.people and other.people:
            return _sets(one.people, other.people)
        if one.countries and other.countries:
            return _sets(one.countries, other.countries) if len(one.countries | other.countries) > 1 else "within"
        return "unknown"

    @cached_property
    def when(self) -> Relation:
        """How the dates stand; "within" where they overlap and one is coarser."""
        mine, theirs = self.occasion.interval, self.cluster.intervals
        if mine is None or not theirs:
            return "unknown"
        if any(mine == interval for interval in theirs):
            return "equal"
        return "within" if any(_overlap(mine, interval) for interval in theirs) else "different"

    @cached_property
    def where(self) -> Relation:
        """How the places stand; "within" where one contains the other."""
        mine, theirs = self.occasion.places, self.cluster.places
        if not mine or not theirs:
            return "unknown"
        if set(mine) & set(theirs):
            return "equal"
        return "within" if any(self._contains(a, b) for a in mine for b in theirs) else "different"

    def _contains(self, a: str, b: str) -> bool:
        stated = self.occasion.within.get(a, frozenset()) | self.cluster.within.get(a, set())
        other = self.occasion.within.get(b, frozenset()) | self.cluster.within.get(b, set())
        return b in stated or a in other or gazetteer.contains(a, b) or gazetteer.contains(b, a)

    @cached_property
    def parties(self) -> int:
        """The number of participants in common."""
        people = len(self.occasion.people & self.cluster.people)
        return people or len(self.occasion.countries & self.cluster.countries)

    def _once(self) -> Match | None:
        """Match what happens once, or is numbered: whatever the dates say."""
        if self.traits.once and self.who in {"equal", "within"} and (self.parties > 1 or self.occasion.people):
            return Match("happens once to these", 96)
        if self.traits.once and self.traits.object and self._in_the_background():
            return Match("the same founding at the same time", 88)
        numbered = self.occasion.ordinal is not None and self.occasion.ordinal == self.cluster.ordinal
        if numbered and self.who == "equal" and self.parties > 1:
            return Match("the same number in the same series", 95)
        return None

    def _in_the_background(self) -> bool:
        """Tell whether a founding told without its parties can be one whose parties the article is about."""
        mine = self.occasion.interval
        gaps = [_gap(mine, interval) for interval in self.cluster.intervals] if mine else []
        if self.who != "unknown" or not gaps or min(gaps) > _OFF_BY_ONE:
            return False
        return bool(self.cluster.countries) and self.cluster.countries <= self.occasion.background

    def _timed(self) -> Match | None:
        """Match what shares participants and time, or place and day."""
        if self.when not in {"equal", "within"}:
            return None
        close = _days(self.occasion.interval) <= _MONTH
        if self.parties > 1 and self.who in {"equal", "within"} and self.where != "different":
            return Match("the same participants at the same time", 94)
        if self.parties > 1 and self.who == "equal" and (close if self.occasion.people else self._same_day()):
            return Match("the same participants in the same days, other places", 84)
        day = _days(self.occasion.interval) == 1
        if self.where in {"equal", "within"} and self.who != "different" and day:
            return Match("the same place on the same day", 90)
        return None

    def _same_day(self) -> bool:
        return self.when == "equal" and _days(self.occasion.interval) == 1

    def _near(self) -> Match | None:
        """Match what differs in the date alone, by days or by one slip in it."""
        if (
            self.when != "different"
            or self.where not in {"equal", "within"}
            or self.who != "equal"
            or not self.occasion.people
        ):
            return None
        mine = self.occasion.interval
        if mine is None or self.traits.lasting or _days(mine) > 1:
            return None
        limit = _NEAR_DAYS if self.parties > 1 else _NEAR_DAYS_ALONE
        gaps = [_gap(mine, interval) for interval in self.cluster.intervals if _days(interval) == 1]
        if gaps and min(gaps) <= limit:
            return Match("the same participants in the same place, days apart", 82)
        return None

    def _vague(self) -> Match | None:
        """Match an undated mention to the one event that it can be."""
        if self.when != "unknown" or self.where == "different" or self._age() < 0:
            return None
        if self.who in {"equal", "within"} and self.parties > 1:
            return Match("the same participants, one undated", 80 + 5 * (self.where != "unknown"))
        fresh = self._age() <= _STILL_NEWS and not self.occasion.people
        if self.where in {"equal", "within"} and self.who == "unknown" and fresh:
            return Match("the same place, one undated", 70)
        return None

    def _age(self) -> int:
        """Return how many days after the dated event the undated mention was published; 0 where that is unknown."""
        published = self.occasion.published
        if published is None or not self.cluster.intervals:
            return 0
        return min(((published - last).days for _, last in self.cluster.intervals), key=abs)


def _sets(a: frozenset[str], b: set[str]) -> Relation:
    if a == b:
        return "equal"
    return "within" if a <= b or b <= a else "different"


def _overlap(a: Interval, b: Interval) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _gap(a: Interval, b: Interval) -> int:
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def _days(interval: Interval | None) -> int:
    """Return the number of days in an interval, 0 where it is unknown."""
    return (interval[1] - interval[0]).days + 1 if interval else 0
