"""The commands on archives: add, list, remove, stats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options, terminal
from factcheck.cli.options import AsOf, Jobs, Paths, Rows, Summary
from factcheck.cli.terminal import Status

app = typer.Typer(help="Keep claims of articles already read.", no_args_is_help=True, rich_markup_mode=None)
File = Annotated[Path, typer.Argument(metavar="ARCHIVE", show_default=False, help="The archive, one SQLite file.")]


@app.command()
def add(archive: File, paths: Paths, as_of: AsOf = None, jobs: Jobs = 1) -> None:
    """Read articles and keep what they claim; an article of a known name takes the place of the kept one."""
    from factcheck import pipeline
    from factcheck.archive import opened
    from factcheck.plan import Plan

    plan = Plan(as_of=options.day(as_of), jobs=jobs)
    with opened(archive, create=True) as kept, terminal.Bar() as bar:
        done = pipeline.extract(paths, plan, bar)
        added = kept.add(done.extractions)
    terminal.warn(done.problems)
    terminal.mention(done.skipped)
    terminal.result(f"{archive}: {added.new} new, {added.changed} changed, {added.same} as before\n")
    terminal.leave(Status.UNUSABLE if done.problems else Status.DONE)


@app.command("list")
def list_articles(archive: File, rows: Rows = None) -> None:
    """Print the articles of an archive, by name."""
    from factcheck.archive import opened
    from factcheck.report import publication

    with opened(archive) as kept:
        entries = list(kept.entries())
    if options.as_table(rows):
        cells = [
            (one.article, publication.day(one.published), one.outlet or "", str(one.words), str(one.claims))
            for one in entries
        ]
        terminal.table(cells, ("article", "published", "outlet", "words", "claims"))
    else:
        terminal.lines(entries)
    terminal.leave(Status.DONE)


@app.command()
def remove(
    archive: File,
    names: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", show_default=False, help="An article's name, or a pattern over names."),
    ],
) -> None:
    """Forget articles; nothing is forgotten where one of the names fits none."""
    from factcheck.archive import opened

    with opened(archive) as kept:
        removed = kept.remove(names)
    terminal.result("".join(f"{name}\n" for name in removed))
    terminal.leave(Status.DONE)


@app.command()
def stats(
    archive: File,
    form: Annotated[Summary, typer.Option("--format", help="A table to read, or JSON.")] = Summary.table,
) -> None:
    """Print how much an archive holds."""
    import msgspec

    from factcheck.archive import opened

    with opened(archive) as kept:
        found = kept.stats()
    if form is Summary.json:
        terminal.document(found)
    else:
        plain = msgspec.to_builtins(found)
        kinds = plain.pop("kinds")
        rows = [(name, "" if value is None else str(value)) for name, value in plain.items()]
        terminal.table(
            [*rows, *((f"claims: {kind}", str(number)) for kind, number in kinds.items())], ("what", "how much")
        )
    terminal.leave(Status.DONE)
