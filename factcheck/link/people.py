"""People across articles: distinct names → persons, by ordered and named levels.

The levels, surest first, are those of `compare`. What forbids a merge: both names in one article, other generations
("Jr.", ages fifteen years apart), other given names, one office or several in other countries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import OSA

from factcheck.link.clusters import Clusters, Match, candidates
from factcheck.link.normal import nicknames, romanised, sound, suffixes

_NEAR_LENGTH = 5
_GENERATION = 15  # years between births that no slip of the pen explains
Words = tuple[str, ...]


class PersonName(Struct, frozen=True):
    """A distinct name with what is known of its bearers: countries, offices, and the articles they stand in.

    `born` is the first and the last year of birth that their ages allow, None where no age is told.
    """

    name: str
    words: Words
    countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    born: tuple[int, int] | None = None


def link(people: Sequence[PersonName]) -> Clusters:
    """Merge names that are one person's, the surest levels first."""
    clusters = Clusters([person.articles for person in people])
    matches = []
    for a, b in candidates(people, _keys):
        match = compare(people[a], people[b])
        if match is not None:
            matches.append((-match.score, a, b, match))
    loose = _ambiguous(matches)
    for _, a, b, match in sorted(matches, key=lambda found: found[:3]):
        if not (match.level in _NEEDS_ONE_CANDIDATE and (a in loose or b in loose)):
            clusters.merge(a, b, match)
    return clusters


_NEEDS_ONE_CANDIDATE = frozenset(["an initial for the given name", "surname alone"])


def _ambiguous(matches: Sequence[tuple[float, int, int, Match]]) -> set[int]:
    """Return the short names that could be more than one person's."""
    partners: dict[int, set[int]] = {}
    for _, a, b, match in matches:
        if match.level in _NEEDS_ONE_CANDIDATE:
            partners.setdefault(a, set()).add(b)
            partners.setdefault(b, set()).add(a)
    return {short for short, found in partners.items() if len(found) > 1}


def _keys(person: PersonName) -> Iterator[tuple[str | int, ...]]:
    """Yield blocking keys, each held by the names that one level may join."""
    words = _core(person.words)
    if not words:
        return
    sounds = [sound(word) for word in words]
    yield ("words", *sorted(sounds))
    yield ("joined", "".join(words))
    if len(words) > 1:
        yield ("ends", sounds[0], sounds[-1])
        for number in sorted(nicknames().get(words[0], ())):
            yield ("short form", number, sounds[-1])
        yield from _loose_keys(person, words, sounds)
    if len(words) == 1 or person.offices or person.countries:
        yield ("alone", sounds[-1])
        yield ("alone", sounds[0])


def _loose_keys(person: PersonName, words: Words, sounds: list[str]) -> Iterator[tuple[str | int, ...]]:
    """Yield the keys of the levels on initials, on romanisation, and on slips of the pen in one office."""
    if len(words[0]) == 1 or person.offices or person.countries:
        yield ("initial", words[0][0], sounds[-1])
    heard = romanised(words)
    if heard:
        yield ("romanised", *heard)
    if person.offices:
        yield ("given", sounds[0], sounds[-1][:2])
        yield ("surname", sounds[-1], sounds[0][:1])


def _core(words: Words) -> Words:
    return tuple(word for word in words if word not in suffixes())


def compare(a: PersonName, b: PersonName) -> Match | None:
    """Return the first level that holds between two names, None where they are two people's or cannot be told."""
    if {*a.words} & suffixes() != {*b.words} & suffixes() or _strangers(a, b):
        return None
    one, two = _core(a.words), _core(b.words)
    full = _full(one, two) if len(one) > 1 and len(two) > 1 else None
    return full or _context(a, b, one, two)


