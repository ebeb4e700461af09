"""A pool of processes on this machine: the work of extraction spread over `jobs` cores."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from factcheck.engine.collector import ease
from factcheck.errors import FactcheckError

In = TypeVar("In")
Out = TypeVar("Out")

_LARGEST_CHUNK = 32
_CHUNKS_PER_JOB = 8


def run(work: Callable[[In], Out], items: Sequence[In], jobs: int) -> Iterator[Out]:
    """Yield `work(item)` for each item, in order. Raises FactcheckError where a process dies."""
    chunk = min(_LARGEST_CHUNK, max(1, len(items) // (jobs * _CHUNKS_PER_JOB)))
    # Fresh processes: a forked one inherits locks of threads that it does not have (the progress bar's).
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        try:
            yield from pool.map(work, items, chunksize=chunk)
        except BrokenProcessPool as error:
            raise FactcheckError("a worker process died", remedy="try fewer --jobs; memory may be short") from error


def _prepare() -> None:
    """Let Ctrl-C end a worker without a traceback of its own, and the collector run seldom in it."""
    ease()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
