"""What a number counts: currencies, measures, rates, and the noun phrase after it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon
from factcheck.extract.counts import vocabulary

if TYPE_CHECKING:
    from factcheck.extract.tokens import Tokens

_PHRASE = 6  # words of a noun phrase after a number
_MILLION = 1_000_000
_CENT = 0.01


class Noun(NamedTuple):
    """The thing counted: its head as printed, the unit, and the token after it."""

    head: str
    unit: str
    stop: int


# -- money ------------------------------------------------------------------------------------------------------------


def currency_before(tokens: Tokens, first: int) -> tuple[str, int] | None:
    """Return the currency printed before a number and the token where it begins: "US$", "£", "EUR"."""
    if first == 0:
        return None
    mark = tokens.lower[first - 1]
    if mark == "$":
        if first > 1 and tokens.glued(first - 1):
            letters = vocabulary.mapping("money", "dollars").get(tokens.lower[first - 2])
            if letters:
                return letters, first - 2
        return "USD", first - 1
    symbol = vocabulary.mapping("money", "symbols").get(mark)
    if symbol:
        return symbol, first - 1
    if tokens.text[first - 1].isupper() and tokens.text[first][0].isdigit():
        code = vocabulary.mapping("money", "codes").get(mark)
        return (code, first - 1) if code else None
    return None


def skip_currency(tokens: Tokens, at: int) -> int:
    """Skip a currency before the second number of a range: "and | US$ | 20"."""
    known = vocabulary.mapping("money", "symbols")
    if at < len(tokens) and tokens.lower[at] in known:
        return at + 1
    if (
        at + 1 < len(tokens)
        and tokens.text[at + 1] == "$"
        and tokens.lower[at] in vocabulary.mapping("money", "dollars")
    ):
        return at + 2
    return at


def past_currency(tokens: Tokens, stop: int) -> int:
    """Skip a currency's word that repeats its symbol: "$9.99 | US dollars"."""
    at = stop
    if at < len(tokens) and tokens.lower[at] in vocabulary.mapping("money", "nations"):
        at += 1
    return at + 1 if at < len(tokens) and tokens.lower[at] in vocabulary.mapping("money", "words") else stop


def currency_after(tokens: Tokens, stop: int, value: float) -> tuple[str, int, float] | None:
    """Return the currency's code after a number, where it ends, and its scale (0.01 for cents).

    "5 million euros"   "40 Canadian dollars"   "77 cents"
    """
    at, nation = stop, None
    if at < len(tokens):
        nation = vocabulary.mapping("money", "nations").get(tokens.lower[at])
    if nation is not None:
        at += 2 if tokens.lower[at] == "hong" else 1
    if at >= len(tokens):
        return None
    word = tokens.lower[at]
    if word in {"-"} and at + 1 < len(tokens) and tokens.glued(at + 1):
        at, word = at + 1, tokens.lower[at + 1]
    code = vocabulary.mapping("money", "words").get(word)
    if code is None and word in vocabulary.mapping("money", "doubtful") and (nation or value >= _MILLION):
        code = vocabulary.mapping("money", "doubtful")[word]
    if code is not None and not (word == "won" and not _is_money_won(tokens, at, value)):
        return nation or code, at + 1, 1
    cents = vocabulary.mapping("money", "cents").get(word)
    return (cents, at + 1, _CENT) if cents and word != "penny" else None


def _is_money_won(tokens: Tokens, at: int, value: float) -> bool:
    """Tell the Korean currency from the verb: "500 billion won in bonds", not "the 12 won"."""
    following = tokens.lower[at + 1] if at + 1 < len(tokens) else "."
    return value >= _MILLION / 100 and following not in {"the", "a", "an", "their", "his", "her"}


# -- measures ---------------------------------------------------------------------------------------------------------


def measure(word: str) -> str | None:
    """Return the unit of a form printed onto a figure: "gb" → "gigabyte"."""
    return next((unit for sequence, unit in vocabulary.measures().get(word, ()) if sequence == (word,)), None)


def after(tokens: Tokens, stop: int) -> tuple[str, int] | None:
    """Return the unit after a number and the token after it; ("time", …) where it measures time."""
    at = stop
    if at + 1 < len(tokens) and tokens.text[at] == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    if at >= len(tokens):
        return None
    if tokens.lower[at] in vocabulary.words("unit", "time"):
        return "time", at + 1
    found = vocabulary.starting(vocabulary.measures(), tokens.lower, at)
    if found is None:
        return None
    _, end = found
    if end == at + 1 and tokens.lower[at] in vocabulary.words("unit", "glued_only"):
        return None
    return found


def rate(tokens: Tokens, stop: int) -> tuple[int, str]:
    """Read "per share", "a year", "an hour" after a quantity."""
    if stop + 1 >= len(tokens) or tokens.lower[stop] not in vocabulary.words("unit", "per"):
        return stop, ""
    word = tokens.lower[stop + 1]
    return (stop + 2, word) if word in vocabulary.words("unit", "rates") else (stop, "")


# -- things -----------------------------------------------------------------------------------------------------------


def things(tokens: Tokens, stop: int, limit: int, value: float) -> Noun | None:
    """Read the noun phrase after a number: its head is its last plural.

    "179 | new aerial refueling tankers"   "12 | people"   "1 | person"
    """
    best = None
    i = stop
    while i < min(limit, stop + _PHRASE):
        word = tokens.lower[i]
        if word == "-" and tokens.glued(i):
            i += 1
            continue
        if i == stop and word in vocabulary.words("part", "adding"):
            i += 1
            continue
        if not word[0].isalpha() or word in vocabulary.words("nouns", "stop"):
            break
        if word in vocabulary.words("unit", "time"):
            return best or Noun(word, "time", i + 1)
        if best is not None and (word in _heads_of_frames() or word.endswith("ed")):
            break
        hyphen = i + 1 < limit and tokens.text[i + 1] == "-" and tokens.glued(i + 1)
        if not hyphen and (is_plural(word) or (value == 1 and word in _ones())):
            best = Noun(word, singular(word), i + 1)
        i += 1
    return best


def is_person(unit: str) -> bool:
    """Tell whether a unit counts people: "person", "soldier", "policeman"."""
    return unit == "person" or unit in _roles() or unit.endswith(("man", "woman", "child"))


def is_plural(word: str) -> bool:
    """Tell whether a lower-case noun is plural: "tankers", "people", not "gas"."""
    if word in vocabulary.words("nouns", "plurals"):
        return True
    return (
        len(word) > _SHORT
        and word.endswith("s")
        and not word.endswith(("ss", "us", "'s"))
        and word not in vocabulary.words("nouns", "singulars")
    )


_SHORT = 3


def singular(word: str) -> str:
    """Return the unit for a head: "tankers" → "tanker", "people" → "person", "companies" → "company"."""
    if word in vocabulary.words("people", "persons"):
        return "person"
    known = vocabulary.mapping("nouns", "irregular").get(word)
    if known:
        return known
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes", "zes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@cache
def _ones() -> frozenset[str]:
    """Singulars that "one" counts where a class is told beside it: "one person was killed"."""
    return frozenset({"person", "man", "woman", "child", "soldier", "officer", "policeman", "civilian", "passenger"})


@cache
def _roles() -> frozenset[str]:
    speakers: list[str] = lexicon.load("speech")["nouns"]["person"]
    return frozenset(speakers) | vocabulary.words("people", "roles")


@cache
def _heads_of_frames() -> frozenset[str]:
    return frozenset(vocabulary.participles())
