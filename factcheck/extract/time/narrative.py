"""Where the story stands: the publication date and the date told last, which expressions lean on."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factcheck import timex
from factcheck.extract.time.records import TimeExpression
from factcheck.extract.time.tense import direction
from factcheck.extract.time.vocabulary import words

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.tokens import Tokens


_SEASONS = frozenset(["SP", "SU", "FA", "WI"])

# How many tokens into its sentence a date opens it: "In early May 1944", "By the end of 1917".
_OPENING = 4

# How many words before a date may say that something went on until then.
_LIMIT_REACH = 10

# How many years a bare year may lie from the narrative, beyond which it is an aside.
_FAR = 12


class Narrative:
    """What resolving knows at a point of the text: the publication date and the last date told."""

    def __init__(self, document: Document) -> None:
        self.document = document
        published = document.published
        self.published: str | None = None
        if published:
            self.published = _known(published.earliest, published.latest) or published.timex or None
        self.last: str | None = None
        self.main: str | None = None
        self.sentence = -1
        self.aside = False
        self.quarter: str | None = None

    def begin(self) -> None:
        """Begin a new story: what stands above a dateline is none of it."""
        self.last, self.main, self.sentence = None, None, -1

    def reference(self, base: str) -> tuple[str | None, str]:
        """Return the value to lean on and its name, for "publication" or "narrative"."""
        if base == "narrative" and self.last:
            return self.last, "narrative"
        if self.published:
            return self.published, "publication date"
        return self.last, "narrative"

    def in_lead(self, expression: TimeExpression) -> bool:
        """Tell whether an expression stands in the first sentence of the copy, which tells the news itself."""
        tokens = self.document.tokens
        lead = min(tokens.at(self.document.masthead.lead), len(tokens) - 1)
        return tokens.sentence(lead) == tokens.sentence(expression.first)

    def report(self, expression: TimeExpression, value: str) -> None:
        """Take a quarter told by its rank as the one that figures are for, the latest of those told."""
        if expression.kind == "calendar" and value[4:6] == "-Q" and value[:4].isdigit() and value[-1].isdigit():
            self.quarter = max(value, self.quarter or value)

    def move(self, expression: TimeExpression, value: str) -> None:
        """Take a value as the date told last, and as where the story stands unless it is told in passing."""
        tokens = self.document.tokens
        before, self.sentence = self.sentence, tokens.sentence(expression.first)
        first = tokens.sentences[self.sentence][0]
        opens = expression.first - first <= _OPENING or (
            before < self.sentence and tokens.paragraph(tokens.sentences[before][0]) != tokens.paragraph(first)
        )
        if self.main is None or not self._in_passing(expression, value[:4], opens=opens):
            self.main = value
        self.last = value
        self.aside = "after" in tokens.lower[max(first, expression.first - _OPENING) : expression.first]

    def _in_passing(self, expression: TimeExpression, year: str, *, opens: bool) -> bool:
        """Tell a look back or ahead from the story: "after the vote of December 2005", "would end in 1960"."""
        if self.main is None or not (year.isdigit() and self.main[:4].isdigit()):
            return False
        if expression.month is None and expression.year is None and expression.part in _SEASONS:
            return True
        if year > self.main[:4]:
            ahead = (expression.step or 0) > 0 or direction(self.document.tokens, expression) > 0  # by next summer
            return ahead or self._bounded(expression)
        return year < self.main[:4] and not opens

    def _bounded(self, expression: TimeExpression) -> bool:
        """Tell an outer limit from the story: "a siege that lasted until the fall of the town in February 1945"."""
        tokens = self.document.tokens
        first = max(tokens.sentences[self.sentence][0], expression.first - _LIMIT_REACH)
        return not words().near["outer_limits"].isdisjoint(tokens.lower[first : expression.first])

    def story(self, sentence: int) -> str | None:
        """Return where the story stands in a sentence: a year that was looked back to holds within its sentence."""
        return self.last if sentence == self.sentence else self.main


def _known(earliest: date | None, latest: date | None) -> str | None:
    """Return the finest value that covers an interval, None where it spans years."""
    if earliest is None or latest is None:
        return None
    for unit in ("day", "month", "year"):
        if timex.of_date(earliest, unit) == timex.of_date(latest, unit):
            return timex.of_date(earliest, unit)
    return None


def as_of(tokens: Tokens, expression: TimeExpression) -> bool:
    """Tell whether an expression says when something was known to hold: "as of May 2006"."""
    return expression.first > 1 and tokens.lower[expression.first - 2 : expression.first] == ["as", "of"]


def advances(narrative: Narrative, expression: TimeExpression, value: str) -> bool:
    """Tell whether the narrative moves to a value: it names at least a year, and is no aside or outer limit.

    Asides: "(1998)", "as of May 2006", "until April 1940", "the previous year", a bare year far from the one told or
    the very one told.
    """
    if not re.match(r"(BC)?\d{4}", value):
        return False
    tokens = narrative.document.tokens
    before = tokens.lower[expression.first - 1] if expression.first else ""
    if as_of(tokens, expression):
        return False
    looks_back = expression.base in ("narrative", "context") and expression.count < 0
    if looks_back or _limits_story(tokens, expression, before):
        return False
    if _compared(tokens, expression) or (not narrative.published and _attributive(tokens, expression)):
        return False
    if expression.part == "WI" and expression.year is None and narrative.last and narrative.last[:4] < value[:4]:
        return False
    if narrative.last is not None and len(value) == 4 and narrative.last.startswith(value):
        return False
    if len(value) > 4 or expression.kind != "calendar":
        return True
    if before == "in" or narrative.last is None or not narrative.last[:4].isdigit():
        return before != "("
    return before != "(" and abs(int(value) - int(narrative.last[:4])) <= _FAR


def _limits_story(tokens: Tokens, expression: TimeExpression, before: str) -> bool:
    """Tell "until April 1940" and "since 1985", which leave the story where it is, from "till 3 May 1865, when"."""
    if before == "since":
        return True
    if before not in ("until", "till"):
        return False
    goes_on = expression.year is not None and expression.day is not None
    return not (goes_on and tokens.lower[expression.stop : expression.stop + 2] == [",", "when"])


def _compared(tokens: Tokens, expression: TimeExpression) -> bool:
    """Tell a day that only gives a figure to compare with: "below Tuesday's close"."""
    following = tokens.lower[expression.stop : expression.stop + 2]
    return (
        expression.weekday is not None
        and len(following) > 1
        and following[0] in ("'s", "’s")
        and following[1] in words().near["levels"]
    )


def _attributive(tokens: Tokens, expression: TimeExpression) -> bool:
    """Tell a day that only says which: "the May 3, 2015, attack"."""
    lower, first = tokens.lower, expression.first
    if not first or expression.day is None or expression.year is None or lower[first - 1] != "the":
        return False
    stop = expression.stop + (lower[expression.stop : expression.stop + 1] == [","])
    noun = lower[stop : stop + 1]
    return lower[first] in words().months and bool(noun) and noun[0].isalpha() and tokens.text[stop].islower()


def context(narrative: Narrative, expression: TimeExpression) -> str:
    """Tell what "the year" in "the end of the year" leans on: a date just told, else the publication date."""
    tokens = narrative.document.tokens
    if narrative.last is None or not narrative.published:
        return "narrative"
    apart = tokens.sentence(expression.first) - narrative.sentence
    elsewhere = narrative.last[:4] != narrative.published[:4]
    return "narrative" if apart == 0 or (apart <= 2 and elsewhere) else "publication"
