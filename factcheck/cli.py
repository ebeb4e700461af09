"""The command line: arguments → the pipeline → standard output and an exit status."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True)

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")]


@app.command()
def extract(paths: Paths, format: str = "jsonl") -> None:
    """Print the claims alone, one per line."""
    import msgspec

    from factcheck import pipeline

    extractions, problems = pipeline.extract(paths)
    encode = msgspec.json.Encoder().encode
    for extraction in extractions:
        for claim in extraction.claims:
            sys.stdout.buffer.write(encode(claim) + b"\n")
    for problem in problems:
        print(f"{problem.where}: {problem.message}", file=sys.stderr)


@app.command()
def run(paths: Paths, format: str = "json", output: str = "-") -> None:
    """Read, extract, link, check and report."""
    import msgspec

    from factcheck import pipeline

    result = pipeline.run(paths)
    document = {
        "schema": "factcheck/1",
        "articles": result.articles,
        "findings": result.findings,
        "problems": result.problems,
        "stats": result.stats,
    }
    sys.stdout.buffer.write(msgspec.json.encode(document) + b"\n")
    for problem in result.problems:
        print(f"{problem.where}: {problem.message}", file=sys.stderr)


@app.command()
def subjects(paths: Paths, format: str = "jsonl") -> None:
    """Print the people, organisations, places and events found."""
    import msgspec

    from factcheck import pipeline

    for _, subject in sorted(pipeline.run(paths).subjects.items()):
        sys.stdout.buffer.write(msgspec.json.encode(subject) + b"\n")


def main() -> None:
    """Run the command line."""
    app()
