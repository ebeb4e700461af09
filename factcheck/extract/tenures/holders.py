"""Who it is that is in office: the person whose name, title or pronoun leads up to the words that say so."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.tenures.vocabulary import words
from factcheck.model import SubjectRef, Tenure

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.names import Name, Title
    from factcheck.model import TenureSays

_REACH = 30  # words back to the person
_BREAKS = frozenset(',;:()"“”')
_SENTENCES = 3  # sentences back to whom a pronoun means


class Held(NamedTuple):
    """Who holds or held an office, and what a time expression says of it."""

    person: SubjectRef
    tenure: Tenure


class Holders:
    """The people of one document, by where their names and titles end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.people: list[Name] = [name for name in document.names if name.type == "person"]
        self.ending = {name.stop: name for name in self.people}
        self.titles: dict[int, Title] = {title.end: title for title in document.people_and_places.titles}
        self.known = {entity.id: entity for entity in document.entities}

    def of_title(self, title: Title, says: TenureSays) -> Held | None:
        """Return whom a title is given to, and its office."""
        value = title.value
        person = self._person(title.entity)
        office = Tenure(says, value.office, value.rank, value.organization, value.country)
        return Held(person, office) if person is not None else None

    def held(self, at: int, says: TenureSays) -> Held | None:
        """Return who is in office by the words that begin at a token."""
        person = self.before(at)
        return Held(person, Tenure(says)) if person is not None else None

    def ending_at(self, stop: int) -> SubjectRef | None:
        """Return the person whose name ends right before a token."""
        name = self.ending.get(stop)
        return self._person(name.entity) if name is not None else None

    def starting_at(self, first: int) -> SubjectRef | None:
        """Return the person whose name, or title and name, begins at a token."""
        index = bisect_left(self.people, first, key=lambda name: name.first)
        if index < len(self.people) and self.people[index].first == first:
            return self._person(self.people[index].entity)
        offset = self.tokens.start[first] if first < len(self.tokens) else -1
        title = next((title for title in self.document.people_and_places.titles if title.start == offset), None)
        return self._person(title.entity) if title is not None else None

    def before(self, at: int) -> SubjectRef | None:
        """Return who is meant by the words that begin at a token, where only light words stand between."""
        floor = max(self.tokens.sentences[self.tokens.sentence(at)][0], at - _REACH)
        i = at
        while i > floor:
            name = self.ending.get(i)
            if name is not None:
                return None if self._in_passing(name, floor) else self._person(name.entity)
            title = self.titles.get(self.tokens.end[i - 1])
            if title is not None:
                return self._person(title.entity)
            word = self.tokens.lower[i - 1]
            if word in words("pronouns"):
                return self._meant(i - 1)
            aside = self._aside(i - 1, floor) if word == "," else None
            if aside is None and word not in words("bridges") and not word[0].isdigit():
                return None
            i = aside if aside is not None else i - 1
        return None

    def _aside(self, comma: int, floor: int) -> int | None:
        """Return where a name ends of which something is said between commas: "Ozols |, in office since 1994 |, was".

        Where that names another person, it is hers or his unless it opens with "who": "Ozols |, who met Lund |, was".
        """
        others = comma in self.ending
        for opening in range(comma - 1, floor, -1):
            if self.tokens.text[opening] in _BREAKS:
                fits = opening in self.ending and (not others or self.tokens.lower[opening + 1] == "who")
                return opening if fits and self.tokens.text[opening] == "," else None
            others = others or opening in self.ending
        return None

    def _in_passing(self, name: Name, floor: int) -> bool:
        """Tell "Kim, the grandson of | Kim Il Sung |, in power since": the last name need not be the one in power."""
        if name.first == 0 or self.tokens.lower[name.first - 1] not in words("in_passing"):
            return False
        return bool(self._named(floor, name.first) - {name.entity})

    def _meant(self, pronoun: int) -> SubjectRef | None:
        """Return the one person whom a pronoun can mean: in its sentence before it, else in the sentence before.

        "In her third year in office, Merkel": a possessive may also point ahead to the only person of its sentence.
        """
        sentence = self.tokens.sentence(pronoun)
        first, stop = self.tokens.sentences[sentence]
        near = self._named(first, pronoun)
        if not near and self.tokens.lower[pronoun] in words("possessives"):
            near = self._named(pronoun, stop)
        back = sentence
        while not near and back > max(0, sentence - _SENTENCES):
            back -= 1
            near = self._named(*self.tokens.sentences[back])
        return self._person(near.pop()) if len(near) == 1 else None

    def _named(self, first: int, stop: int) -> set[str]:
        begin = bisect_left(self.people, first, key=lambda name: name.first)
        end = bisect_left(self.people, stop, key=lambda name: name.first)
        return {name.entity for name in self.people[begin:end]}

    def _person(self, entity: str) -> SubjectRef | None:
        known = self.known.get(entity)
        return SubjectRef(known.id, "person", known.name) if known is not None and known.type == "person" else None
