"""The commands that work on rules: list, show, new, test, schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.options import Config, Grade, NoDefaultRules, Rows, RuleFolders, as_table
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.check.examples import Report

app = typer.Typer(help="Work on rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_rules(
    folders: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    rows: Rows = None,
    config: Config = None,
) -> None:
    """Print the rules in use: id, severity, kinds of claim, summary, file."""
    import msgspec

    rules, incomplete = _loaded(folders, no_default_rules, config)
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
    config: Config = None,
) -> None:
    """Print a rule's page: what it does, why it matters, its levels, an example, what to do."""
    from factcheck.check.description import describe

    rules, incomplete = _loaded(folders, no_default_rules, config)
    terminal.result(describe(_chosen(rules, rule)[0]))
    terminal.leave(Status.UNUSABLE if incomplete else Status.DONE)


@app.command("test")
def prove(
    rule: Annotated[str | None, typer.Argument(metavar="[ID]", help="The rule's id; all rules without it.")] = None,
    folders: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    config: Config = None,
) -> None:
    """Run the examples inside the rule files, and print what fired and at which level."""
    from factcheck import pipeline

    rules, incomplete = _loaded(folders, no_default_rules, config)
    reports = [pipeline.prove(one) for one in _chosen(rules, rule)]
    terminal.result("".join(map(_told, reports)))
    failed = any(not report.passed for report in reports)
    terminal.leave(Status.UNUSABLE if incomplete or failed else Status.DONE)


@app.command()
def new(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The new rule's id, as talks-length.")],
    claims: Annotated[
        str | None, typer.Option("--claims", metavar="KIND", show_default=False, help="The kind of claim it compares.")
    ] = None,
    severity: Annotated[Grade, typer.Option("--severity", help="Of a conflict.")] = Grade.warning,
    summary: Annotated[
        str, typer.Option("--summary", metavar="TEXT", show_default=False, help="What it flags, in one line.")
    ] = "",
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            metavar="DIR",
            help="Where the file goes. Default: the first folder of factcheck.toml, else rules/.",
        ),
    ] = None,
    config: Config = None,
) -> None:
    """Write a commented rule file that passes its own test, to change into the rule that you want.

    On a terminal the kind of claim is asked for where it is not given; elsewhere it is date.
    """
    from factcheck.check import starter
    from factcheck.plan import settings as read

    settings = read(config)
    kind = claims or _asked(starter.kinds())
    if kind not in starter.kinds():
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(starter.kinds())}", param_hint="--claims")
    _require_free(rule, _loaded(None, False, config)[0])
    own = [settings.folder / one for one in settings.rules.folders]
    target = (folder or next(iter(own), Path("rules"))) / f"{rule}.toml"
    _create(target, starter.text(rule, kind, severity=severity.value, summary=summary))
    terminal.result(f"{target}\nTest it: factcheck rules test {rule} --rules {target.parent}\n")


def _asked(kinds: tuple[str, ...]) -> str:
    if not sys.stdin.isatty():
        return "date"
    answer: str = typer.prompt(f"Which kind of claim ({', '.join(kinds)})", default="date", err=True)
    return answer


def _require_free(ident: str, rules: tuple[Rule, ...]) -> None:
    from factcheck.check import starter

    if not starter.is_id(ident):
        told = f"{ident!r} is no id: lower-case words joined by hyphens, as talks-length"
        raise typer.BadParameter(told, param_hint="ID")
    taken = next((rule.source for rule in rules if rule.id == ident), None)
    if taken:
        raise typer.BadParameter(f"{ident!r} is already the id of {taken}", param_hint="ID")


def _create(target: Path, text: str) -> None:
    """Write a file that is not there yet."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        terminal.fail(f"{target}: cannot be written: {error.strerror}; choose another --folder or id", Status.USAGE)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a rule file."""
    terminal.schema("rule")


def _loaded(folders: list[Path] | None, no_default_rules: bool, config: Path | None) -> tuple[tuple[Rule, ...], bool]:
    """Return the usable rules, and whether any could not be used."""
    from factcheck.plan import settings
    from factcheck.settings import file

    rules, problems = file.rules_of(settings(config), folders or [], defaults=not no_default_rules)
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
