"""Reports of one story speak of one event; stories that only look alike stay apart."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import Article

_CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus/link/stories.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["why"])
def test_reports_of_one_story_speak_of_one_event(case: dict[str, Any]) -> None:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(case["reports"])]
    corpus = link(map(extract, articles))
    told = [
        {mention.article for mention in subject.mentions}
        for subject in corpus.subjects.values()
        if subject.type == "event" and subject.head == case["class"]
    ]
    assert set().union(*told) == {article.article for article in articles}
    assert any(len(found) == len(articles) for found in told) == case["one"], told
