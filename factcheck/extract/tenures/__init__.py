"""Time expressions → what they say of somebody's time in an office.

Comes in: tokens, times, names and titles. Goes out: for each time expression that tells when somebody took up, held
or left an office, the person and the `Tenure`; nothing else gets one, and nobody who cannot be made out.

"Ozols, in office since 2012"  "who took office in 2013"  "has been in power for 17 years"
"served as foreign minister from 2010 to 2014"  "after 12 years at the helm"  "his 17-year rule"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tenures.holders import Held, Holders
from factcheck.extract.tenures.vocabulary import ending, starting, words

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.names import Title
    from factcheck.extract.time import TimeExpression

__all__ = ["Held", "find", "year_of"]

_POINTS = frozenset({"in", "on", "at", "during"})
_RANGES = frozenset({"from", "between", "in", "(", ","})
_VERB = 5  # words between "has ruled" and "since"
_AGAIN = 6  # words around a beginning in which "again" makes it another one


def find(document: Document) -> dict[int, Held]:
    """Return what the time expressions say of people's time in office, by their index in `document.times`."""
    if not document.times:
        return {}
    reader = _Reader(document)
    found = ((index, reader.read(time)) for index, time in enumerate(document.times))
    return {index: held for index, held in found if held is not None}


def year_of(document: Document, i: int, stop: int) -> tuple[Held | None, int] | None:
    """Return who is in that year of a time in office, and where the words end; None where it is another year.

    `i` is the token of the rank, `stop` the one after it: "her third | year in office", "the eighth | year of his rule"
    """
    tokens = document.tokens
    if stop + 1 >= len(tokens) or tokens.lower[stop] != "year":
        return None
    at = stop + 1
    end = starting(tokens, at, "states")
    if end is not None:
        return Holders(document).held(i, "since"), end
    if tokens.lower[at] != "of":
        return None
    for owner in range(at + 1, min(at + 2 + _VERB, len(tokens))):
        end = starting(tokens, owner, "reigns")
        if end is not None:
            return Holders(document).held(owner, "since"), end
    return None


class _Reader:
    """Reads the times of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.holders = Holders(document)
        self.titles: dict[int, Title] = {title.end: title for title in document.people_and_places.titles}

    def read(self, time: TimeExpression) -> Held | None:
        """Return what one time expression says."""
        if time.type == "DURATION":
            return self._length(time)
        if time.type != "DATE" or time.first == 0:
            return None
        link = self.tokens.lower[time.first - 1]
        if link == "since":
            return self._since(time.first - 1)
        stop = time.first - 1 if link in _POINTS | _RANGES else time.first
        return self._titled(time, stop, link) or self._ranged(time, stop, link) or self._point(time, stop)

    def _since(self, stop: int) -> Held | None:
        """Read "in office | since", "president | since", "has ruled the country | since"."""
        first = ending(self.tokens, stop, "states")
        if first is not None:
            return self.holders.held(first, "since")
        title = self._title(stop)
        if title is not None and not title.value.former and not title.value.descriptor:
            return self.holders.of_title(title, "since")
        verb = self._verb(stop)
        return self.holders.held(verb, "since") if verb is not None else None

    def _point(self, time: TimeExpression, stop: int) -> Held | None:
        """Read "took office | in 2013", "left office | in 2010"; a return to office is no beginning."""
        for name, says in (("begun", "begun"), ("ended", "ended")):
            first = ending(self.tokens, stop, name)
            if first is not None and not self._again(first, time.stop):
                return self.holders.held(first, says)  # type: ignore[arg-type]
        return None

    def _titled(self, time: TimeExpression, stop: int, link: str) -> Held | None:
        """Read "minister | from 2010 to 2014" and "became prime minister | in 2013"."""
        title = self._title(stop)
        if title is None or title.value.descriptor:
            return None
        if time.until is not None:
            return self.holders.of_title(title, "held") if link in _RANGES else None
        said = set(self.tokens.lower[self.tokens.at(title.start) : stop])
        if title.value.status == "appointed" and said & words("took_up") and not said & words("again"):
            return self.holders.of_title(title, "begun")
        return None

    def _ranged(self, time: TimeExpression, stop: int, link: str) -> Held | None:
        """Read "was in power | from 1990 to 1994"."""
        if time.until is None or link not in _RANGES:
            return None
        first = ending(self.tokens, stop, "states")
        return self.holders.held(first, "held") if first is not None else None

    def _length(self, time: TimeExpression) -> Held | None:
        """Read "has been in power for | 17 years", "17 years | at the helm", "17-year | rule"."""
        tokens = self.tokens
        end = starting(tokens, time.stop, "states")
        if end is not None:
            return self.holders.held(time.first, "held")
        if starting(tokens, time.stop, "reigns") is not None:
            return self.holders.held(time.first, "held")
        if time.first < 2 or tokens.lower[time.first - 1] != "for":
            return None
        stop = time.first - 1
        first = ending(tokens, stop, "states")
        title = self._title(stop)
        if first is not None:
            return self.holders.held(first, "since" if self._still(first, stop) else "held")
        if title is not None and not title.value.descriptor and not title.value.former:
            said = self.tokens.at(title.start)
            return self.holders.of_title(title, "since" if self._still(said, stop) else "held")
        verb = self._verb(stop)
        return self.holders.held(verb, "since") if verb is not None else None

    def _title(self, stop: int) -> Title | None:
        """Return the title that ends right before a token."""
        return self.titles.get(self.tokens.end[stop - 1]) if stop > 0 else None

    def _verb(self, stop: int) -> int | None:
        """Return where "has ruled the country |" begins."""
        lower = self.tokens.lower
        for verb in range(stop - 1, max(stop - 1 - _VERB, 0), -1):
            if not lower[verb][0].isalpha():
                return None
            if lower[verb] in words("verbs"):
                return verb - 1 if lower[verb - 1] in words("still") else None
        return None

    def _still(self, first: int, stop: int) -> bool:
        """Tell "has been in office for" from "was in office for"."""
        return not words("still").isdisjoint(self.tokens.lower[max(0, first - 3) : stop])

    def _again(self, first: int, stop: int) -> bool:
        around = self.tokens.lower[max(0, first - _AGAIN) : stop + _AGAIN]
        return not words("again").isdisjoint(around)
