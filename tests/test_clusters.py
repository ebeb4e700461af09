"""Outlets that write on one event: no conflict where nothing contradicts, and each planted slip is found."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import pipeline
from factcheck.model import Finding

_FOLDER = Path(__file__).parent / "corpus" / "clusters"
_CLUSTERS: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.toml"))
}
_SLIPS = [
    pytest.param(name, slip, id=f"{name}: {slip['plants']}")
    for name, cluster in _CLUSTERS.items()
    for slip in cluster["slip"]
]


def _conflicts(folder: Path, articles: dict[str, str]) -> list[Finding]:
    for name, text in articles.items():
        (folder / name).write_text(text.strip() + "\n", encoding="utf-8")
    result = pipeline.run([str(folder)])
    assert result.problems == ()
    return [finding for finding in result.findings if finding.verdict == "conflict"]


@pytest.mark.parametrize("name", sorted(_CLUSTERS))
def test_outlets_that_agree_yield_no_conflict(name: str, tmp_path: Path) -> None:
    found = _conflicts(tmp_path, _CLUSTERS[name]["articles"])
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize(("name", "slip"), _SLIPS)
def test_a_slip_is_found(name: str, slip: dict[str, Any], tmp_path: Path) -> None:
    articles = dict(_CLUSTERS[name]["articles"])
    before, after = slip["replace"]
    assert articles[slip["in"]].count(before) == 1
    articles[slip["in"]] = articles[slip["in"]].replace(before, after)
    conflicts = _conflicts(tmp_path, articles)
    assert conflicts
    for finding in conflicts:
        quoted = [passage.text for value in finding.values for passage in value.passages]
        assert [words for words in slip["between"] if not any(words in text for text in quoted)] == []
