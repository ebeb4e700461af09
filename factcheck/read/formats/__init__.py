"""Input formats: one module each, with `SUFFIXES` and `read(source)` → an iterator of articles and problems.

A module dropped in here is found by name; there is no list to edit.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Article, Problem
    from factcheck.read.source import Source


class Format(Protocol):
    """What a module of this package offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, source: Source) -> Iterator[Article | Problem]:
        """Yield the articles of one source."""
        ...


@cache
def by_suffix() -> Mapping[str, Format]:
    """Return the format module of each suffix (".txt"), modules imported by name in sorted order."""
    names = sorted(info.name for info in iter_modules(__path__))
    modules = [cast("Format", import_module(f"{__name__}.{name}")) for name in names]
    return {suffix: module for module in modules for suffix in module.SUFFIXES}


def suffixes() -> tuple[str, ...]:
    """Return the known suffixes in sorted order."""
    return tuple(sorted(by_suffix()))
