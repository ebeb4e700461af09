"""Runs the corpus of time expressions: text and publication date → expressions, types, values, modifiers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import near_misses
from time_cases import groups, told

GROUPS = [(f"{stem}: {group['about']}", group) for stem, group in groups()]
IDS = [about for about, _ in GROUPS]
DOCS = Path(__file__).parents[1] / "docs" / "time.md"


@pytest.mark.parametrize(("about", "group"), GROUPS, ids=IDS)
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


def test_an_open_miss_is_moved_once_it_yields_nothing() -> None:
    closed = [text for _, group in GROUPS for text in group.get("open", []) if not told(text, group["at"])]
    assert closed == []


def test_the_docs_show_the_rate_of_the_near_misses() -> None:
    assert near_misses.table() in DOCS.read_text(encoding="utf-8")


def test_size_of_the_corpus() -> None:
    cases = sum(len(group.get("cases", [])) for _, group in GROUPS)
    misses = sum(len(group.get("misses", [])) for _, group in GROUPS)
    assert cases >= 800
    assert misses >= 250


def test_no_case_twice() -> None:
    texts = [
        (group["at"], text)
        for _, group in GROUPS
        for text in [case[0] for case in group.get("cases", [])] + group.get("misses", []) + group.get("open", [])
    ]
    assert sorted(set(texts)) == sorted(texts)
