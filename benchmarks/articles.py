"""Articles to measure on: assembled from a seeded grammar, 2 to 5 kB each, in the shapes that news has.

Comes in: how many, and a seed. Goes out: texts with as many claims in a kilobyte as agency news has, every article with
its own people, places, dates and figures. The words are in words.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

_SMALLEST, _LARGEST = 2000, 5000
_FACTS = 0.4  # the share of sentences that hold something to extract
_PEOPLE = 4


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """Yield `count` texts; the same for the same seed."""
    random = Random(seed)
    for _ in range(count):
        yield _article(random)


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _article(random: Random) -> str:
    published = date(2015, 1, 1) + timedelta(days=random.randrange(3000))
    people = [f"{random.choice(_words()['given'])} {random.choice(_words()['family'])}" for _ in range(_PEOPLE)]
    length = random.randrange(_SMALLEST, _LARGEST)
    parts = [_filled(random, "head", published, people)]
    while sum(map(len, parts)) < length:
        kinds = ("fact" if random.random() < _FACTS else "plain" for _ in range(random.randrange(2, 5)))
        parts.append(" ".join(_filled(random, kind, published, people) for kind in kinds))
    return "\n\n".join(parts) + "\n"


def _filled(random: Random, kind: str, published: date, people: list[str]) -> str:
    """Return a sentence of a kind with its places filled."""
    chosen = {name: random.choice(words) for name, words in _words().items()}
    who, other = random.sample(people, 2)
    numbers = {f"n{limit}": random.randrange(1, limit) for limit in (9, 10, 30, 40, 80, 90, 400)}
    return chosen[kind].format(
        **chosen,
        **numbers,
        PLACE=chosen["place"].upper(),
        who=who,
        other=other,
        published=published,
        day=published - timedelta(days=random.randrange(1, 400)),
    )
