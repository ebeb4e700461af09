"""Words for one thing: ranks and offices that render each other, from the lexicon of offices."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon


def kin(field: str, here: str, there: str) -> str | None:
    """Return the word by which a class of equivalents that holds both words is known, None where none does.

    ("rank", "vice", "deputy") → "deputy"
    """
    table = _classes(field)
    return table[here][0] if table.get(here) and table.get(here) == table.get(there) else None


def general(here: str, there: str) -> bool:
    """Tell whether one office is a general word that may stand for the other: "minister" for "foreign minister"."""
    table = lexicon.load("offices").get("equivalents", {}).get("narrower", {})
    return there in table.get(here, ()) or here in table.get(there, ())


@cache
def heads() -> frozenset[str]:
    """Return the offices that name the head of a body."""
    return frozenset(lexicon.load("offices").get("equivalents", {}).get("head", ()))


@cache
def _classes(field: str) -> dict[str, tuple[str, ...]]:
    """Return the class of each word that has one; the first that names a word keeps it."""
    vocabulary = lexicon.load("offices")
    lists = {"rank": ("ranks", "equal"), "office": ("equivalents", "same")}.get(field)
    found: dict[str, tuple[str, ...]] = {}
    for words in vocabulary.get(lists[0], {}).get(lists[1], ()) if lists else ():
        for word in words:
            found.setdefault(word, tuple(words))
    return found
