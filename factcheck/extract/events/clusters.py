"""Mentions → events inside one article.

A mention joins the event of its class that it can be: participants that do not contradict (persons against their
countries), places of which one contains the other, times that overlap. "the summit" by itself is the last one named.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck import gazetteer
from factcheck.extract import names
from factcheck.extract.events.focus import Focus
from factcheck.extract.events.tolls import KILLING
from factcheck.extract.events.vocabulary import classes
from factcheck.model import Certainty, Entity, Event, Mention

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening

Interval = tuple[date, date]
_HEAD = 2  # sentences at the head of an article: headline and lead


class Cluster:
    """An event in the making: what its mentions say, put together."""

    def __init__(self) -> None:
        self.happenings: list[int] = []
        self.participants: set[str] = set()
        self.countries: set[str] = set()
        self.places: list[str] = []
        self.interval: Interval | None = None
        self.ordinal: int | None = None
        self.object = ""
        self.facet = ""
        self.head = ""


class Said(NamedTuple):
    """What one mention says, worked out once and held against every cluster of its class."""

    happening: Happening
    participants: frozenset[str]
    countries: set[str]
    places: list[str]
    interval: Interval | None


class Gatherer:
    """Gathers the events of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.happenings = document.happenings
        self.entities = {entity.id: entity for entity in document.entities}
        self.office_countries = {
            title.entity: title.value.country for title in names.titles(document) if title.value.country
        }
        self.clusters: dict[str, list[Cluster]] = {}
        self._told: dict[int, Interval] = {}
        self.chosen: list[Cluster] = []

    def run(self) -> None:
        """Assign each happening to a cluster, those that say no more than their family last."""
        chosen: dict[int, Cluster] = {}
        self._told = self._times_of_tolls()
        generic = [index for index, happening in enumerate(self.happenings) if classes()[happening.head].generic]
        later = set(generic)
        for index, happening in enumerate(self.happenings):
            if index not in later:
                chosen[index] = self._settled(index, self._said(happening), None)
        self._announce(chosen)
        focus = Focus(self.document, self.happenings, chosen) if generic else None
        for index in generic:
            said = self._said(self.happenings[index])
            chosen[index] = self._settled(index, said, focus.of(index, said, self) if focus else None)
            if focus:
                focus.settle(index, chosen[index])
        self.chosen = [chosen[index] for index in range(len(self.happenings))]

    def _announce(self, chosen: dict[int, Cluster]) -> None:
        """Give bare mentions at the head of an article to the first event of their class that the text tells of."""
        for index, cluster in sorted(chosen.items()):
            happening = self.happenings[index]
            if happening.sentence >= _HEAD:
                return
            if says_something(cluster) or len(cluster.happenings) > 1:
                continue
            told = (other for later, other in sorted(chosen.items()) if later > index and other is not cluster)
            found = next((other for other in told if other.head == cluster.head and says_something(other)), None)
            if found is not None and found.facet == cluster.facet:
                chosen[index] = found
                found.happenings.insert(0, index)
                self.clusters[cluster.head].remove(cluster)

    def _settled(self, index: int, said: Said, found: Cluster | None) -> Cluster:
        """Put a mention into the cluster found for it, else into the one that it fits, else into one of its own."""
        cluster = found or self._find(said) or self._new(said.happening)
        self._join(cluster, index, said)
        return cluster

    def _said(self, happening: Happening) -> Said:
        participants = frozenset(happening.participants)
        countries = self._countries(participants)
        interval = self._interval(happening)
        if interval is None and classes()[happening.head].family:
            interval = self._told.get(happening.sentence)
        return Said(happening, participants, countries, self._place_names(happening), interval)

    def _times_of_tolls(self) -> dict[int, Interval]:
        """Return the times given to tolls by sentence: "In 2013, 366 died when a boat sank" dates the sinking."""
        dated = ((h.sentence, self._interval(h)) for h in self.happenings if h.head == KILLING)
        return {sentence: interval for sentence, interval in dated if interval is not None}

    def _new(self, happening: Happening) -> Cluster:
        cluster = Cluster()
        cluster.head, cluster.facet = happening.head, happening.facet
        self.clusters.setdefault(happening.head, []).append(cluster)
        return cluster

    def _find(self, said: Said) -> Cluster | None:
        """Return the cluster for which most speaks, the latest where there are several."""
        if said.happening.fresh and not said.happening.ordinal:
            return None
        best, most = None, -1
        for cluster in reversed(self.clusters.get(said.happening.head, ())):
            if self.fits(said, cluster):
                evidence = self._evidence(said, cluster)
                if evidence > most and (evidence > 0 or _is_bare(said.happening)):
                    best, most = cluster, evidence
        return best

    def fits(self, said: Said, cluster: Cluster) -> bool:
        """Tell whether nothing that a mention says contradicts a cluster."""
        happening = said.happening
        if happening.facet != cluster.facet or not _agree(happening.ordinal, cluster.ordinal):
            return False
        if happening.object and cluster.object and happening.object != cluster.object:
            return False
        if classes()[happening.head].object and happening.object != cluster.object:
            return False
        if not overlap(said.interval, cluster.interval):
            return False
        return self._participants_fit(said, cluster) and self._places_fit(said, cluster)

    def agrees(self, said: Said, cluster: Cluster) -> bool:
        """Tell whether the times and places of a mention of any class do not contradict a cluster."""
        return overlap(said.interval, cluster.interval) and self._places_fit(said, cluster)

    def _participants_fit(self, said: Said, cluster: Cluster) -> bool:
        mine, theirs = said.participants, cluster.participants
        if not mine or not theirs or mine <= theirs or theirs <= mine:
            return True
        people, others = _people(mine), _people(theirs)
        if people and others:
            return people <= others or others <= people
        countries = said.countries
        return bool(countries) and (countries <= cluster.countries or cluster.countries <= countries)

    def _places_fit(self, said: Said, cluster: Cluster) -> bool:
        mine = said.places
        return not mine or not cluster.places or any(self._same_place(a, b) for a in mine for b in cluster.places)

    def _same_place(self, a: str, b: str) -> bool:
        if a == b:
            return True
        stated = (*self._containers.get(a, ()), *self._containers.get(b, ()))
        return a in stated or b in stated or gazetteer.contains(a, b) or gazetteer.contains(b, a)

    @cached_property
    def _containers(self) -> dict[str, tuple[str, ...]]:
        """The places that the text states each named place to lie in; the first entity of a name counts."""
        found: dict[str, tuple[str, ...]] = {}
        for entity in self.entities.values():
            if entity.type == "place" and entity.name not in found:
                outer = (self.entities.get(key) for key in entity.within)
                found[entity.name] = tuple(place.name for place in outer if place)
        return found

    def _evidence(self, said: Said, cluster: Cluster) -> int:
        """Count what speaks for one event: shared participants, place, time, ordinal, object."""
        happening = said.happening
        shared = not said.participants.isdisjoint(cluster.participants) or len(said.countries & cluster.countries) > 1
        place = any(name in cluster.places for name in said.places)
        return (
            4 * shared
            + 2 * place
            + 2 * bool(said.interval and cluster.interval)
            + (happening.ordinal is not None and happening.ordinal == cluster.ordinal)
            + bool(happening.object and happening.object == cluster.object)
        )

    def _join(self, cluster: Cluster, index: int, said: Said) -> None:
        happening = said.happening
        cluster.happenings.append(index)
        cluster.participants |= said.participants
        cluster.countries |= said.countries
        cluster.places += [name for name in said.places if name not in cluster.places]
        cluster.interval = intersect(cluster.interval, said.interval)
        cluster.ordinal = cluster.ordinal if cluster.ordinal is not None else happening.ordinal
        cluster.object = cluster.object or happening.object

    def _countries(self, participants: frozenset[str]) -> set[str]:
        """Return the countries of participants: their own where they are countries, else those of the persons."""
        found = {p.removeprefix("country:") for p in participants if p.startswith("country:")}
        for participant in participants:
            entity = self.entities.get(participant)
            country = entity and (entity.country or self.office_countries.get(participant) or _successor(entity))
            if country:
                found.add(country)
        return found

    def _place_names(self, happening: Happening) -> list[str]:
        placed = (self.document.names[n] for n in happening.places)
        return [self.entities[name.entity].name for name in placed if name.entity in self.entities]

    def _interval(self, happening: Happening) -> Interval | None:
        found: Interval | None = None
        for index in happening.times:
            time = self.document.dated[index] if index < len(self.document.dated) else None
            if time is not None and time.earliest and time.latest and time.expression.type in {"DATE", "TIME"}:
                found = intersect(found, (time.earliest, time.latest))
        return found


