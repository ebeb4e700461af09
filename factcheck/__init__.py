"""factcheck: a linter for facts across sources.

import factcheck
result = factcheck.run("articles/")
for finding in result.findings: print(finding.message)
pandas.DataFrame(result.to_records())

Importing costs next to nothing; the stages are loaded on first use.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from factcheck.model import Claim, Result

    PathLike: TypeAlias = str | os.PathLike[str]

__all__ = ["claims", "run"]


def run(
    paths: PathLike | Sequence[PathLike],
    *,
    rules: Sequence[PathLike] = (),
    default_rules: bool = True,
    as_of: date | None = None,
    jobs: int = 1,
    config: PathLike | None = None,
    reviews: PathLike | None = None,
    today: date | None = None,
    against: PathLike | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """Read articles, compare what they claim, and return everything that `factcheck run` reports.

    `paths` are files, folders or globs. The other arguments are the options of the command line: `against` names an
    archive, of which only what touches the articles read is reported; without `config` the nearest factcheck.toml
    counts. What could not be used stands in `result.problems`. Raises errors.FactcheckError where nothing can be done.
    """
    from factcheck import pipeline
    from factcheck.plan import make

    plan = make(
        rules=[Path(folder) for folder in rules],
        default_rules=default_rules,
        as_of=as_of,
        jobs=jobs,
        config=_path(config),
        reviews=_path(reviews),
        today=today,
        archive=_path(against),
    )
    return pipeline.run(_each(paths), plan, progress)


def claims(paths: PathLike | Sequence[PathLike], *, as_of: date | None = None, jobs: int = 1) -> tuple[Claim, ...]:
    """Read articles and return what they claim, in order of article and offset, as `factcheck extract` prints it."""
    from factcheck import pipeline
    from factcheck.plan import Plan

    done = pipeline.extract(_each(paths), Plan(as_of=as_of, jobs=jobs))
    return tuple(claim for extraction in done.extractions for claim in extraction.claims)


def _each(paths: PathLike | Sequence[PathLike]) -> list[str]:
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    return [os.fspath(path) for path in given]


def _path(given: PathLike | None) -> Path | None:
    return Path(given) if given is not None else None
