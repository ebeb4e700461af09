"""Document → `anniversary` claims: the count, what is remembered, and the days on which it can have happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from factcheck import lexicon
from factcheck.extract import attachment
from factcheck.extract.claims import build
from factcheck.extract.document import Document
from factcheck.extract.kinds import date as dates
from factcheck.extract.time import Time
from factcheck.extract.time.vocabulary import words
from factcheck.extract.tokens import Tokens
from factcheck.model import AnniversaryClaim, AnniversaryValue

_MARKS = frozenset('.,;:!?()[]"“”«»—–')
_LONGEST = 24


class Found(Struct, frozen=True):
    """An anniversary as printed: tokens `first` to `stop`, `noun` the noun itself."""

    first: int
    stop: int
    noun: int
    count: int
    of: str


def extract(document: Document) -> Iterator[AnniversaryClaim]:
    """Yield the `anniversary` claims of a document."""
    tokens = document.tokens
    taken = 0
    for i in tokens.hits(_triggers().get):
        found = (_read(tokens, i) if tokens.lower[i] in _nouns() else _years(tokens, i)) if i >= taken else None
        if found:
            taken = found.stop
            yield _claim(document, found)


@cache
def _nouns() -> dict[str, int]:
    return dict(lexicon.load("time")["anniversary"])


@cache
def _triggers() -> dict[str, bool]:
    return dict.fromkeys([*_nouns(), "years"], True)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("time")["anniversary_words"][name])


# -- reading ----------------------------------------------------------------------------------------------------------


def _read(tokens: Tokens, i: int) -> Found | None:
    """Read around the noun: "the 71st anniversary of X", "one-year anniversary", "silver jubilee", "centenary of X"."""
    counted = _count(tokens, i)
    if counted is None:
        return None
    count, first = counted
    if first and tokens.lower[first - 1] in ("the", "its", "their", "his", "her", "a", "our", "this"):
        first -= 1
    stop = _end_of_name(tokens, i + 1)
    of = _name(tokens, i + 2, stop) if stop > i + 2 else _owner(tokens, first, i)
    return Found(first, stop, i, count, of)


def _count(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the count and the token where the number begins, up to three words before the noun.

    "71st anniversary"   "seventy-first anniversary"   "10th wedding anniversary"   "one-year anniversary"
    """
    own = _nouns()[tokens.lower[i]]
    if own:
        return own, i
    vocabulary = words()
    jubilees: dict[str, int] = lexicon.load("time")["jubilees"]
    for j in range(i - 1, max(-1, i - 5), -1):
        word = tokens.lower[j]
        if word in jubilees:
            return jubilees[word], j
        if word in vocabulary.ordinals:
            return _ordinal(tokens, j)
        if word in ("year", "years") and j > 0:
            return _year_count(tokens, j)
        if word in _MARKS or word in ("of", "the", "and"):
            return None
    return None


def _ordinal(tokens: Tokens, j: int) -> tuple[int, int]:
    """Read an ordinal back over its tens: "seventy-first" → 71."""
    vocabulary = words()
    number = vocabulary.ordinals[tokens.lower[j]]
    k = j - 2 if j >= 2 and tokens.lower[j - 1] == "-" else j - 1
    tens = vocabulary.numbers.get(tokens.lower[k], 0) if k >= 0 else 0
    if tens in range(20, 100, 10) and number < 10:
        return tens + number, k
    if tens == 100 and number < 100:
        return tens + number, k
    return number, j


