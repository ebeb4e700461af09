"""Places: names → what they can stand for, with containment. Cities and countries from GeoNames, more in the lexicon."""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True):
    """A place. `within` names its containers, nearest first ("Primorskiy", "Russia"); `country` is ISO 3166 alpha-2."""

    name: str
    kind: str
    country: str | None = None
    geonameid: int | None = None
    population: int = 0
    within: tuple[str, ...] = ()


def look_up(name: str) -> tuple[Place, ...]:
    """Return the places that a name can stand for, likeliest first; empty where it is none."""
    return ()


def contains(outer: str, inner: str) -> bool:
    """Tell whether the place named `outer` contains the place named `inner`."""
    return False
