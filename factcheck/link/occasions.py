"""The records of linking events: an event of one article with its participants made global, and events that are one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from factcheck.link.clusters import Match

Interval: TypeAlias = tuple[date, date]


class Traits(Struct, frozen=True):
    """What the lexicon says of an event's class."""

    once: bool = False
    object: bool = False
    lasting: bool = False
    personal: bool = False
    named: bool = False
    generic: bool = False
    wide: bool = False
    story: bool = False
    family: str = ""


class Occasion(Struct, frozen=True):
    """An event of one article with its participants made global; `countries` are theirs, persons' included.

    `published` is the last day on which the article can have appeared, `background` the countries that it names.
    `celebrated` is the day on which an anniversary of it is marked. `tolls` are its exact counts by class, `kin` is
    what events that can be one have in common: the family of the class, else the class.
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
    kin: str = ""
    celebrated: date | None = None
    tolls: frozenset[tuple[str, float]] = frozenset()


class Cluster:
    """Occasions that are one event."""

    def __init__(self, first: Occasion) -> None:
        self.members = [first]
        self.head = first.head
        self.matches: list[tuple[Occasion, Match]] = []
        self.people = set(first.people)
        self.countries = set(first.countries)
        self.places = list(first.places)
        self.intervals = [first.interval] if first.interval else []
        self.ordinal = first.ordinal
        self.object = first.object
        self.tolls = set(first.tolls)
        self.within = {place: set(outer) for place, outer in first.within.items()}

    def add(self, occasion: Occasion, match: Match, *, names: bool = True) -> None:
        """Take an occasion in; `names` tells that its class says more than the family."""
        if names:
            self.head = occasion.head
        self.members.append(occasion)
        self.matches.append((occasion, match))
        self.people |= occasion.people
        self.tolls |= occasion.tolls
        self.countries |= occasion.countries
        self.places += [place for place in occasion.places if place not in self.places]
        if occasion.interval:
            self.intervals.append(occasion.interval)
        self.ordinal = self.ordinal if self.ordinal is not None else occasion.ordinal
        self.object = self.object or occasion.object
        for place, outer in occasion.within.items():
            self.within.setdefault(place, set()).update(outer)
