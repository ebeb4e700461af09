"""Files that the tool wrote itself are known by what stands in them, and are no articles."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from conftest import Command
from factcheck.read.source import Source
from factcheck.read.written import by_this_tool

TEXTS = {
    "a.txt": "RIGA, March 4, 2021 (BNS) - Latvian Foreign Minister Andris Ozols met reporters on Thursday.",
    "b.txt": "TALLINN, March 5, 2021 (ETV) - Latvian Defence Minister Andris Ozols said the talks would go on.",
}
ROWS = ["extract", "subjects", "articles"]
REPORTS = ["md", "jsonl", "text", "github"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two articles that contradict each other, and work in it."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Written = Callable[..., str]


@pytest.fixture
def written(command: Command, desk: Path) -> Written:
    """Return what a command prints over the articles, and put it beside them under a name of an article's."""

    def write(name: str, *arguments: str) -> str:
        out = command(*arguments[:1], "a.txt", "b.txt", *arguments[1:]).out
        (desk / name).write_text(out, encoding="utf-8")
        return out

    return write


@pytest.mark.parametrize("form", REPORTS)
def test_reports_are_left_out_whatever_they_are_called(command: Command, written: Written, form: str) -> None:
    before = command("run", ".", "--output", "-").out
    name = {"md": "found.md", "jsonl": "found.jsonl"}.get(form, "found.txt")
    assert written(name, "run", "--format", form, "--output", "-")
    outcome = command("run", ".", "--output", "-")
    assert (outcome.status, outcome.out) == (0, before)
    assert outcome.err == f"Not read, for factcheck wrote it: {name}.\n"


@pytest.mark.parametrize("made", ROWS)
def test_rows_are_left_out(command: Command, written: Written, made: str) -> None:
    before = command("extract", ".").out
    assert written("rows.jsonl", made)
    outcome = command("extract", ".")
    assert (outcome.status, outcome.out) == (0, before)
    assert outcome.err == "Not read, for factcheck wrote it: rows.jsonl.\n"


def test_a_report_named_by_itself_is_left_out_too(command: Command, written: Written) -> None:
    written("found.md", "run", "--output", "-")
    outcome = command("extract", "found.md")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "Not read, for factcheck wrote it: found.md.\n")


def test_many_are_counted(command: Command, desk: Path, written: Written) -> None:
    report = written("1.md", "run", "--output", "-")
    for number in range(2, 6):
        (desk / f"{number}.md").write_text(report, encoding="utf-8")
    assert command("archive", "add", "kept.sqlite", ".").err == (
        "Not read, for factcheck wrote them: 1.md, 2.md, 3.md and 2 more.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Do these articles agree?\n\nThe desk asked its readers.",
        "Do these articles agree?\n\n**3 conflicts** were counted.",
        '{"id": "a", "text": "Kind words.", "article": "a", "published": null, "kind": "date"}',
        '{"id": "a", "text": "Kind words."',
        "note: this column is [sic]k of commas",
        "warning: the ferry will not sail",
        "::before the vote, the title=holder spoke",
        "",
    ],
)
def test_near_misses_are_read(text: str) -> None:
    assert not by_this_tool(Source("a", "a", lambda: BytesIO(text.encode())))
