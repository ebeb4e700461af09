"""When an undated article appeared, as far as the reports of the same event tell: news of one event is of one time.

Comes in: a corpus. Goes out: for each article the events that it opens with, and for an undated one the days about
which others that open with one of them appeared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from factcheck.check.intervals import Interval
from factcheck.model import Corpus

# Characters: headline and lead, where a report tells what it is about.
_HEAD = 600
# An event is news for so many days.
NEWS_DAYS = 10


class Stories:
    """The events that articles open with, where more than one does."""

    def __init__(self, corpus: Corpus) -> None:
        self._of: Mapping[str, frozenset[str]] = _openings(corpus)
        days: dict[str, list[date]] = defaultdict(list)
        for name, events in sorted(self._of.items()):
            own = corpus.articles[name].published if name in corpus.articles else None
            if own is not None and own.earliest and own.latest:
                for event in events:
                    days[event] += (own.earliest, own.latest)
        self._spans = {event: (min(found), max(found)) for event, found in days.items()}

    def of(self, article: str) -> frozenset[str]:
        """Return the ids of the events that an article and others open with."""
        return self._of.get(article, frozenset())

    def about(self, article: str) -> Interval:
        """Return about when an undated article appeared: within days of all dated reports of its event, else unknown.

        Where these lie further apart than news lasts, it may be of any of their times, and nothing is known.
        """
        spans = [self._spans[event] for event in self.of(article) if event in self._spans]
        first = min((span[0] for span in spans), default=None)
        last = max((span[1] for span in spans), default=None)
        if first is None or last is None or (last - first).days > NEWS_DAYS:
            return Interval(None, None)
        margin = timedelta(days=NEWS_DAYS)
        return Interval(first - margin, last + margin)


def _openings(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for subject in corpus.subjects.values():
        if subject.type == "event":
            opening = {mention.article for mention in subject.mentions if mention.start < _HEAD}
            for article in opening if len(opening) > 1 else ():
                found[article].add(subject.id)
    return {article: frozenset(events) for article, events in found.items()}
