"""Time expressions → the births and deaths that they date, and of whom.

Comes in: tokens, times, names. Goes out: for each time that dates a birth or a death beside a person, the person and
which of the two; nothing where the person cannot be made out.

"Kari Lund was born on | 3 May 1960"   "Lund died in Riga in | 2010"   "Lund (born | 1960|)"   "Lund (|1932|–|2010|)"
"Born in Riga in | 1960|, Lund"
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon
from factcheck.extract.tenures.holders import Holders

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.time import TimeExpression
    from factcheck.model import Life, SubjectRef

_REACH = 8  # words between "born" and its date
_SHORTEST = 10  # years from a birth to a death in brackets
_LONGEST = 115


class Bound(NamedTuple):
    """Whose birth or death a time dates."""

    person: SubjectRef
    life: Life


def find(document: Document) -> dict[int, Bound]:
    """Return whose births and deaths the time expressions date, by their index in `document.times`."""
    found: dict[int, Bound] = {}
    tokens = document.tokens
    lives: tuple[tuple[str, Life], ...] = (("born", "birth"), ("died", "death"))
    told = [(words, life) for words, life in lives if not _words(words).isdisjoint(tokens.vocabulary)]
    holders: Holders | None = None
    for index, time in enumerate(document.times):
        if time.year is None or time.type != "DATE" or index in found:
            continue
        for words, life in told:
            at = _verb(document, time, words)
            if at is not None:
                holders = holders or Holders(document)
                person = holders.before(at) or _fronted(document, holders, at, time.stop)
                if person is not None:
                    found[index] = Bound(person, life)
        if index not in found and _is_life(document, time):
            holders = holders or Holders(document)
            person = holders.ending_at(time.first - 1)
            if person is not None and time.until is not None:
                found[index] = Bound(person, "birth")
                found[time.until] = Bound(person, "death")
    return found


def _verb(document: Document, time: TimeExpression, words: str) -> int | None:
    """Return the token of "born" or "died" that a date belongs to: names, places and small words alone lie between."""
    tokens = document.tokens
    first, _ = tokens.sentences[tokens.sentence(time.first)]
    for i in range(time.first - 1, max(time.first - 1 - _REACH, first - 1), -1):
        word = tokens.lower[i]
        if word in _words(words):
            return i if len(word) > 1 or (i > 0 and tokens.text[i - 1] in {"(", ","}) else None
        short = word == "." and i > first and tokens.lower[i - 1] in {"b", "d"}
        if not short and word not in _words("bridges") and not tokens.text[i][0].isupper():
            return None
    return None


def _fronted(document: Document, holders: Holders, at: int, stop: int) -> SubjectRef | None:
    """Return the person of "Born on 3 May 1960, | Kari Lund grew up"."""
    tokens = document.tokens
    first, _ = tokens.sentences[tokens.sentence(at)]
    if at != first or stop >= len(tokens) or tokens.text[stop] != ",":
        return None
    return holders.starting_at(stop + 1)


def _is_life(document: Document, time: TimeExpression) -> bool:
    """Tell whether two years fill brackets, as the years of a life do: "(1932–2010)"."""
    tokens, times = document.tokens, document.times
    if time.until is None or time.until >= len(times) or tokens.text[time.first - 1] != "(":
        return False
    other = times[time.until]
    if other.stop >= len(tokens) or tokens.text[other.stop] != ")" or other.year is None or time.year is None:
        return False
    return _SHORTEST <= other.year - time.year <= _LONGEST


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("lives")[name])
