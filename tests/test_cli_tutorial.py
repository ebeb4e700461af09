"""The tutorial, command by command, in an empty folder: what it shows is what comes out."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from conftest import Command

DOCS = Path(__file__).parent.parent / "docs"


def test_the_tutorial_shows_what_comes_out(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    renewed = runpy.run_path(str(DOCS / "renew_tutorial.py"))["renewed"]
    monkeypatch.chdir(tmp_path)
    statuses: list[int] = []

    def run(arguments: list[str]) -> str:
        outcome = command(*arguments)
        statuses.append(outcome.status)
        return outcome.out + outcome.err

    assert renewed(page, run) == page, "out of date; renew with: python docs/renew_tutorial.py"
    # The gate is closed at the first run with --fail-on, and open once everything is reviewed.
    assert statuses == [0, 0, 0, 0, 0, 1, *[0] * (len(statuses) - 6)]
    assert {path.name for path in tmp_path.iterdir()} >= {"news.sarif", "news.archive", "reviews.toml", "reports"}
