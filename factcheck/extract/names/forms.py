"""Form → evidence from the words in a name itself, whatever text it stands in.

"Bank of Riga" → organization    "Derek Osei" → person    "Lake Ohrid" → place
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from factcheck import gazetteer
from factcheck.extract.names.vocabulary import word_sets

PERSON, ORGANIZATION, PLACE, OTHER = "person", "organization", "place", "other"
Weight: TypeAlias = tuple[str, float]

_PUNCTUATION = frozenset('.-"“”‘’')
_LINKS = frozenset({"of", "for"})
LARGE_CITY = 100_000
_SIZABLE = 50_000
_METROPOLIS = 1_000_000


@lru_cache(maxsize=1 << 14)
def weigh(form: str, name: str) -> dict[str, float]:
    """Return how much a name's own words speak for each type; names come back in article after article.

    `form` holds the tokens as printed, joined by blanks, `name` the text itself. Not to be changed by the caller.
    """
    total: dict[str, float] = {}
    for kind, weight in _inside(form, name):
        total[kind] = total.get(kind, 0.0) + weight
    return total


def _inside(form: str, name: str) -> Iterator[Weight]:
    printed = form.split(" ")
    tokens = [lower for token in printed if (lower := token.lower()) not in _PUNCTUATION]
    words = word_sets()
    last, head = tokens[-1], tokens[0]
    if last in words.legal and len(tokens) > 1:
        yield ORGANIZATION, 6.0
    if len(tokens) > 1:
        yield from _headed(tokens)
    yield from _personal(printed, tokens)
    first = printed[0]
    if len(tokens) == 1 and first.isupper() and 2 <= len(first) <= 6:
        yield ORGANIZATION, 1.2
        yield PERSON, -3.0
    if any(map(str.isdigit, "".join(tokens))):
        yield OTHER, 6.0 if len(tokens) == 1 else 3.0
    elif len(tokens) == 1 and any(char.isupper() for char in first[1:]) and not first.isupper():
        yield ORGANIZATION, 0.8
    common = sum(token in words.common for token in tokens)
    if len(tokens) > 1 and common == len(tokens) and head not in words.given:
        yield OTHER, 2.0
        yield PERSON, -3.0
    elif common:
        yield PERSON, -0.7 * common
    yield from _gazetteer(name, printed[0], tokens)


def _headed(tokens: list[str]) -> Iterator[Weight]:
    """Weigh the word that heads the name: "Bank", "Airport", "War"."""
    words = word_sets()
    link = next((index for index, token in enumerate(tokens) if index and token in _LINKS), len(tokens))
    last = tokens[link - 1]
    if " ".join(tokens[-2:]) in words.facility:
        yield PLACE, 8.0
    elif last in words.body:
        yield ORGANIZATION, 5.0
    elif any(token in words.body for token in tokens[:-1]):
        yield ORGANIZATION, 3.0 if tokens[0] not in words.given else 1.0
    owned = last in words.owned and ("'s" in tokens or "’s" in tokens)
    if owned or last in words.facility or last in words.nature or last in words.settled:
        yield PLACE, 2.5 if last in words.family and tokens[0] in words.given else 5.5
    elif tokens[0] in words.leading_feature:
        yield PLACE, 4.0
    if last in words.other or tokens[0] in words.leading_thing:
        yield OTHER, 4.5
    elif any(token in words.other for token in tokens):
        yield OTHER, 1.0
    if tokens[0] in words.domains:
        yield ORGANIZATION, 0.8
        yield PERSON, -2.0


def _personal(printed: list[str], tokens: list[str]) -> Iterator[Weight]:
    words = word_sets()
    folded = gazetteer.fold(tokens[0])
    if gazetteer.fold(tokens[-1]) in words.family:
        yield PERSON, 1.0
    if any(token in words.inner for token in printed[1:-1]):
        yield PERSON, 1.5
    if len(tokens) == 1:
        yield ORGANIZATION, 0.5
        if folded in words.renowned:
            yield PERSON, 2.5
        if folded in words.given:
            yield PERSON, 1.0
        return
    if folded in words.given:
        yield PERSON, 3.0 if len(tokens) < 5 else 1.0
    elif folded in words.eastern and len(tokens) < 5:
        yield PERSON, 2.0
    yield from _lengths(tokens)
    yield from _marks(tokens, printed)


def _lengths(tokens: list[str]) -> Iterator[Weight]:
    """Weigh how many words there are: people have two or three, bodies more."""
    if len(tokens) <= 3 and all(token[0].isalpha() for token in tokens):
        yield PERSON, 1.0
    elif len(tokens) > 4:
        yield ORGANIZATION, 1.0
        yield PERSON, -2.0


def _marks(tokens: list[str], printed: list[str]) -> Iterator[Weight]:
    """Weigh initials, suffixes, patronymics, "&" and words in capitals throughout."""
    words = word_sets()
    if tokens[-1] in words.suffixes:
        yield PERSON, 4.0
    if tokens[-1].endswith(words.patronymics):
        yield PERSON, 1.0
    if any(len(token) == 1 and token.isupper() for token in printed[:-1]):
        yield PERSON, 2.0
    if "&" in tokens:
        yield ORGANIZATION, 3.0
    capitals = [len(token) > 1 and token.isupper() for token in printed if token.isalpha()]
    if any(capitals) and not all(capitals):
        yield PERSON, -3.0 if tokens[0] not in words.given else -1.0
        yield ORGANIZATION, 0.8


def _gazetteer(name: str, first: str, tokens: list[str]) -> Iterator[Weight]:
    words = word_sets()
    places = gazetteer.look_up(name)
    if not places:
        if tokens[0] in words.compass and len(tokens) > 1 and gazetteer.look_up(" ".join(tokens[1:])):
            yield PLACE, 3.0
        elif len(tokens) > 1 and tokens[0] not in words.given:
            yield from _after_city(first, tokens)
        return
    folded = gazetteer.fold(name)
    if folded in words.ambiguous:
        yield PLACE, 1.6 if folded in words.likely else 0.3
    elif len(tokens) > 1:
        # "Santiago de Compostela" looks like a person's name, but is a city's.
        particle = not words.inner.isdisjoint(tokens[1:-1]) and places[0].population >= _SIZABLE
        yield PLACE, 7.0 if particle else 4.5
    elif folded in words.given or folded in words.family or folded in words.common:
        yield PLACE, 0.8 if places[0].population < 1_000_000 else 2.0
    else:
        yield PLACE, 3.5 if places[0].population >= LARGE_CITY else 1.8


def _after_city(first: str, tokens: list[str]) -> Iterator[Weight]:
    """Weigh a name that begins with a city's: "Boston Breakers" is a team, "Chicago Loop" a place."""
    words = word_sets()
    size = _population(first)
    if size >= LARGE_CITY and tokens[-1].endswith("s") and tokens[-1] not in words.family and len(tokens) < 4:
        yield ORGANIZATION, 2.5
        yield PERSON, -2.0
    elif size > _METROPOLIS:
        yield PLACE, 1.5
        yield PERSON, -1.5


def _population(word: str) -> int:
    """Return how many live in the city of a name, 0 where it is none or a common word or given name."""
    places = gazetteer.look_up(word)
    return places[0].population if places and gazetteer.fold(word) not in word_sets().ambiguous else 0
