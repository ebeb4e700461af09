"""Who can be the subject of a verb of saying: names, pronouns, and noun phrases that speak ("a police spokesman").

Comes in: tokens, names, entities. Goes out: `Source` records; pronouns are resolved along the text by `Cast`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from factcheck import lexicon

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.names import Name

_APPOSITION = 24  # words between a name and the comma that closes what is said of it
_PHRASE = 7  # words of a noun phrase without a name
_REACH = 14  # words between an inverted verb and the name that it belongs to

Role = Literal["person", "thing", "plural"]


class Source(NamedTuple):
    """Who speaks: printed at tokens first to stop; `pronoun` where the text says no more than "he", "it", "they"."""

    name: str
    entity: str | None
    role: Role
    first: int
    stop: int
    pronoun: bool = False


class Cast:
    """The possible speakers of one document."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self._full = {entity.id: entity.name for entity in document.entities}
        self._names = [name for name in document.names if not name.adjective]
        self._ending = {name.stop: name for name in self._names}
        self._starting = {name.first: name for name in self._names}
        self._firsts = [name.first for name in document.names]
        self._stops = [name.stop for name in document.names]

    def named(self, token: int) -> bool:
        """Tell whether a token is part of a name."""
        index = bisect_right(self._firsts, token) - 1
        return index >= 0 and token < self._stops[index]

    def is_paper(self, source: Source) -> bool:
        """Tell whether a source is no speaker itself but a text: "a statement", "the letter"."""
        return self.tokens.lower[source.stop - 1] in _papers()

    def ending(self, stop: int) -> Source | None:
        """Return the person or organisation whose name ends right before a token."""
        name = self._ending.get(stop)
        return self._of_name(name) if name is not None and name.type != "place" else None

    def latest(self, role: Role, before: int) -> Source | None:
        """Return the last person or organisation named before a token: who a pronoun may mean."""
        wanted = "person" if role == "person" else "organization"
        index = bisect_left(self._names, before, key=lambda name: name.first)
        names = (name for name in reversed(self._names[:index]) if name.type == wanted)
        name = next(names, None)
        return self._of_name(name) if name is not None else None

    def before(self, stop: int) -> Source | None:
        """Return the source whose phrase ends right before a token.

        "Kim"   "she"   "a spokesman for Airbus"   "Ron Sugar, the company's head,"   "Im, who"
        """
        tokens = self.tokens
        if stop <= 0:
            return None
        if tokens.text[stop - 1] == ")":
            stop = self._before_bracket(stop)
        last = stop - 1
        word = tokens.lower[last]
        name = self._ending.get(stop)
        if name is not None:
            return self._holder(name) or self._of_name(name)
        if word in _pronouns():
            return Source(word, None, _pronouns()[word], last, stop, pronoun=True)
        if word in _relatives():
            return self.before(last - (tokens.lower[last - 1] == ",")) if last else None
        if word == ",":
            return self._apposed(last)
        if word in _speakers():
            return self._phrase(last)
        return self._attached(stop)

    def _before_bracket(self, stop: int) -> int:
        """Step left over a few words in brackets: "Hans Vogt | (58) said"."""
        for i in range(stop - 2, max(stop - _PHRASE, 0), -1):
            if self.tokens.text[i] == "(":
                return i
        return stop

    def after(self, first: int) -> Source | None:
        """Return the source whose phrase starts at a token: the person in it, else the first name or speaking noun.

        "Angers"   "Apple CEO Steve Jobs"   "a spokesman for Airbus"   "the diplomat"
        """
        tokens = self.tokens
        found: Source | None = None
        i, end = first, min(first + _REACH, len(tokens))
        while i < end:
            word = tokens.lower[i]
            name = self._starting.get(i)
            if name is not None:
                if name.type == "person":
                    return self._of_name(name)
                found = found or self._of_name(name)
                i = name.stop
                continue
            if i == first and word in _pronouns():
                return Source(word, None, _pronouns()[word], i, i + 1, pronoun=True)
            if word in _speakers():
                after = self._starting.get(i + 1)
                compound = i + 1 < end and tokens.lower[i + 1] in _speakers()
                if not compound and (after is None or after.type != "person"):
                    return self._titled(i + 1, end) or self._phrase(i, first)
            elif word in _stops() and word not in {"and", "for", "of"}:
                break
            i += 1
        return found or self._capitalised(first)

    def _titled(self, at: int, end: int) -> Source | None:
        """Return the person after a chain of titles and a comma: "the president | and head of the firm, Tom Enders"."""
        for i in range(at, min(end, len(self.tokens) - 1)):
            if self.tokens.text[i] == ",":
                name = self._starting.get(i + 1)
                return self._of_name(name) if name is not None and name.type == "person" else None
            if self.tokens.lower[i] not in _CHAIN and not self.tokens.text[i][0].isupper():
                return None
        return None

    def opening(self, first: int, stop: int) -> Source | None:
        """Return the first name, pronoun or speaking noun of a stretch that no preposition leads to: its subject."""
        tokens = self.tokens
        i = first
        while i < stop:
            name = self._starting.get(i)
            if name is not None:
                governed = name.first > first and tokens.lower[name.first - 1] in _prepositions()
                follows = tokens.lower[name.stop] if name.stop < len(tokens) else ""
                if not governed and follows not in {"'s", "’s"} and (name.type != "place" or name.metonym):
                    return self._person_of(name, stop) or self._of_name(name)
                i = name.stop
                continue
            word = tokens.lower[i]
            if word in _pronouns():
                return Source(word, None, _pronouns()[word], i, i + 1, pronoun=True)
            if word in _speakers() and (i == 0 or tokens.lower[i - 1] not in _prepositions()):
                after = self._starting.get(i + 1)
                if after is None:
                    return self._phrase(i, first)
            i += 1
        return None

    def _person_of(self, name: Name, stop: int) -> Source | None:
        """Return the person whose title opens with an organisation: "Ryanair | CEO, Michael O'Leary"."""
        if name.type == "person":
            return None
        for i in range(name.stop, min(name.stop + _PHRASE, stop)):
            other = self._starting.get(i)
            if other is not None:
                return self._of_name(other) if other.type == "person" else None
            if self.tokens.text[i] != "," and self.tokens.lower[i] not in _speakers():
                return None
        return None

    def _of_name(self, name: Name) -> Source:
        full = self._full.get(name.entity) or self.tokens.source[name.start : name.end]
        role: Role = "person" if name.type == "person" else "thing"
        return Source(full, name.entity or None, role, name.first, name.stop)

    def _holder(self, name: Name) -> Source | None:
        """Return the speaker where a name only tells whose: "a spokesman for Airbus", "officials in Moscow"."""
        i = name.first - 1
        tokens = self.tokens
        steps = 0
        while i > 0 and steps < _PHRASE and tokens.lower[i] not in _joins():
            if tokens.lower[i] in _stops() or not (tokens.text[i][0].isalnum()):
                return None
            i -= 1
            steps += 1
        if i <= 0 or tokens.lower[i] not in _joins():
            return None
        if tokens.lower[i - 1] in _speakers():
            if tokens.lower[i - 1] in _papers():
                return self._of_name(name) if name.type != "place" else None
            before = self._phrase(i - 1)
            return before._replace(name=tokens.slice(before.first, name.stop), stop=name.stop) if before else None
        if tokens.lower[i - 1] in _informed() and i > 1 and tokens.lower[i - 2] in _speakers():
            close = self._phrase(i - 2)
            return close._replace(name=tokens.slice(close.first, name.stop), stop=name.stop) if close else None
        head = self._ending.get(i)
        return self._of_name(head) if head is not None and head.type != "place" else None

    def _attached(self, stop: int) -> Source | None:
        """Return the speaker with a place or time after it: "officials in the capital"."""
        tokens = self.tokens
        for i in range(stop - 1, max(stop - _PHRASE, 0), -1):
            if tokens.lower[i] in _joins():
                if tokens.lower[i - 1] in _speakers():
                    return self._phrase(i - 1)
                name = self._ending.get(i)
                if name is not None:
                    return self._of_name(name) if name.type != "place" else None
                if tokens.lower[i - 1] not in _informed():
                    return None
            elif tokens.lower[i] in _speakers() and tokens.lower[i + 1] in _informed():
                return self._phrase(i)
            if not tokens.text[i][0].isalnum():
                return None
        return None

    def _apposed(self, comma: int) -> Source | None:
        """Return the name before ", the head of the agency," whose closing comma is given."""
        tokens = self.tokens
        floor = max(comma - _APPOSITION, tokens.sentences[tokens.sentence(comma)][0])
        inner = self._ending.get(comma)
        if inner is not None and inner.type == "person" and tokens.text[inner.first - 1] == ",":
            return self._of_name(inner)
        farthest = None
        for i in range(comma - 1, floor, -1):
            if tokens.text[i] == ",":
                name = self._ending.get(i)
                if name is not None and name.type != "place":
                    farthest = self._of_name(name)
                    if name.type == "person":
                        return farthest
                elif tokens.lower[i - 1] in _speakers():
                    farthest = farthest or self._phrase(i - 1)
            elif tokens.text[i] in _MARKS:
                break
        return farthest

    def _phrase(self, head: int, floor: int = 0) -> Source | None:
        """Return the noun phrase that ends in a speaking noun: "Pyongyang's state media", "a police spokesman"."""
        tokens = self.tokens
        first = head
        lowest = max(floor, head - _PHRASE, tokens.sentences[tokens.sentence(head)][0])
        while first > lowest:
            word = tokens.lower[first - 1]
            if word in _edges():
                break
            if word in _stops() or not (word[0].isalpha() or word in {"'s", "’s"}):
                break
            first -= 1
        while first < head and (tokens.lower[first] in {"'s", "’s"} or tokens.lower[first] in _between()):
            first += 1
        word = tokens.lower[head]
        plural = word in _plurals()
        role: Role = "plural" if plural else ("person" if word in _people() else "thing")
        return Source(tokens.slice(first, head + 1), None, role, first, head + 1)

    def _capitalised(self, first: int) -> Source | None:
        """Return the capitalised words at a token where no name was made out: "said Angers"."""
        tokens = self.tokens
        stop = first
        while stop < len(tokens) and tokens.text[stop][0].isupper() and tokens.text[stop].isalpha():
            stop += 1
        return Source(tokens.slice(first, stop), None, "person", first, stop) if stop > first else None

    def capitalised_before(self, stop: int) -> Source | None:
        """Return the capitalised words before a token where no name was made out: "Angers said"."""
        tokens = self.tokens
        first = stop
        while first > 0 and tokens.text[first - 1][0].isupper() and tokens.text[first - 1].replace("'", "").isalpha():
            first -= 1
            if stop - first > _PHRASE:
                return None
        while first < stop and (tokens.lower[first] in _edges() or tokens.lower[first] in _not_names()):
            first += 1
        return Source(tokens.slice(first, stop), None, "person", first, stop) if first < stop else None


