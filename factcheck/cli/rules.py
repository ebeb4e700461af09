"""The commands that work on rules: list, show, test, schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.options import NoDefaultRules, Rows, RuleFolders, as_table
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.check.examples import Report

app = typer.Typer(help="Work on rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_rules(folders: RuleFolders = None, no_default_rules: NoDefaultRules = False, rows: Rows = None) -> None:
    """Print the rules in use: id, severity, kinds of claim, summary, file."""
    import msgspec

    rules, incomplete = _loaded(folders, no_default_rules)
    headers = ("rule", "severity", "claims", "summary", "file")
    cells = [(rule.id, rule.severity, ", ".join(rule.claims), rule.summary, rule.source) for rule in rules]
    if as_table(rows):
        terminal.table(cells, headers)
    else:
        lines = (msgspec.json.encode(dict(zip(headers, row, strict=True))) for row in cells)
        terminal.result(b"".join(line + b"\n" for line in lines))
    terminal.leave(Status.UNUSABLE if incomplete else Status.DONE)


@app.command()
def show(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")],
    folders: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
) -> None:
    """Print a rule's page: what it does, why it matters, its levels, an example, what to do."""
    from factcheck.check.description import describe

    rules, incomplete = _loaded(folders, no_default_rules)
    terminal.result(describe(_chosen(rules, rule)[0]))
    terminal.leave(Status.UNUSABLE if incomplete else Status.DONE)


@app.command("test")
def prove(
    rule: Annotated[str | None, typer.Argument(metavar="[ID]", help="The rule's id; all rules without it.")] = None,
    folders: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
) -> None:
    """Run the examples inside the rule files, and print what fired and at which level."""
    from factcheck import pipeline

    rules, incomplete = _loaded(folders, no_default_rules)
    reports = [pipeline.prove(one) for one in _chosen(rules, rule)]
    terminal.result("".join(map(_told, reports)))
    failed = any(not report.passed for report in reports)
    terminal.leave(Status.UNUSABLE if incomplete or failed else Status.DONE)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a rule file."""
    terminal.schema("rule")


def _loaded(folders: list[Path] | None, no_default_rules: bool) -> tuple[tuple[Rule, ...], bool]:
    """Return the usable rules, and whether any could not be used."""
    from factcheck.check import load

    rules, problems = load(folders or [], defaults=not no_default_rules)
    terminal.warn(problems)
    return rules, bool(problems)


def _chosen(rules: tuple[Rule, ...], wanted: str | None) -> tuple[Rule, ...]:
    """Return the rule of that id, or all."""
    chosen = tuple(rule for rule in rules if wanted in (None, rule.id))
    if wanted and not chosen:
        from difflib import get_close_matches

        near = get_close_matches(wanted, [rule.id for rule in rules], n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the rules are {', '.join(rule.id for rule in rules)}"
        raise typer.BadParameter(f"no rule is called {wanted!r}; {hint}", param_hint="ID")
    return chosen


def _told(report: Report) -> str:
    """Return what the examples of a rule did, a line each."""
    lines = [f"{report.rule}: {'passed' if report.passed else 'FAILED'}{report.fault and f': {report.fault}'}"]
    for trial in report.trials:
        levels = ", ".join(trial.levels) or "nothing"
        expected = "flag" if trial.flagged else "pass"
        lines.append(f"  example {trial.number} ({expected}): {trial.fault or f'fired {levels}'}")
    return "\n".join(lines) + "\n"
