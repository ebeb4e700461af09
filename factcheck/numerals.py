"""Numbers in words and figures: lower-case tokens → values.

Comes in: a list of lower-case tokens and the index to read at. Goes out: the value and the index after it, or None.
The words are in lexicon/numbers.toml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]*)")  # 1,948   3.5   1.2bn
_RANK = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)([a-z]{2})")  # 71st
_JOINTS = frozenset("-‐‑")
_FILLERS = frozenset({"of", "a", "-"})
_HUNDRED = 100
_LINKED = 1000

Reading = tuple[float, int]


def read(lower: Sequence[str], at: int) -> Reading | None:
    """Return the cardinal number that starts at a token, and the index after it; a whole value is an int.

    "1,948"               → 1948
    "two hundred and six" → 206
    "1.2bn"               → 1200000000
    "half a million"      → 500000
    "a dozen"             → 12
    """
    if at >= len(lower):
        return None
    word = lower[at]
    if word[0].isdecimal():
        return _figure(lower, at)
    if word in _table("units") or word in _table("tens"):
        return _words(lower, at)
    if word in {"a", "an"}:
        return _scaled_article(lower, at + 1) or _fraction(lower, at + 1)
    return _fraction(lower, at) or _scaled_article(lower, at)


def rank(lower: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the ordinal number that starts at a token, and the index after it.

    "71st" → 71        "twenty-first" → 21        "first" → 1
    """
    word = lower[at]
    if word[0].isdecimal():
        match = _RANK.fullmatch(word)
        return (int(match[1].replace(",", "")), at + 1) if match and match[2] in _suffixes() else None
    found = _table("ordinals").get(word)
    if found is not None:
        return int(found), at + 1
    tens = _table("tens").get(word)
    if tens is not None and at + 2 < len(lower) and lower[at + 1] in _JOINTS:
        unit = _table("ordinals").get(lower[at + 2])
        return (int(tens + unit), at + 3) if unit is not None and unit < _BASE else None
    return None


def starts(word: str) -> bool:
    """Tell whether a lower-case token can start a cardinal number by itself ("a" cannot)."""
    return word[0].isdecimal() or word in _openers()


@cache
def vocabulary() -> frozenset[str]:
    """Return the lower-case words that a cardinal or ordinal number in words can start with."""
    names = ("units", "tens", "scales", "groups", "fractions", "ordinals")
    return frozenset().union(*(_table(name) for name in names))


def scale(word: str) -> float | None:
    """Return the multiplier that a lower-case word stands for: "million", "bn", "dozen"; None for any other."""
    return _multipliers().get(word) or _table("magnitudes").get(word)


_BASE = 10


def _figure(lower: Sequence[str], at: int) -> Reading | None:
    """Read figures with a magnitude on them or after them: "40 billion"   "1.2bn"   "2.5 m" is 2.5."""
    word = lower[at]
    if word.isdecimal():
        value = float(word)
    else:
        match = _FIGURE.fullmatch(word)
        if not match:
            return None
        value = float(match[1].replace(",", "") + (match[2] or ""))
        if match[3]:
            magnitude = _table("magnitudes").get(match[3])
            return (_whole(value * magnitude), at + 1) if magnitude else None
    stop = at + 1
    if stop < len(lower) and (magnitude := _apart().get(lower[stop])):
        return _chained(value * magnitude, lower, stop + 1)
    if stop + 1 < len(lower) and lower[stop] in _JOINTS and (magnitude := _table("scales").get(lower[stop + 1])):
        return _whole(value * magnitude), stop + 2
    if lower[stop : stop + 3] == ["and", "a", "half"]:
        return _half_more(value, lower, at)
    return _whole(value), stop


def _chained(value: float, lower: Sequence[str], stop: int) -> Reading:
    """Multiply on: "2 hundred thousand"."""
    while stop < len(lower) and (scale := _table("scales").get(lower[stop])):
        value *= scale
        stop += 1
    return _whole(value), stop


