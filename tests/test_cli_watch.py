"""Work that is done again when a file changes, and only then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Command
from factcheck.cli import watch
from factcheck.cli.terminal import Status
from factcheck.errors import FactcheckError

TEXT = "The choir sang in the old town hall on Thursday, October 9, 2019."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def grow(path: Path) -> Callable[[], None]:
    def change() -> None:
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n", encoding="utf-8")

    return change


@pytest.mark.parametrize("name", ["news/a.txt", "news/b.txt", "rules/mine.toml", "factcheck.toml", "reviews.toml"])
def test_each_change_does_the_work_again(here: Path, name: str) -> None:
    (here / "rules").mkdir()
    done: list[str] = []

    def once() -> Status:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(name)
        grow(here / name)()
        return Status.DONE

    watch.repeat(once, ["news"], [Path("rules")])
    assert done == [name, name]


def test_what_is_not_read_changes_nothing(here: Path) -> None:
    before = watch.state(["news"], [])
    (here / "news/notes.pdf").write_bytes(b"x")
    (here / "other.txt").write_text("x", encoding="utf-8")
    assert watch.state(["news"], []) == before


def test_what_the_work_writes_itself_is_no_change(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []

    def once() -> Status:
        done.append(1)
        grow(here / "news/report.md")()
        return Status.DONE

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.cli.watch.time.sleep", stop)
    watch.repeat(once, ["news"], [], [Path("news/report.md")])
    assert done == [1]


def test_a_fault_is_told_and_the_watch_goes_on(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    calls: list[int] = []

    def once() -> Status:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        grow(here / "news/a.txt")()
        raise FactcheckError("lost", where="x.toml")

    watch.repeat(once, ["news"], [])
    told = ["factcheck: x.toml: lost", "Watching for changes; Ctrl-C ends."]
    assert capfd.readouterr().err.splitlines() == [*told, *told]


def test_a_run_is_repeated_until_it_is_stopped(command: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = iter([grow(here / "news/a.txt")])

    def pause(_: float) -> None:
        change = next(pauses, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    monkeypatch.setattr("factcheck.cli.watch.time.sleep", pause)
    outcome = command("run", "news", "--watch", "--fail-on", "error")
    assert outcome.status == 0
    assert outcome.out.count("Found 1 conflict") == 2


def test_standard_input_is_not_watched(command: Command) -> None:
    outcome = command("run", "-", "--watch")
    assert (outcome.status, outcome.out) == (2, "")
    assert "standard input cannot be watched" in outcome.err
