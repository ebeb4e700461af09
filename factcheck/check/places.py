"""Containment of the places that claims name: by the claims themselves, by linking, by the gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import gazetteer
from factcheck.check.context import Context
from factcheck.check.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.check.sides import Side
    from factcheck.model import LocationClaim


def contains(outer: Side, inner: Side, context: Context) -> str | None:
    """Return what tells that one place contains the other, None where nothing does."""
    if folded(outer.value.place) == folded(inner.value.place):
        return None
    for claim in inner.claims:
        if _named(outer, claim.value.within):
            return "as the text says" if _printed(claim, outer.value.place, context) else "by the gazetteer"
    if _named(outer, _linked(inner, context)):
        return "as another passage says"
    return "by the gazetteer" if gazetteer.contains(outer.value.place, inner.value.place) else None


def _printed(claim: LocationClaim, place: str, context: Context) -> bool:
    """Tell whether the sentence says it: "on Russky Island in Vladivostok"."""
    article = context.article(claim.article)
    said = folded(article.text[slice(*claim.sentence)]) if article else ""
    inner, outer = folded(claim.value.place), folded(place)
    return f"{inner} in {outer}" in said or f"{inner}, {outer}" in said


def _named(outer: Side, names: Iterable[str]) -> bool:
    wanted = folded(outer.value.place)
    return any(folded(name) == wanted for name in names)


def _linked(inner: Side, context: Context) -> tuple[str, ...]:
    """Return the containers that linking knows of a place of this name, ids and names."""
    return context.containers.get(folded(inner.value.place), ())


def apart(left: Side, right: Side, context: Context) -> str | None:
    """Return why two places are surely two, None where they may be one.

    Both must be known (a GeoNames id or a country), of different countries or both towns, and neither inside the other.
    """
    here, there = left.value, right.value
    if contains(left, right, context) or contains(right, left, context) or folded(here.place) == folded(there.place):
        return None
    if here.country and there.country and here.country != there.country:
        return f"{here.place} is in {here.country}, {there.place} in {there.country}"
    if here.geonameid and there.geonameid and here.geonameid != there.geonameid:
        return f"{here.place} and {there.place} are two places, neither inside the other"
    return None
