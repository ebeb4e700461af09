"""PATHs → articles: files, folders, globs and standard input, one module of `formats` per input format.

Comes in: what the user typed. Goes out: an Article for each article, a Problem for each thing that could not be used,
Skipped for each file that this tool wrote itself; nothing raises, and whatever order the PATHs come in, articles, ids
and problems are the same.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, BinaryIO

from factcheck.model import Article, Problem, Skipped
from factcheck.read import formats, paths, written
from factcheck.read.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Article | Problem | Skipped]:
    """Yield the articles of the PATHs in sorted order, reading each file only when its turn comes.

    A PATH is a file, a folder, a glob, or "-" for standard input (text). A folder is walked in sorted order; hidden
    files and folders, `README*`, links to folders and files of an unknown suffix are skipped without a word, in a
    glob's matches too. A file named by itself is always read, and is a Problem where its suffix is unknown; unless it
    is a report, or rows, of this tool's own.
    """
    yield from _unique(_read_all(paths, stdin))


def _read_all(given: Sequence[str], stdin: BinaryIO | None) -> Iterator[Article | Problem | Skipped]:
    if STANDARD_INPUT in given:
        yield from formats.by_suffix()[".txt"].read(_standard_input(stdin))
    files, problems = paths.find(sorted(set(given) - {STANDARD_INPUT}), formats.suffixes())
    yield from problems
    for file in files:
        source = Source(file.article, file.path, file.open)
        if written.by_this_tool(source):
            yield Skipped(file.path)
            continue
        yield from formats.by_suffix()[file.suffix].read(source)


def _standard_input(stdin: BinaryIO | None) -> Source:
    return Source(STANDARD_INPUT, STANDARD_INPUT, lambda: nullcontext(stdin or sys.stdin.buffer))


def _unique(found: Iterator[Article | Problem | Skipped]) -> Iterator[Article | Problem | Skipped]:
    """Turn the second article of one name into a Problem that points to the first."""
    places: dict[str, str] = {}
    for item in found:
        if not isinstance(item, Article):
            yield item
            continue
        place = f"{item.path}:{item.line}"
        first = places.setdefault(item.article, place)
        if first == place:
            yield item
        else:
            message = f"the article name {item.article!r} is taken by {first}"
            yield Problem(place, message, "give each article an id of its own")
