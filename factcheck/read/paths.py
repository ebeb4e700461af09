"""What the user typed → the files to read, each with the name of its article.

A name is the path below the given folder (below the fixed part of a glob; the bare name of a file given by itself).
Names that collide are lengthened by the folders above until they differ, so they depend on no order.
"""

# os.path answers False where pathlib raises (a name too long, a folder that may not be entered).
# ruff: noqa: PTH100, PTH110, PTH112, PTH113, PTH118, PTH207

from __future__ import annotations

import os
from collections import Counter
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class File(Struct, frozen=True):
    """A file to read. `parts` are its absolute path's, of which the last `depth` make its article's name."""

    path: str
    location: str
    parts: tuple[str, ...]
    depth: int

    @property
    def article(self) -> str:
        """The article's name, with "/"."""
        return _printable("/".join(self.parts[-self.depth :]))

    @property
    def suffix(self) -> str:
        """The suffix that tells the format, in lower case."""
        return PurePath(self.parts[-1]).suffix.lower()

    def open(self) -> BinaryIO:
        """Open the file for reading bytes."""
        return Path(self.location).open("rb")


def find(paths: Sequence[str], suffixes: Sequence[str]) -> tuple[list[File], list[Problem]]:
    """Return the files behind PATHs, each once, and the PATHs that lead nowhere; both sorted by name."""
    files: dict[str, File] = {}
    problems: set[tuple[str, str, str]] = set()
    for path in paths:
        for item in _expand(path, suffixes):
            if isinstance(item, Problem):
                problems.add((item.where, item.message, item.remedy))
                continue
            known = files.get(item.location)
            files[item.location] = min(known, item, key=_preference) if known else item
    named = _distinguish(list(files.values()))
    return sorted(named, key=lambda file: (file.article, file.path)), [Problem(*fields) for fields in sorted(problems)]


def _preference(file: File) -> tuple[int, str]:
    """Of two ways to one file, prefer the one with the fuller name."""
    return -file.depth, file.path


def _expand(path: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    if os.path.isdir(path):
        yield from _folder(path, suffixes)
    elif os.path.isfile(path):
        yield from _named(path, suffixes)
    elif os.path.exists(path):
        yield Problem(_printable(path), "not a regular file", "give a file or a folder, or pipe it in as -")
    elif has_magic(path):
        yield from _pattern(path, suffixes)
    else:
        yield Problem(_printable(path), "no such file or folder", "check the spelling")


def _named(path: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    file = _file(path, str(PurePath(path).parent))
    if file.suffix in suffixes:
        yield file
    else:
        kind = f"unknown suffix {file.suffix!r}" if file.suffix else "no suffix"
        yield Problem(_printable(path), kind, f"the known suffixes are {', '.join(suffixes)}")


def _folder(path: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    empty = True
    for item in _walk(path, path, suffixes):
        empty = False
        yield item
    if empty:
        yield Problem(_printable(path), "holds nothing to read", f"the known suffixes are {', '.join(suffixes)}")


def _walk(path: str, base: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    """Yield the readable files below a folder, and a Problem for each folder that will not open."""
    failures: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_article(name, suffixes):
                yield _file(os.path.join(folder, name), base)
    for failure in failures:
        where = _printable(os.fspath(failure.filename))
        yield Problem(where, f"cannot be read: {failure.strerror}", "check that it may be read")


def _pattern(pattern: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    base = _fixed_part(pattern)
    found = [item for match in sorted(glob(pattern, recursive=True)) for item in _match(match, base, suffixes)]
    if not found:
        remedy = f"check the spelling; the known suffixes are {', '.join(suffixes)}"
        yield Problem(_printable(pattern), "matches nothing to read", remedy)
    yield from found


def _match(match: str, base: str, suffixes: Sequence[str]) -> Iterator[File | Problem]:
    if os.path.isdir(match):
        yield from _walk(match, base, suffixes)
    elif _is_article(PurePath(match).name, suffixes):
        yield _file(match, base)


def _is_article(name: str, suffixes: Sequence[str]) -> bool:
    hidden = name.startswith((".", "README"))
    return not hidden and PurePath(name).suffix.lower() in suffixes


def _fixed_part(pattern: str) -> str:
    """Return the folder above a glob's first wildcard: "news/2019/*/a.txt" → "news/2019"."""
    return str(next(folder for folder in PurePath(pattern).parents if not has_magic(str(folder))))


def _file(path: str, base: str) -> File:
    parts = Path(os.path.abspath(path)).parts
    above = Path(os.path.abspath(base)).parts
    depth = len(parts) - len(above) if parts[: len(above)] == above else 1
    return File(_printable(Path(path).as_posix()), os.path.realpath(path), parts, depth)


def _distinguish(files: list[File]) -> list[File]:
    """Lengthen names that collide until they differ or their paths are used up."""
    while True:
        count = Counter(file.article for file in files)
        longer = [
            replace(file, depth=file.depth + 1) if count[file.article] > 1 and file.depth < len(file.parts) else file
            for file in files
        ]
        if longer == files:
            return files
        files = longer


def _printable(path: str) -> str:
    """Return a path with the bytes that are no UTF-8 replaced, so that it can be printed."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
