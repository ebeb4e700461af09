"""Ways to run the work of extraction.

Each module has `run(work, items, jobs)` → the results in the order of the items. Engines move data and know nothing
of what it means; `serial` is the reference that the others must equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


def run(work: Callable[[In], Out], items: Sequence[In], jobs: int = 1) -> Iterator[Out]:
    """Yield `work(item)` for each item, in order, through the engine that suits the number of jobs."""
    name = "processes" if min(jobs, len(items)) > 1 else "serial"
    results: Iterator[Out] = import_module(f"{__name__}.{name}").run(work, items, jobs)
    return results
