"""Office phrases with what stands around them: owner and status before, complement after.

"the former Federal Reserve chairman"   → chairman of Federal Reserve, former
"minister of transport for Indonesia"   → transport minister of ID
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck import gazetteer, lexicon
from factcheck.extract.names.offices import Office, Post
from factcheck.model import TitleValue

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.mentions import Found

_LONGEST_COMPLEMENT = 12
_LINKS = frozenset({"of", "for", "at", "to", "in", "with"})


class Phrase(Struct):
    """An office with what stands around it: whose it is, how it is held, where the phrase begins and ends."""

    office: Office
    first: int
    stop: int
    organization: str | None = None
    country: str | None = None
    former: bool = False
    status: str | None = None


@cache
def status_words() -> dict[str, str]:
    """Return words before an office → how it is held: "late" → "late", "ousted" → "former"."""
    table = lexicon.load("offices")["status"]
    return {word: status for status, forms in table.items() for word in forms}


@cache
def _unions() -> frozenset[str]:
    return frozenset(lexicon.load("organizations")["unions"]["names"])


def _is_seat(name: str) -> bool:
    """Tell a city or state, which has offices of its own, from a nation, told by its code, and from a region."""
    places = gazetteer.known(name)
    return not places or places[0].kind in ("part", "state")


def is_kinship(value: TitleValue) -> bool:
    """Tell "brother" and "victim", which are no offices, from "leader" and "diplomat"."""
    return value.descriptor and value.office in _society()


@cache
def _society() -> frozenset[str]:
    groups = lexicon.load("offices")["group"]
    wanted = (group for group in groups if group["sector"] == "society" and group.get("descriptor"))
    return frozenset(entry.split("|")[0].strip() for group in wanted for entry in group["offices"])


class Phrases:
    """Reads office phrases with the names around them."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.text, self.lower = analysis.text, analysis.lower
        self.stop_of = analysis.segmenter.stops
        self.name_at = {found.first: found for found in analysis.found}
        self.name_ending = {found.stop: found for found in analysis.found}
        self.office_ending = {office.stop: office for office in analysis.segmenter.offices}
        self.office_at = analysis.segmenter.office_at

    def read(self, office: Office) -> Phrase:
        """Return the phrase around an office: owner and status before it, complement after it."""
        phrase = Phrase(office, office.first, office.stop, status="elect" if office.elect else None)
        self._owner(phrase)
        self._complement(phrase)
        return phrase

    # -- before the office --------------------------------------------------------------------------------------------

    def _owner(self, phrase: Phrase) -> None:
        """Take in words of status, adjectives, and the nations and bodies before an office."""
        index = phrase.first
        low = max(0, index - 10)
        while index > low:
            step = self._status_step(phrase, index) or self._owner_step(phrase, index)
            if not step:
                break
            index -= step
        phrase.first = self._trim(index, phrase.first)

    def _status_step(self, phrase: Phrase, index: int) -> int:
        word = self.lower[index - 1]
        dash = word == "-" and index > 1
        status = status_words().get(self.lower[index - 2] if dash else word)
        if status is None:
            return 0
        if status == "former":
            phrase.former = True
        elif status != "plain":
            phrase.status = phrase.status or status
        return 1 + dash

    def _owner_step(self, phrase: Phrase, index: int) -> int:
        possessive = self.lower[index - 1] in ("'s", "’s", "'", "’")
        bracket = 3 if index > 3 and self.lower[index - 1] == ")" and self.text[index - 3] == "(" else 0
        owner = self.name_ending.get(index - possessive - bracket)
        if not owner or owner.type == "person" or (owner.adjective and possessive):
            return 0
        self.take(phrase, owner)
        return index - owner.first

    def _trim(self, index: int, office_first: int) -> int:
        """Leave out lower-case adjectives at the head of a phrase that carry nothing."""
        while (
            index < office_first and status_words().get(self.lower[index]) == "plain" and self.text[index][0].islower()
        ):
            index += 1
        return index

    def take(self, phrase: Phrase, owner: Found) -> None:
        """Let a phrase have an owner: a body or city as organisation, a nation as country."""
        if owner.type == "organization" and owner.thing:
            phrase.organization = phrase.organization or self.analysis.name_of(owner)
        elif owner.thing:
            phrase.country = phrase.country or self.country(owner)
            name = self.analysis.name_of(owner)
            if not owner.adjective and _is_seat(name):
                phrase.organization = phrase.organization or name

    def country(self, owner: Found) -> str | None:
        """Return the alpha-2 code of a name's country, None where it has none."""
        return owner.thing.country if owner.thing else None

    # -- after the office ---------------------------------------------------------------------------------------------

    def _complement(self, phrase: Phrase) -> None:
        """Take in "of …", "to …", "for …" after an office, with further links: "of the Council of Europe"."""
        index = phrase.stop
        limit = min(self.stop_of[phrase.office.first], index + _LONGEST_COMPLEMENT + 6)
        while index < limit and self.lower[index] in _LINKS:
            stop = self._linked(phrase, index, limit)
            if not stop:
                break
            phrase.stop = index = stop

    def _linked(self, phrase: Phrase, index: int, limit: int) -> int:
        """Return the end of "of [the] NAME", or of "of transport" before another link; 0 where there is none."""
        link = self.lower[index]
        start = index + 1
        while start < limit and self.lower[start] in ("the", "a", "its", "his", "their"):
            start += 1
        owner = self.name_at.get(start)
        if owner and owner.type != "person":
            if owner.adjective:
                return self._after_adjective(phrase, owner, limit)
            if link == "in" and owner.type == "organization":
                return 0
            if link != "to" or phrase.office.post.office == "adviser":
                self.take(phrase, owner)
            bracket = self.analysis.bracketed(owner.stop)
            return owner.stop + (3 if bracket else 0)
        if link == "of" and start < limit and self.text[start][0].isupper() and not owner:
            return self._capitals(phrase, start, limit)
        if link == "of" and start + 1 < limit and self.lower[start + 1] in _LINKS and self.text[start].isalpha():
            return start + 1
        return 0

    def _after_adjective(self, phrase: Phrase, owner: Found, limit: int) -> int:
        """Read "of the Russian Security Council", "of the Polish parliament"."""
        self.take(phrase, owner)
        body = self.name_at.get(owner.stop)
        if body and body.type == "organization":
            self.take(phrase, body)
            return body.stop
        index = owner.stop
        while index < limit and index < owner.stop + 3 and self.lower[index].isalpha() and index not in self.name_at:
            if self.lower[index] in self.analysis.words.body:
                phrase.organization = phrase.organization or " ".join(self.text[owner.first : index + 1])
                return index + 1
            index += 1
        return owner.stop

    def _capitals(self, phrase: Phrase, start: int, limit: int) -> int:
        stop = start
        while stop < limit and self.text[stop][0].isupper() and stop not in self.name_at:
            stop += 1
        phrase.organization = phrase.organization or " ".join(self.text[start:stop])
        return stop

    # -- value --------------------------------------------------------------------------------------------------------

    def value(self, phrase: Phrase, *, country: str | None = None) -> TitleValue:
        """Return the phrase as a value; `raw` is printed office with rank and complement."""
        office = phrase.office
        post = office.post
        start, end = self.tokens.span(office.first, max(phrase.stop, office.stop))
        return TitleValue(
            office=post.office,
            rank=office.rank,
            organization=phrase.organization,
            country=phrase.country or country,
            raw=" ".join(self.analysis.document.text[start:end].split()),
            descriptor=post.descriptor,
            former=phrase.former,
            status=phrase.status,
            exclusive=_exclusive(post, phrase),
            unique=post.unique and not office.rank,
        )


def _exclusive(post: Post, phrase: Phrase) -> str | None:
    """Return the class of which a person holds one office; the president of a club is no head of state."""
    of_a_state = post.exclusive in ("head of state", "vice president")
    return None if phrase.organization and of_a_state else post.exclusive
