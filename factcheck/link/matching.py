"""One event of an article held against events that are one: who, what, when and where, by ordered and named levels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from factcheck import gazetteer
from factcheck.link.clusters import Match
from factcheck.link.occasions import Cluster, Interval, Occasion, Traits

Relation: TypeAlias = Literal["equal", "within", "unknown", "different"]

_MONTH = 31
_NEAR_DAYS = 7
_NEAR_DAYS_ALONE = 2
_STILL_NEWS = 60
_MANY = 10
_SEASON = 300  # the names of storms come again
# An anniversary's number is easily one off, so that its origin is off by a year.
_OFF_BY_ONE = 366


class Comparison:
    """One occasion held against one cluster."""

    def __init__(self, occasion: Occasion, cluster: Cluster, traits: Mapping[str, Traits]) -> None:
        self.occasion, self.cluster = occasion, cluster
        self.traits = traits.get(occasion.head, Traits())
        self.theirs = traits.get(cluster.head, Traits())

    def match(self) -> Match | None:
        """Return the first level that holds, None where they are two events or cannot be told."""
        if not self.may_be_one():
            return None
        levels = (self._once, self._celebrated, self._timed, self._near, self._counted, self._vague)
        return next((match for level in levels if (match := level()) is not None), None)

    def may_be_one(self) -> bool:
        """Tell whether class, object, number and participants allow one event."""
        one, other = self.occasion, self.cluster
        if one.head != other.head and not (self.traits.generic or self.theirs.generic):
            return False
        if one.object and other.object and one.object != other.object:
            return False
        if self.traits.object and one.object != other.object:
            return False
        numbers_differ = one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal
        if numbers_differ and not self._is_same_but_for_its_number():
            return False
        return self.who != "different"

    def _is_same_but_for_its_number(self) -> bool:
        """Tell whether another article has the same people meet on the same day: then a number must be wrong."""
        if self.when != "equal" or days(self.occasion.interval) != 1 or self.who != "equal" or self.parties < 2:
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
        if self.traits.named and self.occasion.object and self.occasion.object == self.cluster.object:
            apart = self.where == "different" or abs(self._age()) > _SEASON or self.when == "different"
            return None if apart else Match("goes by one name", 93)
        numbered = self.occasion.ordinal is not None and self.occasion.ordinal == self.cluster.ordinal
        if numbered and self.who == "equal" and self.parties > 1:
            return Match("the same number in the same series", 95)
        return None

    def _celebrated(self) -> Match | None:
        """Match what is remembered at one time in one place or of the same parties, whatever the counts say."""
        mine = self.occasion.celebrated
        theirs = [member.celebrated for member in self.cluster.members if member.celebrated]
        if mine is None or not theirs or min(abs((mine - other).days) for other in theirs) > _NEAR_DAYS:
            return None
        placed = self.where in {"equal", "within"} and self._is_precise()
        known = placed or (self.who == "equal" and self.where != "different" and bool(self.occasion.people))
        return Match("an anniversary marked at one time", 87) if known else None

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
        close = days(self.occasion.interval) <= _MONTH
        if self.parties > 1 and self.who in {"equal", "within"} and self.where != "different":
            return Match("the same participants at the same time", 94)
        if self.parties > 1 and self.who == "equal" and (close if self.occasion.people else self._same_day()):
            return Match("the same participants in the same days, other places", 84)
        day = days(self.occasion.interval) == 1
        if self.traits.personal and self._is_of_one_person() and day and self.where != "different":
            return Match("the same person on the same day", 91)
        same_thing = self.traits.object and bool(self.occasion.object) and self.who in {"equal", "within"}
        if same_thing and day and self.parties and self.where != "different":
            return Match("the same parties and object on the same day", 90)
        if self.where in {"equal", "within"} and self.who != "different" and day and self._is_precise():
            return Match("the same place on the same day", 90)
        return None

    def _same_day(self) -> bool:
        return self.when == "equal" and days(self.occasion.interval) == 1

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
        if mine is None or self.traits.lasting or days(mine) > 1:
            return None
        limit = _NEAR_DAYS if self.parties > 1 else _NEAR_DAYS_ALONE
        gaps = [_gap(mine, interval) for interval in self.cluster.intervals if days(interval) == 1]
        if gaps and min(gaps) <= limit:
            return Match("the same participants in the same place, days apart", 82)
        return None

    def counted(self) -> Match | None:
        """Match by counts where nothing else forbids it."""
        return self._counted() if self.may_be_one() else None

    def _counted(self) -> Match | None:
        """Match what has the same toll, and the place or the day: one of the other two is a slip."""
        shared = self.occasion.tolls & self.cluster.tolls
        if not shared or self.traits.lasting or self.who == "different" or days(self.occasion.interval) != 1:
            return None
        mine = self.occasion.interval
        gaps = [_gap(mine, other) for other in self.cluster.intervals if days(other) == 1] if mine else []
        near = min(gaps, default=_MONTH) <= (_MONTH if len(shared) > 1 else _NEAR_DAYS_ALONE)
        if self.when == "different" and near and self.where in {"equal", "within"} and self._is_precise():
            return Match("the same toll in the same place, days apart", 78)
        many = len(shared) > 1 or max(number for _, number in shared) >= _MANY
        if self.when == "equal" and self.where == "different" and many:
            return Match("the same toll on the same day, other places", 76)
        return None

    def _is_of_one_person(self) -> bool:
        """Tell whether both have one person in common, and none that the other lacks."""
        people = (frozenset(who for who in side if who.startswith("person:")) for side in self._sides())
        mine, theirs = people
        return len(mine) == 1 and mine == theirs

    def _sides(self) -> tuple[frozenset[str], set[str]]:
        return self.occasion.people, self.cluster.people

    def _is_precise(self) -> bool:
        """Tell whether a place is narrow enough to hold one such event: a town for a crash, a country for a storm."""
        if self.traits.wide or self.theirs.wide:
            return True
        return all(_is_narrow(place) for place in (*self.occasion.places, *self.cluster.places))

    def _vague(self) -> Match | None:
        """Match an undated mention to the one event that it can be."""
        if self.when != "unknown" or self.where == "different" or self._age() < 0:
            return None
        if self.who in {"equal", "within"} and self.parties > 1:
            return Match("the same participants, one undated", 80 + 5 * (self.where != "unknown"))
        fresh = self._age() <= _STILL_NEWS and not self.occasion.people
        if self.traits.personal and self._is_of_one_person() and self._age() <= _STILL_NEWS:
            return Match("the same person, one undated", 72)
        alike = self.where in {"equal", "within"} and self.who == "unknown" and self._is_precise()
        if alike and fresh and abs(self._age()) <= _STILL_NEWS:
            return Match("the same place, one undated", 70)
        return None

    def _age(self) -> int:
        """Return how many days after the event the mention was published; 0 where that is unknown.

        Where the event has no date either, the day on which others wrote of it stands for it, and a lag is no age.
        """
        published = self.occasion.published
        if published is None:
            return 0
        if self.cluster.intervals:
            return min(((published - last).days for _, last in self.cluster.intervals), key=abs)
        others = [member.published for member in self.cluster.members if member.published]
        return min((abs((published - other).days) for other in others), default=0)


def _sets(a: frozenset[str], b: set[str]) -> Relation:
    if a == b:
        return "equal"
    return "within" if a <= b or b <= a else "different"


def _overlap(a: Interval, b: Interval) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _gap(a: Interval, b: Interval) -> int:
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def days(interval: Interval | None) -> int:
    """Return the number of days in an interval, 0 where it is unknown."""
    return (interval[1] - interval[0]).days + 1 if interval else 0


def _is_narrow(place: str) -> bool:
    """Tell a town or site from a country or a region."""
    return all(found.kind not in ("country", "part", "former") for found in gazetteer.look_up(place)[:1])
