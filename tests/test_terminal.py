"""What a person at a terminal sees: tables by default, and a bar where there is more than a second of work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from conftest import Articles, Command
from factcheck.cli import terminal


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)


class Clock(NamedTuple):
    """A clock that gives its moments one by one."""

    moments: Iterator[float]

    def monotonic(self) -> float:
        return next(self.moments)


def test_a_bar_after_a_second(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "time", Clock(iter([0.0, 0.5, 1.5])))
    with terminal.Bar() as bar:
        bar(1, 4)
        assert capfd.readouterr() == ("", "")
        bar(2, 4)
        bar(3, 4)
    out, err = capfd.readouterr()
    assert out == ""
    assert "Reading articles" in err


def test_no_bar_off_a_terminal(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(terminal, "time", Clock(iter([0.0, 1.5, 2.5])))
    with terminal.Bar() as bar:
        bar(1, 4)
        bar(2, 4)
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("name", ["extract", "subjects", "articles"])
def test_rows_are_a_table(command: Command, articles: Articles, name: str) -> None:
    folder = articles({"a.txt": "Sergei Lavrov spoke on April 25, 2019, and " + "then " * 40 + "left."})
    header, rule, *rows = command(name, folder).out.splitlines()
    assert set(rule) == {"-", " "}
    assert header.split()[0] in {"article", "type"}
    assert rows


@pytest.mark.usefixtures("at_terminal")
def test_rules_are_a_table(command: Command) -> None:
    header, _, *rows = command("rules", "list").out.splitlines()
    assert header.split() == ["rule", "severity", "claims", "summary", "file"]
    assert any("…" in row for row in rows)
