"""Names that the desk says are one thing, told to linking: what an article calls by any of them gets the house name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from factcheck import gazetteer
from factcheck.link.normal import fold, slug
from factcheck.model import (
    Claim,
    Entity,
    Event,
    Extraction,
    LocationClaim,
    SubjectRef,
    TitleClaim,
)
from factcheck.settings.record import Alias

House = Mapping[tuple[str, ...], str]


def rename(extractions: Iterable[Extraction], aliases: Sequence[Alias]) -> tuple[Extraction, ...]:
    """Return extractions in which each alias is the house name; the texts and their spans stay as they are."""
    if not aliases:
        return tuple(extractions)
    house = {fold(name): alias.names[0] for alias in aliases for name in alias.names}
    return tuple(_renamed(extraction, house) for extraction in extractions)


def _renamed(extraction: Extraction, house: House) -> Extraction:
    entities: dict[str, Entity] = {}
    moved: dict[str, str] = {}
    for entity in extraction.entities:
        new = _named(entity, house)
        moved[entity.id] = new.id
        entities[new.id] = _joined(entities[new.id], new) if new.id in entities else new
    names = {entities[new].id: entities[new].name for new in moved.values()}
    settled = tuple(replace(one, within=_each(one.within, moved)) for one in entities.values())
    return replace(
        extraction,
        entities=settled,
        events=tuple(_event(event, moved, house) for event in extraction.events),
        claims=tuple(_claim(claim, moved, names, house) for claim in extraction.claims),
    )


def _named(entity: Entity, house: House) -> Entity:
    """Return an entity under its house name; a place takes the coordinates of that name."""
    name = house.get(fold(entity.name))
    if name is None or entity.type not in ("person", "organization", "place"):
        return entity
    new = replace(entity, id=f"{entity.type}:{slug(name)}", name=name)
    known = gazetteer.look_up(name, entity.country) if entity.type == "place" else ()
    return replace(new, country=known[0].country, geonameid=known[0].geonameid) if known else new


def _joined(one: Entity, other: Entity) -> Entity:
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda mention: (mention.start, mention.end))
    return replace(one, mentions=tuple(mentions), aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))))


def _each(idents: Iterable[str], moved: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(moved.get(ident, ident) for ident in idents))


def _event(event: Event, moved: Mapping[str, str], house: House) -> Event:
    places = tuple(dict.fromkeys(house.get(fold(place), place) for place in event.places))
    return replace(event, participants=_each(event.participants, moved), places=places)


def _claim(claim: Claim, moved: Mapping[str, str], names: Mapping[str, str], house: House) -> Claim:
    changed: dict[str, Any] = {}
    if claim.subject and claim.subject.id in moved:
        new = moved[claim.subject.id]
        changed["subject"] = SubjectRef(new, claim.subject.type, names[new])
    if isinstance(claim, LocationClaim):
        within = tuple(house.get(fold(one), one) for one in claim.value.within)
        changed["value"] = replace(
            claim.value, place=house.get(fold(claim.value.place), claim.value.place), within=within
        )
    if isinstance(claim, TitleClaim) and claim.value.organization:
        body = claim.value.organization
        changed["value"] = replace(claim.value, organization=house.get(fold(body), body))
    return replace(claim, **changed) if changed else claim
