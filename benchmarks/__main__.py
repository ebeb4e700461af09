"""Measure extraction, the whole run, start-up and memory, and print a Markdown table: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from tabulate import tabulate

from benchmarks.articles import articles

_MEGABYTE = 1_000_000
_HELP = "from factcheck.cli import main; main(['--help'])"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--repeat", type=int, default=3, help="the best of so many")
    given = parser.parse_args()
    texts = list(articles(given.articles))
    rows = [
        ("articles", f"{len(texts)}"),
        ("text", f"{sum(len(text.encode()) for text in texts) / _MEGABYTE:.2f} MB"),
        *_extraction(texts, given.repeat),
        *_run(texts),
        ("import of factcheck.cli", f"{_best(lambda: _child('import factcheck.cli'), given.repeat):.3f} s of CPU"),
        ("`factcheck --help`", f"{_best(lambda: _child(_HELP), given.repeat):.3f} s of CPU"),
        ("bare interpreter, for comparison", f"{_best(lambda: _child('pass'), given.repeat):.3f} s of CPU"),
    ]
    print(tabulate(rows, ("measure", "value"), tablefmt="github", disable_numparse=True))


def _extraction(texts: list[str], repeat: int) -> Iterator[tuple[str, str]]:
    """Measure all kinds of claims on one core, as a run does it, after one article has loaded the vocabulary."""
    from factcheck import engine
    from factcheck.extract import extract
    from factcheck.model import Article

    sources = [Article(article=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    extract(sources[0])
    claims = 0

    def work() -> float:
        nonlocal claims
        began = process_time()
        claims = sum(len(extraction.claims) for extraction in engine.run(extract, sources))
        return process_time() - began

    seconds = _best(work, repeat)
    size = sum(len(text.encode()) for text in texts) / _MEGABYTE
    yield "claims", f"{claims:,}"
    yield "extraction, one core", f"{size / seconds:.2f} MB/s ({1000 * seconds / len(texts):.2f} ms an article)"


def _run(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Measure `factcheck run` from files to report in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number}.txt").write_text(text, encoding="utf-8")
        code = f"from factcheck.cli import main; main(['run', {folder!r}, '--output', {folder + '/out/'!r}])"
        seconds = _child(code)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / _MEGABYTE
    yield "`factcheck run`, files to report", f"{seconds:.2f} s of CPU"
    yield "its peak memory", f"{peak:.0f} MB"


def _child(code: str) -> float:
    """Return the CPU seconds that a fresh interpreter takes for a piece of code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _best(work: Callable[[], float], repeat: int) -> float:
    return min(work() for _ in range(repeat))


if __name__ == "__main__":
    main()
