"""The command that plants discrepancies in the user's own articles and counts those that are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options, terminal
from factcheck.cli.options import AsOf, Config, Jobs, NoDefaultRules, Paths, RuleFolders, Summary
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from factcheck.selftest.record import Count, Place, Report, Trial

_HEADERS = ("kind", "claims", "plantable", "planted", "conflict", "variant", "missed", "recall")


def selftest(
    paths: Paths,
    seed: Annotated[int, typer.Option("--seed", help="Which claims are changed, and into what.")] = 0,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Discrepancies to plant at most.")] = 100,
    form: Annotated[Summary, typer.Option("--format", help="A table to read, or JSON.")] = Summary.table,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    jobs: Jobs = 1,
    config: Config = None,
) -> None:
    """Plant one discrepancy at a time in copies of your articles, and count those that a run would tell you of.

    Only a claim that another passage corroborates is changed, so that an editor who reads both could know. The files
    stay as they are. The last lines list each discrepancy that was missed, why, and every conflict that is reported of
    the articles untouched.
    """
    from factcheck import pipeline

    plan = options.plan(rules=rules, no_default_rules=no_default_rules, as_of=as_of, jobs=jobs, config=config)
    with terminal.Bar("Planting") as bar:
        report, problems = pipeline.selftest(paths, plan, seed=seed, limit=limit, progress=bar)
    terminal.warn(problems)
    if form is Summary.json:
        terminal.document(_document(report))
    else:
        terminal.result(_page(report))
    terminal.leave(Status.UNUSABLE if problems else Status.DONE)


def _document(report: Report) -> dict[str, object]:
    import msgspec

    kinds = {kind: {**msgspec.to_builtins(count), "recall": count.recall} for kind, count in report.kinds.items()}
    return {
        "schema": "factcheck-selftest/1",
        **msgspec.to_builtins(report),
        "kinds": kinds,
        "recall": _total(report).recall,
    }


def _total(report: Report) -> Count:
    from factcheck.selftest.record import Count

    names = Count.__struct_fields__
    return Count(**{name: sum(getattr(count, name) for count in report.kinds.values()) for name in names})


def _page(report: Report) -> str:
    from tabulate import tabulate

    rows = [_row(kind, count) for kind, count in [*report.kinds.items(), ("all", _total(report))]]
    alignment = ("left", *["right"] * (len(_HEADERS) - 1))
    lines = [tabulate(rows, _HEADERS, tablefmt="simple", disable_numparse=True, colalign=alignment), ""]
    lines += [_untouched(report)]
    lines += [f"  {one.rule}: {one.message} ({one.finding})" for one in report.untouched]
    missed = [trial for trial in report.trials if trial.outcome == "missed"]
    lines += [f"Missed: {len(missed)}{':' if missed else '.'}", *(line for trial in missed for line in _missed(trial))]
    return "\n".join(lines) + "\n"


def _row(kind: str, count: Count) -> tuple[str, ...]:
    recall = "" if count.recall is None else f"{count.recall:.2f}"
    figures = (count.claims, count.plantable, count.planted, count.conflict, count.variant, count.missed)
    return (kind, *map(str, figures), recall)


def _untouched(report: Report) -> str:
    number = len(report.untouched)
    if not number:
        return "Untouched, the articles yield no conflict."
    return f"Untouched, the articles yield {number} conflict{'s' if number > 1 else ''}; each is real or false:"


def _missed(trial: Trial) -> list[str]:
    return [
        f"  {trial.kind}: {_at(trial.where)}, where it says “{trial.before}”, against {_at(trial.against)}",
        *(f"    told as: {one}" for one in trial.findings),
        f"    {trial.reason}",
    ]


def _at(place: Place) -> str:
    return f"“{place.text}” ({place.article}:{place.line})" if place.article else place.text
