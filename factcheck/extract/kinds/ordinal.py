"""Document → `ordinal` claims: a rank in a series ("the first summit between Kim and Putin", "met for the first time").

Comes in: tokens, times, names and events. Goes out: the rank, the series as printed and, where the series is
understood, its key: the class of the event and who takes part.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon, numerals
from factcheck.extract import attachment, claims, tenures
from factcheck.extract.tenures import bounds, terms
from factcheck.model import OrdinalClaim, OrdinalValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening
    from factcheck.extract.tenures import Held
    from factcheck.extract.tokens import Tokens

_PHRASE = 8  # words of a series before its prepositions
_COMPLEMENT = 12  # words of what follows them
_VERB = 12  # words between a verb and its "for the first time"
_NEAR = 4  # words up to which the verb is part of the claim's span
_RANKS = 1000
_PAIR = 2  # that many take part in a meeting


class _Series(NamedTuple):
    """A rank with the phrase that it ranks: tokens `first` to `stop`; the head word ends before `head`."""

    rank: int
    first: int
    series: int
    head: int
    stop: int
    held: Held | None = None
    term: terms.Term | None = None


def extract(document: Document) -> Iterator[OrdinalClaim]:
    """Yield the `ordinal` claims of a document."""
    tokens = document.tokens
    reached = 0
    ranks = (i for i in document.figures if _may_rank(tokens.lower[i]))
    for i in sorted({*tokens.hits(_ranked().__contains__), *ranks}):
        if i < reached:
            continue
        found = _read(document, i)
        if found is not None:
            reached = found.stop
            yield _claim(document, found)


def _read(document: Document, i: int) -> _Series | None:
    """Read the rank at a token and the series after it, or the verb before "for the first time"."""
    tokens = document.tokens
    ranked = _rank(tokens, i)
    if ranked is None:
        return None
    rank, stop = ranked
    if _is_fraction(tokens, i, rank) or _is_day(document, i, stop):
        return None
    if stop < len(tokens) and tokens.lower[stop] == "time" and _adverbial(tokens, i):
        return _times(document, rank, i, stop)
    if stop < len(tokens) and tokens.lower[stop] in _words("events"):
        return _Series(rank, i, stop, stop + 1, stop + 1) if tokens.lower[i - 1] != "the" or rank == 1 else None
    return _phrase(document, rank, i, stop)


def _rank(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read "first", "first-ever", "71st", "maiden"; a rank glued to another word ("first-class") is none."""
    word = tokens.lower[i]
    if word in _ranked():
        return _ranked()[word], i + 1
    found = numerals.rank(tokens.lower, i)
    if found is None or not 0 < found[0] < _RANKS:
        return None
    rank, stop = found
    if i > 0 and tokens.text[i - 1] == "-" and tokens.glued(i):
        return None
    if stop + 1 < len(tokens) and tokens.text[stop] == "-" and tokens.glued(stop) and tokens.glued(stop + 1):
        following = tokens.lower[stop + 1]
        if following in _words("glued"):
            return rank, stop + 2
        return (rank, stop + 1) if following in _words("superlatives") else None
    return rank, stop


def _is_fraction(tokens: Tokens, i: int, rank: int) -> bool:
    """Tell "two thirds", "one fifth", "a third of" from a rank."""
    if rank <= _PAIR or i == 0 or tokens.lower[i - 1] not in _words("fraction_before"):
        return False
    following = tokens.lower[i + 1] if i + 1 < len(tokens) else "."
    return tokens.lower[i - 1] != "a" or following == "of" or not following[0].isalpha()


def _is_day(document: Document, i: int, stop: int) -> bool:
    """Tell whether a rank is part of a date: "April 21st", "the 21st of April"."""
    tokens = document.tokens
    if i > 0 and tokens.lower[i - 1] in _words("months"):
        return True
    if stop < len(tokens) and (tokens.lower[stop] in _words("months")):
        return True
    if stop + 1 < len(tokens) and tokens.lower[stop] == "of" and tokens.lower[stop + 1] in _words("months") | {"may"}:
        return True
    times = document.times
    index = bisect_left(times, i + 1, key=lambda time: time.first) - 1
    return index >= 0 and times[index].first <= i < times[index].stop


# -- for the first time -----------------------------------------------------------------------------------------------


def _adverbial(tokens: Tokens, i: int) -> bool:
    """Tell "for the first time" and "a second time" from "first-time buyers"."""
    return i > 0 and tokens.lower[i - 1] in {"the", "a", "only", "very", "their", "his", "her", "its"}