def _full(one: Words, two: Words) -> Match | None:
    """Compare two names of several words each by their words alone."""
    if one == two or "".join(one) == "".join(two):
        return Match("the same name", 100)
    if sorted(one) == sorted(two):
        return Match("the same words in another order", 97)
    if _middle_left_out(one, two):
        return Match("a middle name or patronymic left out", 95)
    heard, said = tuple(sound(word) for word in one), tuple(sound(word) for word in two)
    if heard == said or sound("".join(one)) == sound("".join(two)):
        return Match("another transliteration", 93)
    if sorted(heard) == sorted(said):
        return Match("another transliteration in another order", 92)
    if _middle_left_out(heard, said):
        return Match("a middle name left out of another transliteration", 91)
    if _short_form(one, two) and heard[1:] == said[1:]:
        return Match("a short form of the given name", 90)
    if _short_form(one, two) and _middle_left_out((one[0], *heard[1:]), (one[0], *said[1:])):
        return Match("a short form of the given name, a middle name left out", 89)
    return None


def _short_form(one: Words, two: Words) -> bool:
    """Tell "bill" and "william" from two given names."""
    return one[0] != two[0] and bool(nicknames().get(one[0], frozenset()) & nicknames().get(two[0], frozenset()))


def _middle_left_out(one: Words, two: Words) -> bool:
    """'vladimir vladimirovich putin' ~ 'vladimir putin'; not 'kim jong un' ~ 'kim un'."""
    short, long = sorted((one, two), key=len)
    if len(short) == len(long):
        return len(short) == 3 and short[0] == long[0] and short[2] == long[2] and _initial(short[1], long[1])
    return (
        len(short) == 2 and len(long) == 3 and (long[0], long[-1]) == short and len(short[0]) > 1 and len(long[-1]) > 3
    )


def _initial(a: str, b: str) -> bool:
    return a != b and a[0] == b[0] and min(len(a), len(b)) == 1


def _context(a: PersonName, b: PersonName, one: Words, two: Words) -> Match | None:
    """Compare names that need support from office or country."""
    compatriots = bool(a.countries & b.countries) or not (a.countries and b.countries)
    together = bool(a.offices & b.offices) and compatriots
    if len(one) > 1 and len(two) > 1:
        return _supported(one, two, compatriots=compatriots, together=together)
    if not one or not two:
        return None
    short, long = sorted((one, two), key=len)
    if len(short) == 1 and len(long) > 1 and short[0] in {long[0], long[-1]} and together:
        return Match("surname alone", 75)
    return Match("the same name", 100) if one == two and (together or a.countries == b.countries) else None


def _supported(one: Words, two: Words, *, compatriots: bool, together: bool) -> Match | None:
    """Compare two names in full, given that their bearers may be of one country, or are in one office."""
    if compatriots and (heard := romanised(one)) and heard == romanised(two):
        return Match("another romanisation", 88)
    if compatriots and _initial(one[0], two[0]) and sound(one[-1]) == sound(two[-1]) and _may_lack(one, two):
        return Match("an initial for the given name", 85)
    return Match("a spelling one letter apart, in one office", 80) if together and _near(one, two) else None


def _may_lack(one: Words, two: Words) -> bool:
    """Tell whether the middles of two names allow an initial before them: one is absent, or they begin alike."""
    middles = [part[1:-1] for part in (one, two)]
    return not all(middles) or middles[0][0][0] == middles[1][0][0]


def _near(one: Words, two: Words) -> bool:
    """Tell whether two full names are one slip of the pen apart."""
    joined = " ".join(one), " ".join(two)
    return min(map(len, joined)) >= 2 * _NEAR_LENGTH and OSA.distance(*joined, score_cutoff=1) <= 1


def _strangers(a: PersonName, b: PersonName) -> bool:
    """Tell whether what is known keeps two bearers of a name apart: births a generation apart, countries of offices."""
    if a.born and b.born and max(a.born[0], b.born[0]) - min(a.born[1], b.born[1]) >= _GENERATION:
        return True
    if not (a.countries and b.countries) or a.countries & b.countries:
        return False
    return bool(a.offices and b.offices)
