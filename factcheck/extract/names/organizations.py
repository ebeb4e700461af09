"""Forms of organisations → organisations: legal forms dropped, abbreviations and short names tied to the full one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from factcheck import gazetteer
from factcheck.extract.names.resolution import Thing, acronym
from factcheck.extract.names.vocabulary import Entry, word_sets


@lru_cache(maxsize=100_000)
def key_of(name: str) -> str:
    """Return the form that equal names share: "Apple Inc." and "Apple" → "apple"."""
    words = word_sets()
    parts = gazetteer.fold(name).replace(",", " ").split()
    while len(parts) > 1 and parts[-1].rstrip(".") in words.legal and parts[-1].rstrip(".") not in words.body:
        parts.pop()
    return " ".join(parts)


class Bodies:
    """The organisations of one article."""

    def __init__(self) -> None:
        self.words = word_sets()
        self.by_key: dict[str, Thing] = {}
        self.known: set[int] = set()
        self.merged: dict[int, Thing] = {}

    def add(self, name: str, entry: Entry | None) -> Thing:
        """Return the organisation of a form, known or new."""
        canonical = entry.name if entry else name
        key = key_of(canonical)
        thing = self.by_key.get(key)
        if not thing:
            thing = self.by_key[key] = Thing("organization", canonical)
            if entry:
                self.known.add(id(thing))
        if name not in thing.forms:
            thing.forms.append(name)
        return thing

    def settle(self, stated: Iterable[tuple[Thing, str]]) -> None:
        """Tie short forms to full ones: those that the text states first, then initials, then clear beginnings."""
        for thing, short in stated:
            other = self.by_key.get(key_of(short))
            if other and other is not thing:
                self._merge(other, thing)
            if short not in thing.aliases:
                thing.aliases.append(short)
        by_initials: defaultdict[str, list[Thing]] = defaultdict(list)
        for thing in self.by_key.values():
            if " " in thing.name:
                by_initials[acronym(thing.name)].append(thing)
        for thing in list(self.by_key.values()):
            if id(thing) not in self.merged and " " not in thing.name:
                full = by_initials.get(thing.name) or self._longer(thing)
                if len(full) == 1:
                    self._merge(thing, full[0])

    def _longer(self, thing: Thing) -> list[Thing]:
        """Return the organisations whose name a shorter one begins or ends: "Northrop", "the Commission"."""
        key = key_of(thing.name)
        others = [(other, key_of(other.name)) for other in self.by_key.values() if other is not thing]
        if id(thing) in self.known or key in self.words.given:
            return []
        if key in self.words.body:
            return [other for other, name in others if name.endswith(f" {key}")]
        return [other for other, name in others if name.startswith(f"{key} ")]

    def _merge(self, thing: Thing, into: Thing) -> None:
        if self.settled(into) is thing:
            return
        self.merged[id(thing)] = into
        into.forms.extend(form for form in thing.forms if form not in into.forms)

    def settled(self, thing: Thing) -> Thing:
        """Return the organisation that a form was tied to."""
        while id(thing) in self.merged:
            thing = self.merged[id(thing)]
        return thing
