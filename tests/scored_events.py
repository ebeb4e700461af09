"""Corpora of events, quantities and ages → scored cases: pairs of texts on one event or two, figures in one text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import AgeClaim, Article, QuantityClaim
from scores import Case

_TOPICS = Path(__file__).parent / "corpus" / "events" / "topics.toml"
_FIGURES = Path(__file__).parent / "corpus" / "speech" / "figures.toml"
_DAY = "2021-03-03"


def cases() -> Iterator[Case]:
    """Yield a case for each pair: whether an event of the class has mentions in both texts."""
    for topic, table in tomllib.loads(_TOPICS.read_text(encoding="utf-8")).items():
        for verdict in ("same", "different"):
            for head, a, b, *days in table[verdict]:
                found = ["one event"] if _one(head, a, b, *(days or (_DAY, _DAY))) else []
                expected = ["one event"] if verdict == "same" else []
                yield Case(f"events: {topic}", f"{head}: {a} = {b}", expected, found)
    for group, table in tomllib.loads(_FIGURES.read_text(encoding="utf-8")).items():
        for text, *expected in table["cases"]:
            look = _ages if group == "ages" else _quantities
            yield Case(f"figures: {group}", text, expected, list(look(text)))


def _one(head: str, a: str, b: str, first: str, second: str) -> bool:
    articles = [Article("a.txt", a, stated=first), Article("b.txt", b, stated=second)]
    subjects = link(extract(article) for article in articles).subjects.values()
    events = [subject for subject in subjects if subject.type == "event" and subject.head == head]
    return any(len({mention.article for mention in event.mentions}) > 1 for event in events)


def _quantities(text: str) -> Iterator[str]:
    """Yield "words = number unit [class] [mod] [part] [role]" for each quantity of a text."""
    for claim in extract(Article("a.txt", text, stated=_DAY)).claims:
        if isinstance(claim, QuantityClaim):
            value = claim.value
            number = f"{value.number:.12g}" if value.number is not None else f"{value.low:.12g}..{value.high:.12g}"
            told = (number, value.unit, value.frame, value.mod, "part" if value.part else None, value.role)
            yield f"{claim.text} = {' '.join(filter(None, told))}"


def _ages(text: str) -> Iterator[str]:
    """Yield "words = years of Name" for each age of a text."""
    for claim in extract(Article("a.txt", text, stated=_DAY)).claims:
        if isinstance(claim, AgeClaim):
            yield f"{claim.text} = {claim.value.years} of {claim.subject.name if claim.subject else 'nobody'}"
