"""Analysis → offices given to people by name, before it or after it.

"North Korean Ambassador to Russia Sin Hong-chol"    "Mikhail Seslavinsky, head of the Federal Agency for Press"
"the heads of TASS and KCNA, Sergei Mikhailov and Kim Chang Gwang"    "Ann Lee, who became governor in 2019"
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck import gazetteer, lexicon
from factcheck.extract.names.offices import Office
from factcheck.extract.names.record import Title
from factcheck.model import TitleValue

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis, Found

_BECAME = frozenset({"became", "becomes", "become", "is", "was", "remains", "serves", "served", "being", "been", "as"})
_CHOSEN = frozenset(
    {
        "appointed",
        "elected",
        "re-elected",
        "reelected",
        "named",
        "chosen",
        "made",
        "sworn",
        "confirmed",
        "nominated",
        "installed",
        "crowned",
        "promoted",
        "reappointed",
        "ordained",
        "picked",
        "hired",
        "designated",
    }
)
_LONGEST_COMPLEMENT = 12
_CLOSING = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "-",
        "–",
        "—",
        '"',
        "”",
        "“",
        "!",
        "?",
        "/",
        "and",
        "or",
        "who",
        "since",
        "until",
        "from",
        "during",
        "under",
        "between",
        "in",
        "at",
        "for",
        "of",
        "to",
        "with",
    }
)
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
def _status() -> dict[str, str]:
    table = lexicon.load("offices")["status"]
    return {word: status for status, forms in table.items() for word in forms}


@cache
def _unions() -> frozenset[str]:
    return frozenset(lexicon.load("organizations")["unions"]["names"])


def _is_nation(name: str) -> bool:
    """Tell a country, whose offices carry its code, from a city or state, which is named as the body."""
    places = gazetteer.known(name)
    return bool(places) and places[0].kind in ("country", "former")


def _is_kinship(value: TitleValue) -> bool:
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
            step = self._status_step(phrase, index) or self._owner_step(phrase, index) or self._joint_step(index)
            if not step:
                break
            index -= step
        phrase.first = self._trim(index, phrase.first)

    def _status_step(self, phrase: Phrase, index: int) -> int:
        word = self.lower[index - 1]
        dash = word == "-" and index > 1
        status = _status().get(self.lower[index - 2] if dash else word)
        if status is None:
            return 0
        if status == "former":
            phrase.former = True
        elif status != "plain":
            phrase.status = phrase.status or status
        return 1 + dash

    def _owner_step(self, phrase: Phrase, index: int) -> int:
        possessive = self.lower[index - 1] in ("'s", "’s", "'", "’")
        owner = self.name_ending.get(index - possessive)
        if not owner or owner.type == "person" or (owner.adjective and possessive):
            return 0
        self._take(phrase, owner)
        return index - owner.first

    def _joint_step(self, index: int) -> int:
        """Go back over "A and B" adjectives, as in "Russian and North Korean leaders"; stop at the article."""
        return 0 if index < 2 else 0

    def _trim(self, index: int, office_first: int) -> int:
        """Leave out lower-case adjectives at the head of a phrase that carry nothing."""
        while index < office_first and _status().get(self.lower[index]) == "plain" and self.text[index][0].islower():
            index += 1
        return index

    def _take(self, phrase: Phrase, owner: Found) -> None:
        if owner.type == "organization" and owner.thing:
            phrase.organization = phrase.organization or self.analysis.name_of(owner)
        elif owner.thing:
            phrase.country = phrase.country or self._country(owner)
            if not owner.adjective and not _is_nation(owner.thing.name):
                phrase.organization = phrase.organization or owner.thing.name

    def _country(self, owner: Found) -> str | None:
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
                self._take(phrase, owner)
            bracket = self.analysis.bracketed(owner.stop)
            return owner.stop + (3 if bracket else 0)
        if link == "of" and start < limit and self.text[start][0].isupper() and not owner:
            return self._capitals(phrase, start, limit)
        if link == "of" and start + 1 < limit and self.lower[start + 1] in _LINKS and self.text[start].isalpha():
            return start + 1
        return 0

    def _after_adjective(self, phrase: Phrase, owner: Found, limit: int) -> int:
        """Read "of the Russian Security Council", "of the Polish parliament"."""
        self._take(phrase, owner)
        body = self.name_at.get(owner.stop)
        if body and body.type == "organization":
            self._take(phrase, body)
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
            exclusive=post.exclusive if not office.rank else None,
            unique=post.unique and not office.rank,
        )


class Titles:
    """Finds the offices that people are given by name."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.text, self.lower = analysis.text, analysis.lower
        self.phrases = Phrases(analysis)
        self.used: set[int] = set()

    def find(self) -> list[Title]:
        """Return the titles of named people in text order."""
        titles: list[Title] = []
        for found in self.analysis.found:
            if found.type == "person" and found.thing:
                titles += self._before(found)
                titles += self._after(found)
        titles += self._paired()
        titles = [title for title in titles if not _is_kinship(title.value)]
        return sorted(titles, key=lambda title: (title.start, title.end, title.entity))

    def _after_name(self, found: Found, phrase: Phrase) -> None:
        """Take the body that stands after the name: "Analyst Ann Lee of Morgan Stanley"."""
        if phrase.organization or self.lower[found.stop : found.stop + 1] not in (["of"], ["from"]):
            return
        start = found.stop + 1 + (self.lower[found.stop + 1 : found.stop + 2] == ["the"])
        owner = self.phrases.name_at.get(start)
        if owner and owner.type == "organization":
            phrase.organization = self.analysis.name_of(owner)

    def _title(self, found: Found, phrase: Phrase, first: int, stop: int) -> Title:
        assert found.thing is not None
        start, end = self.tokens.span(first, stop)
        self.used.add(phrase.office.first)
        return Title(start, end, found.thing.id, self.phrases.value(phrase))

    # -- before the name ----------------------------------------------------------------------------------------------

    def _before(self, found: Found) -> Iterator[Title]:
        """Yield the offices right before a name, honorifics between allowed, several joined by "and"."""
        stop = self._past_honorific(found.first)
        office = self.phrases.office_ending.get(stop)
        if office:
            yield from self._chain(found, office)
            return
        phrase = self._with_complement(stop)
        if phrase:
            yield self._title(found, phrase, phrase.first, found.stop)

    def _past_honorific(self, index: int) -> int:
        """Return where the words before "Mr", "Comrade" or a comma end."""
        while index > 0:
            word = self.lower[index - 1]
            if word == "." and index > 1 and self.lower[index - 2] in self.analysis.words.honorifics:
                index -= 2
            elif word in self.analysis.words.honorifics and (
                index not in self.phrases.office_ending or word == "comrade"
            ):
                index -= 1
            else:
                break
        return index

    def _chain(self, found: Found, office: Office) -> Iterator[Title]:
        """Yield "Apple CEO and co-founder Steve Jobs" as two titles of one owner."""
        if office.post.plural and not self._is_listed(found):
            return
        offices = [office]
        while True:
            joint = offices[0].first - 1
            if joint > 0 and self.lower[joint] in ("and", "&", "/") and joint in self.phrases.office_ending:
                offices.insert(0, self.phrases.office_ending[joint])
            else:
                break
        outer = self.phrases.read(offices[0])
        for each in offices:
            phrase = self.phrases.read(each)
            phrase.country = phrase.country or outer.country
            phrase.organization = phrase.organization or outer.organization
            self._after_name(found, phrase)
            yield self._title(found, phrase, outer.first if each is offices[0] else each.first, found.stop)

    def _is_listed(self, found: Found) -> bool:
        """Tell whether a plural office is followed by names: "Presidents Vladimir Putin and Kim Jong-un"."""
        return self.lower[found.stop : found.stop + 1] in (["and"], [","])

    def _with_complement(self, stop: int) -> Phrase | None:
        """Return the phrase whose complement ends right before a name: "Prime Minister of Singapore, Mr. Lee"."""
        comma = stop > 0 and self.lower[stop - 1] == ","
        end = stop - comma
        for index in range(end - 2, max(end - _LONGEST_COMPLEMENT, -1), -1):
            office = self.phrases.office_at.get(index)
            if office:
                phrase = self.phrases.read(office)
                return phrase if phrase.stop == end and not office.post.plural and phrase.stop > office.stop else None
            if self.text[index] in ".;:,":
                return None
        return None

    # -- after the name -----------------------------------------------------------------------------------------------

    def _after(self, found: Found) -> Iterator[Title]:
        """Yield the offices of an apposition or a predicate after a name."""
        index = self._past_bracket(found.stop)
        limit = self.phrases.stop_of[found.first]
        if index >= limit:
            return
        comma = self.lower[index] in (",", "(")
        start = index + comma
        while start < limit and self.lower[start] in (
            "who",
            "now",
            "currently",
            "then",
            "later",
            "also",
            "himself",
            "herself",
        ):
            start += 1
        if start < limit and self.lower[start] in _BECAME | _CHOSEN | {"has", "had", "will"}:
            predicate = self._past_predicate(start, limit)
            if predicate:
                yield from self._apposed(found, predicate[0], limit, status=predicate[1])
            return
        if comma:
            yield from self._apposed(found, start, limit)

    def _past_bracket(self, index: int) -> int:
        if self.text[index : index + 1] == ["("]:
            for close in range(index + 1, min(index + 8, len(self.text))):
                if self.text[close] == ")":
                    return close + 1
        return index

    def _past_predicate(self, index: int, limit: int) -> tuple[int, str | None] | None:
        """Return where the office begins after "was appointed as", and the status that the verb gives."""
        status: str | None = None
        first = index
        while index < limit and index < first + 6:
            word = self.lower[index]
            if word in _CHOSEN or word in ("became", "becomes", "become"):
                status = "appointed"
            elif word not in _BECAME and word not in (
                "has",
                "had",
                "will",
                "to",
                "in",
                "be",
                "the",
                "a",
                "an",
                "re",
                "-",
            ):
                return index, status
            index += 1
        return None

    def _apposed(self, found: Found, start: int, limit: int, status: str | None = None) -> Iterator[Title]:
        """Yield the offices that begin at a token, determiners, nations and status before them allowed."""
        index = self._to_office(start, limit)
        if index is None:
            return
        office = self.phrases.office_at[index]
        phrase = self.phrases.read(office)
        following = self.phrases.name_at.get(phrase.stop)
        if (following and following.type == "person") or office.post.plural:
            return
        if status is None and not self._closes(phrase.stop, limit):
            return
        phrase.status = phrase.status or status
        yield self._title(found, phrase, found.first, phrase.stop)
        more = phrase.stop
        if more + 1 < limit and self.lower[more] in ("and", "&", ","):
            further = self._to_office(more + 1, limit)
            if further is not None and further - more < 4:
                second = self.phrases.read(self.phrases.office_at[further])
                name = self.phrases.name_at.get(second.stop)
                if not (name and name.type == "person") and not second.office.post.plural:
                    second.organization = second.organization or phrase.organization
                    second.country = second.country or phrase.country
                    if phrase.organization is None and second.organization:
                        phrase.organization = second.organization
                    yield self._title(found, second, found.first, second.stop)

    def _closes(self, index: int, limit: int) -> bool:
        """Tell whether an apposition ends here: "X, the mayor, said" and not "after X, the mayor said"."""
        return index >= limit or self.lower[index] in _CLOSING

    def _to_office(self, start: int, limit: int) -> int | None:
        """Return the first token of the office that a noun phrase beginning at `start` is about."""
        index = start
        while index < limit and index < start + 9:
            if index in self.phrases.office_at:
                return index
            name = self.phrases.name_at.get(index)
            if name and name.type != "person":
                index = name.stop
            elif self._may_precede(index):
                index += 1
            else:
                return None
        return None

    def _may_precede(self, index: int) -> bool:
        word = self.lower[index]
        if word in ("the", "a", "an", "its", "one", "'s", "’s", "his", "her", "their", "-"):
            return True
        return word in _status() or word in self.analysis.words.domains

    # -- pairs --------------------------------------------------------------------------------------------------------

    def _paired(self) -> Iterator[Title]:
        """Yield "the heads of A and B, X and Y" as X of A and Y of B."""
        for office in self.analysis.segmenter.offices:
            if office.post.plural and self.lower[office.stop : office.stop + 1] == ["of"]:
                yield from self._pair(office)

    def _pair(self, office: Office) -> Iterator[Title]:
        limit = self.phrases.stop_of[office.first]
        after = [found for found in self.analysis.found if office.stop < found.first < limit and not found.adjective]
        bodies: list[Found] = []
        for found in after:
            if found.type == "person":
                break
            if not bodies or bodies[-1].thing is not found.thing:
                bodies.append(found)
        people: list[Found] = []
        for found in after[after.index(bodies[-1]) + 1 :] if bodies else ():
            if found.thing is bodies[-1].thing:
                continue
            if found.type != "person" or (people and found.first - people[-1].stop > 2):
                break
            people.append(found)
        if len(bodies) < 2 or len(people) != len(bodies) or not self._adjoins(bodies[-1], people[0]):
            return
        for body, person in zip(bodies, people, strict=True):
            phrase = Phrase(office, office.first, office.stop)
            self.phrases._take(phrase, body)
            yield self._title(person, phrase, office.first, people[-1].stop)

    def _adjoins(self, body: Found, person: Found) -> bool:
        between = self.lower[body.stop : person.first]
        return len(between) <= 5 and "," in between
