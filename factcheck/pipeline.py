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
from factcheck.model import Article, Corpus, Extraction, Finding, Problem, Result, RuleNote, Skipped
from factcheck.plan import Plan

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.check.examples import Report as Proof
    from factcheck.selftest.record import Report

Kept = TypeVar("Kept")
_BUG = "please report it as a bug, with the article or rule"
Progress = Callable[[int, int], None]
"""Called with how many articles are done and how many there are."""
_PLAIN = Plan()


class Extracted(NamedTuple):
    """What a set of articles yields, in order of their names, and what could not be used."""

    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...] = ()


def extract(paths: Sequence[str], plan: Plan = _PLAIN, progress: Progress | None = None) -> Extracted:
    """Read and extract the articles of `paths`, in order of their names."""
    articles, faults, skipped = read(paths)
    done = understand(articles, plan, progress)
    return Extracted(done.extractions, tuple(sorted((*faults, *done.problems), key=_place)), skipped)


def read(paths: Sequence[str]) -> tuple[tuple[Article, ...], tuple[Problem, ...], tuple[Skipped, ...]]:
    """Return the articles of `paths` as read, what could not be used, and what the tool itself wrote."""
    from factcheck.read import read as stage

    skipped: list[Skipped] = []
    found: list[Article | Problem] = []
    for item in stage(paths):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
    articles, faults = _parted(found, Article)
    return tuple(articles), tuple(faults), tuple(skipped)


def understand(articles: Sequence[Article], plan: Plan = _PLAIN, progress: Progress | None = None) -> Extracted:
    """Extract articles that have been read; what comes out is in order of their names."""
    work = partial(_extract_one, as_of=plan.as_of)
    results = _counted(engine.run(work, articles, plan.jobs), len(articles), progress)
    extractions, failures = _parted(results, Extraction)
    return Extracted(
        tuple(sorted(extractions, key=lambda extraction: extraction.article.article)),
        tuple(sorted(failures, key=_place)),
    )


def link(
    paths: Sequence[str], plan: Plan = _PLAIN, progress: Progress | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Read, extract and link the articles of `paths`; return the corpus, and what could not be used."""
    from factcheck.link import link as stage
    from factcheck.settings import aliases

    extractions, problems, _ = extract(paths, plan, progress)
    return stage(aliases.rename(extractions, plan.settings.alias)), problems


class Inquiry(NamedTuple):
    """What a question about findings is answered from; `read` names the articles that the paths gave."""

    corpus: Corpus
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    read: frozenset[str]
    skipped: tuple[Skipped, ...] = ()


def inquire(paths: Sequence[str], plan: Plan = _PLAIN, progress: Progress | None = None) -> Inquiry:
    """Read, extract, link and check; keep all that questions about the findings need. Reviews are not looked at."""
    from factcheck.settings import file, trust

    usable, faults = file.rules_of(plan.settings, plan.rules, defaults=plan.default_rules)
    extractions, problems, skipped = extract(paths, plan, progress)
    own = frozenset(one.article.article for one in extractions)
    known, unknown = _known(extractions, plan)
    corpus, found, failures = compare([*extractions, *known], usable, plan)
    if plan.archive:
        found = tuple(finding for finding in found if own & _quoted(finding))
    findings = trust.told(found, corpus.articles, plan.settings.source)
    everything = tuple(sorted((*problems, *unknown, *faults, *failures), key=_place))
    return Inquiry(corpus, usable, findings, everything, own, skipped)


def run(paths: Sequence[str], plan: Plan = _PLAIN, progress: Progress | None = None) -> Result:
    """Return everything that a run over `paths` produces."""
    from factcheck import reviews

    done = inquire(paths, plan, progress)
    kept, faults = reviews.load(plan.reviews) if plan.reviews else ((), ())
    shown = done.read | frozenset(name for finding in done.findings for name in _quoted(finding))
    articles = [one for name, one in sorted(done.corpus.articles.items()) if name in shown or not plan.archive]
    findings, notes = reviews.apply(done.findings, kept, plan.today or reviews.newest(articles))
    result = Result(
        articles=tuple(articles),
        claims=tuple(claim for claim in done.corpus.claims if claim.article in shown or not plan.archive),
        subjects=done.corpus.subjects,
        findings=findings,
        problems=tuple(sorted((*done.problems, *faults), key=_place)),
        rules=tuple(map(_note, sorted(done.rules, key=lambda rule: rule.id))),
        # Of an archive a check sees a part alone, so it cannot tell that a finding is gone.
        reviews=tuple(note for note in notes if not (plan.archive and note.state == "orphaned")),
        skipped=done.skipped,
    )
    return replace(result, stats=_stats(result, len(done.findings)))


def compare(
    extractions: Iterable[Extraction], rules: Sequence[Rule], plan: Plan = _PLAIN
) -> tuple[Corpus, tuple[Finding, ...], tuple[Problem, ...]]:
    """Link extractions and check them; return the corpus, the findings and the rules that could not be applied."""
    from factcheck.link import link as stage
    from factcheck.settings import aliases

    corpus = stage(aliases.rename(extractions, plan.settings.alias))
    return corpus, *_check(corpus, rules)


def selftest(
    paths: Sequence[str], plan: Plan = _PLAIN, *, seed: int = 0, limit: int = 100, progress: Progress | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """Plant discrepancies in copies of the articles of `paths`; return what was found, and what could not be used."""
    from factcheck import selftest as planted
    from factcheck.settings import file

    usable, faults = file.rules_of(plan.settings, plan.rules, defaults=plan.default_rules)
    articles, unread, _ = read(paths)
    done = understand(articles, plan)
    alone = replace(plan, jobs=1)
    setting = planted.Setting(
        articles={article.article: article for article in articles},
        extractions=done.extractions,
        rules=usable,
        understand=lambda article: next(iter(understand([article], alone).extractions), None),
        compare=lambda extractions: compare(extractions, usable, plan),
    )
    report = planted.run(setting, seed=seed, limit=limit, progress=progress)
    return report, tuple(sorted((*unread, *done.problems, *faults), key=_place))


def _known(extractions: Sequence[Extraction], plan: Plan) -> tuple[tuple[Extraction, ...], tuple[Problem, ...]]:
    """Return what is held against the articles read: related ones of the archive, and the desk's facts."""
    from factcheck.settings import facts

    kept = _archived(extractions, plan.archive) if plan.archive else ()
    stated, faults = facts.load(plan.settings)
    held = understand(facts.articles(stated, [*extractions, *kept]))
    return (*kept, *held.extractions), (*faults, *held.problems)


def _archived(extractions: Sequence[Extraction], archive: Path) -> tuple[Extraction, ...]:
    from factcheck.archive import opened

    with opened(archive) as kept:
        return kept.related(extractions)


def _quoted(finding: Finding) -> frozenset[str]:
    """Return the names of the articles that a finding quotes."""
    return frozenset(passage.article for value in finding.values for passage in value.passages)


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


def _stats(result: Result, found: int) -> dict[str, int]:
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
        "reviewed": found - len(result.findings),
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
