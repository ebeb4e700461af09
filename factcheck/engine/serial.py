"""The reference engine: one piece of work after another, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from factcheck.engine.collector import eased

In = TypeVar("In")
Out = TypeVar("Out")


def run(work: Callable[[In], Out], items: Sequence[In], jobs: int) -> Iterator[Out]:  # noqa: ARG001 - it has but one
    """Yield `work(item)` for each item, in order."""
    with eased():
        yield from map(work, items)
