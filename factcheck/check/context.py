"""What the comparators may ask of a corpus: its claims by id, articles, dates of articles, lines of passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from factcheck.check.folding import folded
from factcheck.check.intervals import Interval, apart, furthest
from factcheck.check.passages import Passages
from factcheck.check.stories import Stories
from factcheck.model import (
    AnniversaryClaim,
    Article,
    BaseClaim,
    Claim,
    Corpus,
    DateClaim,
    Passage,
    QuantityClaim,
    Subject,
    TitleClaim,
)

# A sentence that dates itself this long before the article appeared speaks of another time than the article's own.
CURRENT_DAYS = 31
# How an office is held where somebody comes or goes.
CHANGES = frozenset({"former", "late", "then", "elect", "acting", "appointed"})
# An article of unknown date whose own dates span more than this tells history: people change office in it.
HISTORY_DAYS = 366


class Context:
    """An index over one corpus; everything is computed once, on first use."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._newlines: dict[str, list[int]] = {}
        self._times: dict[str, Interval] = {}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id."""
        return {claim.id: claim for claim in self.corpus.claims}

    @cached_property
    def self_dated(self) -> dict[str, tuple[DateClaim, ...]]:
        """The claims by which each article dates itself: header first, then dateline."""
        found: dict[str, list[DateClaim]] = defaultdict(list)
        for claim in self.corpus.claims:
            if isinstance(claim, DateClaim) and claim.value.role is not None:
                found[claim.article].append(claim)
        return {name: tuple(claims) for name, claims in found.items()}

    @cached_property
    def _dates(self) -> dict[str, list[DateClaim]]:
        """The dates of each article that are not its own, in text order."""
        found: dict[str, list[DateClaim]] = defaultdict(list)
        for claim in self.corpus.claims:
            if isinstance(claim, DateClaim) and claim.value.role is None:
                found[claim.article].append(claim)
        return {name: sorted(claims, key=lambda claim: claim.start) for name, claims in found.items()}

    @cached_property
    def _origin(self) -> dict[str, str]:
        """One article out of each set of copies stands for all of them."""
        return {
            name: min({name, *article.copies}) if article.copies else name
            for name, article in self.corpus.articles.items()
        }

    @cached_property
    def containers(self) -> dict[str, tuple[str, ...]]:
        """The ids and names of what holds each place, by the place's folded name."""
        subjects = self.corpus.subjects
        found: dict[str, list[str]] = defaultdict(list)
        for ident, subject in sorted(subjects.items()):
            if subject.type == "place":
                outer = [*subject.within, *(subjects[one].name for one in subject.within if one in subjects)]
                for name in {folded(subject.name), *map(folded, subject.spellings)}:
                    found[name] += [ident, *outer]
        return {name: tuple(names) for name, names in found.items()}

    @cached_property
    def celebrations(self) -> frozenset[str]:
        """The ids of the dates that are of an anniversary's celebration and not of what is remembered.

        "A reception marking the 70th anniversary of the founding was held on October 9": the date stands in the
        anniversary's sentence and lies in its year, not in the year of the origin.
        """
        remembered: dict[tuple[str, tuple[int, int], str], date] = {}
        for claim in self.corpus.claims:
            if isinstance(claim, AnniversaryClaim) and claim.subject and claim.value.as_of:
                remembered[(claim.article, claim.sentence, claim.subject.id)] = claim.value.as_of
        found = set()
        for claim in self.corpus.claims:
            if isinstance(claim, DateClaim) and claim.subject and claim.value.earliest:
                as_of = remembered.get((claim.article, claim.sentence, claim.subject.id))
                if as_of is not None and claim.value.earliest.year >= as_of.year - 1:
                    found.add(claim.id)
        return frozenset(found)

    @cached_property
    def _changes(self) -> dict[str, list[tuple[str, str]]]:
        """The articles in which each person is said to have left, taken up or been chosen for an office, and which.

        In the place of the office stands "appointment" or "resignation" where that is told as an event.
        """
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for claim in self.corpus.claims:
            if not isinstance(claim, TitleClaim) or claim.subject is None:
                continue
            if claim.value.former or claim.value.status in CHANGES:
                found[claim.subject.id].add((claim.article, claim.value.office))
        for subject in self.corpus.subjects.values():
            if subject.head in ("appointment", "resignation"):
                for person in subject.participants:
                    found[person] |= {(article, subject.head) for article in _articles(subject) or {""}}
        return {person: sorted(told) for person, told in found.items()}

    def changes_office(self, person: str, offices: Collection[str], articles: Collection[str]) -> bool:
        """Tell whether some text says that a person took up or left one of these offices, within a year of articles.

        Among `offices`, "appointment" and "resignation" stand for such events, whatever the office.
        """
        told = {article for article, what in self._changes.get(person, ()) if what in offices}
        dates = [self.published(name) for name in articles]
        gaps = (apart(self.published(article), own) for article in told for own in dates)
        return any(gap is None or gap <= HISTORY_DAYS for gap in gaps)

    @cached_property
    def _margins(self) -> dict[tuple[str, str, float, str], frozenset[str]]:
        """The modifiers that each article gives to each number of a subject: "at least", "about"."""
        found: dict[tuple[str, str, float, str], set[str]] = defaultdict(set)
        for claim in self.corpus.claims:
            if (
                isinstance(claim, QuantityClaim)
                and claim.subject
                and claim.value.number is not None
                and claim.value.mod
            ):
                key = (claim.article, claim.subject.id, claim.value.number, claim.value.frame or "")
                found[key].add(claim.value.mod)
        return {key: frozenset(mods) for key, mods in found.items()}

    def margins(self, claim: QuantityClaim) -> frozenset[str]:
        """Return the modifiers that a claim's article gives to its number of its subject."""
        if claim.subject is None or claim.value.number is None:
            return frozenset()
        key = (claim.article, claim.subject.id, claim.value.number, claim.value.frame or "")
        return self._margins.get(key, frozenset())

    @cached_property
    def passages(self) -> Passages:
        """Where claims of near copies stand in the text that all are copies of."""
        return Passages(self.corpus)

    def article(self, name: str) -> Article | None:
        """Return an article by its name."""
        return self.corpus.articles.get(name)

    def subject(self, claim: BaseClaim) -> Subject | None:
        """Return what a claim is about, as linking knows it."""
        return self.corpus.subjects.get(claim.subject.id) if claim.subject else None

    def published(self, name: str) -> Interval:
        """Return when an article appeared, as far as it is known."""
        article = self.article(name)
        if article is None or article.published is None:
            return Interval(None, None)
        return Interval(article.published.earliest, article.published.latest)

    @cached_property
    def stories(self) -> Stories:
        """What articles open with, and when undated ones appeared by the others."""
        return Stories(self.corpus)

    def _appeared(self, name: str) -> Interval:
        """Return when an article appeared, by its own word, else by other reports of the event that it opens with."""
        own = self.published(name)
        return own if own.known else self.stories.about(name)

    def inferred(self, name: str) -> bool:
        """Tell whether the year of an article's own date was inferred."""
        article = self.article(name)
        return article is not None and article.published is not None and article.published.inferred

    def confirmed(self, name: str) -> bool:
        """Tell whether a weekday in an article is that of its own date."""
        own = self.published(name).day
        named = (claim.value for claim in self._dates.get(name, []) if claim.value.weekday)
        return own is not None and any(value.earliest == own == value.latest for value in named)

    def time(self, claim: BaseClaim) -> Interval:
        """Return the time that a claim speaks of: its article's date, unless the text around it speaks of long before.

        The date of an undated article is that of other reports of its story, give or take days.

        A date in the sentence, or before it in the paragraph ("in 2012 the president, …"), makes the time unknown, for
        the claim may be true of then or now.
        """
        if claim.id not in self._times:
            self._times[claim.id] = self._time(claim)
        return self._times[claim.id]

    def undated(self, claim: BaseClaim) -> bool:
        """Tell whether nothing is known of the time that a claim speaks of, by its article or by a date beside it."""
        dates = self._told_before(claim)
        return not self.published(claim.article).known and not any(date.value.earliest for date in dates)

    def _time(self, claim: BaseClaim) -> Interval:
        own = self._appeared(claim.article)
        for told in self._told_before(claim):
            said = Interval(told.value.earliest, told.value.latest)
            gap = apart(said, own)
            past = said.latest is not None and own.earliest is not None and said.latest < own.earliest
            if past and gap is not None and gap > CURRENT_DAYS:
                return Interval(None, None)
        return own

    def _told_before(self, claim: BaseClaim) -> Sequence[DateClaim]:
        """Return the dates in a claim's sentence, else the last one before it in its paragraph."""
        dates = self._dates.get(claim.article, [])
        first = bisect_left(dates, claim.sentence[0], key=lambda date: date.start)
        within = dates[first : bisect_right(dates, claim.sentence[1], key=lambda date: date.start)]
        if within or not first:
            return within
        found = self.article(claim.article)
        between = found.text[dates[first - 1].end : claim.start] if found else ""
        return () if "\n" in between else dates[first - 1 : first]

    def sentence_dates(self, claim: BaseClaim) -> list[Interval]:
        """Return the known dates in a claim's sentence, without those by which the article dates itself."""
        dates = self._dates.get(claim.article, [])
        first = bisect_left(dates, claim.sentence[0], key=lambda date: date.start)
        last = bisect_right(dates, claim.sentence[1], key=lambda date: date.start)
        spans = [Interval(date.value.earliest, date.value.latest) for date in dates[first:last]]
        return [span for span in spans if span.known]

    def _is_history(self, name: str) -> bool:
        """Tell whether an article of unknown date spans years by the dates that it tells."""
        spans = [claim.value for claim in self._dates.get(name, []) if claim.value.earliest and claim.value.latest]
        first = min((value.earliest for value in spans if value.earliest), default=None)
        last = max((value.latest for value in spans if value.latest), default=None)
        return first is not None and last is not None and (last - first).days > HISTORY_DAYS

    def distance(self, left: BaseClaim, right: BaseClaim) -> int | None:
        """Return the greatest number of days that can lie between two claims' times, None where it is unknown."""
        if left.article == right.article and self.time(left) == self.time(right) == self._appeared(left.article):
            return None if not self.published(left.article).known and self._is_history(left.article) else 0
        return furthest(self.time(left), self.time(right))

    def sources(self, claims: Iterable[BaseClaim]) -> int:
        """Return the number of independent articles behind claims; copies of one text count once."""
        return len({self._origin.get(claim.article, claim.article) for claim in claims})

    def line(self, article: str, offset: int) -> int:
        """Return the line, from 1, on which an offset of an article's text lies."""
        if article not in self._newlines:
            found = self.article(article)
            lines = found.text.split("\n") if found else []
            self._newlines[article] = list(accumulate(len(line) + 1 for line in lines))
        return bisect_right(self._newlines[article], offset) + 1

    def passage(self, article: str, start: int, end: int, sentence: tuple[int, int]) -> Passage:
        """Return the quotation of a span with the sentence around it."""
        found = self.article(article)
        text = found.text if found else ""
        offset = found.line - 1 if found else 0
        line = self.line(article, start) if not offset else offset + 1
        around = " ".join(text[slice(*sentence)].split())
        return Passage(article=article, start=start, end=end, text=text[start:end], line=line, sentence=around)


def _articles(subject: Subject) -> set[str]:
    return {mention.article for mention in subject.mentions}
