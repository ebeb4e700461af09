"""Document → `location` claims: where events took place, facilities, and the dateline.

"spoke at Russia's embassy in Pyongyang" → Pyongyang, and "Russia's embassy" within Pyongyang, North Korea
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extract import attachment
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.extract.names import Name
from factcheck.model import Entity, LocationClaim, LocationValue, SubjectRef


def extract(document: Document) -> Iterator[LocationClaim]:
    """Yield the `location` claims of a document."""
    entities = {entity.id: entity for entity in document.entities}
    yield from _dateline(document)
    for index, name in enumerate(document.names):
        if name.type == "place" and not name.adjective:
            yield from _claims(document, index, name, entities)


def _dateline(document: Document) -> Iterator[LocationClaim]:
    dateline = document.masthead.dateline
    if dateline is not None:
        regions = document.masthead.regions
        found = [item for item in gazetteer.look_up(dateline.place) if item.country == dateline.country]
        stated = [item for item in found if set(regions) & set(item.within)]
        place = next(iter(stated or found), None)
        value = LocationValue(
            place=place.name if place else dateline.place,
            within=place.within if place else regions,
            country=dateline.country or (place.country if place else None),
            geonameid=place.geonameid if place else None,
            dateline=True,
        )
        article = document.article
        subject = SubjectRef(f"article:{article.article}", "article", article.title or article.article)
        yield build(LocationClaim, document, dateline.start, dateline.end, value, subject=subject, own=True)


def _claims(document: Document, index: int, name: Name, entities: dict[str, Entity]) -> Iterator[LocationClaim]:
    subject = attachment.of_place(document, index)
    located = document.ties.located.get(index)
    facility = located.facility if located else None
    if _in_dateline(document, name) or (subject is None and facility is None):
        return
    entity = entities[name.entity]
    containers = _containers(entity, entities)
    if located and facility:
        inside = LocationValue(place=facility, within=(entity.name, *containers), country=entity.country)
        yield build(LocationClaim, document, document.tokens.start[located.first], name.end, inside, subject=subject)
    value = LocationValue(entity.name, containers, entity.country, entity.geonameid)
    yield build(LocationClaim, document, name.start, name.end, value, subject=subject)


def _in_dateline(document: Document, name: Name) -> bool:
    dateline = document.masthead.dateline
    return dateline is not None and dateline.start <= name.start < dateline.end


def _containers(entity: Entity, entities: dict[str, Entity]) -> tuple[str, ...]:
    """Return what contains a place, nearest first: what the text states, then the gazetteer."""
    stated = [entities[outer].name for outer in entity.within if outer in entities]
    known = [place for name in (entity.name, *stated) for place in gazetteer.look_up(name)[:1]]
    return tuple(dict.fromkeys([*stated, *(outer for place in known for outer in place.within)]))