def _words(lower: Sequence[str], at: int) -> Reading:
    """Read a number in words: "three"   "twenty-five"   "two hundred and six thousand"   "two and a half million"."""
    total, part, stop = 0.0, 0.0, at
    while (small := _small(lower, stop)) is not None:
        value, stop = small
        part += value
        while stop < len(lower) and (scale := _scale(lower[stop])):
            if scale == _HUNDRED:
                part *= scale
            else:
                total, part = total + part * scale, 0.0
            stop += 1
        if not _goes_on(lower, stop, part, total):
            break
        stop += lower[stop] == "and"
    value = total + part
    if stop == at + 1 and lower[stop : stop + 3] == ["and", "a", "half"]:
        return _half_more(value, lower, at)
    return _whole(value), stop


def _goes_on(lower: Sequence[str], stop: int, part: float, total: float) -> bool:
    """Tell whether a smaller part follows: after "two hundred" comes "and six" or "six", after "two" comes none."""
    if not (part >= _HUNDRED or (total >= _LINKED and part == 0)):
        return False
    ahead = stop + (stop < len(lower) and lower[stop] == "and")
    if ahead >= len(lower) or lower[ahead] not in _openers() or lower[ahead] in _table("fractions"):
        return False
    return _small(lower, ahead) is not None


def _small(lower: Sequence[str], at: int) -> Reading | None:
    """Read a number below a hundred: "seven"   "twenty"   "twenty-five"."""
    if at >= len(lower):
        return None
    units, tens = _table("units"), _table("tens")
    value = tens.get(lower[at])
    if value is None:
        unit = units.get(lower[at])
        return None if unit is None else (unit, at + 1)
    if at + 2 < len(lower) and lower[at + 1] in _JOINTS and 0 < units.get(lower[at + 2], 0) < _BASE:
        return value + units[lower[at + 2]], at + 3
    if at + 1 < len(lower) and 0 < units.get(lower[at + 1], 0) < _BASE:
        return value + units[lower[at + 1]], at + 2
    return value, at + 1


def _scaled_article(lower: Sequence[str], at: int) -> Reading | None:
    """Read "hundred", "dozen", "million" after "a" or "half a"; a plural ("hundreds") is no number."""
    if at >= len(lower) or not (scale := _scale(lower[at])):
        return None
    return _chained(scale, lower, at + 1)


def _fraction(lower: Sequence[str], at: int) -> Reading | None:
    """Read "half a million" and "a quarter of a million"; a fraction of anything else is no number of its own."""
    value = _table("fractions").get(lower[at]) if at < len(lower) else None
    if value is None:
        return None
    ahead = at + 1
    while ahead < len(lower) and lower[ahead] in _FILLERS:
        ahead += 1
    scaled = _scaled_article(lower, ahead)
    return (_whole(value * scaled[0]), scaled[1]) if scaled else None


def _half_more(value: float, lower: Sequence[str], at: int) -> Reading:
    """Read the scale after "two and a half" ("two and a half million" → 2500000)."""
    stop = at + 4
    scale = _scale(lower[stop]) if stop < len(lower) else None
    return (_whole((value + 0.5) * scale), stop + 1) if scale else (value + 0.5, stop)


def _whole(value: float) -> float:
    value = round(float(value), 6)
    return int(value) if value.is_integer() else value


@cache
def _table(name: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = lexicon.load("numbers")[name]
    return table


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(_table("suffixes")["ordinal"])


@cache
def _openers() -> frozenset[str]:
    return frozenset().union(*(_table(name) for name in ("units", "tens", "scales", "groups", "fractions")))


@cache
def _multipliers() -> Mapping[str, float]:
    return {**_table("scales"), **_table("groups")}


def _scale(word: str) -> float | None:
    return _multipliers().get(word)


@cache
def _apart() -> Mapping[str, float]:
    """Magnitudes that may stand apart from their figure ("3 mln", "40 billion", "2 dozen")."""
    ambiguous = set(_table("ambiguous")["magnitudes"])
    return {**_multipliers(), **{word: size for word, size in _table("magnitudes").items() if word not in ambiguous}}
