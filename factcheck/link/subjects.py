"""Local entities and events → the table of subjects, and which local id belongs to which subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from factcheck import gazetteer, lexicon
from factcheck.link import events, occasions, organizations, people, stories
from factcheck.link.clusters import Clusters, Match
from factcheck.link.normal import fold, slug
from factcheck.model import (
    AgeClaim,
    AnniversaryClaim,
    Entity,
    Event,
    Extraction,
    Mention,
    QuantityClaim,
    Subject,
    SubjectMention,
    SubjectType,
    TitleClaim,
)

Local = tuple[str, str]
_HEAD = 600  # characters: headline and lead


class Subjects:
    """The subjects of a set of extractions: `table` by id, `of` from (article, local id) to id."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self.table: dict[str, Subject] = {}
        self.of: dict[Local, str] = {}
        self._entities: dict[Local, Entity] = {
            (extraction.article.article, entity.id): entity
            for extraction in extractions
            for entity in extraction.entities
        }
        self._offices, self._office_countries = _offices(extractions)
        self._published = {
            x.article.article: x.article.published.latest for x in extractions if x.article.published is not None
        }
        self._named_countries = {x.article.article: _countries(x) for x in extractions}
        self._people(_births(extractions))
        self._organizations()
        self._places()
        self._events(extractions)

    # -- names ---------------------------------------------------------------------------------------------------

    def _people(self, births: Mapping[Local, tuple[int, int]]) -> None:
        groups = self._grouped("person", lambda entity: fold(entity.name))
        keys = sorted(groups)
        names = [
            people.PersonName(
                name=self._entities[groups[key][0]].name,
                words=key,
                countries=frozenset(c for local in groups[key] if (c := self._country(local))),
                offices=frozenset(office for local in groups[key] for office in self._offices.get(local, ())),
                articles=frozenset(article for article, _ in groups[key]),
                born=_years(births[local] for local in groups[key] if local in births),
            )
            for key in keys
        ]
        self._settle("person", [groups[key] for key in keys], people.link(names), [name.name for name in names])

    def _organizations(self) -> None:
        groups = self._grouped("organization", lambda entity: organizations.core(entity.name))
        keys = sorted(groups)
        names = [
            organizations.OrganizationName(
                name=self._entities[groups[key][0]].name,
                words=key,
                aliases=frozenset(
                    organizations.core(a) for local in groups[key] for a in self._entities[local].aliases
                ),
                articles=frozenset(article for article, _ in groups[key]),
            )
            for key in keys
        ]
        self._settle(
            "organization", [groups[key] for key in keys], organizations.link(names), [name.name for name in names]
        )

    def _places(self) -> None:
        groups = self._grouped("place", lambda entity: (entity.id, entity.country or ""))
        keys = sorted(groups)
        self._settle(
            "place", [groups[key] for key in keys], Clusters([frozenset() for _ in keys]), [key[0] for key in keys]
        )

    def _grouped(self, kind: SubjectType, key: object) -> dict[tuple[str, ...], list[Local]]:
        groups: dict[tuple[str, ...], list[Local]] = defaultdict(list)
        for local, entity in self._entities.items():
            if entity.type == kind:
                groups[key(entity)].append(local)  # type: ignore[operator]
        return groups

    def _country(self, local: Local) -> str | None:
        return self._entities[local].country or self._office_countries.get(local)

    def _settle(
        self, kind: SubjectType, groups: Sequence[list[Local]], clusters: Clusters, names: Sequence[str]
    ) -> None:
        """Make one subject of each cluster of groups."""
        for root, members in clusters.members().items():
            locals_ = sorted(local for member in members for local in groups[member])
            merged = tuple(sorted(_told(names[a], names[b], match) for a, b, match in clusters.reasons.get(root, ())))
            self._add(kind, locals_, merged)

    def _add(self, kind: SubjectType, members: Sequence[Local], merged: tuple[str, ...]) -> None:
        entities = [self._entities[local] for local in members]
        name = _canonical(entities)
        mentions = [
            (article, mention)
            for (article, _), entity in zip(members, entities, strict=True)
            for mention in entity.mentions
        ]
        countries = Counter(country for local in members if (country := self._country(local)))
        within = tuple(
            sorted(
                {
                    self._entities[local[0], outer].name
                    for local, entity in zip(members, entities, strict=True)
                    for outer in entity.within
                    if (local[0], outer) in self._entities
                }
            )
        )
        self._register(
            Subject(
                id=self._unique(kind, name),
                type=kind,
                name=name,
                spellings=_spellings(mention for _, mention in mentions),
                mentions=tuple(SubjectMention(a, m.start, m.end, m.text) for a, m in mentions if m.named),
                merged=merged,
                country=min(countries, key=lambda c: (-countries[c], c), default=None),
                within=within,
            ),
            members,
        )

    def _register(self, subject: Subject, members: Iterable[Local]) -> None:
        self.table[subject.id] = subject
        for local in members:
            self.of[local] = subject.id

    def _unique(self, kind: str, name: str) -> str:
        key = found = f"{kind}:{slug(name)}"
        number = 1
        while found in self.table:
            number += 1
            found = f"{key}-{number}"
        return found

    # -- events --------------------------------------------------------------------------------------------------

    def _events(self, extractions: Sequence[Extraction]) -> None:
        local = {(x.article.article, event.id): event for x in extractions for event in x.events}
        origins = _origins(extractions)
        tolls = _tolls(extractions)
        found = [
            self._occasion(key, event, origins.get(key), tolls.get(key, frozenset()))
            for key, event in sorted(local.items())
        ]
        traits = _traits()
        for cluster in stories.join(events.link(found, traits), self._reports(extractions), traits):
            members = [(occasion.key, local[occasion.key]) for occasion in cluster.members]
            self._register(self._event(members, cluster), [key for key, _ in members])

    def _reports(self, extractions: Iterable[Extraction]) -> Iterator[stories.Report]:
        """Yield each article with the people, bodies and towns that it names, and how much it tells of each event."""
        for extraction in extractions:
            article = extraction.article.article
            named = (self.of.get((article, entity.id), "") for entity in extraction.entities)
            yield stories.Report(
                article=article,
                published=self._published.get(article),
                names=frozenset(filter(_is_specific, named)),
                prominence={event.id: _prominence(event) for event in extraction.events},
            )

    def _occasion(
        self,
        key: Local,
        event: Event,
        remembered: tuple[occasions.Interval, date | None] | None,
        tolls: frozenset[tuple[str, float]],
    ) -> occasions.Occasion:
        origin, celebrated = remembered or (None, None)
        named = [(key[0], who) for who in event.participants if not who.startswith("country:")]
        persons = [local for local in named if local in self.of and self._entities[local].type != "place"]
        countries = {who.removeprefix("country:") for who in event.participants if who.startswith("country:")}
        countries |= {code for local in named if (code := self._country_of(local))}
        interval = (event.earliest, event.latest) if event.earliest and event.latest else origin
        return occasions.Occasion(
            key=key,
            head=event.head,
            object=event.object,
            facet=event.facet,
            people=frozenset(self.of[local] for local in persons),
            countries=frozenset(countries),
            places=event.places or _land(event, countries),
            interval=interval,
            ordinal=event.ordinal,
            celebrated=celebrated,
            within=self._containers(key[0], event.places),
            published=self._published.get(key[0]),
            background=self._named_countries.get(key[0], frozenset()),
            tolls=tolls,
        )

    def _country_of(self, local: Local) -> str | None:
        """Return the country of a participant; a former state counts as its successor here."""
        entity = self._entities.get(local)
        if entity is None:
            return None
        if entity.type == "place" and entity.country is None:
            return _successor(entity.name)
        subject = self.of.get(local)
        return self.table[subject].country if subject else entity.country

    def _containers(self, article: str, places: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return the containers that the article states for each place, by name."""
        stated = {}
        for name in places:
            subject = self.table.get(self.of.get((article, f"place:{slug(name)}"), ""))
            if subject is not None and subject.within:
                stated[name] = frozenset(subject.within)
        return stated

    def _event(self, members: Sequence[tuple[Local, Event]], cluster: occasions.Cluster) -> Subject:
        peopled = [
            event
            for _, event in members
            if any(":" in who and not who.startswith("country:") for who in event.participants)
        ]
        names = Counter(event.name for event in peopled or [event for _, event in members])
        name = min(names, key=lambda n: (-names[n], len(n), n))
        local = dict(members)
        mentions = [(key[0], mention) for key, event in members for mention in event.mentions]
        return Subject(
            id=self._unique("event", name),
            type="event",
            name=name,
            spellings=_spellings(mention for _, mention in mentions),
            mentions=tuple(SubjectMention(a, m.start, m.end, m.text) for a, m in mentions),
            merged=tuple(_told(name, f"{local[o.key].name} ({o.key[0]})", match) for o, match in cluster.matches),
            within=tuple(cluster.places),
            participants=tuple(sorted(cluster.people)) or tuple(f"country:{c}" for c in sorted(cluster.countries)),
            head=cluster.head,
        )


def _is_specific(subject: str) -> bool:
    """Tell the name of a person, body or town from those that many stories share: countries, the press."""
    kind, _, name = subject.partition(":")
    if name in _press():
        return False
    found = gazetteer.look_up(name.replace("-", " ")) if kind == "place" else ()
    return bool(subject) and all(place.kind not in ("country", "part", "former") for place in found[:1])


@cache
def _press() -> frozenset[str]:
    """Return the slugs of the agencies and papers, whose names say nothing of a story."""
    words = lexicon.load("masthead")
    agencies = (name for called in words["agencies"].values() for name in called)
    return frozenset(slug(name) for name in (*words["outlets"]["names"], *words["agencies"], *agencies))


def _prominence(event: Event) -> int:
    """Return how much an article tells of an event: its mentions, those at its head three times."""
    return sum(3 if mention.start < _HEAD else 1 for mention in event.mentions)


def _told(a: str, b: str, match: Match) -> str:
    return f"“{a}” and “{b}”: {match.level}, {match.score:.0f} of 100"


def _canonical(entities: Sequence[Entity]) -> str:
    """Return the fullest common name: of those with the most words, the one with the most mentions."""
    counts: Counter[str] = Counter()
    for entity in entities:
        counts[entity.name] += sum(mention.text == entity.name for mention in entity.mentions) or 1
    common = max(counts.values())
    kept = [name for name in counts if counts[name] * 10 >= common]
    return min(kept, key=lambda name: (-min(len(fold(name)), 2), -counts[name], name))


def _spellings(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the distinct named forms, most common first."""
    counts = Counter(mention.text for mention in mentions if mention.named)
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def _offices(extractions: Sequence[Extraction]) -> tuple[Mapping[Local, set[str]], Mapping[Local, str]]:
    """Return the offices that each local person is given, descriptors left out, and the countries of these."""
    offices: dict[Local, set[str]] = defaultdict(set)
    countries: dict[Local, str] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            if isinstance(claim, TitleClaim) and claim.subject is not None:
                key = (claim.article, claim.subject.id)
                if not claim.value.descriptor:
                    offices[key].add(claim.value.office)
                if claim.value.country:
                    countries.setdefault(key, claim.value.country)
    return offices, countries


def _births(extractions: Sequence[Extraction]) -> dict[Local, tuple[int, int]]:
    """Return the first and last year of birth that the ages told of each local person allow."""
    spans: dict[Local, list[tuple[int, int]]] = defaultdict(list)
    for extraction in extractions:
        for claim in extraction.claims:
            if isinstance(claim, AgeClaim) and claim.subject is not None:
                earliest, latest = claim.value.born_earliest, claim.value.born_latest
                if earliest is not None and latest is not None:
                    spans[claim.article, claim.subject.id].append((earliest.year, latest.year))
    return {local: span for local, found in spans.items() if (span := _years(found))}


def _years(spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the span from the earliest to the latest year of some spans, None where there are none."""
    found = list(spans)
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None


def _origins(extractions: Sequence[Extraction]) -> dict[Local, tuple[occasions.Interval, date | None]]:
    """Return when events were by the first of their anniversaries in each article, and when that was marked."""
    found: dict[Local, tuple[occasions.Interval, date | None]] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            if isinstance(claim, AnniversaryClaim) and claim.subject is not None:
                earliest, latest = claim.value.origin_earliest, claim.value.origin_latest
                if earliest is not None and latest is not None:
                    found.setdefault((claim.article, claim.subject.id), ((earliest, latest), claim.value.as_of))
    return found


def _land(event: Event, countries: set[str]) -> tuple[str, ...]:
    """Return the country in whose name an election, a storm or a coup is told, where no place is named."""
    family = lexicon.load("events")["class"][event.head].get("family")
    if family not in _LOCAL or len(countries) != 1 or any(not who.startswith("country:") for who in event.participants):
        return ()
    country = gazetteer.country(next(iter(countries)))
    return (country.name,) if country else ()


_LOCAL = frozenset({"election", "calamity", "unrest"})


def _tolls(extractions: Sequence[Extraction]) -> dict[Local, frozenset[tuple[str, float]]]:
    """Return the exact counts of each event by class: how many were killed, injured, arrested."""
    found: dict[Local, set[tuple[str, float]]] = defaultdict(set)
    for extraction in extractions:
        for claim in extraction.claims:
            if isinstance(claim, QuantityClaim) and claim.subject is not None and claim.value.frame:
                value = claim.value
                if value.number is not None and value.number > 1 and value.mod is None and not value.part:
                    found[(claim.article, claim.subject.id)].add((claim.value.frame, value.number))
    return {key: frozenset(counts) for key, counts in found.items()}


def _countries(extraction: Extraction) -> frozenset[str]:
    """Return the countries that an article names, a former state as its successor."""
    places = [entity for entity in extraction.entities if entity.type == "place"]
    found = {entity.country or _successor(entity.name) for entity in places}
    return frozenset(country for country in found if country)


def _successor(name: str) -> str | None:
    return next((place.successor for place in gazetteer.look_up(name)), None)


def _traits() -> dict[str, occasions.Traits]:
    """Return what the lexicon says of each class of events."""
    return msgspec.convert(lexicon.load("events")["class"], dict[str, occasions.Traits])