_CHAIN = frozenset({"and", "of", "the", "chief", "executive", "officer", "director", "general", "manager", "head"})
_MARKS = frozenset('"“”«»;:()')


@cache
def _lexicon() -> dict[str, Any]:
    return lexicon.load("speech")


@cache
def _pronouns() -> dict[str, Role]:
    table = _lexicon()["pronouns"]
    return {
        **dict.fromkeys(table["person"], "person"),
        **dict.fromkeys(table["thing"], "thing"),
        **dict.fromkeys(table["plural"], "plural"),
    }


@cache
def _relatives() -> frozenset[str]:
    return frozenset(_lexicon()["pronouns"]["relative"])


@cache
def _people() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["person"])


@cache
def _speakers() -> frozenset[str]:
    return _people() | frozenset(_lexicon()["nouns"]["thing"])


@cache
def _papers() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["papers"])


@cache
def _informed() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["informed"])


@cache
def _plurals() -> frozenset[str]:
    nouns = _speakers()
    return frozenset(
        word for word in nouns if word.endswith("s") and (word[:-1] in nouns or word[:-3] + "y" in nouns)
    ) | frozenset({"men", "women", "people", "police", "others", "some", "many"})


@cache
def _edges() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["edge"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["stop"])


@cache
def _joins() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["joins"])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"]["prepositions"])


@cache
def _between() -> frozenset[str]:
    return frozenset(_lexicon()["between"]["words"])


@cache
def _not_names() -> frozenset[str]:
    return _between() | _prepositions() | _stops()
