"""The commands that read articles: run, extract, subjects, articles; and schema."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options, terminal, watch
from factcheck.cli.options import (
    AsOf,
    Config,
    FailOn,
    Formats,
    Jobs,
    NoDefaultRules,
    Output,
    Paths,
    Reviews,
    Rows,
    RuleFolders,
    Shape,
    Threshold,
    Today,
    Watch,
)
from factcheck.cli.terminal import Status
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Claim, Finding, Problem, Result, ReviewNote
    from factcheck.pipeline import Extracted
    from factcheck.plan import Plan


def run(
    paths: Paths,
    form: Formats = None,
    output: Output = None,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    fail_on: FailOn = Threshold.never,
    jobs: Jobs = 1,
    config: Config = None,
    reviews: Reviews = None,
    today: Today = None,
    watching: Watch = False,
) -> None:
    """Read articles, compare what they claim, and report where they cannot all be right."""
    plan = partial(
        options.plan,
        rules=rules,
        no_default_rules=no_default_rules,
        as_of=as_of,
        jobs=jobs,
        config=config,
        reviews=reviews,
        today=today,
    )
    beside = [*(rules or []), *([config] if config else [])]
    _do(plan, paths, options.targets(form or [], output), fail_on, beside if watching else None)


def check(
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT", show_default=False, help="New text: a file, a folder, a glob, or - for input."),
    ],
    against: Annotated[
        Path, typer.Option("--against", metavar="ARCHIVE", help="An archive that `factcheck archive add` made.")
    ],
    form: Formats = None,
    output: Output = None,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    fail_on: FailOn = Threshold.never,
    jobs: Jobs = 1,
    config: Config = None,
    reviews: Reviews = None,
    today: Today = None,
    watching: Watch = False,
) -> None:
    """Check new text against an archive of claims, and report only what touches the new text.

    A draft that has the name of an archived article is taken for its new version, and not compared with the old one.
    """
    plan = partial(
        options.plan,
        rules=rules,
        no_default_rules=no_default_rules,
        as_of=as_of,
        jobs=jobs,
        config=config,
        reviews=reviews,
        today=today,
        archive=against,
    )
    beside = [against, *(rules or []), *([config] if config else [])]
    _do(plan, drafts, options.targets(form or [], output), fail_on, beside if watching else None)


def _do(
    plan: Callable[[], Plan],
    paths: list[str],
    targets: dict[str, Path | None],
    fail_on: Threshold,
    beside: list[Path] | None,
) -> None:
    """Do the work once and leave; or, where files `beside` the articles are to be watched, again on each change.

    The plan is made anew each time, for a change may be one of the settings.
    """

    def once() -> Status:
        return _once(paths, plan(), targets, fail_on)

    if beside is not None:
        watch.repeat(once, paths, beside, filter(None, targets.values()))
        terminal.leave(Status.DONE)
    terminal.leave(once())


def _once(paths: list[str], plan: Plan, targets: dict[str, Path | None], fail_on: Threshold) -> Status:
    """Run, tell what could not be used and which reviews lapsed, write the reports; return the status earned."""
    from factcheck import pipeline

    with terminal.Bar() as bar:
        result = pipeline.run(paths, plan, bar)
    terminal.warn(result.problems)
    terminal.mention(result.skipped)
    terminal.remark(map(_review, (note for note in result.reviews if note.state != "holds")))
    _report(result, targets)
    return _status(result.problems, result.findings, fail_on)


def extract(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Print the claims alone, one a line."""
    done = _extracted(paths, as_of, jobs)
    claims = [claim for extraction in done.extractions for claim in extraction.claims]
    if options.as_table(rows):
        terminal.table([_claim_row(claim) for claim in claims], ("article", "kind", "words", "value", "about"))
    else:
        terminal.lines(claims)
    terminal.leave(_status(done.problems))


def subjects(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1, config: Config = None) -> None:
    """Print the people, organisations, places and events found, with their mentions and why they were merged."""
    from factcheck import pipeline

    with terminal.Bar() as bar:
        corpus, problems = pipeline.link(paths, options.plan(as_of=as_of, jobs=jobs, config=config), bar)
    terminal.warn(problems)
    found = [subject for _, subject in sorted(corpus.subjects.items())]
    if options.as_table(rows):
        cells = [(one.type, one.name, str(len(one.mentions)), ", ".join(one.spellings)) for one in found]
        terminal.table(cells, ("type", "name", "mentions", "spellings"))
    else:
        terminal.lines(found)
    terminal.leave(_status(problems))


def articles(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Print what was understood of each article: publication date and why, dateline, outlet, language."""
    from factcheck.report import publication, records

    done = _extracted(paths, as_of, jobs)
    found = [records.article(extraction.article) for extraction in done.extractions]
    if options.as_table(rows):
        cells = [
            (
                one.article,
                publication.day(one.published),
                publication.basis(one.published),
                one.dateline.place if one.dateline else "",
                one.outlet or "",
                str(one.words),
            )
            for one in found
        ]
        terminal.table(cells, ("article", "published", "how that is known", "dateline", "outlet", "words"))
    else:
        terminal.lines(found)
    terminal.leave(_status(done.problems))


def schema(shape: Annotated[Shape, typer.Argument(show_default=False, help="What the schema is of.")]) -> None:
    """Print the JSON Schema of a line of claims, of the findings file, or of a rule file."""
    terminal.schema(shape.value)


def _extracted(paths: list[str], as_of: str | None, jobs: int) -> Extracted:
    from factcheck import pipeline
    from factcheck.plan import Plan

    with terminal.Bar() as bar:
        done = pipeline.extract(paths, Plan(as_of=options.day(as_of), jobs=jobs), bar)
    terminal.warn(done.problems)
    terminal.mention(done.skipped)
    return done


def _claim_row(claim: Claim) -> tuple[str, str, str, str, str]:
    import msgspec

    from factcheck.model import kind_of

    value = msgspec.to_builtins(claim.value)
    shown = ", ".join(f"{name} {content}" for name, content in value.items() if content not in (None, "", [], False))
    about = claim.subject.name if claim.subject else ""
    return claim.article, kind_of(claim), claim.text, shown, about


def _report(result: Result, targets: dict[str, Path | None]) -> None:
    """Write the reports, and a summary of the run where standard output is free."""
    from factcheck import report
    from factcheck.report.wording import summary

    written = [str(target) for target in targets.values() if target]
    for form, target in targets.items():
        text = report.render(result, form, str(target.parent) if target else ".")
        if target is None:
            terminal.result(text)
            continue
        try:
            report.write(text, target)
        except FactcheckError as error:
            terminal.fail(str(error), Status.USAGE)
    if written:
        terminal.result(f"{summary(result)}Report: {', '.join(written)}\n")


def _review(note: ReviewNote) -> str:
    """Return which review keeps nothing out of the report any more, and why."""
    from factcheck.report.wording import lapsed

    return f"review of {note.finding} ({note.rule}, {note.about}, {note.verdict}): {note.state}; {lapsed(note)}"


def _status(
    problems: tuple[Problem, ...], findings: tuple[Finding, ...] = (), fail_on: Threshold = Threshold.never
) -> Status:
    """Return the status that a run has earned; what could not be used weighs more than what was found."""
    if problems:
        return Status.UNUSABLE
    severities = [level.value for level in Threshold][: list(Threshold).index(fail_on) + 1]
    failing = fail_on is not Threshold.never and any(finding.severity in severities for finding in findings)
    return Status.FINDINGS if failing else Status.DONE
