"""The words of `lexicon/masthead.toml`, ready for look-up in lower case."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return one list of the lexicon as a set: ("header", "labels") → {"published", …}."""
    return frozenset(word.lower() for word in lexicon.load("masthead")[table][key])


@cache
def agencies() -> dict[str, str]:
    """Return marker → agency: "itar-tass" → "TASS"."""
    table: dict[str, list[str]] = lexicon.load("masthead")["agencies"]
    return {marker: name for name, markers in table.items() for marker in markers}


@cache
def agency_openers() -> frozenset[str]:
    """Return the first words of all markers, to look before matching: "ria novosti" → "ria"."""
    return frozenset(re.split(r"\W", marker)[0] for marker in agencies())


@cache
def outlets() -> dict[str, str]:
    """Return lower-case name → name as it is reported, agencies by their full names included."""
    names = {name.lower(): name for name in lexicon.load("masthead")["outlets"]["names"]}
    return agencies() | names


@cache
def languages() -> dict[str, tuple[str, ...]]:
    """Return stop-word → the languages that have it."""
    table: dict[str, list[str]] = lexicon.load("masthead")["languages"]
    found: dict[str, list[str]] = {}
    for language in sorted(table):
        for word in table[language]:
            found.setdefault(word, []).append(language)
    return {word: tuple(names) for word, names in found.items()}


@cache
def states() -> dict[str, str]:
    """Return a state as agencies shorten it, lower case without spaces → its name: "w.va." → "West Virginia"."""
    table: dict[str, str] = lexicon.load("places")["state-abbreviations"]
    return {short.lower().replace(" ", ""): name for short, name in table.items()}
