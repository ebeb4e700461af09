"""The event vocabulary, compiled once from `lexicon/events.toml` for look-up by token."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec
from msgspec import Struct

from factcheck import lexicon
from factcheck.extract.tokens import Tokens


class Form(Struct, frozen=True):
    """A head form: its tokens in lower case, its class, and its part: noun, verb, or what an anniversary stands for."""

    tokens: tuple[str, ...]
    head: str
    part: Literal["noun", "verb", "remembered"]
    passive: bool = False


class EventClass(Struct, frozen=True, forbid_unknown_fields=True):
    """What the lexicon says of a class; see the head of the lexicon file."""

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    remembered: tuple[str, ...] = ()
    once: bool = False
    object: bool = False
    lasting: bool = False
    moves: bool = False
    private: bool = False
    passive: tuple[str, ...] = ()
    family: str = ""
    story: bool = False
    generic: bool = False
    named: bool = False
    personal: bool = False
    corporate: bool = False
    wide: bool = False


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that shape a mention, by role; see the lexicon file."""

    light: frozenset[str]
    carriers: frozenset[str]
    other_verbs: frozenset[str]
    facets: frozenset[str]
    plain_facets: frozenset[str]
    modifiers: frozenset[str]
    fresh: frozenset[str]
    definite: frozenset[str]
    measuring: frozenset[str]
    commemorating: frozenset[str]
    clause_openers: frozenset[str]
    followers: frozenset[str]
    between: frozenset[str]
    locative: frozenset[str]
    temporal: frozenset[str]
    striking: frozenset[str]
    term: frozenset[str]
    sentencing: frozenset[str]
    no_term: frozenset[str]
    pair_heads: frozenset[str]


@cache
def classes() -> dict[str, EventClass]:
    """Return the classes of events by name."""
    return msgspec.convert(lexicon.load("events")["class"], dict[str, EventClass])


@cache
def words() -> Words:
    """Return the words that shape a mention."""
    return msgspec.convert(lexicon.load("events")["words"], Words)


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return the head forms by their first token, longest first."""
    table: dict[str, list[Form]] = {}
    for name, entry in classes().items():
        for part, entries in (
            ("noun", entry.nouns),
            ("verb", entry.verbs),
            ("remembered", entry.remembered),
        ):
            for phrase in entries:
                tokens = tuple(Tokens(phrase).lower)
                table.setdefault(tokens[0], []).append(Form(tokens, name, part))  # type: ignore[arg-type]
        for phrase in entry.passive:
            tokens = tuple(Tokens(phrase).lower)
            table.setdefault(tokens[0], []).append(Form(tokens, name, "verb", passive=True))
    return {first: tuple(sorted(found, key=lambda form: -len(form.tokens))) for first, found in table.items()}


@cache
def follow_a_noun() -> frozenset[str]:
    """Return the words that can follow an event noun without the noun qualifying them."""
    known = words()
    return known.followers | known.between | known.locative | known.temporal | known.light | known.other_verbs


@cache
def same_objects() -> dict[str, str]:
    """Return objects in other words → the name that is kept ("diplomatic ties" → "diplomatic relations")."""
    return {other: group[0] for group in lexicon.load("events")["objects"]["same"] for other in group}


@cache
def ordinals() -> dict[str, int]:
    """Return ordinal words → rank ("first" → 1)."""
    return dict(lexicon.load("numbers")["ordinals"])


@cache
def facilities() -> frozenset[str]:
    """Return the nouns of facilities at which things happen."""
    return frozenset(lexicon.load("events")["facilities"]["nouns"])


@lru_cache(1 << 14)
def is_verb(word: str) -> bool:
    """Tell whether a lower-case word, no event head and no light verb, is likely a verb that draws times to itself.

    True: 'said'  'announced'  'bought'     False: 'bed'  'held'  'red'
    """
    known = words()
    return word in known.other_verbs or (len(word) > 4 and word.endswith("ed") and word not in known.light)
