"""Numbers inside a claim's words: where they stand, and the same place with another number, written the same way."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck import lexicon

_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]\d)|(?<![\d.,])\d+(?!\d|[.,]\d)")  # 1,200   35   (not 3.5)
_WORD = re.compile(r"[A-Za-z]+")
_ORDINAL = re.compile(r"(?<!\d)(\d{1,3})(st|nd|rd|th)\b")  # 71st


class Written(NamedTuple):
    """A number and where it stands."""

    at: int
    stop: int
    text: str


def find(text: str, number: int) -> Written | None:
    """Return the one place where a text writes a number: "about two hours", 2 → (6, 9, "two"); None else."""
    found = [Written(*m.span(), m[0]) for m in _FIGURE.finditer(text) if int(m[0].replace(",", "")) == number]
    if number < len(_words()):
        found += [Written(*m.span(), m[0]) for m in _WORD.finditer(text) if m[0].lower() == _words()[number]]
    return found[0] if len(found) == 1 else None


def find_rank(text: str, number: int) -> Written | None:
    """Return the one place where a text writes a rank: "the 71st anniversary", 71 → (4, 8, "71st"); None else."""
    found = [Written(*m.span(), m[0]) for m in _ORDINAL.finditer(text) if int(m[1]) == number]
    if 0 < number <= len(_ranks()):
        found += [Written(*m.span(), m[0]) for m in _WORD.finditer(text) if m[0].lower() == _ranks()[number - 1]]
    return found[0] if len(found) == 1 else None


def write(number: int, like: str) -> str:
    """Write a number as another is written: 5, "Two" → "Five"; 1300, "1,200" → "1,300"; 30, "two" → "30"."""
    if like.isalpha() and number < len(_words()):
        return _cased(_words()[number], like)
    return f"{number:,}" if "," in like else str(number)


def write_rank(number: int, like: str) -> str:
    """Write a rank as another is written: 72, "71st" → "72nd"; 5, "third" → "fifth"."""
    if like.isalpha() and number <= len(_ranks()):
        return _cased(_ranks()[number - 1], like)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


@cache
def _words() -> tuple[str, ...]:
    return tuple(lexicon.load("slips")["numbers"]["words"])


@cache
def _ranks() -> tuple[str, ...]:
    return tuple(lexicon.load("slips")["numbers"]["ranks"])
