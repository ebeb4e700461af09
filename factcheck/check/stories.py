"""When an undated article appeared, as far as the reports of the same event tell: news of one event is of one time.

Comes in: a corpus. Goes out: for each article the events that it opens with, and for an undated one the days about
which others that open with one of them appeared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from factcheck.check.intervals import Interval
from factcheck.model import Corpus

# Characters: headline and lead, where a report tells what it is about.
_HEAD = 600
# An event is news for so many days.
NEWS_DAYS = 10


class Stories:
    """The events that articles open with, where more than one does."""

    def __init__(self, corpus: Corpus) -> None:
        self._dates: dict[str, Interval] = {
            name: Interval(article.published.earliest, article.published.latest)
            for name, article in corpus.articles.items()
            if article.published is not None and article.published.earliest and article.published.latest
        }
        self._of: Mapping[str, frozenset[str]] = _openings(corpus)
        self._reports: dict[str, list[str]] = defaultdict(list)
        for article, events in sorted(self._of.items()):
            for event in events:
                self._reports[event].append(article)

    def of(self, article: str) -> frozenset[str]:
        """Return the ids of the events that an article and others open with."""
        return self._of.get(article, frozenset())

    def about(self, article: str) -> Interval:
        """Return about when an undated article appeared: within days of all dated reports of its event, else unknown.

        Where these lie further apart than news lasts, it may be of any of their times, and nothing is known.
        """
        found = [
            self._dates[other]
            for event in sorted(self.of(article))
            for other in self._reports[event]
            if other in self._dates
        ]
        days = [day for date in found for day in (date.earliest, date.latest) if day is not None]
        if not days or (max(days) - min(days)).days > NEWS_DAYS:
            return Interval(None, None)
        margin = timedelta(days=NEWS_DAYS)
        return Interval(min(days) - margin, max(days) + margin)


def _openings(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for subject in corpus.subjects.values():
        if subject.type == "event":
            opening = {mention.article for mention in subject.mentions if mention.start < _HEAD}
            for article in opening if len(opening) > 1 else ():
                found[article].add(subject.id)
    return {article: frozenset(events) for article, events in found.items()}
