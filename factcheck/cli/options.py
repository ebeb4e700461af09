"""Arguments and options that several commands take, and how they are read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import terminal

if TYPE_CHECKING:
    from factcheck.plan import Plan

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", show_default=False, help="A file, a folder, a glob, or - for standard input."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Publication date of articles that do not tell their own, as 2019-04-25."
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes that extract side by side.")]
RuleFolders = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules beside those of the tool (repeatable)."),
]
NoDefaultRules = Annotated[bool, typer.Option("--no-default-rules", help="Leave out the rules of the tool.")]

Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings. Default: factcheck.toml in the working folder or the nearest one above.",
    ),
]
Reviews = Annotated[
    Path | None,
    typer.Option(
        "--reviews", metavar="FILE", help="Verdicts on findings. Default: reviews.toml beside factcheck.toml, or here."
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="The day by which reviews expire. Default: the newest article's."),
]


class Layout(StrEnum):
    """How rows leave a command."""

    jsonl = "jsonl"
    table = "table"


Rows = Annotated[
    Layout | None,
    typer.Option("--format", show_default=False, help="Default: table on a terminal, jsonl elsewhere."),
]


class Summary(StrEnum):
    """How a report of few figures leaves a command."""

    table = "table"
    json = "json"


class Threshold(StrEnum):
    """The least severity that makes a run fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class Grade(StrEnum):
    """How severe a conflict is."""

    error = "error"
    warning = "warning"
    note = "note"


class Shape(StrEnum):
    """What has a JSON Schema."""

    claims = "claims"
    findings = "findings"
    rule = "rule"


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="Format of the report: md, html, json, jsonl, sarif, … (repeatable; default md).",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", metavar="FILE|DIR|-", help="Where the report goes; - is standard output. Default: reports/."
    ),
]
FailOn = Annotated[Threshold, typer.Option("--fail-on", help="Exit with 1 where a finding is at least this severe.")]
Watch = Annotated[bool, typer.Option("--watch", help="Do it again whenever a file changes, until you press Ctrl-C.")]


def as_table(rows: Layout | None) -> bool:
    """Tell whether rows are for a person to read."""
    return rows is Layout.table or (rows is None and terminal.is_terminal())


def plan(
    *,
    rules: list[Path] | None = None,
    no_default_rules: bool = False,
    as_of: str | None = None,
    jobs: int = 1,
    config: Path | None = None,
    reviews: Path | None = None,
    today: str | None = None,
    archive: Path | None = None,
) -> Plan:
    """Return the plan of a run."""
    from factcheck.plan import make

    return make(
        rules=rules or (),
        default_rules=not no_default_rules,
        as_of=day(as_of),
        jobs=jobs,
        config=config,
        reviews=reviews,
        today=day(today, "--today"),
        archive=archive,
    )


def day(given: str | None, option: str = "--as-of") -> date | None:
    """Return the date that an option gives."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no date; write it as 2019-04-25", param_hint=option) from None


def targets(forms: list[str], output: str | None) -> dict[str, Path | None]:
    """Return where the report of each format goes; None is standard output."""
    from factcheck import report

    known = report.known()
    for form in forms:
        if form not in known:
            raise typer.BadParameter(f"{form!r} is none of {', '.join(known)}", param_hint="--format")
    chosen = list(dict.fromkeys(forms)) or [_implied(output, known)]
    if output == "-" or (output and _is_file(output)):
        if len(chosen) > 1:
            raise typer.BadParameter("several formats need a folder", param_hint="--output")
        return {chosen[0]: None if output == "-" else Path(output)}
    folder = Path(output or "reports")
    names = {form: report.filename(form) for form in chosen}
    return {form: folder / name if name else None for form, name in names.items()}


def _is_file(output: str) -> bool:
    return not output.endswith("/") and not Path(output).is_dir() and bool(Path(output).suffix)


def _implied(output: str | None, known: tuple[str, ...]) -> str:
    suffix = Path(output or "").suffix.removeprefix(".")
    return suffix if suffix in known else "md"
