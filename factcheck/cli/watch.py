"""Work that is done again whenever one of its files changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import typer

from factcheck.cli import terminal
from factcheck.cli.terminal import Status
from factcheck.errors import FactcheckError, SettingsError

_PAUSE = 0.5  # seconds between two looks at the files
State = dict[str, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size in bytes."""


def repeat(
    once: Callable[[], Status], paths: Sequence[str], beside: Sequence[Path], written: Iterable[Path] = ()
) -> None:
    """Do the work, and again on each change of an article, a rule or a settings file, until the user stops it.

    What the work itself has `written` is no change, though it may lie in a folder that is read.
    """
    own = frozenset(path.resolve() for path in written)
    if "-" in paths:
        raise typer.BadParameter("standard input cannot be watched", param_hint="--watch")
    try:
        while True:
            before = state(paths, beside, own)
            _attempt(once)
            terminal.remark(["Watching for changes; Ctrl-C ends."])
            while state(paths, beside, own) == before:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return


def state(paths: Sequence[str], beside: Sequence[Path], own: frozenset[Path] = frozenset()) -> State:
    """Return the state of the files behind PATHs, of files and folders beside them, and of the settings files."""
    found: State = {}
    for path in sorted({*_articles(paths), *_beside(beside)} - own):
        try:
            seen = path.stat()
        except OSError:
            continue
        found[str(path)] = (seen.st_mtime_ns, seen.st_size)
    return found


def _articles(paths: Sequence[str]) -> Iterator[Path]:
    from factcheck.read import formats
    from factcheck.read.paths import find

    return (Path(file.location) for file in find(paths, formats.suffixes())[0])


def _beside(given: Sequence[Path]) -> Iterator[Path]:
    from factcheck.settings.file import find

    settings = find(Path.cwd())
    if settings:
        yield from (settings, *sorted(settings.parent.glob("*.csv")))
        yield settings.parent / "reviews.toml"
    yield Path("reviews.toml")
    for path in given:
        yield from sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _attempt(once: Callable[[], Status]) -> None:
    """Do the work; a fault that the user can mend is told, and the watch goes on."""
    try:
        once()
    except SettingsError as error:
        terminal.remark(error.faults)
    except FactcheckError as error:
        terminal.remark([f"factcheck: {error}"])
