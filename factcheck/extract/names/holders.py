"""Analysis → offices given to people by name, before it or after it.

"North Korean Ambassador to Russia Sin Hong-chol"    "Mikhail Seslavinsky, head of the Federal Agency for Press"
"the heads of TASS and KCNA, Sergei Mikhailov and Kim Chang Gwang"    "Ann Lee, who became governor in 2019"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.extract.names.offices import Office
from factcheck.extract.names.phrases import Phrase, Phrases, is_kinship, status_words
from factcheck.extract.names.record import Title

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.mentions import Found

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
_TELLING = _BECAME | _CHOSEN | {"has", "had", "will"}
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
_LONGEST_COMPLEMENT = 12
_NEAR = 4
_LONGEST_PREMODIFIER = 7


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
        titles = _carried([title for title in titles if not is_kinship(title.value)])
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
        start, end = self.tokens.span(first, stop)
        self.used.add(phrase.office.first)
        return Title(start, end, found.thing.id if found.thing else "", self.phrases.value(phrase))

    # -- before the name ----------------------------------------------------------------------------------------------

    def _before(self, found: Found) -> Iterator[Title]:
        """Yield the offices right before a name, honorifics between allowed, several joined by "and"."""
        stop = self._past_honorific(found.first)
        office = self.phrases.office_ending.get(stop)
        if office:
            yield from self._chain(found, office)
            return
        phrase = self._with_complement(stop) or self._set_off(found, stop)
        if phrase:
            yield self._title(found, phrase, phrase.first, found.stop)

    def _past_honorific(self, index: int) -> int:
        """Return where the words before "Mr", "Comrade" or a comma end."""
        while index > 0:
            word = self.lower[index - 1]
            if index in self.phrases.office_ending and word != "comrade":
                break
            if word == "." and index > 1 and self.lower[index - 2] in self.analysis.words.honorifics:
                index -= 2
            elif word in self.analysis.words.honorifics:
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

    def _set_off(self, found: Found, stop: int) -> Phrase | None:
        """Return the phrase before a name between commas: "The company's president, Ann Lee, said"."""
        between = self.lower[stop - 1 : stop] == [","] and self.lower[found.stop : found.stop + 1] == [","]
        office = self.phrases.office_ending.get(stop - 1) if between else None
        if office is None or office.post.plural:
            return None
        phrase = self.phrases.read(office)
        before = self.lower[phrase.first - 1] if phrase.first else ""
        owner = self.phrases.name_ending.get(phrase.first - 1)
        if owner and owner.type == "person":
            return None
        owned = before in ("the", "its", "his", "her", "their", "'s", "’s") or phrase.first < office.first
        return phrase if owned else None

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
        index = self._past_age(self._past_bracket(found.stop))
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
        if start < limit and self.lower[start] in _TELLING:
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

    def _past_age(self, index: int) -> int:
        """Go on over an age between commas: "Paul Dean, 52, the chief constable"."""
        age = self.lower[index + 1 : index + 2]
        aged = self.lower[index : index + 1] == [","] and bool(age) and age[0].isdigit()
        return index + 2 if aged and self.lower[index + 2 : index + 3] == [","] else index

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
        second = self._joined(phrase, limit)
        if second:
            phrase.organization = phrase.organization or second.organization
            phrase.country = phrase.country or second.country
            second.organization = second.organization or phrase.organization
            second.country = second.country or phrase.country
        yield self._title(found, phrase, found.first, phrase.stop)
        if second:
            yield self._title(found, second, found.first, second.stop)

    def _joined(self, phrase: Phrase, limit: int) -> Phrase | None:
        """Return the second office of "chairman and chief operating officer of AirTran"."""
        more = phrase.stop
        if more + 1 >= limit or self.lower[more] not in ("and", "&", ","):
            return None
        further = self._to_office(more + 1, limit)
        if further is None or further - more >= _NEAR:
            return None
        second = self.phrases.read(self.phrases.office_at[further])
        name = self.phrases.name_at.get(second.stop)
        plural = second.office.post.plural or (name and name.type == "person")
        return None if plural or not self._closes(second.stop, limit) else second

    def _closes(self, index: int, limit: int) -> bool:
        """Tell whether an apposition ends here: "X, the mayor, said" and not "after X, the mayor said"."""
        return index >= limit or self.lower[index] in _CLOSING

    def _to_office(self, start: int, limit: int) -> int | None:
        """Return the first token of the office that a noun phrase beginning at `start` is about."""
        index = start
        while index < limit and index < start + _LONGEST_PREMODIFIER:
            if index in self.phrases.office_at and not self._qualifies(index, limit):
                return index
            name = self.phrases.name_at.get(index)
            if name and name.type != "person":
                index = name.stop
            elif self._may_precede(index):
                index += 1
            else:
                return None
        return None

    def _qualifies(self, index: int, limit: int) -> bool:
        """Tell "chief" in "chief currency strategist" from an office: another one ends the noun phrase."""
        stop = self.phrases.office_at[index].stop
        if stop + 1 >= limit or not self.text[stop].isalpha() or not self._may_precede(stop):
            return False
        return any(further in self.phrases.office_at for further in range(stop + 1, min(stop + 3, limit)))

    def _may_precede(self, index: int) -> bool:
        word = self.lower[index]
        if self.lower[index + 1 : index + 2] in (["'s"], ["’s"]) and word.isalpha() and self.text[index][0].islower():
            return True
        if word.isalpha() and self.text[index][0].islower() and word not in self.analysis.words.function:
            return word not in self.analysis.words.speech
        if word in ("the", "a", "an", "its", "one", "'s", "’s", "his", "her", "their", "-"):
            return True
        return word in status_words() or word in self.analysis.words.domains

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
            self.phrases.take(phrase, body)
            yield self._title(person, phrase, office.first, people[-1].stop)

    def _adjoins(self, body: Found, person: Found) -> bool:
        between = self.lower[body.stop : person.first]
        return len(between) <= 5 and "," in between


def _carried(titles: list[Title]) -> list[Title]:
    """Give an office without a country the one that the same person's same office has elsewhere in the article."""
    stated: dict[tuple[str, str], set[str]] = {}
    for title in titles:
        if title.value.country and not title.value.organization:
            stated.setdefault((title.entity, title.value.office), set()).add(title.value.country)
    return [_with_country(title, stated.get((title.entity, title.value.office), set())) for title in titles]


def _with_country(title: Title, countries: set[str]) -> Title:
    if title.value.country or title.value.organization or len(countries) != 1:
        return title
    return replace(title, value=replace(title.value, country=min(countries)))
