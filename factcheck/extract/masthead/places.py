"""Places of filing: where the name ends on the line, and what the gazetteer knows of it.

"ST. LOUIS, Mo. (AP) - …" → three tokens; "GENEVA" in Illinois → US
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import gazetteer
from factcheck.extract.masthead import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.tokens import Tokens

_WORDS = 6
_GLUE = frozenset("-/'’")
_LARGE = 200_000  # people: "Mumbai: …" is a dateline, "Split: …" and "Mobile: …" are words before a colon


def place_end(tokens: Tokens, first: int, stop: int, dated: Mapping[int, int]) -> int:
    """Return the token after a place name: "ST. LOUIS, …" → 3, "BERLIN/PARIS, …" → 3, `first` where there is none."""
    at, words, last = first, 0, first
    connectors = vocabulary.words("datelines", "connectors")
    abbreviations = vocabulary.words("datelines", "abbreviations")
    while at < stop and at not in dated and words <= _WORDS:
        text = tokens.text[at]
        if text[0].isupper():
            words, last = words + 1, at + 1
        elif text == "." and words and tokens.glued(at) and tokens.lower[at - 1] in abbreviations:
            last = at + 1
        elif not words or not (tokens.lower[at] in connectors or _joins(tokens, at, stop)):
            break
        at += 1
    return last if words <= _WORDS else first


def _joins(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether a mark joins two words of a place: "BERLIN/PARIS", "AIX-EN-PROVENCE", but not "DETROIT-Cars"."""
    if tokens.text[at] not in _GLUE or not tokens.glued(at):
        return False
    after = tokens.text[at + 1] if at + 1 < stop else ""
    return not (tokens.text[at] == "-" and tokens.text[at - 1].isupper() and after[1:2].islower())


def country(place: str, regions: tuple[str, ...]) -> str | None:
    """Return the ISO 3166 alpha-2 code of a dateline's place: ("PARIS", ("Texas",)) → "US".

    `regions` are full names: "Illinois".
    """
    candidates = gazetteer.look_up(_first_of(place))
    for region in regions:
        around = {item.country for item in gazetteer.look_up(region)}
        inside = [item for item in candidates if region in item.within or item.country in around]
        if inside or around - {None}:
            return inside[0].country if inside else sorted(code for code in around if code)[0]
    return candidates[0].country if candidates else None


def is_listed(place: str) -> bool:
    """Tell whether the gazetteer knows a place."""
    return bool(gazetteer.look_up(_first_of(place)))


def is_large(place: str) -> bool:
    """Tell whether a place is a city that readers know without more."""
    return any(item.population >= _LARGE for item in gazetteer.look_up(_first_of(place)))


def is_country(place: str) -> bool:
    """Tell whether a place is first of all a country."""
    found = gazetteer.look_up(_first_of(place))
    return bool(found) and found[0].kind == "country"


def is_city_state(place: str) -> bool:
    """Tell whether a country is one city: "Singapore"."""
    found = gazetteer.look_up(_first_of(place))
    return any(item.kind == "city" and item.country == found[0].country for item in found[1:])


def _first_of(place: str) -> str:
    """Return the first of several places of filing, in capitals and small letters: "BERLIN/PARIS" → "Berlin"."""
    name = place.split("/")[0].strip()
    return name.title() if name.isupper() and len(name) > 2 else name