def _year_count(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Read the number before "year": "one-year", "10-year", "five year"."""
    k = j - 2 if j >= 2 and tokens.lower[j - 1] in ("-", "–") else j - 1
    if k < 0:
        return None
    word = tokens.lower[k]
    number = int(word) if word.isdigit() and len(word) < 5 else words().numbers.get(word, 0)
    return (number, k) if number else None


def _years(tokens: Tokens, i: int) -> Found | None:
    """Read "marking 70 years since X" and "celebrates 50 years of X"."""
    if i + 1 >= len(tokens) or tokens.lower[i + 1] not in ("since", "of"):
        return None
    counted = _year_count(tokens, i)
    if not counted or not any(tokens.lower[k] in _words("marks") for k in range(max(0, counted[1] - 2), counted[1])):
        return None
    stop = _end_of_name(tokens, i + 1, ("since", "of"))
    return Found(counted[1], stop, i, counted[0], _name(tokens, i + 2, stop)) if stop > i + 2 else None


def _end_of_name(tokens: Tokens, i: int, links: tuple[str, ...] = ("of",)) -> int:
    """Return where "of the establishment of ties between A and B" ends; i where no "of" follows."""
    if i >= len(tokens) or tokens.lower[i] not in links:
        return i
    limit = min(len(tokens), i + _LONGEST, tokens.sentences[tokens.sentence(i)][1])
    j, between = i + 1, False
    while j < limit and not _ends_name(tokens, j, between):
        between = between or tokens.lower[j] == "between"
        j += 1
    while j > i + 1 and tokens.lower[j - 1] in ("the", "of", "in", "and", "a", "for", "to"):
        j -= 1
    return j if j > i + 1 else i


def _ends_name(tokens: Tokens, j: int, between: bool) -> bool:
    """Tell whether the name of what is remembered ends before token j."""
    word = tokens.lower[j]
    if word == ".":
        return not (tokens.glued(j) and len(tokens.text[j - 1]) == 1 and j + 1 < len(tokens))
    if word in _MARKS or word in _words("stops"):
        return True
    if word == "and":
        following = tokens.text[j + 1] if j + 1 < len(tokens) else ""
        if following.lower() == "the" and j + 2 < len(tokens):
            return not between or tokens.lower[j + 2] in words().ordinals
        return not (between or following[:1].isupper())
    if word == "in":
        return j + 1 < len(tokens) and not tokens.text[j + 1][0].isalpha()
    return False


def _name(tokens: Tokens, first: int, stop: int) -> str:
    """Return the name of what is remembered without its article: "the founding of X" → "founding of X"."""
    bare = first + 1 if tokens.lower[first] in ("the", "its", "their", "a") and first + 1 < stop else first
    return tokens.slice(bare, stop)


def _owner(tokens: Tokens, first: int, noun: int) -> str:
    """Return what is remembered where no "of" follows: "its 10th wedding anniversary", "the club's centenary"."""
    inner = [tokens.text[k] for k in range(first, noun) if tokens.lower[k].isalpha()]
    skip = {
        *lexicon.load("time")["jubilees"],
        *words().ordinals,
        *words().numbers,
        "year",
        "the",
        "a",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
    }
    named = [word for word in inner if word.lower() not in skip]
    if named:
        return " ".join(named)
    if first and tokens.lower[first - 1] in ("'s", "’s"):
        j = first - 2
        while j > 0 and tokens.text[j - 1][0].isupper() and tokens.end[j - 1] + 1 >= tokens.start[j]:
            j -= 1
        if j > 0 and tokens.lower[j - 1] == "the":
            j -= 1
        return tokens.slice(j, first - 1)
    return ""


# -- arithmetic -------------------------------------------------------------------------------------------------------


def _claim(document: Document, found: Found) -> AnniversaryClaim:
    tokens = document.tokens
    start, end = tokens.span(found.first, found.stop)
    index = _marked(document, found)
    time = document.dated[index] if index is not None else None
    as_of, earliest, latest = _origin(document, found, time)
    anchors = (dates.claim(document, index, time).id,) if index is not None and time else ()
    value = AnniversaryValue(found.count, found.of, as_of, earliest, latest)
    subject = attachment.of_span(document, start, end)
    return build(AnniversaryClaim, document, start, end, value, subject=subject, anchors=anchors)


def _marked(document: Document, found: Found) -> int | None:
    """Return the index of the date in the same sentence on which the anniversary is marked, None where none is told."""
    tokens = document.tokens
    first, stop = tokens.sentences[tokens.sentence(found.first)]
    best: tuple[int, int] | None = None
    own = {*document.masthead.header_times, *document.masthead.dateline_times}
    for index, time in enumerate(document.dated):
        expression = time.expression
        if expression.first < first or index in own:
            continue
        if expression.first >= stop:
            break
        inside = found.first <= expression.first < found.stop
        if inside or expression.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None:
            continue
        gap = found.first - expression.stop if expression.stop <= found.first else expression.first - found.stop
        best = min(best or (gap, index), (gap, index))
    return best[1] if best else None


def _origin(document: Document, found: Found, time: Time | None) -> tuple[date | None, date | None, date | None]:
    """Return as-of date and origin interval: years are counted back from when the anniversary is marked."""
    published = document.published
    if time is not None and time.earliest and time.latest:
        first, last = time.earliest, time.latest
    elif published and published.earliest and published.latest:
        first, last = published.earliest, published.latest
    else:
        return None, None, None
    early, late = first.year - found.count, last.year - found.count
    if time is None and last.month >= 10 and _looks_ahead(document.tokens, found):
        late += 1
    if not 1 <= early <= late <= 9999:
        return last, None, None
    if time is not None and first == last and _is_the_day(document.tokens, found, time):
        day = _same_day(first, early)
        return last, day, day
    return last, date(early, 1, 1), date(late, 12, 31)


def _looks_ahead(tokens: Tokens, found: Found) -> bool:
    """Tell "ahead of the 50th anniversary", which may fall in the next year."""
    first = max(tokens.sentences[tokens.sentence(found.first)][0], found.first - 8)
    return any(tokens.lower[k] in _words("ahead") for k in range(first, found.first))


def _is_the_day(tokens: Tokens, found: Found, time: Time) -> bool:
    """Tell "Today marks the 50th anniversary", where the day itself is named as the subject."""
    between = tokens.lower[time.expression.stop : found.first]
    return 1 <= len(between) <= 2 and (
        between[0] in ("marks", "marked", "is", "was") or between[-1] in ("marks", "marked")
    )


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)
