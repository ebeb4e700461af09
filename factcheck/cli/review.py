"""The command that keeps verdicts on findings, so that what was looked at stays out of the report."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from factcheck.cli import options, terminal
from factcheck.cli.explain import inquiry, named
from factcheck.cli.options import AsOf, Config, Jobs, NoDefaultRules, Reviews, RuleFolders, Today
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Finding, Problem, ReviewNote
    from factcheck.pipeline import Inquiry
    from factcheck.plan import Plan
    from factcheck.reviews import Review
    from factcheck.reviews import Verdict as Kept


class Verdict(StrEnum):
    """What somebody found out about a finding; first and second are its values in the order of the report."""

    first_wrong = "first-wrong"
    second_wrong = "second-wrong"
    both_wrong = "both-wrong"
    both_right = "both-right"
    unclear = "unclear"


def review(
    given: Annotated[
        list[str],
        typer.Argument(metavar="[FINDING] PATH", show_default=False, help="The finding, and the articles it is about."),
    ],
    verdict: Annotated[
        Verdict | None,
        typer.Option("--verdict", show_default=False, help="Which value is wrong. Default with --all: unclear."),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", show_default=False, help="Why, for those who read it later."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", show_default=False, help="The last day on which the verdict holds."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Give the verdict on every conflict and variant that has none yet.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="Print every review and whether it holds; write nothing.")
    ] = False,
    reviews: Reviews = None,
    today: Today = None,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    jobs: Jobs = 1,
    config: Config = None,
) -> None:
    """Keep a verdict on a finding in reviews.toml: it stays out of reports until one of its statements changes.

    Statements are the sentences that the finding quotes. A finding that is reviewed again gets the new verdict.
    """
    plan = options.plan(
        rules=rules,
        no_default_rules=no_default_rules,
        as_of=as_of,
        jobs=jobs,
        config=config,
        reviews=reviews,
        today=today,
    )
    last = options.day(until, "--until")
    if not listed:
        _require(given, verdict, reason, everything)
    done = inquiry(given if everything or listed else given[1:], plan)
    target = cast("Path", plan.reviews)
    kept, problems = _kept(target)
    open_findings, notes = _weighed(done, kept, plan)
    if listed:
        _list(notes)
    else:
        chosen = _open(open_findings) if everything else [named(given[0], done.findings)]
        _write(target, kept, chosen, ((verdict or Verdict.unclear).value, reason or "", last), problems)
    terminal.leave(Status.UNUSABLE if done.problems or problems else Status.DONE)


def _require(given: list[str], verdict: Verdict | None, reason: str | None, everything: bool) -> None:
    if not (reason or "").strip():
        raise typer.BadParameter("say why, for those who read the verdict later", param_hint="--reason")
    if not everything and verdict is None:
        raise typer.BadParameter(f"needed, one of {', '.join(Verdict)}", param_hint="--verdict")
    if not everything and len(given) < 2:
        raise typer.BadParameter("name the finding and then the PATHs of its articles", param_hint="PATH")


def _kept(path: Path) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    from factcheck.reviews import load

    kept, problems = load(path)
    terminal.warn(problems)
    return kept, problems


def _weighed(done: Inquiry, kept: tuple[Review, ...], plan: Plan) -> tuple[tuple[Finding, ...], tuple[ReviewNote, ...]]:
    from factcheck.reviews import apply, newest

    return apply(done.findings, kept, plan.today or newest(done.corpus.articles.values()))


def _open(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.verdict != "reconciled"]


def _write(
    target: Path,
    kept: tuple[Review, ...],
    chosen: list[Finding],
    said: tuple[Kept, str, object],
    problems: tuple[Problem, ...],
) -> None:
    """Add reviews to the file. A file that has faults is left as it is, lest its owner lose what it holds."""
    from factcheck import reviews

    if problems:
        terminal.fail(f"{target} has faults and was left as it is; mend it first")
    verdict, reason, until = said
    added = {one.id: reviews.of(one, verdict, reason, until) for one in chosen}  # type: ignore[arg-type]
    reviews.save(target, [*(one for one in kept if one.finding not in added), *added.values()])
    for finding in chosen:
        terminal.result(f"{finding.id}: {verdict} ({finding.rule}: {finding.message})\n")
    terminal.result(
        f"{len(chosen)} of {len(kept) + len(set(added) - {one.finding for one in kept})} reviews in {target}\n"
    )


def _list(notes: tuple[ReviewNote, ...]) -> None:
    if options.as_table(None):
        cells = [(one.state, one.finding, one.verdict, one.about, one.reason) for one in notes]
        terminal.table(cells, ("state", "finding", "verdict", "about", "reason"))
    else:
        terminal.lines(notes)
