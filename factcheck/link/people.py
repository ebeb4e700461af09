"""People across articles: distinct names → persons, by ordered and named levels.

The levels, surest first, are those of `compare`. What forbids a merge: both names in one article, other generations
("Jr.", ages fifteen years apart), other given names, offices in other countries, and, for a name that leaves words out,
a second person whom it fits as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

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


_MIDDLE_INITIAL = "an initial for the middle name"
_MIDDLE = "a middle name or patronymic left out"
_MIDDLE_RESPELLED = "a middle name left out of another transliteration"
_MIDDLE_SHORT = "a short form of the given name, a middle name left out"
_RESPELLED = "another transliteration"
_INITIAL = "an initial for the given name"
_ALONE = "surname alone"
# Levels at which a shorter name may stand for several longer ones, in the order in which they are tried.
_LOOSE = ((_MIDDLE_INITIAL,), (_MIDDLE, _MIDDLE_RESPELLED, _MIDDLE_SHORT), (_INITIAL,), (_ALONE,))
Found = tuple[int, int, Match]


def link(people: Sequence[PersonName]) -> Clusters:
    """Merge names that are one person's, the surest levels first; a name that leaves words out joins but one person."""
    clusters = Clusters([person.articles for person in people])
    matches: dict[str, list[Found]] = {}
    for a, b in candidates(people, _keys, _sided_keys):
        match = compare(people[a], people[b])
        if match is not None:
            matches.setdefault(match.level, []).append((a, b, match))
    loose = [[found for level in levels for found in matches.pop(level, ())] for levels in _LOOSE]
    sure = [found for level in matches.values() for found in level]
    for a, b, match in sorted(sure, key=lambda found: (-found[2].score, *found[:2])):
        clusters.merge(a, b, match)
    for found in loose:
        _merge_loose(people, clusters, found)
    return clusters


def _merge_loose(people: Sequence[PersonName], clusters: Clusters, matches: Sequence[Found]) -> None:
    """Merge each shorter name with the one person whose longer names it fits, the one of its country if several do."""
    longer: dict[int, list[tuple[int, Match]]] = {}
    for a, b, match in matches:
        short, long = sorted((a, b), key=lambda item: (len(people[item].words), len(people[item].name), item))
        longer.setdefault(short, []).append((long, match))
    for short, found in sorted(longer.items()):
        if len({clusters.find(long) for long, _ in found}) > 1:
            found = [(long, match) for long, match in found if _supports(people[short], people[long])]
        if len({clusters.find(long) for long, _ in found}) == 1:
            long, match = min(found, key=lambda one: (-one[1].score, one[0]))
            clusters.merge(min(short, long), max(short, long), match)


def _supports(a: PersonName, b: PersonName) -> bool:
    return bool(a.countries & b.countries or a.offices & b.offices)


def _keys(person: PersonName) -> Iterator[tuple[str | int, ...]]:
    """Yield blocking keys, each held by the names that one level may join."""
    words = _core(person.words)
    if not words:
        return
    sounds = _heard(words)
    yield ("words", *sorted(sounds))
    yield ("joined", "".join(words))
    if len(words) < 2:
        return
    yield ("ends", sounds[0], sounds[-1])
    for number in sorted(nicknames().get(words[0], ())):
        yield ("short form", number, sounds[-1])
    heard = romanised(words)
    if heard:
        yield ("romanised", *heard)
    if person.offices:
        yield ("given", sounds[0], sounds[-1][:2])
        yield ("surname", sounds[-1], sounds[0][:1])


def _sided_keys(person: PersonName) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield keys that join an initial or a surname alone with names in full: whether it is the former, and the key."""
    words = _core(person.words)
    if not words:
        return
    sounds = _heard(words)
    if len(words) == 1:
        yield True, ("alone", sounds[0])
        return
    yield len(words[0]) == 1, ("initial", words[0][0], sounds[-1])
    if person.offices:
        yield False, ("alone", sounds[-1])
        yield False, ("alone", sounds[0])


@lru_cache(maxsize=1 << 17)
def _core(words: Words) -> Words:
    return tuple(word for word in words if word not in suffixes())


@lru_cache(maxsize=1 << 17)
def _suffix(words: Words) -> frozenset[str]:
    return suffixes().intersection(words)


@lru_cache(maxsize=1 << 17)
def _heard(words: Words) -> Words:
    return tuple(map(sound, words))


def compare(a: PersonName, b: PersonName) -> Match | None:
    """Return the first level that holds between two names, None where they are two people's or cannot be told."""
    if _suffix(a.words) != _suffix(b.words) or _strangers(a, b):
        return None
    one, two = _core(a.words), _core(b.words)
    full = _full(one, two) if len(one) > 1 and len(two) > 1 else None
    return full or _context(a, b, one, two)


def _full(one: Words, two: Words) -> Match | None:
    """Compare two names of several words each by their words alone."""
    if one == two or "".join(one) == "".join(two):
        return Match("the same name", 100)
    heard, said = _heard(one), _heard(two)
    if {heard[0], heard[-1]}.isdisjoint((said[0], said[-1])) and "".join(heard) != "".join(said):
        return None
    if len(one) == len(two):
        return _of_one_length(one, two, heard, said)
    if _middle_left_out(one, two):
        return Match(_MIDDLE, 95)
    if sound("".join(one)) == sound("".join(two)):
        return Match(_RESPELLED, 93)
    if _middle_left_out(heard, said):
        return Match(_MIDDLE_RESPELLED, 91)
    if _short_form(one, two) and _middle_left_out((one[0], *heard[1:]), (one[0], *said[1:])):
        return Match(_MIDDLE_SHORT, 89)
    return None


def _of_one_length(one: Words, two: Words, heard: Words, said: Words) -> Match | None:
    """Compare two names of as many words: order, initials, transliteration, short forms."""
    if sorted(one) == sorted(two):
        return Match("the same words in another order", 97)
    if _middle_initial(one, two):
        return Match(_MIDDLE_INITIAL, 96)
    if heard == said or sound("".join(one)) == sound("".join(two)):
        return Match(_RESPELLED, 93)
    if sorted(heard) == sorted(said):
        return Match("another transliteration in another order", 92)
    if _short_form(one, two) and heard[1:] == said[1:]:
        return Match("a short form of the given name", 90)
    return None


def _short_form(one: Words, two: Words) -> bool:
    """Tell "bill" and "william" from two given names."""
    return one[0] != two[0] and bool(nicknames().get(one[0], frozenset()) & nicknames().get(two[0], frozenset()))


def _middle_initial(one: Words, two: Words) -> bool:
    """'john f kennedy' ~ 'john fitzgerald kennedy'."""
    same = len(one) == len(two) == 3 and one[0] == two[0] and one[2] == two[2]
    return same and _initial(one[1], two[1])


def _middle_left_out(one: Words, two: Words) -> bool:
    """'vladimir vladimirovich putin' ~ 'vladimir putin'; not 'kim jong un' ~ 'kim un'."""
    short, long = sorted((one, two), key=len)
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
        return Match(_ALONE, 75)
    return Match("the same name", 100) if one == two and (together or a.countries == b.countries) else None


def _supported(one: Words, two: Words, *, compatriots: bool, together: bool) -> Match | None:
    """Compare two names in full, given that their bearers may be of one country, or are in one office."""
    if compatriots and (heard := romanised(one)) and heard == romanised(two):
        return Match("another romanisation", 88)
    if compatriots and _initial(one[0], two[0]) and sound(one[-1]) == sound(two[-1]) and _may_lack(one, two):
        return Match(_INITIAL, 85)
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
