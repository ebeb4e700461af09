"""Document → `age` claims: how old a person is said to be, and when they were then born.

Comes in: tokens, times, names and the publication date. Goes out: completed years of life, the day they hold on (the
date the clause gives, else the publication date) and the interval of birth dates that both imply.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon, numerals
from factcheck.extract import claims
from factcheck.model import AgeClaim, AgeValue, SubjectRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.time import Time
    from factcheck.extract.tokens import Tokens

_OLDEST = 122
_NEAR = 8  # words between a person and an age
_FRESH = timedelta(days=31)  # dates this close to publication tell of fresh news: ages hold on its day
_MARKED = timedelta(days=31)  # a birthday is marked within so many days
_BACK = 40  # words back to the person that "the 35-year-old" points to


class _Age(NamedTuple):
    """An age at tokens `first` to `stop`; `person` is the index of its name in `document.names`.

    `turns` is true for a birthday, `then` where the age holds when the sentence's event took place,
    `marked` where a birthday is celebrated.
    """

    first: int
    stop: int
    years: int
    person: int | None
    turns: bool = False
    then: bool = False
    marked: bool = False
    apposed: bool = False


def extract(document: Document) -> Iterator[AgeClaim]:
    """Yield the `age` claims of a document."""
    reached = 0
    for i in document.figures:
        if i < reached:
            continue
        found = _read(document, i)
        if found is not None:
            reached = found.stop
            yield _claim(document, found)


def _read(document: Document, i: int) -> _Age | None:
    """Read an age at a number: "35-year-old", "aged 35", "Smith, 35,", "turned 80", "at the age of 12"."""
    tokens = document.tokens
    if i and tokens.lower[i - 1] in _words("whose"):
        return _birthday(document, i)
    if not _hints(tokens, i):
        return None
    read = numerals.read(tokens.lower, i)
    if read is None or read[0] != int(read[0]) or not 0 < read[0] <= _OLDEST:
        return None
    years, stop = int(read[0]), read[1]
    return (
        _compound(document, i, stop, years)
        or _led(document, i, stop, years)
        or _old(document, i, stop, years)
        or _apposed(document, i, stop, years)
        or _verbal(document, i, stop, years)
    )


def _hints(tokens: Tokens, i: int) -> bool:
    """Tell whether a word or mark near a number may make it an age, which is rare."""
    if i and tokens.lower[i - 1] in _words("hints_before"):
        return True
    return not _words("hints_after").isdisjoint(tokens.lower[i + 1 : i + 6])


# -- shapes -----------------------------------------------------------------------------------------------------------


def _compound(document: Document, i: int, stop: int, years: int) -> _Age | None:
    """Read "35-year-old" before a person or a word for one; of a building it is no age of a person."""
    tokens = document.tokens
    end = _matches(tokens, stop, ("-", "year", "-", "old")) or _matches(tokens, stop, ("year", "-", "old"))
    if end is None:
        return None
    person = _next_person(document, end)
    following = tokens.lower[end] if end < len(tokens) else "."
    if person is not None:
        return _Age(i, end, years, person)
    head = _noun(tokens, end)
    if head is not None:
        named = _apposition(document, head + 1)
        return _Age(i, end, years, named if named is not None else _same_clause(document, i))
    named = _same_clause(document, i)
    if named is not None:
        return _Age(i, end, years, named)
    if following in _words("verbs_after") or not following[0].isalpha() or following in _words("joins"):
        return _Age(i, end, years, _last_person(document, i))
    return None


def _led(document: Document, i: int, stop: int, years: int) -> _Age | None:
    """Read "aged 35", "age 35", "at the age of 12", "died at 91"."""
    tokens = document.tokens
    if i == 0 or _goes_on(tokens, stop):
        return None
    before = tokens.lower[i - 1]
    follows = tokens.lower[stop] if stop < len(tokens) else "."
    ends = not follows[0].isalnum() or follows in _words("joins")
    for lead in _leads():
        first = i - len(lead)
        if first >= 0 and tuple(tokens.lower[first:i]) == lead:
            return _Age(first, stop, years, _last_person(document, first), then=True)
    if before == "aged" or (before == "age" and (ends or follows in _words("verbs_after"))):
        return _Age(i - 1, stop, years, _last_person(document, i - 1))
    if before == "at" and ends and any(word in _words("deaths") for word in tokens.lower[max(0, i - _NEAR) : i]):
        return _Age(i, stop, years, _last_person(document, i), then=True)
    return None


def _old(document: Document, i: int, stop: int, years: int) -> _Age | None:
    """Read "is 35 years old", "35 years of age"."""
    tokens = document.tokens
    end = _matches(tokens, stop, ("years", "old")) or _matches(tokens, stop, ("years", "of", "age"))
    if end is None:
        return None
    person = _subject(document, i)
    return _Age(i, end, years, person) if person is not None else None


def _apposed(document: Document, i: int, stop: int, years: int) -> _Age | None:
    """Read ", 35," and ", now 35," right after a person's name."""
    tokens = document.tokens
    mark = i - 1 - (i > 1 and tokens.lower[i - 1] == "now")
    if mark < 0 or tokens.text[mark] not in {",", "("} or stop >= len(tokens):
        return None
    closing = {",": {",", ".", ";"}, "(": {")", ","}}[tokens.text[mark]]
    person = document.people.ending(mark)
    if person is None or tokens.text[stop] not in closing or years <= _MINOR:
        return None
    return _Age(i, stop, years, person, apposed=True)


