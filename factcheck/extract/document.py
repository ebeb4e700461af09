"""One article under extraction: its tokens and the layers that the kinds of claim read.

Each layer is computed once, on first use, from the layers above it:

    tokens → times → masthead → names → counts → quotations → ties → happenings → published → dated → events
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcheck import numerals
from factcheck.extract.tokens import Tokens

if TYPE_CHECKING:
    from factcheck.extract.counts import Count
    from factcheck.extract.events import Happening, Ties
    from factcheck.extract.lives import Bound
    from factcheck.extract.masthead import Masthead
    from factcheck.extract.names import Name
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.people import People
    from factcheck.extract.speech import Quotation
    from factcheck.extract.speech.clauses import Clauses
    from factcheck.extract.speech.voices import Voices
    from factcheck.extract.tenures import Held
    from factcheck.extract.time import Time, TimeExpression
    from factcheck.model import Article, Entity, Event, Published


class Document:
    """An article and its layers. Offsets count in `article.text`; token indices count in `tokens`."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.tokens = Tokens(article.text)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """Time expressions as printed, in text order, nothing resolved."""
        from factcheck.extract import time

        return time.find(self)

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """The tokens that a number or a rank can start at: figures and number words."""
        words = numerals.vocabulary()
        found = {word for word in self.tokens.vocabulary if "0" <= word[0] <= "9"}
        found |= words & self.tokens.vocabulary
        return tuple(self.tokens.hits(found.__contains__))

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """Numbers of things in text order, each with its unit and the class of what is counted."""
        from factcheck.extract import counts

        return tuple(counts.find(self))

    @cached_property
    def masthead(self) -> Masthead:
        """What stands above or at the head of the copy: headline, header date, outlet, dateline."""
        from factcheck.extract import masthead

        return masthead.read(self)

    @cached_property
    def people_and_places(self) -> Analysis:
        """The analysis behind names, entities, titles and stated aliases."""
        from factcheck.extract import names

        return names.analyse(self)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Mentions of people, organisations and places in text order, each with its entity."""
        from factcheck.extract import names

        return names.find(self)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organisations and places behind the names."""
        from factcheck.extract import names

        return names.entities(self)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches in quotation marks, in text order, with their speakers."""
        from factcheck.extract import speech

        return speech.quotations(self)

    @cached_property
    def voices(self) -> Voices:
        """Who says what: quotations and reported clauses, ready for look-up."""
        from factcheck.extract.speech.voices import Voices

        return Voices(self)

    @cached_property
    def clauses(self) -> Clauses:
        """How surely each clause is told, ready for look-up."""
        from factcheck.extract.speech.clauses import Clauses

        return Clauses(self)

    @cached_property
    def ties(self) -> Ties:
        """Mentions of events as read, and the times and places that belong to each."""
        from factcheck.extract import events

        return events.tie(self)

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Mentions of events in text order, with participants, times and places."""
        from factcheck.extract import events

        return events.find(self)

    @cached_property
    def _gathered(self) -> tuple[tuple[Event, ...], tuple[str, ...]]:
        from factcheck.extract import events

        return events.gather(self)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events behind the happenings, their intervals settled."""
        return self._gathered[0]

    @property
    def event_of(self) -> tuple[str, ...]:
        """For each happening the id of its event, "" where it names none."""
        return self._gathered[1]

    @cached_property
    def event_names(self) -> dict[str, str]:
        """The events' names by id."""
        return {event.id: event.name for event in self.events}

    @cached_property
    def people(self) -> People:
        """The people among the names, ready for look-up."""
        from factcheck.extract.people import People

        return People(self.names)

    @cached_property
    def tenures(self) -> dict[int, Held]:
        """What the time expressions say of people's time in an office, by their index in `times`."""
        from factcheck.extract import tenures

        return tenures.find(self)

    @cached_property
    def lives(self) -> dict[int, Bound]:
        """Whose births and deaths the time expressions date, by their index in `times`."""
        from factcheck.extract import lives

        return lives.find(self)

    @cached_property
    def published(self) -> Published | None:
        """The publication date, stated or inferred, with its cues; None where nothing is known."""
        from factcheck.extract import publication

        return publication.infer(self)

    @cached_property
    def dated(self) -> tuple[Time, ...]:
        """The time expressions resolved against the publication date and the narrative, aligned with `times`."""
        from factcheck.extract import time

        return time.resolve(self)
