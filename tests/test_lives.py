"""Whose births and deaths times date, over a corpus of cases."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.document import Document
from factcheck.model import Article

CASES = tomllib.loads((Path(__file__).parent / "corpus" / "lives" / "cases.toml").read_text(encoding="utf-8"))
LISTED = [pytest.param(case, id=f"{group}: {case['text']}") for group, cases in CASES.items() for case in cases]


@pytest.mark.parametrize("case", LISTED)
def test_births_and_deaths(case: dict[str, Any]) -> None:
    document = Document(Article(article="a.txt", text=case["text"], stated="2019-03-04"))
    times = document.times
    told = [
        [document.text[times[index].start : times[index].end], bound.person.name, bound.life]
        for index, bound in sorted(document.lives.items())
    ]
    assert told == case["gives"]