def _times(document: Document, rank: int, i: int, stop: int) -> _Series | None:
    """Read "met | for the first time": the span takes in the verb where it stands close by."""
    tokens = document.tokens
    first = i
    while first > 0 and tokens.lower[first - 1] in {"the", "a", "only", "very"}:
        first -= 1
    if first == 0 or tokens.lower[first - 1] != "for":
        return _Series(rank, i, stop, stop + 1, _complement(document, stop + 1)) if first > 0 else None
    first -= 1
    floor = max(tokens.sentences[tokens.sentence(i)][0], first - _VERB)
    for verb in range(first - 1, floor - 1, -1):
        if tokens.text[verb] in _BREAKS or tokens.lower[verb] in _auxiliaries():
            break
        if _is_verb(tokens.lower[verb]):
            begin = verb if first - verb <= _NEAR else first
            return _Series(rank, begin, verb, verb + 1, stop + 1)
    return _Series(rank, first, first, first, stop + 1)


_BREAKS = frozenset(',;:"”“()—–')


def _is_verb(word: str) -> bool:
    return word in _past() or (word.endswith("ed") and word not in _not_verbs())


# -- the first … of … -------------------------------------------------------------------------------------------------


def _phrase(document: Document, rank: int, i: int, stop: int) -> _Series | None:
    """Read the noun phrase after a rank: "first | personal meeting | between Putin and Kim"."""
    tokens = document.tokens
    of_office = tenures.year_of(document, i, stop)
    if of_office is not None:
        held, end = of_office
        return _Series(rank, i, stop, end, end, held)
    term = terms.read(document, i, stop)
    if term is not None:
        return _Series(rank, i, stop, term.stop, term.stop, term=term)
    if _is_name(document, i, stop) or not _definite(tokens, i):
        return None
    end = _phrase_end(tokens, stop, tokens.sentences[tokens.sentence(i)][1])
    words = tokens.lower[stop:end]
    if not words or words[0] in _words("blocked_next") or words[-1] in _words("blocked_heads"):
        return None
    if words[0] in _months() or any(word[0].isdigit() for word in words[:1]) or numerals.starts(words[0]):
        return None
    if all(word in _words("empty") for word in words) or (len(words) == 1 and _is_verb(words[0])):
        return None
    return _Series(rank, i, stop, end, _complement(document, end))


def _definite(tokens: Tokens, i: int) -> bool:
    """Tell whether a rank can be an adjective here: after an article, a possessive, or a name's genitive."""
    if i == 0:
        return False
    before = tokens.lower[i - 1]
    return before in _DETERMINERS or before in {"'s", "’s", "'", "’"} or before in _ranked_adjectives()


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "very"})


def _is_name(document: Document, i: int, stop: int) -> bool:
    """Tell whether a rank opens a proper name or an office: "First Vice Minister", "the Second World War"."""
    tokens = document.tokens
    if stop >= len(tokens):
        return True
    word = tokens.text[i]
    if word[0].isupper() and tokens.text[stop][0].isupper():
        return True
    return word[0].isdigit() and tokens.text[stop][0].isupper() and tokens.lower[stop] in _words("blocked_next")


def _phrase_end(tokens: Tokens, first: int, limit: int) -> int:
    """Return where the noun phrase ends: at a preposition, a verb, a mark."""
    i = first
    while i < min(limit, first + _PHRASE):
        word = tokens.lower[i]
        if word == "-" and i > first and tokens.glued(i):
            i += 1
            continue
        if not word[0].isalpha() and not word[0].isdigit():
            break
        if word in _words("stop") or (i > first and _is_verb(word) and not _modifies(tokens, i, limit)):
            break
        i += 1
    return i - 1 if i > first and tokens.text[i - 1] == "-" else i


def _modifies(tokens: Tokens, i: int, limit: int) -> bool:
    """Tell whether a word in -ed is an adjective: "first armed attack"; a noun follows it at once."""
    if i + 1 >= limit or not tokens.text[i - 1][0].isalpha():
        return False
    return tokens.text[i - 1] == "-" or tokens.lower[i - 1] in _words("empty")