def _is_bare(happening: Happening) -> bool:
    """Tell "the summit", which may be any of its class, from a mention that says something of its own."""
    return not (happening.verb or happening.places or happening.participants)


def gather(document: Document) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Return the events ordered by id, and for each happening the id of its event ("" where it names none)."""
    gatherer = Gatherer(document)
    gatherer.run()
    ids: dict[int, str] = {}
    events: dict[str, Event] = {}
    found = dict.fromkeys(gatherer.chosen)
    topics = _topics(found)
    for cluster in found:
        if says_something(cluster) or cluster in topics:
            event = _event(gatherer, cluster, set(events))
            ids[id(cluster)] = event.id
            events[event.id] = event
    ordered = tuple(events[key] for key in sorted(events))
    return ordered, tuple(ids.get(id(cluster), "") for cluster in gatherer.chosen)


def _topics(clusters: Iterable[Cluster]) -> set[Cluster]:
    """Return what an article is about though it tells nothing of it: of a family that makes stories, the most told."""
    told: dict[str, list[Cluster]] = {}
    known = set()
    for cluster in clusters:
        traits = classes()[cluster.head]
        if says_something(cluster):
            known.add(traits.family)
        elif traits.story:
            told.setdefault(traits.family, []).append(cluster)
    return {max(found, key=_prominence) for family, found in told.items() if family not in known}


def _prominence(cluster: Cluster) -> tuple[bool, int]:
    return not classes()[cluster.head].generic, len(cluster.happenings)


def says_something(cluster: Cluster) -> bool:
    """Tell whether an event is known by who, where, when or what, and is one of its class at all."""
    traits = classes()[cluster.head]
    firms = any(who.startswith("organization:") for who in cluster.participants)
    if traits.private or (traits.corporate and not firms):
        return False
    return bool(cluster.participants or cluster.places or cluster.interval or cluster.object)


def _event(gatherer: Gatherer, cluster: Cluster, taken: set[str]) -> Event:
    happenings = [gatherer.happenings[i] for i in cluster.happenings]
    name = _name(gatherer, cluster, happenings)
    earliest, latest = cluster.interval or (None, None)
    return Event(
        id=_unique(f"event:{slug(name)}", taken),
        head=cluster.head,
        name=name,
        object=cluster.object,
        facet=cluster.facet,
        participants=tuple(sorted(cluster.participants)),
        places=tuple(cluster.places),
        earliest=earliest,
        latest=latest,
        ordinal=cluster.ordinal,
        certainty=_certainty(happenings),
        mentions=tuple(Mention(h.start, h.end, gatherer.document.text[h.start : h.end]) for h in happenings),
    )


def _name(gatherer: Gatherer, cluster: Cluster, happenings: list[Happening]) -> str:
    """Name an event: 'meeting of Vladimir Putin and Kim Jong-un', 'summit in Hanoi'."""
    nouns = Counter(h.word for h in happenings if not h.verb)
    word = max(nouns, key=lambda noun: (nouns[noun], noun)) if nouns else cluster.head.replace("-", " ")
    people = sorted(_people(cluster.participants)) or sorted(cluster.participants)
    who = _joined([gatherer.entities[p].name if p in gatherer.entities else _country(p) for p in people])
    named = f"{cluster.facet} {word}".strip()
    if cluster.object and classes()[cluster.head].named:
        return f"{word.title()} {cluster.object.title()}"
    if who.lower() == cluster.object:
        return f"{named} of {who}" if who else f"{named} in {cluster.places[0]}" if cluster.places else named
    if cluster.object and who:
        return f"{named} of {cluster.object} {'between' if len(people) > 1 else 'by'} {who}"
    return f"{named} of {cluster.object or who}"


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _country(participant: str) -> str:
    code = participant.removeprefix("country:")
    country = gazetteer.country(code)
    return country.name if country else code


def _successor(entity: Entity) -> str | None:
    """Return the country that a former state counts as here: the Soviet Union's ties are Russia's."""
    return next((place.successor for place in gazetteer.look_up(entity.name)), None) if entity.type == "place" else None


def _certainty(happenings: list[Happening]) -> Certainty:
    for certainty in ("asserted", "planned", "negated", "hypothetical"):
        if any(h.certainty == certainty for h in happenings):
            return certainty
    return "asserted"


def _people(participants: Collection[str]) -> set[str]:
    """Return the participants that are people or organisations, and no states."""
    return {participant for participant in participants if not participant.startswith(("country:", "place:"))}


def _unique(key: str, taken: set[str]) -> str:
    number, found = 1, key
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found


def slug(name: str) -> str:
    """Fold a name to ASCII words joined by hyphens: 'Kim Jong-un' → 'kim-jong-un'."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def overlap(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two intervals have a day in common; an unknown one overlaps all."""
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def intersect(a: Interval | None, b: Interval | None) -> Interval | None:
    """Return the common days of two intervals; where there are none, the first."""
    if a is None or b is None:
        return a or b
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else a


def _agree(a: int | None, b: int | None) -> bool:
    return a is None or b is None or a == b
