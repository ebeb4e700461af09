"""Paths → Result: the five stages in order. The only module that knows them all.

Nothing here prints: progress goes to a callback, faults become Problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.engine import serial
from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import Article, Extraction, Problem, Result

Progress = Callable[[str], None]


def run(paths: Sequence[str]) -> Result:
    """Return everything that a run over `paths` produces."""
    extractions, problems = extractions_of(paths)
    corpus = link(extractions)
    return Result(
        articles=tuple(corpus.articles.values()),
        claims=corpus.claims,
        subjects=corpus.subjects,
        findings=(),
        problems=tuple(problems),
        stats={"articles": len(corpus.articles), "claims": len(corpus.claims), "subjects": len(corpus.subjects)},
    )


def extractions_of(paths: Sequence[str]) -> tuple[list[Extraction], list[Problem]]:
    """Return what each article yields, and what could not be used."""
    extractions, problems = [], []
    for done in serial.run(_guarded, _read(paths)):
        (problems if isinstance(done, Problem) else extractions).append(done)  # type: ignore[attr-defined]
    return sorted(extractions, key=lambda done: done.article.article), problems


def _guarded(item: Article | Problem) -> Extraction | Problem:
    if isinstance(item, Problem):
        return item
    try:
        return extract(item)
    except Exception as error:
        return Problem(where=item.article, message=f"extraction failed: {type(error).__name__}: {error}")


def _read(paths: Iterable[str]) -> Iterator[Article | Problem]:
    from factcheck import read

    if hasattr(read, "read"):
        yield from read.read([*paths])
        return
    import json

    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in {".txt", ".md"} and not file.name.startswith("README"):
                name = str(file.relative_to(path)) if path.is_dir() else file.name
                yield Article(article=name, text=file.read_bytes().decode(), path=str(file))
            elif file.suffix == ".jsonl":
                for number, line in enumerate(file.read_text().splitlines(), 1):
                    row = json.loads(line)
                    yield Article(article=row["id"], text=row["text"], path=str(file), line=number, title=row.get("title"), stated=row.get("published"), outlet=row.get("source"))