def _complement(document: Document, stop: int) -> int:
    """Return where "between Putin and Kim", "of strategic dialogue", "to Russia" after a head ends."""
    tokens = document.tokens
    if stop >= len(tokens) or tokens.lower[stop] not in _words("complement"):
        return stop
    limit = min(tokens.sentences[tokens.sentence(stop - 1)][1], stop + _COMPLEMENT)
    times = document.times
    end, i = stop, stop
    while i < limit:
        word = tokens.lower[i]
        if word in _words("complement"):
            index = bisect_left(times, i + 1, key=lambda time: time.first)
            if index < len(times) and times[index].first <= i + 1:
                break
        elif word in {"and", "the", "a", "'s", "’s", "-", "its", "his", "her", "their"}:
            i += 1
            continue
        elif not word[0].isalnum() or word in _words("stop") or _is_verb(word):
            break
        else:
            end = i + 1
        i += 1
    return end


# -- claims -----------------------------------------------------------------------------------------------------------


def _claim(document: Document, found: _Series) -> OrdinalClaim:
    tokens = document.tokens
    start, end = tokens.span(found.first, max(found.stop, found.first + 1))
    of = tokens.slice(found.series, max(found.stop, found.head)) if found.series < found.head else ""
    if found.series < found.first or tokens.lower[found.stop - 1] == "time":
        of = tokens.slice(found.series, found.head) if found.series < found.head else ""
    if found.held is not None:
        tenure = bounds.in_year(found.held.tenure, found.rank, document.published)
        yearly = OrdinalValue(found.rank, of, tenure=tenure)
        return claims.build(OrdinalClaim, document, start, end, yearly, subject=found.held.person)
    if found.term is not None:
        person, series, office, _ = found.term
        key = f"{series} as {office}" if office else series
        return claims.build(OrdinalClaim, document, start, end, OrdinalValue(found.rank, of, key), subject=person)
    happening = _happening(document, found)
    value = OrdinalValue(found.rank, of, _key(document, found, happening))
    subject = attachment.of_span(document, *tokens.span(found.series, found.head)) if happening else None
    return claims.build(OrdinalClaim, document, start, end, value, subject=subject)


def _happening(document: Document, found: _Series) -> Happening | None:
    """Return the event mention whose head word the rank ranks."""
    if found.series >= found.head:
        return None
    start, end = document.tokens.span(found.series, found.head)
    index = attachment.happening_in(document, start, end)
    return document.happenings[index] if index is not None else None


def _participants(document: Document, found: _Series) -> tuple[str, ...]:
    """Return who takes part in the event that is ranked, as far as the whole article tells."""
    if found.series >= found.head:
        return ()
    index = attachment.happening_in(document, *document.tokens.span(found.series, found.head))
    if index is None:
        return ()
    key = document.event_of[index]
    event = next((event for event in document.events if event.id == key), None)
    return event.participants if event else document.happenings[index].participants


def _key(document: Document, found: _Series, happening: Happening | None) -> str:
    """Return the series' key: class of event, words that narrow it, who takes part; empty where too little is known.

    "first historic meeting between Putin and Kim" → "meeting: person:kim-jong-un, person:vladimir-putin"
    """
    participants = _participants(document, found)
    if happening is None or len(participants) < _PAIR:
        return ""
    tokens = document.tokens
    narrowing = [
        word
        for i, word in enumerate(tokens.lower[found.series : found.head], found.series)
        if word[0].isalpha() and word not in _words("empty") and not _in_head(tokens, i, happening)
    ]
    bounds = [word for word in tokens.lower[found.stop : found.stop + 2] if word in {"since", "in"}]
    label = " ".join([*narrowing, happening.head, happening.object, *bounds[:1]]).strip()
    return f"{' '.join(label.split())}: {', '.join(sorted(participants))}"


def _in_head(tokens: Tokens, i: int, happening: Happening) -> bool:
    return tokens.lower[i] in happening.word.split()


# -- vocabulary -------------------------------------------------------------------------------------------------------


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("series")["words"][name])


@cache
def _ranked() -> dict[str, int]:
    table: dict[str, int] = lexicon.load("series")["ranked"]
    return table


@cache
def _months() -> frozenset[str]:
    return _words("months")


@cache
def _ranked_adjectives() -> frozenset[str]:
    return frozenset({"only", "world", "last"})


@cache
def _ordinals() -> frozenset[str]:
    numbers = lexicon.load("numbers")
    return frozenset(numbers["ordinals"]) | frozenset(numbers["tens"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(lexicon.load("numbers")["suffixes"]["ordinal"])


def _may_rank(word: str) -> bool:
    return word[-2:] in _suffixes() if "0" <= word[0] <= "9" else word in _ordinals()


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"]["auxiliaries"])


@cache
def _past() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"]["past"])


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"]["not_verbs"])
