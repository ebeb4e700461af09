"""Mentions of places → places: which of several, inside what, and when a capital stands for its government.

"Mobile, Alabama" → the city in Alabama    "Russky Island in Vladivostok" → within place:vladivostok
"Moscow said"     → the city, as government
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck import gazetteer, lexicon
from factcheck.extract.names.forms import PLACE
from factcheck.extract.names.resolution import Thing, place_thing
from factcheck.gazetteer import Place

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.mentions import Found

_GOVERNING = frozenset(
    {"has", "have", "had", "is", "was", "will", "would", "could", "should", "may", "must", "wants", "wanted", "insists"}
)
_ADDRESSED = frozenset({"with", "between", "by", "put", "help", "urge", "against", "blame", "press", "let", "accuse"})
_SETTLEMENTS = frozenset({"city", "town", "port", "village", "capital", "region", "province", "island", "resort"})
_REGIONS = frozenset({"state", "country", "part", "region", "island"})
_REACH = 6


class Geography:
    """The places of one article."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens, self.lower, self.text = analysis.tokens, analysis.lower, analysis.text
        self.words = analysis.words
        self.found = analysis.found
        self.places: dict[str, Thing] = {}
        self.plain: dict[str, Thing] = {}
        self.kinds: dict[int, str] = {}
        # Where names that are told with their container end: "San Jose, California" by its first token.
        self.wholes: dict[int, int] = {}
        self.context = Counter(found.entry.name for found in self.found if found.entry and found.entry.place)
        self.city_first = frozenset(lexicon.load("places")["ambiguous"]["city-first"])

    # -- which place --------------------------------------------------------------------------------------------------

    def resolve(self, found: Found, index: int) -> Thing:
        """Return the place that a mention, the index-th of the article, stands for."""
        name = self.analysis.name_of(found)
        plain = found.entry is not None and name not in self.city_first
        if plain and name in self.plain:
            return self.plain[name]
        thing = self._resolve(found, index, name)
        if plain and len(gazetteer.known(name)) < 2:
            self.plain[name] = thing
        return thing

    def _resolve(self, found: Found, index: int, name: str) -> Thing:
        place, canonical = self._choose(found, index, name)
        outer = place.within[0] if place and place.within else ""
        key = f"{canonical}|{place.country if place else ''}|{outer}"
        thing = self.places.get(key)
        if not thing:
            thing = self.places[key] = Thing(PLACE, canonical)
            self.kinds[id(thing)] = place.kind if place else ""
            if place:
                thing.country, thing.geonameid = place.country, place.geonameid
        if name not in thing.forms and not found.adjective:
            thing.forms.append(name)
        return thing

    def _choose(self, found: Found, index: int, name: str) -> tuple[Place | None, str]:
        container = self._stated_container(index)
        if name in self.city_first and self.lower[found.stop : found.stop + 1] != ["state"]:
            state = self._state_around(index, name)
            if state:
                return state, state.name
            cities = gazetteer.look_up(name)
            return cities[0], cities[0].name
        place, canonical = place_thing(found.entry, name, Counter({container: 1}) if container else self.context)
        if found.entry and place and len(gazetteer.known(name)) > 1:
            return self._nearest(found, gazetteer.known(name)), canonical
        if place and container and container not in place.within and place.kind == "city" and not found.entry:
            match = [other for other in gazetteer.look_up(name) if container in other.within]
            return (match[0], match[0].name) if match else (place, canonical)
        return place, canonical

    def _state_around(self, index: int, name: str) -> Place | None:
        """Return the state that a city's name is told with: "Everett, Washington"."""
        if not index or self.lower[self.found[index - 1].stop : self.found[index].first] != [","]:
            return None
        places = gazetteer.look_up(self.analysis.name_of(self.found[index - 1]))
        if not any(name in place.within for place in places):
            return None
        return next((place for place in gazetteer.known(name) if place.kind == "state"), None)

    def _nearest(self, found: Found, places: tuple[Place, ...]) -> Place:
        """Choose between the country and the state of Georgia by the place named nearest to it in the paragraph."""
        paragraph = self.tokens.paragraph(found.first)
        near: dict[int, str] = {}
        for other in self.found:
            if other.type == PLACE and other is not found and self.tokens.paragraph(other.first) == paragraph:
                country = self._country(other)
                if country and self.analysis.name_of(other) != self.analysis.name_of(found):
                    near.setdefault(abs(other.first - found.first), country)
        for _, country in sorted(near.items()):
            match = [place for place in places if place.country == country]
            if match:
                return match[0]
        return places[0]

    def _country(self, found: Found) -> str | None:
        if found.entry and found.entry.place:
            return found.entry.place.country
        places = gazetteer.look_up(self.analysis.name_of(found))
        return places[0].country if places else None

    # -- inside what --------------------------------------------------------------------------------------------------

    def _stated_container(self, index: int) -> str | None:
        """Return the country, state or region that stands right after a place: "Mobile, Alabama"."""
        following = self._following(index, ([","], ["in"]))
        return following.entry.name if following and following.entry else None

    def _following(self, index: int, joints: tuple[list[str], ...]) -> Found | None:
        if index + 1 >= len(self.found):
            return None
        found, following = self.found[index], self.found[index + 1]
        joined = self.lower[found.stop : following.first] in joints
        return following if joined and following.type == PLACE and not following.adjective else None

    def contain(self) -> None:
        """Note the containers that the text states, for all places once they are resolved."""
        for index, inner in enumerate(self.found):
            if inner.type != PLACE or not inner.thing or inner.adjective:
                continue
            outer = self._following(index, ([","], ["in"], ["in", "the"]))
            if outer and outer.thing and self._may_lie_in(inner.thing, outer.thing):
                self._put(inner.thing, outer.thing)
                if self.lower[inner.stop] == "," and self.kinds.get(id(outer.thing)) in _REGIONS:
                    self.wholes[inner.first] = outer.stop
            for possessor in self._possessors(index):
                if possessor.thing and self._may_lie_in(inner.thing, possessor.thing):
                    self._put(inner.thing, possessor.thing)

    def _possessors(self, index: int) -> list[Found]:
        """Return what stands before "city of": "Russia's Far Eastern city of Vladivostok"."""
        inner = self.found[index]
        if self.lower[inner.first - 1 : inner.first] != ["of"] or inner.first < 2:
            return []
        if self.lower[inner.first - 2] not in _SETTLEMENTS:
            return []
        earlier = self.found[max(0, index - 2) : index]
        return [outer for outer in reversed(earlier) if outer.type == PLACE and inner.first - outer.stop <= _REACH]

    def _may_lie_in(self, inner: Thing, outer: Thing) -> bool:
        """Tell a statement of place from a list: a country lies in no city, and a known place where it is known to."""
        kind, around = self.kinds.get(id(inner), ""), self.kinds.get(id(outer), "")
        if inner is outer or kind in ("country", "former", "continent") or (kind == around == "state"):
            return False
        if kind == "city" and around == "city":
            return False
        return not (inner.country and outer.country and inner.country != outer.country)

    def _put(self, inner: Thing, outer: Thing) -> None:
        if outer not in inner.within:
            inner.within.append(outer)

    # -- for its government -------------------------------------------------------------------------------------------

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return self.words.speech | self.words.org_verbs | _GOVERNING

    def mark_governments(self) -> None:
        """Mark capitals that stand for their government: they say or do something, own a policy, are addressed."""
        capitals = [
            found
            for found in self.found
            if found.type == PLACE and not found.adjective and gazetteer.capital_of(self.analysis.name_of(found))
        ]
        firsts = [found.first for found in capitals]
        stops = {found.stop for found in capitals}
        for found in capitals:
            beside = found.stop + 1 in firsts or found.first - 1 in stops
            found.metonym = self._acts(found, beside=beside)

    def _acts(self, found: Found, *, beside: bool) -> bool:
        before = self.lower[found.first - 1] if found.first else ""
        after = self.lower[found.stop] if found.stop < len(self.lower) else ""
        if before == "of" or before in self.words.place_prepositions or before in self.words.place_strong:
            return False
        if self.text[found.first].isupper() and len(self.text[found.first]) > 3:
            return False
        if after in self._verbs or after in ("'s", "’s") or before in _ADDRESSED or before in self.words.speech:
            return True
        return beside and (after == "and" or before == "and")
