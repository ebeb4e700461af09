"""Standard output, standard error, tables, the progress bar and the exit status."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

    from factcheck.model import Problem, Skipped

_NAMED = 3  # files that are named before the rest is counted


class Status(IntEnum):
    """Exit status of every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNUSABLE = 3


def result(text: str | bytes) -> None:
    """Write to standard output, in UTF-8; a reader that has gone away is no fault."""
    data = text.encode() if isinstance(text, str) else text
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Status.DONE) from None


def lines(rows: Iterable[object]) -> None:
    """Write records to standard output as JSON Lines."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    result(b"".join(encode(row) + b"\n" for row in rows))


def document(content: object) -> None:
    """Write one JSON document to standard output, indented by two."""
    import msgspec

    result(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")


def schema(shape: str) -> None:
    """Write a JSON Schema to standard output."""
    from factcheck import pipeline

    document(pipeline.schema(shape))


def is_terminal() -> bool:
    """Tell whether a person reads the standard output."""
    return sys.stdout.isatty()


def warn(problems: Iterable[Problem]) -> None:
    """Tell each problem on a line of standard error: where, what, what to do."""
    for problem in problems:
        remedy = f"; {problem.remedy}" if problem.remedy else ""
        _error(f"{problem.where}: {problem.message}{remedy}")


def remark(lines: Iterable[str]) -> None:
    """Tell on standard error what is worth knowing and no fault."""
    for line in lines:
        _error(line)


def mention(skipped: Sequence[Skipped]) -> None:
    """Tell in one line which files were left unread because this tool wrote them."""
    if skipped:
        names = [one.where for one in skipped[:_NAMED]]
        more = f" and {len(skipped) - _NAMED} more" if skipped[_NAMED:] else ""
        remark([f"Not read, for factcheck wrote {'it' if len(skipped) == 1 else 'them'}: {', '.join(names)}{more}."])


def fail(message: str, status: Status = Status.UNUSABLE) -> NoReturn:
    """Tell what stopped the work and leave."""
    _error(f"factcheck: {message}")
    raise SystemExit(status)


def refuse(faults: Iterable[str]) -> NoReturn:
    """Tell what is wrong with what the user wrote, a line each, and leave."""
    for fault in faults:
        _error(fault)
    raise SystemExit(Status.USAGE)


def leave(status: Status) -> NoReturn:
    """Leave with a status."""
    raise typer.Exit(status)


def _error(line: str) -> None:
    sys.stderr.buffer.write(f"{' '.join(line.split())}\n".encode())
    sys.stderr.flush()


def table(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> None:
    """Write a table to standard output, its cells cut to what a screen can hold."""
    from tabulate import tabulate

    cells = [[_cut(cell) for cell in row] for row in rows]
    result(tabulate(cells, headers, tablefmt="simple", disable_numparse=True) + "\n")


_CELL = 56


def _cut(cell: str) -> str:
    folded = " ".join(cell.split())
    return folded if len(folded) <= _CELL else folded[: _CELL - 1] + "…"


class Bar:
    """A progress bar on a terminal, shown only where there is more than a second of work."""

    def __init__(self, work: str = "Reading articles") -> None:
        self._work = work
        self._began = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._shown[0].stop()

    def __call__(self, done: int, total: int) -> None:
        """Tell how many articles are done, of how many."""
        if self._shown:
            self._shown[0].update(self._shown[1], completed=done)
        elif sys.stderr.isatty() and done < total and time.monotonic() - self._began > 1:
            self._shown = _show(self._work, done, total)


def _show(work: str, done: int, total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import Progress

    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task(work, total=total, completed=done)
    progress.start()
    return progress, task