_MINOR = 2


def _verbal(document: Document, i: int, stop: int, years: int) -> _Age | None:
    """Read "turned 80", "turns 80 on Monday", "is now 35" with a person before it."""
    tokens = document.tokens
    at = i - 1
    while at > 0 and tokens.lower[at] in {"just", "only", "now", "recently"}:
        at -= 1
    if at <= 0 or _goes_on(tokens, stop):
        return None
    word = tokens.lower[at]
    turns = word in _words("turns")
    if not turns and word not in _words("copulas"):
        return None
    follows = tokens.lower[stop] if stop < len(tokens) else "."
    if follows == "of" or (follows[0].isalnum() and follows not in _words("joins") and not _is_time(document, stop)):
        return None
    if tokens.lower[at - 1] == "who" and not turns:
        at -= 1 + (tokens.text[at - 2] == ",")
    person = document.people.ending(at) if not turns else _subject(document, at)
    then = word in _words("past_copulas")
    return _Age(at if turns else i, stop, years, person, turns, then) if person is not None else None


def _birthday(document: Document, i: int) -> _Age | None:
    """Read "celebrated her | 80th birthday" with the person whose it is."""
    tokens = document.tokens
    read = numerals.rank(tokens.lower, i)
    if read is None or not _MINOR < read[0] <= _OLDEST or read[1] >= len(tokens):
        return None
    years, stop = read
    if tokens.lower[stop] != "birthday" or (stop + 1 < len(tokens) and tokens.lower[stop + 1] == "of"):
        return None
    person = document.people.ending(i - 1) if tokens.lower[i - 1] in {"'s", "’s"} else None
    if person is None and tokens.lower[i - 1] in {"his", "her"}:
        person = _subject(document, i)
    return _Age(i, stop + 1, years, person, turns=True, then=True, marked=True) if person is not None else None


# -- words around -----------------------------------------------------------------------------------------------------


