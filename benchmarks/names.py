"""Measure the linking of people's names across articles, and print a Markdown table: `python -m benchmarks.names`.

People are made from a seed: given names of the lexicon, surnames put together from parts (surnames.toml), each person
in one country, three in ten in an office. Most are named in one way; the others come back as news prints them: family
name first, another transliteration, a middle name or initial, a short form, an initial for the given name beside office
and country. Every name stands in an article of its own, and no two people share a name to the letter; brothers, fathers
and sons ("Jr.") and surnames one letter apart are among them.
"""

from __future__ import annotations

import argparse
import resource
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, NamedTuple

from tabulate import tabulate

from factcheck import lexicon
from factcheck.link import people
from factcheck.link.clusters import candidates
from factcheck.link.normal import fold

_MEGABYTE = 1_000_000
_OFFICES = (
    "president",
    "foreign minister",
    "finance minister",
    "mayor",
    "judge",
    "chief executive officer",
    "spokesman",
)
_COUNTRIES = ("RU", "US", "GB", "EG", "SA", "ES", "MX", "DE", "UA", "KR", "KP", "AU", "CA", "AR", "AT")
_CULTURES = ("russian", "english", "arabic", "spanish", "german")
_IN_OFFICE = 0.3
_NAMED_IN_ONE_WAY = 0.55


class Person(NamedTuple):
    """One made-up person; `suffix` and `office` may be ""."""

    number: int
    culture: str
    given: str
    middle: str
    surname: str
    suffix: str
    country: str
    office: str


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    names, truth = generate(given.names, given.seed)
    compared = sum(1 for _ in candidates(names, people._keys, people._sided_keys))  # what blocking lets through
    began = process_time()
    clusters = people.link(names)
    seconds = process_time() - began
    found = [clusters.find(item) for item in range(len(names))]
    precision, recall = pairwise(found, truth)
    everything = len(names) * (len(names) - 1) // 2
    rows = [
        ("distinct names", f"{len(names):,}"),
        ("people", f"{len(set(truth)):,}"),
        ("linking, one core", f"{seconds:.1f} s of CPU"),
        ("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MEGABYTE:.0f} MB"),
        ("pairs compared", f"{compared:,} ({100 * compared / everything:.4f} %)"),
        ("pairwise precision", f"{precision:.4f}"),
        ("pairwise recall", f"{recall:.4f}"),
    ]
    print(tabulate(rows, ("measure", "value"), tablefmt="github", disable_numparse=True))


def pairwise(found: Sequence[int], truth: Sequence[int]) -> tuple[float, float]:
    """Return precision and recall over pairs, given the cluster and the person of each name."""
    both, mine, real = Counter(zip(found, truth, strict=True)), Counter(found), Counter(truth)
    right, made, asked = (sum(n * (n - 1) // 2 for n in table.values()) for table in (both, mine, real))
    return right / made if made else 1.0, right / asked if asked else 1.0


def generate(count: int, seed: int) -> tuple[list[people.PersonName], list[int]]:
    """Return `count` distinct names and the number of the person that each one is of; the same for the same seed."""
    random = Random(seed)
    names: list[people.PersonName] = []
    truth: list[int] = []
    taken: dict[tuple[str, ...], int] = {}
    for person in _people(random):
        for text, told in _printed(random, person):
            words = fold(text)
            if taken.setdefault(words, person.number) != person.number or words in {name.words for name in names[-6:]}:
                continue
            names.append(_name(text, words, person, len(names), told=told))
            truth.append(person.number)
            if len(names) == count:
                return names, truth
    return names, truth


def _name(text: str, words: tuple[str, ...], person: Person, article: int, *, told: bool) -> people.PersonName:
    return people.PersonName(
        name=text,
        words=words,
        countries=frozenset([person.country] if told else ()),
        offices=frozenset([person.office] if told and person.office else ()),
        articles=frozenset([f"{article}.txt"]),
    )


# -- people -----------------------------------------------------------------------------------------------------------


def _people(random: Random) -> Iterator[Person]:
    """Yield people without end; now and then a brother, or a son of the same name."""
    number = 0
    while True:
        culture = random.choice(_CULTURES)
        surnames = _surnames(culture)
        person = Person(
            number,
            culture,
            random.choice(_given(culture)),
            random.choice(_given(culture)),
            surnames[int(len(surnames) * random.random() ** 1.2)],
            "",
            random.choice(_COUNTRIES),
            random.choice(_OFFICES) if random.random() < _IN_OFFICE else "",
        )
        yield person
        number += 1
        chance = random.random()
        if chance < 0.05:
            yield person._replace(number=number, given=random.choice(_given(culture)), office="")
            number += 1
        elif chance < 0.06:
            yield person._replace(number=number, suffix="Jr.", office="")
            number += 1


@cache
def _given(culture: str) -> tuple[str, ...]:
    return tuple(sorted({name.title() for name in lexicon.load("names")["given"][culture].split() if name.isalpha()}))


@cache
def _surnames(culture: str) -> tuple[str, ...]:
    """Return the surnames of a culture, those that come first borne by more people."""
    parts = _parts()[culture]
    every = sorted({a + b + c for a in parts["first"] for b in parts["middle"] for c in parts["last"]})
    return tuple(name.title() for name in Random(culture).sample(every, len(every)))


@cache
def _parts() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("surnames.toml").read_text(encoding="utf-8"))


# -- how they are printed ---------------------------------------------------------------------------------------------


def _printed(random: Random, person: Person) -> Iterator[tuple[str, bool]]:
    """Yield the names that articles give a person, and whether office and country stand beside them."""
    suffix = f" {person.suffix}" if person.suffix else ""
    yield f"{person.given} {person.surname}{suffix}", random.random() < 0.5
    if random.random() < _NAMED_IN_ONE_WAY:
        return
    for way in random.sample(_WAYS, random.choice((1, 1, 2))):
        yield f"{way(random, person)}{suffix}", way is _initial or random.random() < 0.5


def _family_first(_: Random, person: Person) -> str:
    return f"{person.surname} {person.given}"


def _with_middle(_: Random, person: Person) -> str:
    return f"{person.given} {person.middle} {person.surname}"


def _with_middle_initial(_: Random, person: Person) -> str:
    return f"{person.given} {person.middle[0]}. {person.surname}"


def _short_form(random: Random, person: Person) -> str:
    lists = [forms for forms in lexicon.load("names")["nicknames"]["lists"] if person.given.lower() in forms]
    others = sorted({form for forms in lists for form in forms} - {person.given.lower()})
    return f"{random.choice(others).title()} {person.surname}" if others else _respelled(random, person)


def _respelled(random: Random, person: Person) -> str:
    """Respell the surname, or where it allows none the given name, by one of the habits of its culture."""
    habits = _parts()[person.culture]["habits"]
    for given, surname in ((None, person.surname), (person.given, None)):
        name = (surname or given or "").lower()
        ways = [name.replace(old, new, 1) for old, new in habits if old in name]
        if ways:
            respelled = random.choice(ways).title()
            return f"{person.given} {respelled}" if surname else f"{respelled} {person.surname}"
    return _with_middle_initial(random, person)


def _initial(_: Random, person: Person) -> str:
    return f"{person.given[0]}. {person.surname}"


_WAYS: tuple[Callable[[Random, Person], str], ...] = (
    _family_first,
    _with_middle,
    _with_middle_initial,
    _short_form,
    _respelled,
    _respelled,
    _initial,
)


if __name__ == "__main__":
    main()
