"""Typed segments → mentions with entities: who and what the forms of one article stand for.

"Vladimir Vladimirovich Putin", "Vladimir Putin", "Putin" → person:vladimir-vladimirovich-putin
"Korean Central News Agency (KCNA)" … "KCNA"              → organization:korean-central-news-agency
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extract.names.vocabulary import Entry, Words, word_sets
from factcheck.gazetteer import Place

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=100_000)
def slug(name: str) -> str:
    """Return a name as it stands in an id: "Kim Jong-Un" → "kim-jong-un"."""
    return _NOT_SLUG.sub("-", gazetteer.fold(name)).strip("-")


class Thing:
    """An entity in the making: its fullest name, its forms, what is known of it."""

    __slots__ = (
        "aliases",
        "country",
        "female",
        "forms",
        "geonameid",
        "id",
        "male",
        "name",
        "parts",
        "type",
        "within",
    )

    def __init__(self, kind: str, name: str) -> None:
        self.type = kind
        self.name = name
        self.parts: tuple[str, ...] = name_parts(name)
        self.forms: list[str] = [name]
        self.country: str | None = None
        self.geonameid: int | None = None
        self.aliases: list[str] = []
        self.within: list[Thing] = []
        self.male = False
        self.female = False
        self.id = ""


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name, hyphens split, initials without stops: ("kim", "jong", "un")."""
    return tuple(part for part in _NOT_SLUG.sub(" ", gazetteer.fold(name)).split() if part)


class People:
    """The people of one article, in order of their first mention."""

    def __init__(self) -> None:
        self.words: Words = word_sets()
        self.things: list[Thing] = []
        self.by_part: defaultdict[str, list[Thing]] = defaultdict(list)

    def full(self, name: str) -> Thing:
        """Return the person of a name in full, known or new."""
        parts = name_parts(name)
        for thing in self.by_part.get(parts[-1] if parts else "", ()):
            if self._same(thing.parts, parts):
                return self._lengthen(thing, name, parts)
        if parts and parts[0] in self.by_part:
            for thing in self.by_part[parts[0]]:
                given = parts[0] in self.words.eastern or parts[0] in self.words.given
                if given and sorted(thing.parts) == sorted(parts):
                    return thing
        thing = Thing("person", name)
        self.things.append(thing)
        for part in set(parts):
            self.by_part[part].append(thing)
        return thing

    def _lengthen(self, thing: Thing, name: str, parts: tuple[str, ...]) -> Thing:
        """Keep the fullest name; forms are remembered as printed."""
        if name not in thing.forms:
            thing.forms.append(name)
        if thing.name.isupper() and not name.isupper() and len(parts) == len(thing.parts):
            thing.name = name
        if len(parts) > len(thing.parts) or sum(map(len, parts)) > sum(map(len, thing.parts)) + 2:
            thing.name, thing.parts = name, parts
            for part in parts:
                if thing not in self.by_part[part]:
                    self.by_part[part].append(thing)
        return thing

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Tell whether two names in full are one: middle names, patronymics, initials and nicknames apart."""
        if one == other or "".join(one) == "".join(other):
            return True
        short, long = sorted((one, other), key=len)
        suffixes = self.words.suffixes
        if len(short) > 1 and long[-len(short) :] == short:
            return True
        short = short[:-1] if short[-1] in suffixes else short
        long = long[:-1] if long[-1] in suffixes else long
        if len(short) < 2 or short[-1] != long[-1]:
            return False
        if not self._same_given(short[0], long[0]):
            return False
        return self._middle_fits(short[1:-1], long[1:-1])

    def _same_given(self, one: str, other: str) -> bool:
        if one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0]):
            return True
        nicknames = self.words.nicknames
        return bool(nicknames.get(one, frozenset()) & nicknames.get(other, frozenset()))

    def _middle_fits(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Tell whether the shorter middle is part of the longer, an initial for a name allowed."""
        remaining = list(long)
        for part in short:
            match = next((x for x in remaining if x == part or (len(part) == 1 and x[0] == part)), None)
            if match is None:
                return False
            remaining.remove(match)
        return True

    def short(self, name: str, recent: list[Thing], *, female: bool | None = None) -> Thing | None:
        """Return the person whose surname or given name this is, the most recently named where there are several.

        Surnames count before given names; `recent` holds the people named so far, the latest last.
        """
        parts = name_parts(name)
        candidates = [thing for thing in self.by_part.get(parts[-1] if parts else "", ()) if self._fits(thing, parts)]
        if female is not None and len(candidates) > 1:
            candidates = [thing for thing in candidates if self._is_female(thing) in (female, None)] or candidates
        if not candidates:
            return None
        surname = [thing for thing in candidates if self._is_surname(thing, parts)]
        pool = surname or candidates
        for thing in reversed(recent):
            if thing in pool:
                return thing
        return pool[0]

    def _is_female(self, thing: Thing) -> bool | None:
        """Return what honorifics and the given name tell of a person's sex; None where they are silent."""
        if thing.female or thing.male:
            return thing.female
        if len(thing.parts) > 1 and thing.parts[0] in self.words.women:
            return True
        return False if len(thing.parts) > 1 and thing.parts[0] in self.words.given else None

    def _fits(self, thing: Thing, parts: tuple[str, ...]) -> bool:
        """Tell whether words stand together in a name: its end, its beginning, or its hyphenated given name."""
        size = len(parts)
        return any(thing.parts[i : i + size] == parts for i in range(len(thing.parts) - size + 1))

    def _is_surname(self, thing: Thing, parts: tuple[str, ...]) -> bool:
        if thing.parts[-len(parts) :] == parts:
            return not self.is_eastern(thing.parts)
        return self.is_eastern(thing.parts) and thing.parts[0] == parts[0]

    def is_eastern(self, parts: tuple[str, ...]) -> bool:
        """Tell whether the first word is an eastern family name: "Kim Jong-un", "Xi Jinping" (and "Kim Clijsters")."""
        return len(parts) > 1 and parts[0] in self.words.eastern


def place_thing(entry: Entry | None, name: str, context: dict[str, int]) -> tuple[Place | None, str]:
    """Return the likeliest place of a name and its canonical name; `context` counts the article's countries."""
    if entry and entry.place:
        return entry.place, entry.name
    found = gazetteer.look_up(name)
    if not found:
        return None, name
    best = max(found, key=lambda place: (_seen(place, context), place.population + _bonus(place)))
    return best, best.name


def _seen(place: Place, context: dict[str, int]) -> int:
    """Tell whether an article names a place's nearest container; large cities need no such context."""
    if place.population > 500_000 or place.kind == "country":
        return 1
    return int(any(context.get(outer) for outer in place.within[:1]))


def _bonus(place: Place) -> int:
    return 10_000_000 if place.kind in ("country", "former") else 0


def may_abbreviate(short: str, name: str) -> bool:
    """Tell whether a bracketed form may stand for a name: "KCNA" for its initials, "Rosneft" for no agency.

    The capitals of the short form must follow one another in the name, the first one at its beginning.
    """
    letters = iter(gazetteer.fold(name))
    wanted = [char.lower() for char in short if char.isupper()]
    return bool(wanted) and gazetteer.fold(name)[:1] == wanted[0] and all(char in letters for char in wanted)


def acronym(name: str) -> str:
    """Return a name's initials, small words left out: "Korean Central News Agency" → "KCNA"."""
    skipped = {"of", "the", "for", "and", "on", "in", "to", "de", "&", "at"}
    return "".join(word[0].upper() for word in re.findall(r"\w+", name) if word.lower() not in skipped)
