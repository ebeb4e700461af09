"""The reference engine: one piece of work after another, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


def run(work: Callable[[In], Out], items: Iterable[In], jobs: int = 1) -> Iterator[Out]:
    """Yield `work(item)` for each item, in order; `jobs` has no meaning here."""
    return map(work, items)
