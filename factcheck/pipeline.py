"""Paths → Result: read, extract, link, check. The only module that knows all the stages.

Nothing here prints: progress goes to a callback, and what could not be used becomes a Problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from msgspec.structs import replace

from factcheck import engine
from factcheck.model import Article, Corpus, Extraction, Finding, Problem, Result, RuleNote

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.check.examples import Report as Proof
    from factcheck.selftest.record import Report

Kept = TypeVar("Kept")
_BUG = "please report it as a bug, with the article or rule"
Progress = Callable[[int, int], None]
"""Called with how many articles are done and how many there are."""


class Extracted(NamedTuple):
    """What a set of articles yields, in order of their names, and what could not be used."""

    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...]


def extract(
    paths: Sequence[str], *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> Extracted:
    """Read and extract the articles of `paths`; `as_of` dates those that do not tell their own date."""
    articles, faults = read(paths)
    done = understand(articles, as_of=as_of, jobs=jobs, progress=progress)
    return Extracted(done.extractions, tuple(sorted((*faults, *done.problems), key=_place)))


def read(paths: Sequence[str]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles of `paths` as read, and what could not be used."""
    from factcheck.read import read as stage

    articles, faults = _parted(stage(paths), Article)
    return tuple(articles), tuple(faults)


def understand(
    articles: Sequence[Article], *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> Extracted:
    """Extract articles that have been read; what comes out is in order of their names."""
    results = _counted(engine.run(partial(_extract_one, as_of=as_of), articles, jobs), len(articles), progress)
    extractions, failures = _parted(results, Extraction)
    return Extracted(
        tuple(sorted(extractions, key=lambda extraction: extraction.article.article)),
        tuple(sorted(failures, key=_place)),
    )


def link(
    paths: Sequence[str], *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Read, extract and link the articles of `paths`; return the corpus, and what could not be used."""
    from factcheck.link import link as stage

    extractions, problems = extract(paths, as_of=as_of, jobs=jobs, progress=progress)
    return stage(extractions), problems


def run(
    paths: Sequence[str],
    *,
    rules: Sequence[Path] = (),
    default_rules: bool = True,
    as_of: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Result:
    """Return everything that a run over `paths` produces; `rules` are folders of rules beside the shipped ones."""
    done = inquire(paths, rules=rules, default_rules=default_rules, as_of=as_of, jobs=jobs, progress=progress)
    corpus, usable = done.corpus, done.rules
    result = Result(
        articles=tuple(article for _, article in sorted(corpus.articles.items())),
        claims=corpus.claims,
        subjects=corpus.subjects,
        findings=done.findings,
        problems=done.problems,
        rules=tuple(map(_note, sorted(usable, key=lambda rule: rule.id))),
    )
    return replace(result, stats=_stats(result))


def compare(
    extractions: Iterable[Extraction], rules: Sequence[Rule]
) -> tuple[Corpus, tuple[Finding, ...], tuple[Problem, ...]]:
    """Link extractions and check them; return the corpus, the findings and the rules that could not be applied."""
    from factcheck.link import link as stage

    corpus = stage(extractions)
    return corpus, *_check(corpus, rules)


class Inquiry(NamedTuple):
    """What a question about a finding is answered from: the corpus, the rules and findings, and what was unusable."""

    corpus: Corpus
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def inquire(
    paths: Sequence[str],
    *,
    rules: Sequence[Path] = (),
    default_rules: bool = True,
    as_of: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Inquiry:
    """Do what `run` does, and keep what questions about its findings need."""
    from factcheck.check import load

    usable, faults = load(rules, defaults=default_rules)
    extractions, problems = extract(paths, as_of=as_of, jobs=jobs, progress=progress)
    corpus, findings, failures = compare(extractions, usable)
    return Inquiry(corpus, usable, findings, tuple(sorted((*problems, *faults, *failures), key=_place)))


def selftest(
    paths: Sequence[str],
    *,
    seed: int = 0,
    limit: int = 100,
    rules: Sequence[Path] = (),
    default_rules: bool = True,
    as_of: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[Report, tuple[Problem, ...]]:
    """Plant discrepancies in copies of the articles of `paths`; return what was found, and what could not be used."""
    from factcheck import selftest as planted
    from factcheck.check import load

    usable, faults = load(rules, defaults=default_rules)
    articles, unread = read(paths)
    done = understand(articles, as_of=as_of, jobs=jobs)
    setting = planted.Setting(
        articles={article.article: article for article in articles},
        extractions=done.extractions,
        rules=usable,
        understand=lambda article: next(iter(understand([article], as_of=as_of).extractions), None),
        compare=lambda extractions: compare(extractions, usable),
    )
    report = planted.run(setting, seed=seed, limit=limit, progress=progress)
    return report, tuple(sorted((*unread, *done.problems, *faults), key=_place))


def schema(shape: str) -> dict[str, Any]:
    """Return the JSON Schema of "claims", "findings" or a "rule"."""
    from factcheck.check.schema import schema as of_rule
    from factcheck.report.records import schema as of_record

    return of_rule() if shape == "rule" else of_record(shape)


def prove(rule: Rule) -> Proof:
    """Run a rule's examples end to end, the rule alone."""
    from factcheck.check import examples

    return examples.test(rule, lambda articles: _findings(articles, rule))


def _findings(articles: Sequence[Article], rule: Rule) -> Sequence[Finding]:
    from factcheck.check import check
    from factcheck.extract import extract as stage
    from factcheck.link import link as joined

    return check(joined(map(stage, articles)), [rule])


def _check(corpus: Corpus, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Apply the rules; a bug that one brings to light costs this rule and no other."""
    from factcheck.check import check

    try:
        return check(corpus, rules), ()
    except Exception as error:
        if len(rules) > 1:
            return _without_broken(corpus, rules)
        return (), (Problem(rules[0].source, f"cannot be applied: {_fault(error)}", _BUG, "rule"),)


def _without_broken(corpus: Corpus, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    from factcheck.check import check

    problems = tuple(problem for rule in rules for problem in _check(corpus, [rule])[1])
    broken = {problem.where for problem in problems}
    return check(corpus, [rule for rule in rules if rule.source not in broken]), problems


def _parted(items: Iterable[Kept | Problem], kept: type[Kept]) -> tuple[list[Kept], list[Problem]]:
    """Part what came through from what did not."""
    through: list[Kept] = []
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, kept):
            through.append(item)
        else:
            problems.append(cast("Problem", item))
    return through, problems


def _counted(items: Iterable[Kept], total: int, progress: Progress | None) -> Iterator[Kept]:
    for number, item in enumerate(items, 1):
        if progress:
            progress(number, total)
        yield item


def _note(rule: Rule) -> RuleNote:
    return RuleNote(rule.id, rule.summary, rule.severity, rule.why, rule.instead)


def _stats(result: Result) -> dict[str, int]:
    verdicts = Counter(finding.verdict for finding in result.findings)
    return {
        "articles": len(result.articles),
        "words": sum(article.words for article in result.articles),
        "claims": len(result.claims),
        "subjects": len(result.subjects),
        "findings": len(result.findings),
        "conflict": verdicts["conflict"],
        "variant": verdicts["variant"],
        "reconciled": verdicts["reconciled"],
        "problems": len(result.problems),
    }


def _extract_one(article: Article, as_of: date | None) -> Extraction | Problem:
    """Extract one article; a bug that it brings to light costs this article and no other."""
    from factcheck import extract as stage

    try:
        extraction = stage.extract(article)
        if as_of and article.stated is None and _undated(extraction.article):
            extraction = stage.extract(replace(article, stated=as_of.isoformat()))
        return extraction
    except Exception as error:
        place = f"{article.path}:{article.line}"
        return Problem(place, f"could not be understood: {_fault(error)}", _BUG)


def _fault(error: Exception) -> str:
    """Return an unexpected error, and where in this package it arose, in one line."""
    from traceback import extract_tb

    package = Path(__file__).parent
    frames = [frame for frame in extract_tb(error.__traceback__) if package in Path(frame.filename).parents]
    place = f"{Path(frames[-1].filename).relative_to(package).as_posix()}:{frames[-1].lineno}"
    return " ".join(f"{type(error).__name__}: {error} ({place})".split())


def _undated(article: Article) -> bool:
    return article.published is None or article.published.earliest is None


def _place(problem: Problem) -> tuple[str, str, int, str]:
    """Order problems by kind, file, line and message."""
    path, _, line = problem.where.rpartition(":")
    if line.isdecimal():
        return problem.kind, path, int(line), problem.message
    return problem.kind, problem.where, 0, problem.message