def _matches(tokens: Tokens, at: int, words: tuple[str, ...]) -> int | None:
    end = at + len(words)
    return end if tuple(tokens.lower[at:end]) == words else None


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Tell whether a number is part of something longer: "80%", "35-40", "12 people"."""
    if stop >= len(tokens):
        return False
    word = tokens.text[stop]
    return word in {"%", ":", "/", "°"} or (word in {"-", "–"} and tokens.glued(stop))


def _noun(tokens: Tokens, at: int) -> int | None:
    """Return the index of a word for a person within a few words: "35-year-old | Russian pop singer"."""
    for i in range(at, min(at + _NEAR // 2, len(tokens))):
        word = tokens.lower[i]
        if word in _persons():
            return i
        if not word[0].isalpha() or word in _words("joins"):
            return None
    return None


def _is_time(document: Document, token: int) -> bool:
    return any(time.first in {token, token + 1} for time in document.times)


# -- people -----------------------------------------------------------------------------------------------------------


def _next_person(document: Document, at: int) -> int | None:
    """Return the person named within a few words with nothing but a title between: "35-year-old | Mayor Jan Novak"."""
    tokens = document.tokens
    for index in document.people.within(at, at + _NEAR + 1):
        between = tokens.lower[at : document.names[index].first]
        return index if all(word[0].isalpha() and word not in _words("joins") for word in between) else None
    return None


def _apposition(document: Document, at: int) -> int | None:
    """Return the person after "the 35-year-old pilot, |" or "… pilot |"."""
    tokens = document.tokens
    at += at < len(tokens) and tokens.text[at] == ","
    return document.people.starting(at)


def _same_clause(document: Document, i: int) -> int | None:
    """Return the person of "Smith, a 35-year-old pilot" and "Smith is a 35-year-old pilot"."""
    tokens = document.tokens
    lead = i
    while lead > 0 and tokens.lower[lead - 1] in {"a", "an", "the", ",", "is", "was", "now"}:
        lead -= 1
    return document.people.ending(lead) if i - lead > 1 else None


def _subject(document: Document, at: int) -> int | None:
    """Return the last person named before a token in its sentence."""
    floor = document.tokens.sentences[document.tokens.sentence(at)][0]
    found = document.people.within(floor, at)
    return None if _is_of_kin(document, found[-1] if found else None, floor, at) else found[-1] if found else None


def _last_person(document: Document, at: int) -> int | None:
    """Return the last person named before a token, in its sentence or shortly before."""
    index = _subject(document, at)
    if index is not None:
        return index
    before = document.people.within(at - _BACK, at)
    floor = document.tokens.sentences[document.tokens.sentence(at)][0]
    return before[-1] if before and not _is_of_kin(document, None, floor, at) else None


def _is_of_kin(document: Document, person: int | None, floor: int, at: int) -> bool:
    """Tell whether an age is of a relative who is not named: "Her husband died in 2010, at the age of | 89"."""
    begins = floor if person is None else document.names[person].stop
    words = document.tokens.lower[begins:at]
    return any(
        word in _words("possessives") and not _words("kin").isdisjoint(words[i + 1 : i + 3])
        for i, word in enumerate(words)
    )


# -- claims -----------------------------------------------------------------------------------------------------------


def _claim(document: Document, found: _Age) -> AgeClaim:
    start, end = document.tokens.span(found.first, found.stop)
    dated = _dated(document, found)
    when = dated or _when(document, found)
    born = _born(found, when, on_the_day=dated is not None) if when is not None else (None, None)
    as_of = when[0] if when is not None and when[0] == when[1] else None
    value = AgeValue(found.years, as_of, born[0], born[1], current=_is_current(document, found))
    subject = _person(document, found.person)
    # An age is told beside what is planned or supposed: "Lund, 66, will stay".
    return claims.build(AgeClaim, document, start, end, value, subject=subject, certainty="asserted")


def _is_current(document: Document, found: _Age) -> bool:
    """Tell whether an age is of the time reported: no other day is told beside it, unless somebody died at it."""
    if found.then:
        first = document.tokens.sentences[document.tokens.sentence(found.first)][0]
        if _words("deaths").isdisjoint(document.tokens.lower[max(first, found.first - _NEAR) : found.first]):
            return False
    published = document.published
    day = published.earliest if published and published.earliest == published.latest else None
    return all(other is None or (day is not None and _is_fresh(day, other)) for other in _days(document, found))


_Days = tuple[date, date]


def _when(document: Document, found: _Age) -> _Days | None:
    """Return the days that an age holds on: those of its clause, else the publication date; None where unsure."""
    days = _days(document, found)
    if found.then:
        return days[0] if len(days) == 1 else None
    published = document.published
    day = published.earliest if published and published.earliest == published.latest else None
    if day is None or not all(other is not None and _is_fresh(day, other) for other in days):
        return None
    return day, day


def _is_fresh(day: date, days: _Days) -> bool:
    return abs(day - days[0]) <= _FRESH and abs(day - days[1]) <= _FRESH


def _days(document: Document, found: _Age) -> list[_Days | None]:
    """Return the days that the dates of an age's sentence resolve to, None where they are unknown.

    Beside a name (", 35,") the age is that of the article's day unless a date stands before it; no age is of days to
    come.
    """
    first, stop = document.tokens.sentences[document.tokens.sentence(found.first)]
    own = document.published.latest if document.published else None
    days = (
        _known(resolved)
        for index, (time, resolved) in enumerate(zip(document.times, document.dated, strict=False))
        if first <= time.first < (found.first if found.apposed else stop)
        and time.type == "DATE"
        and index not in document.lives
    )
    return [day for day in days if day is None or found.turns or own is None or day[0] <= own + _FRESH]


def _known(time: Time) -> _Days | None:
    known = time.earliest is not None and time.latest is not None
    return (time.earliest, time.latest) if known else None  # type: ignore[return-value]


def _dated(document: Document, found: _Age) -> _Days | None:
    """Return the days printed right after an age: "turned 80 | on Monday", "turns 81 | next month"."""
    for time, resolved in zip(document.times, document.dated, strict=False):
        if found.stop <= time.first <= found.stop + 1 and time.type == "DATE":
            return _known(resolved)
    return None


def _born(found: _Age, when: _Days, *, on_the_day: bool) -> _Days:
    """Return the first and last possible day of birth: 35 on 2019-10-09 → 1983-10-10 to 1984-10-09.

    A birthday that is marked may lie some days before or after the day itself.
    """
    first, last = (_years_before(day, found.years) for day in when)
    if found.marked:
        return first - _MARKED, last + _MARKED
    if found.turns and on_the_day:
        return first, last
    return _years_before(when[0], found.years + 1) + timedelta(days=1), last


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _person(document: Document, index: int | None) -> SubjectRef | None:
    if index is None:
        return None
    key = document.names[index].entity
    entity = next((entity for entity in document.entities if entity.id == key), None)
    return SubjectRef(entity.id, entity.type, entity.name) if entity else None


# -- vocabulary -------------------------------------------------------------------------------------------------------


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("ages")[name])


@cache
def _leads() -> tuple[tuple[str, ...], ...]:
    leads = [tuple(lead.split()) for lead in lexicon.load("ages")["leads"]]
    return tuple(sorted(leads, key=lambda lead: (-len(lead), lead)))


@cache
def _persons() -> frozenset[str]:
    people: list[str] = lexicon.load("speech")["nouns"]["person"]
    roles: list[str] = lexicon.load("quantities")["people"]["roles"]
    return frozenset(people) | frozenset(roles) | _words("persons")
