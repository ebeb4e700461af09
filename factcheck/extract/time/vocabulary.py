"""The words of `lexicon/time.toml`, compiled once into dictionaries and sets."""

from __future__ import annotations

from functools import cache
from typing import Any

from factcheck import lexicon


class Vocabulary:
    """Look-up tables; every key is lower case."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.months: dict[str, int] = tables["months"]
        self.month_abbreviations = frozenset(tables["month_words"]["abbreviations"])
        self.month_ambiguous = frozenset(tables["month_words"]["ambiguous"])
        self.month_before = frozenset(tables["month_words"]["before"])
        self.month_after_reject = frozenset(tables["month_words"]["after_reject"])
        self.weekdays: dict[str, int] = tables["weekdays"]
        self.weekday_abbreviations = frozenset(tables["weekday_words"]["abbreviations"])
        self.weekday_plurals = {word: i for i, word in enumerate(tables["weekday_words"]["plurals"])}
        self.weekday_named = frozenset(tables["weekday_words"]["named"])
        self.units: dict[str, str] = tables["units"]
        self.unit_names: dict[str, str] = tables["unit_names"]
        self.numbers: dict[str, int] = tables["numbers"]
        self.ordinals: dict[str, int] = tables["ordinals"] | {_suffixed(n): n for n in range(1, 400)} | _OLDER
        self.days: dict[str, int] = {str(n): n for n in range(1, 32)} | {f"0{n}": n for n in range(1, 10)}
        self.ordinal_days = {word: n for word, n in self.ordinals.items() if n <= 31}
        self.vague = frozenset(tables["quantities"]["vague"])
        self.adjectives = frozenset(tables["quantities"]["adjectives"])
        self.approximations: dict[str, str] = tables["approximations"]
        self.approximation_phrases = {
            tuple(phrase.split()): mod for phrase, mod in tables["approximation_phrases"].items()
        }
        self.pointers: dict[str, tuple[str, int]] = {w: (b, n) for w, (b, n) in tables["pointers"].items()}
        self.parts: dict[str, str] = tables["parts"]
        self.halves: dict[str, int] = tables["halves"]
        self.decades: dict[str, int] = tables["decades"]
        self.relatives: dict[str, tuple[str, int]] = {w: (b, n) for w, (b, n) in tables["relatives"].items()}
        self.stretches = frozenset(tables["stretches"]["words"])
        self.plural_stretches = frozenset(tables["stretches"]["plurals"])
        self.edges: dict[str, str] = tables["edges"]
        self.prefixes: dict[str, str] = tables["prefixes"]
        self.dayparts: dict[str, str] = tables["dayparts"]
        self.seasons: dict[str, str] = tables["seasons"]
        self.season_reject = frozenset(tables["season_words"]["after_reject"])
        self.deictic: dict[str, tuple[str, int, str]] = {w: (b, n, t) for w, (b, n, t) in tables["deictic"].items()}
        self.references: dict[str, str] = tables["references"]
        self.sets: dict[str, str] = tables["sets"]
        self.holidays: dict[tuple[str, ...], str] = {_key(k): v for k, v in tables["holidays"].items()}
        self.movable: dict[tuple[str, ...], Any] = {_key(k): v for k, v in tables["movable_holidays"].items()}
        self.zones = frozenset(tables["clock"]["zones"])
        self.universal = frozenset(tables["clock"]["universal"])
        self.years = {str(n): n for n in range(1000, 2101)}
        self.year_before_reject = frozenset(tables["years"]["before_reject"])
        self.year_after_reject = frozenset(tables["years"]["after_reject"])
        self.year_before = frozenset(tables["years"]["before"])
        self.streets = frozenset(tables["years"]["streets"])
        self.near = {name: frozenset(listed) for name, listed in tables["near"].items()}
        self.future = frozenset(tables["tense"]["future"])
        self.limits = frozenset(tables["tense"]["limits"])
        self.past = frozenset(tables["tense"]["past"])


# Ordinals as older print has them: "May 23d", "the 22d".
_OLDER = {"2d": 2, "3d": 3, "22d": 22, "23d": 23}


def _key(name: str) -> tuple[str, ...]:
    """Return a name as the tokenizer splits it: "new year's day" → new, year, 's, day; "d-day" → d, -, day."""
    for mark, apart in (("'", " '"), (".", " ."), ("-", " - "), ("/", " / ")):
        name = name.replace(mark, apart)
    return tuple(name.split())


def _suffixed(number: int) -> str:
    """Return an ordinal in digits: 21 → "21st", 112 → "112th"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@cache
def words() -> Vocabulary:
    """Return the compiled vocabulary."""
    return Vocabulary(lexicon.load("time"))
