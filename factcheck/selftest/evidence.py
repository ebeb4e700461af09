"""What the articles say of a claim elsewhere: a corpus, indexed so that a claim's corroboration is found at once.

A claim may only be changed where another passage says the same; where nothing does, nobody could know of the slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from factcheck import lexicon
from factcheck.model import Article, BaseClaim, Claim, Corpus, Event, Extraction, Published, kind_of

AnyClaim = TypeVar("AnyClaim", bound=BaseClaim)
Option = TypeVar("Option")


class Dice:
    """Choices that rest on a seed and on what is chosen for, never on the order of the questions."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def rank(self, *key: object) -> str:
        """Return a string to sort by."""
        return sha256("\0".join(map(str, (self._seed, *key))).encode()).hexdigest()

    def choose(self, options: Sequence[Option], *key: object) -> Option:
        """Return one of some options."""
        return options[int(self.rank(*key)[:12], 16) % len(options)]


class Evidence:
    """A linked corpus, asked for what corroborates a claim."""

    def __init__(self, corpus: Corpus, extractions: Sequence[Extraction], dice: Dice) -> None:
        self.corpus = corpus
        self._extractions = extractions
        self.dice = dice
        self._alike: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in corpus.claims:
            if claim.subject is not None:
                self._alike[kind_of(claim), claim.subject.id].append(claim)

    def others(self, claim: BaseClaim, kind: type[AnyClaim]) -> Iterator[AnyClaim]:
        """Yield the claims of a kind about what a claim is about, from other sentences than its own, as sure as it."""
        if claim.subject is None:
            return
        tag = str(kind.__struct_config__.tag)
        for other in self._alike.get((tag, claim.subject.id), ()):
            apart = other.article != claim.article or other.sentence != claim.sentence
            if isinstance(other, kind) and apart and other.certainty == claim.certainty:
                yield other

    def article(self, claim: BaseClaim) -> Article:
        """Return the article that a claim stands in."""
        return self.corpus.articles[claim.article]

    def published(self, claim: BaseClaim) -> Published | None:
        """Return when the article of a claim appeared."""
        return self.article(claim).published

    def day(self, claim: BaseClaim) -> date | None:
        """Return the day on which the article of a claim appeared, None where it is not known to the day."""
        found = self.published(claim)
        return found.earliest if found and found.earliest == found.latest else None

    def within(self, days: int, one: BaseClaim, other: BaseClaim) -> bool:
        """Tell whether two claims stand in articles that surely appeared within some days of each other, or in one."""
        first, second = self.day(one), self.day(other)
        if one.article == other.article:
            return True
        return first is not None and second is not None and abs((first - second).days) <= days

    def lasts(self, claim: BaseClaim) -> bool:
        """Tell whether a claim is about something of several days and places, or about none that is comparable."""
        subject = self.corpus.subjects.get(claim.subject.id) if claim.subject else None
        traits = lexicon.load("events")["class"].get((subject.head if subject else None) or "", {})
        return bool(traits.get("lasting") or traits.get("private"))

    def event(self, claim: BaseClaim) -> Event | None:
        """Return the event that a claim is about as its own article knows it."""
        return self._events.get(claim.id)

    @cached_property
    def _events(self) -> dict[str, Event]:
        found: dict[str, Event] = {}
        for extraction in self._extractions:
            events = {event.id: event for event in extraction.events}
            about = ((claim.id, claim.subject.id) for claim in extraction.claims if claim.subject)
            found.update({ident: events[event] for ident, event in about if event in events})
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every spelling of every subject, in lower case."""
        return frozenset(name.lower() for one in self.corpus.subjects.values() for name in (one.name, *one.spellings))
