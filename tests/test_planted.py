"""Silent on articles that agree, and a conflict with the right two passages for each error planted in one of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import pipeline
from factcheck.model import Finding

_CORPUS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "corpus/planted/cases.toml").read_text(encoding="utf-8")
)


def _conflicts(folder: Path, articles: dict[str, str]) -> list[Finding]:
    for name, text in articles.items():
        (folder / name).write_text(text.strip() + "\n", encoding="utf-8")
    result = pipeline.run([str(folder)])
    assert result.problems == ()
    return [finding for finding in result.findings if finding.verdict == "conflict"]


def test_articles_that_agree_yield_no_conflict(tmp_path: Path) -> None:
    assert _conflicts(tmp_path, _CORPUS["articles"]) == []


@pytest.mark.parametrize("case", _CORPUS["case"], ids=lambda case: case["plants"])
def test_a_planted_error_is_a_conflict(case: dict[str, Any], tmp_path: Path) -> None:
    articles = dict(_CORPUS["articles"])
    before, after = case["replace"]
    assert articles[case["in"]].count(before) == 1
    articles[case["in"]] = articles[case["in"]].replace(before, after)
    conflicts = _conflicts(tmp_path, articles)
    assert conflicts
    for finding in conflicts:
        quoted = [passage.text for value in finding.values for passage in value.passages]
        assert [words for words in case["between"] if not any(words in text for text in quoted)] == []
