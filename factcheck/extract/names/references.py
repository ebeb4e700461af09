"""Analysis → people meant by an office alone: "the ambassador", "the North Korean leader", "Mr President".

Each resolves to a person of the article whose titles the words fit, the one last named before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon
from factcheck.extract.names.mentions import Found
from factcheck.extract.names.offices import Office
from factcheck.extract.names.phrases import Phrase, Phrases
from factcheck.extract.names.record import Title

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.holders import Titles
    from factcheck.extract.names.resolution import Thing

_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "this", "that"})
_LEADING = _DETERMINERS | {"mr", "madam"}
_REACH = 8


@cache
def _classes() -> dict[str, frozenset[int]]:
    """Return the classes of offices that are one office in other words."""
    classes: dict[str, set[int]] = {}
    for number, forms in enumerate(lexicon.load("offices")["equivalents"]["same"]):
        for form in forms:
            classes.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in classes.items()}


@cache
def _narrower() -> dict[str, frozenset[str]]:
    return {general: frozenset(exact) for general, exact in lexicon.load("offices")["equivalents"]["narrower"].items()}


@cache
def _rank_class() -> dict[str, int]:
    groups = lexicon.load("offices")["ranks"]["equal"]
    return {form: number for number, forms in enumerate(groups) for form in forms}


class References:
    """Finds the people meant by their office alone."""

    def __init__(self, analysis: Analysis, titles: Titles, named: list[Title]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.lower, self.text = analysis.lower, analysis.text
        self.phrases: Phrases = titles.phrases
        self.taken = titles.used
        self.found: list[Found] = []
        self.held: dict[str, list[Title]] = {}
        for title in named:
            self.held.setdefault(title.entity, []).append(title)
        self.people = [found for found in analysis.found if found.type == "person"]
        self.ends = [found.stop for found in self.people]
        self.occupied = bytearray(len(self.tokens) + 1)
        for found in analysis.found:
            self._occupy(found.first, found.stop)

    def _occupy(self, first: int, stop: int) -> None:
        self.occupied[first:stop] = b"\1" * (stop - first)

    def find(self) -> list[Title]:
        """Return the titles of people who are not named beside them, in text order."""
        titles: list[Title] = []
        for office in self.analysis.segmenter.offices:
            titles += self._at(office)
        return titles

    def _at(self, office: Office) -> Iterator[Title]:
        if office.first in self.taken or office.post.sector == "society":
            return
        phrase = self.phrases.read(office)
        following = self.phrases.name_at.get(office.stop)
        if following and following.type == "person":
            return
        if office.post.plural:
            yield from self._leaders(phrase)
            return
        if self._is_predicate(phrase):
            yield from self._predicate(phrase)
            return
        vocative = self._is_vocative(office)
        if not vocative and not self._is_definite(phrase):
            return
        thing = self._person(phrase, vocative=vocative)
        if thing:
            yield self._title(phrase, thing, vocative=vocative)

    def _title(self, phrase: Phrase, thing: Thing, *, vocative: bool = False) -> Title:
        first = self._first(phrase.first)
        start, end = self.tokens.span(first, max(phrase.stop, phrase.office.stop))
        self._remember(first, max(phrase.stop, phrase.office.stop), thing, phrase.office)
        value = self.phrases.value(phrase, country=None if vocative else self._country_of(thing))
        return Title(start, end, thing.id, value, named=False)

    def _remember(self, first: int, stop: int, thing: Thing, office: Office) -> None:
        """Keep a mention; where a name stands inside the phrase, the office alone is the mention."""
        for bounds in ((first, stop), (office.first, office.stop)):
            if not any(self.occupied[bounds[0] : bounds[1]]):
                mention = Found(*bounds, "person")
                mention.named, mention.thing = False, thing
                self.found.append(mention)
                self._occupy(*bounds)
                return

    def _first(self, first: int) -> int:
        """Return where the phrase begins, its article or pronoun included."""
        return first - 1 if first and self.lower[first - 1] in _LEADING else first

    def _country_of(self, thing: Thing) -> str | None:
        countries = [title.value.country for title in self.held.get(thing.id, ()) if title.value.country]
        return countries[0] if countries and len(set(countries)) == 1 else None

    # -- which phrases ------------------------------------------------------------------------------------------------

    def _is_definite(self, phrase: Phrase) -> bool:
        """Tell "the ambassador" and "the North Korean deputy foreign minister" from "an ambassador"."""
        first = phrase.first
        while first and self.lower[first - 1] not in _DETERMINERS and phrase.first - first < 2:
            if self.lower[first - 1] not in ("then", "current", "same"):
                break
            first -= 1
        after = self.lower[phrase.stop : phrase.stop + 1]
        if after in (["-"], ["'"]) or (phrase.stop < len(self.text) and self.lower[phrase.stop] in ("of", "for")):
            return False
        return first > 0 and self.lower[first - 1] in _DETERMINERS

    def _is_vocative(self, office: Office) -> bool:
        before = self.lower[office.first - 1] if office.first else ""
        if before == "." and office.first > 1:
            before = self.lower[office.first - 2]
        return before in ("mr", "madam", "mister", "madame") and office.post.unique

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Tell "on being re-elected as the Chairman of …"."""
        before = self.lower[max(phrase.first - 6, 0) : phrase.first]
        chosen = any(word in before for word in ("elected", "re-elected", "reelected", "appointed", "reappointed"))
        return chosen and "as" in before

    def _predicate(self, phrase: Phrase) -> Iterator[Title]:
        """Yield the office for the person last mentioned in the sentence, by name or by office."""
        sentence = self.tokens.sentence(phrase.first)
        earlier = [
            found
            for found in (*self.people, *self.found)
            if found.stop <= phrase.first and self.tokens.sentence(found.first) == sentence
        ]
        if not earlier:
            return
        nearest = max(earlier, key=lambda found: found.first)
        if nearest.thing:
            phrase.status = phrase.status or "appointed"
            start, _ = self.tokens.span(nearest.first, nearest.stop)
            _, end = self.tokens.span(phrase.first, max(phrase.stop, phrase.office.stop))
            value = self.phrases.value(phrase, country=self._country_of(nearest.thing))
            yield Title(start, end, nearest.thing.id, value, named=False)

    # -- which person -------------------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase, *, vocative: bool = False) -> Thing | None:
        """Return the person last named before a phrase whose titles fit it; for a vocative, not the speaker."""
        earlier = self.people[: bisect_right(self.ends, phrase.first)]
        excluded = self._speaker(phrase) if vocative else None
        if phrase.office.post.office == "counterpart":
            excluded = self._before(phrase)
        seen: set[str] = set()
        for found in reversed(earlier):
            thing = found.thing
            if thing is None or thing is excluded or thing.id in seen:
                continue
            seen.add(thing.id)
            if self._fits(phrase, thing):
                return thing
        return None

    def _before(self, phrase: Phrase) -> Thing | None:
        earlier = self.people[: bisect_right(self.ends, phrase.first)]
        return earlier[-1].thing if earlier else None

    def _speaker(self, phrase: Phrase) -> Thing | None:
        """Return the person whom the next words of saying in the paragraph belong to, if an office names one."""
        paragraph = self.tokens.paragraph(phrase.first)
        for office in self.analysis.segmenter.offices:
            if office.first <= phrase.first or self.tokens.paragraph(office.first) != paragraph:
                continue
            after = self.lower[office.stop : office.stop + 1]
            if after and after[0] in self.analysis.words.speech:
                return self._person(self.phrases.read(office))
        return None

    def _fits(self, phrase: Phrase, thing: Thing) -> bool:
        """Tell whether a person's own titles allow a phrase: office, rank and country."""
        return any(self._title_fits(phrase, title) for title in self.held.get(thing.id, ()))

    def _title_fits(self, phrase: Phrase, title: Title) -> bool:
        value, office = title.value, phrase.office
        if phrase.country and value.country and phrase.country != value.country:
            return False
        if phrase.country and not value.country and value.organization:
            return office.post.descriptor and self._office_fits(office, value.office)
        if office.rank and not office.post.descriptor and not self._same_rank(office.rank, value.rank):
            return False
        if value.rank and not office.rank and not office.post.descriptor:
            return False
        return self._office_fits(office, value.office)

    def _office_fits(self, office: Office, held: str) -> bool:
        wanted = office.post.office
        if wanted in ("counterpart", held) or held.endswith(f" {wanted}"):
            return True
        general = wanted.removeprefix("senior ").removeprefix("top ")
        if held in _narrower().get(general, frozenset()) or held == general:
            return True
        return bool(_classes().get(wanted, frozenset()) & _classes().get(held, frozenset()))

    def _same_rank(self, one: str, other: str | None) -> bool:
        return other is not None and (one == other or _rank_class().get(one, -1) == _rank_class().get(other, -2))

    # -- leaders ------------------------------------------------------------------------------------------------------

    def _leaders(self, phrase: Phrase) -> Iterator[Title]:
        """Yield "Russian and North Korean leaders" for the leader of each nation named before it."""
        nations = self._nations(phrase)
        if len(nations) < 2:
            return
        for nation in nations:
            each = Phrase(phrase.office, nations[0].first, phrase.stop, country=self.phrases.country(nation))
            thing = self._person(each)
            if thing:
                start, end = self.tokens.span(nations[0].first, phrase.stop)
                yield Title(start, end, thing.id, self.phrases.value(each), named=False)

    def _nations(self, phrase: Phrase) -> list[Found]:
        """Return the adjectives joined by "and" before a plural office, in text order."""
        nations: list[Found] = []
        index = phrase.office.first
        while index > 0 and len(nations) < _REACH:
            found = self.phrases.name_ending.get(index)
            if not found or found.type != "place":
                break
            nations.insert(0, found)
            index = found.first
            if index and self.lower[index - 1] in ("and", ","):
                index -= 1
        return nations
