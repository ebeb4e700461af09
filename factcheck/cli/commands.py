"""The commands that read articles: run, extract, subjects, articles; and schema."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from factcheck.model import Claim, Finding, Result
    from factcheck.pipeline import Extracted

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


class Layout(StrEnum):
    """How rows leave a command."""

    jsonl = "jsonl"
    table = "table"


Rows = Annotated[
    Layout | None,
    typer.Option("--format", show_default=False, help="Default: table on a terminal, jsonl elsewhere."),
]


class Threshold(StrEnum):
    """The least severity that makes a run fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


def run(
    paths: Paths,
    form: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="md|json|jsonl", help="Format of the report (repeatable; default md)."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(metavar="FILE|DIR|-", help="Where the report goes; - is standard output. Default: reports/."),
    ] = None,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="Exit with 1 where a finding is at least this severe.")
    ] = Threshold.never,
    jobs: Jobs = 1,
) -> None:
    """Read articles, compare what they claim, and report where they cannot all be right."""
    from factcheck import pipeline

    targets = _targets(form or [], output)
    with terminal.Bar() as bar:
        result = pipeline.run(
            paths,
            rules=rules or [],
            default_rules=not no_default_rules,
            as_of=_day(as_of),
            jobs=jobs,
            progress=bar,
        )
    terminal.warn(result.problems)
    _report(result, targets)
    _leave(result.findings, fail_on, bool(result.problems))


def extract(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Print the claims alone, one a line."""
    import msgspec

    done = _extracted(paths, as_of, jobs)
    claims = [claim for extraction in done.extractions for claim in extraction.claims]
    if _as_table(rows):
        terminal.table([_claim_row(claim) for claim in claims], ("article", "kind", "words", "value", "about"))
    else:
        terminal.result(b"".join(msgspec.json.encode(claim) + b"\n" for claim in claims))
    _leave((), Threshold.never, bool(done.problems))


def subjects(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Print the people, organisations, places and events found, with their mentions and why they were merged."""
    import msgspec

    from factcheck import pipeline

    with terminal.Bar() as bar:
        corpus, problems = pipeline.link(paths, as_of=_day(as_of), jobs=jobs, progress=bar)
    terminal.warn(problems)
    found = [subject for _, subject in sorted(corpus.subjects.items())]
    if _as_table(rows):
        cells = [(one.type, one.name, str(len(one.mentions)), ", ".join(one.spellings)) for one in found]
        terminal.table(cells, ("type", "name", "mentions", "spellings"))
    else:
        terminal.result(b"".join(msgspec.json.encode(subject) + b"\n" for subject in found))
    _leave((), Threshold.never, bool(problems))


def articles(paths: Paths, rows: Rows = None, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Print what was understood of each article: publication date and why, dateline, outlet, language."""
    import msgspec

    from factcheck.report import publication, records

    done = _extracted(paths, as_of, jobs)
    found = [extraction.article for extraction in done.extractions]
    if _as_table(rows):
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
        terminal.result(b"".join(msgspec.json.encode(records.article(one)) + b"\n" for one in found))
    _leave((), Threshold.never, bool(done.problems))


class Shape(StrEnum):
    """What has a JSON Schema."""

    claims = "claims"
    findings = "findings"


def schema(shape: Annotated[Shape, typer.Argument(metavar="claims|findings", show_default=False)]) -> None:
    """Print the JSON Schema of a line of claims, or of the findings file."""
    import msgspec

    from factcheck.report import records

    encoded = msgspec.json.encode(records.schema(shape.value))
    terminal.result(msgspec.json.format(encoded, indent=2) + b"\n")


# -- what the commands share ------------------------------------------------------------------------------------------


def _extracted(paths: list[str], as_of: str | None, jobs: int) -> Extracted:
    from factcheck import pipeline

    with terminal.Bar() as bar:
        done = pipeline.extract(paths, as_of=_day(as_of), jobs=jobs, progress=bar)
    terminal.warn(done.problems)
    return done


def _as_table(rows: Layout | None) -> bool:
    return rows is Layout.table or (rows is None and terminal.is_terminal())


def _claim_row(claim: Claim) -> tuple[str, str, str, str, str]:
    import msgspec

    from factcheck.model import kind_of

    value = msgspec.to_builtins(claim.value)
    shown = ", ".join(f"{name} {content}" for name, content in value.items() if content not in (None, "", [], False))
    about = claim.subject.name if claim.subject else ""
    return claim.article, kind_of(claim), claim.text, shown, about


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no date; write it as 2019-04-25", param_hint="--as-of") from None


def _targets(forms: list[str], output: str | None) -> dict[str, Path | None]:
    """Return where each format goes; None is standard output."""
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
    return {form: folder / f"report.{form}" for form in chosen}


def _is_file(output: str) -> bool:
    return not output.endswith("/") and not Path(output).is_dir() and bool(Path(output).suffix)


def _implied(output: str | None, known: tuple[str, ...]) -> str:
    suffix = Path(output or "").suffix.removeprefix(".")
    return suffix if suffix in known else "md"


def _report(result: Result, targets: dict[str, Path | None]) -> None:
    """Write the reports, and a summary of the run where standard output is free."""
    from factcheck import report

    for form, target in targets.items():
        text = report.render(result, form, str(target.parent) if target else ".")
        if target:
            report.write(text, target)
        else:
            terminal.result(text)
    written = [str(target) for target in targets.values() if target]
    if written:
        terminal.result(_summary(result, written))


def _summary(result: Result, written: list[str]) -> str:
    from factcheck.report.wording import counted

    stats = result.stats
    lines = [
        f"Read {counted(stats['articles'], 'article')}, {counted(stats['words'], 'word')}: "
        f"{counted(stats['claims'], 'claim')} about {counted(stats['subjects'], 'subject')}.",
        f"Found {counted(stats['conflict'], 'conflict')} and {counted(stats['variant'], 'variant')}; "
        f"{stats['reconciled']} more look different and agree.",
    ]
    if stats["problems"]:
        lines.append(f"Could not use {counted(stats['problems'], 'file or rule', 'files or rules')}.")
    return "\n".join([*lines, f"Report: {', '.join(written)}"]) + "\n"


def _leave(findings: tuple[Finding, ...], fail_on: Threshold, incomplete: bool) -> None:
    """Exit with the status that a run has earned; what could not be used weighs more than what was found."""
    severities = [level.value for level in Threshold][: list(Threshold).index(fail_on) + 1]
    failing = fail_on is not Threshold.never and any(finding.severity in severities for finding in findings)
    status = Status.UNUSABLE if incomplete else Status.FINDINGS if failing else Status.DONE
    raise typer.Exit(status)
