"""Runs the corpus of time expressions: text and publication date → expressions, types, values, modifiers.

A file holds groups; `at` is the publication date ("" for none). A case is the text, then one string for each
expression that must be found, in order: "span | type | value" or "span | type | value | MOD". `misses` yield nothing.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.document import Document
from factcheck.extract.masthead import Masthead
from factcheck.extract.time import Time
from factcheck.model import Article, Published

CORPUS = Path(__file__).parent / "corpus" / "time"


def groups() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted(CORPUS.glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            found.append((f"{path.stem}: {group['about']}", group))
    return found


def read(text: str, at: str) -> tuple[Time, ...]:
    """Return the times of a text published on a day, with no masthead of its own."""
    document = Document(Article(article="case", text=text))
    day = date.fromisoformat(at) if at else None
    published = Published(day, day, False, at) if day else None
    document.__dict__.update(masthead=Masthead(), published=published)
    return document.dated


def told(text: str, at: str) -> list[str]:
    """Return the expressions of a text as the corpus writes them."""
    lines = []
    for time in read(text, at):
        expression = time.expression
        parts = [text[expression.start : expression.end], expression.type, time.timex, time.mod]
        lines.append(" | ".join(part for part in parts if part))
    return lines


@pytest.mark.parametrize(("about", "group"), groups(), ids=[about for about, _ in groups()])
def test_corpus(about: str, group: dict[str, Any]) -> None:
    wrong = []
    for text, *expected in group.get("cases", []):
        got = told(text, group["at"])
        if got != expected:
            wrong.append(f"{text}\n  expected {expected}\n  got      {got}")
    for text in group.get("misses", []):
        if got := told(text, group["at"]):
            wrong.append(f"{text}\n  expected nothing\n  got      {got}")
    assert not wrong, f"{about}\n" + "\n".join(wrong)


def test_size_of_the_corpus() -> None:
    cases = sum(len(group.get("cases", [])) for _, group in groups())
    misses = sum(len(group.get("misses", [])) for _, group in groups())
    assert cases >= 800
    assert misses >= 250


def test_no_case_twice() -> None:
    texts = [
        (group["at"], text)
        for _, group in groups()
        for text in [case[0] for case in group.get("cases", [])] + group.get("misses", [])
    ]
    assert sorted(set(texts)) == sorted(texts)
