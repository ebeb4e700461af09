"""Normal forms of names: what stays when case, hyphens, diacritics and habits of transliteration are folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from factcheck import lexicon

_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart.
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_DOUBLED = re.compile(r"(.)\1")
_LOOSE_VOWELS = str.maketrans({"o": "u", "e": "i"})
_ARTICLES = frozenset(["al", "el", "ul", "as", "ad", "ar"])
_LONGEST_KOREAN = 3


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> tuple[str, ...]:
    """Return a name's words, case and diacritics folded, hyphens and stops read as spaces.

    "Kim Jong-Un" → ("kim", "jong", "un")     "J.R. Müller" → ("j", "r", "muller")     "Wałęsa" → ("walesa",)
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_UNDECOMPOSED))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_WORD.findall(plain.replace("'", "").replace("’", "")))


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Return a folded word with habits of transliteration evened out: "sergey", "sergei" → "sergi"."""
    word = _variants().get(word, word)
    for spelling, even in _evened():
        if spelling in word:
            word = word.replace(spelling, even)
    return _DOUBLED.sub(r"\1", word)


def romanised(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the words of an Arabic or Korean name in one spelling of many, None where it is neither.

    ("usama", "bin", "ladin"), ("osama", "bin", "laden") → one    ("choe", "sun", "hui"), ("choe", "son", "hui") → one
    """
    if words and _variants().get(words[0], words[0]) in _arabic():
        return tuple(_unvowelled(word) for word in words if word not in _ARTICLES)
    if words and 1 < len(words) <= _LONGEST_KOREAN and words[0] in _surnames():
        return tuple(_korean().get(word, word) for word in words)
    return None


def _unvowelled(word: str) -> str:
    """Return an Arabic word as it sounds, vowels that scribes confuse made one: "hosni", "husni" → "husni"."""
    heard = sound(word).translate(_LOOSE_VOWELS)
    return heard[:-1] if len(heard) > 3 and heard[-1] == "h" else heard


@cache
def _evened() -> tuple[tuple[str, str], ...]:
    table = lexicon.load("transliteration")["even"]
    return tuple(
        sorted(((spelling, even) for even, group in table.items() for spelling in group), key=lambda p: (-len(p[0]), p))
    )


@cache
def _variants() -> dict[str, str]:
    """Return the variants of Arabic and Slavic given names → the name that stands for them all."""
    tables = lexicon.load("transliteration")["variants"]
    return {form: key for name in ("arabic", "slavic") for key, forms in tables[name].items() for form in forms}


@cache
def _arabic() -> frozenset[str]:
    return frozenset(lexicon.load("transliteration")["variants"]["arabic"])


@cache
def _korean() -> dict[str, str]:
    table = lexicon.load("transliteration")["variants"]["korean"]
    return {form: key for key, forms in table.items() for form in forms}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lexicon.load("names")["korean"]["surnames"].split())


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Return given names and their short forms → the numbers of the lists that they stand in: "alex" has two."""
    table: dict[str, set[int]] = {}
    for number, forms in enumerate(lexicon.load("names")["nicknames"]["lists"]):
        for form in forms:
            table.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in table.items()}


@cache
def suffixes() -> frozenset[str]:
    """Return words after a name that tell a generation or an honour: "jr", "iii"."""
    return frozenset(lexicon.load("transliteration")["suffixes"])


@cache
def legal_forms() -> frozenset[str]:
    """Return words of an organisation's name that do not tell it apart: "the", "inc", "ltd"."""
    return frozenset(lexicon.load("transliteration")["legal_forms"])


@cache
def spellings() -> dict[str, str]:
    """Return American spellings in the names of bodies → British ones: "defense" → "defence"."""
    table = lexicon.load("transliteration")["spellings"]
    return {form: key for key, forms in table.items() for form in forms}


@lru_cache(maxsize=1 << 17)
def slug(name: str) -> str:
    """Return a name as ASCII words joined by hyphens, "unnamed" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
