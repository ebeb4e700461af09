"""People across articles: distinct names → persons, by ordered and named levels.

What forbids a merge: both names in one article, other generations ("Jr."), other given names, other countries in
other offices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import OSA

from factcheck.link.clusters import Clusters, Match, candidates
from factcheck.link.normal import nicknames, sound, suffixes

_NEAR_LENGTH = 5


class PersonName(Struct, frozen=True):
    """A distinct name with what is known of its bearers: countries, offices, and the articles they stand in."""

    name: str
    words: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()


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


def _keys(person: PersonName) -> Iterator[tuple[str, ...]]:
    """Yield blocking keys: surname with initial, given name with the surname's first letters, all words in order."""
    words = _core(person.words)
    if not words:
        return
    sounds = [sound(word) for word in words]
    yield ("words", *sorted(sounds))
    yield ("surname", sounds[-1], sounds[0][:1])
    if len(words) > 1:
        yield ("given", nicknames().get(words[0], sounds[0]), sounds[-1][:2])
        yield ("given", sounds[0][:3], sounds[-1])
        yield ("family first", sounds[0], "".join(sounds[1:])[:2])
        if person.offices or person.countries:
            yield ("alone", sounds[-1])
            yield ("alone", sounds[0])
    else:
        yield ("alone", sounds[0])


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in suffixes())


def compare(a: PersonName, b: PersonName) -> Match | None:
    """Return the first level that holds between two names, None where they are two people's or cannot be told."""
    if {*a.words} & suffixes() != {*b.words} & suffixes() or _strangers(a, b):
        return None
    one, two = _core(a.words), _core(b.words)
    full = _full(one, two) if len(one) > 1 and len(two) > 1 else None
    return full or _context(a, b, one, two)


def _full(one: tuple[str, ...], two: tuple[str, ...]) -> Match | None:
    """Compare two names of several words each by their words alone."""
    if one == two or "".join(one) == "".join(two):
        return Match("the same name", 100)
    if sorted(one) == sorted(two):
        return Match("the same words in another order", 97)
    if _middle_left_out(one, two):
        return Match("a middle name or patronymic left out", 95)
    if [sound(word) for word in one] == [sound(word) for word in two] or sound("".join(one)) == sound("".join(two)):
        return Match("another transliteration", 93)
    if one[0] != two[0] and one[1:] == two[1:] and nicknames().get(one[0], one[0]) == nicknames().get(two[0], two[0]):
        return Match("a short form of the given name", 90)
    return None


def _middle_left_out(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """'vladimir vladimirovich putin' ~ 'vladimir putin'; not 'kim jong un' ~ 'kim un'."""
    short, long = sorted((one, two), key=len)
    if len(short) == len(long):
        return len(short) == 3 and short[0] == long[0] and short[2] == long[2] and _initial(short[1], long[1])
    return (
        len(short) == 2 and len(long) == 3 and (long[0], long[-1]) == short and len(short[0]) > 1 and len(long[-1]) > 3
    )


def _initial(a: str, b: str) -> bool:
    return a != b and a[0] == b[0] and min(len(a), len(b)) == 1


def _context(a: PersonName, b: PersonName, one: tuple[str, ...], two: tuple[str, ...]) -> Match | None:
    """Compare names that need support from office or country."""
    together = bool(a.offices & b.offices) and bool(a.countries & b.countries or not (a.countries and b.countries))
    if len(one) > 1 and len(two) > 1:
        if (
            one[-1] == two[-1]
            and _initial(one[0], two[0])
            and (together or a.countries & b.countries or not a.countries)
        ):
            return Match("an initial for the given name", 85)
        if together and _near(one, two):
            return Match("a spelling one letter apart, in one office", 80)
        return None
    if not one or not two:
        return None
    short, long = sorted((one, two), key=len)
    if len(short) == 1 and len(long) > 1 and short[0] in {long[0], long[-1]} and together:
        return Match("surname alone", 75)
    return Match("the same name", 100) if one == two and (together or a.countries == b.countries) else None


def _near(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two full names are one slip of the pen apart."""
    joined = " ".join(one), " ".join(two)
    return min(map(len, joined)) >= 2 * _NEAR_LENGTH and OSA.distance(*joined, score_cutoff=1) <= 1


def _strangers(a: PersonName, b: PersonName) -> bool:
    """Tell whether what is known keeps two bearers of a name apart: other countries in other offices."""
    if not (a.countries and b.countries) or a.countries & b.countries:
        return False
    return bool(a.offices and b.offices) and not a.offices & b.offices
