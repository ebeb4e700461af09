"""The command line: arguments → the pipeline → standard output, standard error and an exit status.

The only part that prints or exits. Standard output carries only the result. What costs time to import is imported
inside the commands, so that `--help` is instant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from factcheck.cli import archive, commands, explain, review, rules, selftest, terminal
from factcheck.errors import FactcheckError, SettingsError

app = typer.Typer(
    name="factcheck",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command()(commands.run)
app.command()(commands.extract)
app.command()(commands.subjects)
app.command()(commands.articles)
app.command()(commands.check)
app.add_typer(archive.app, name="archive")
app.add_typer(rules.app, name="rules")
app.command()(explain.explain)
app.command()(review.review)
app.command()(selftest.selftest)
app.command()(commands.schema)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        terminal.result(f"factcheck {version('factcheck')}\n")
        raise typer.Exit


@app.callback()
def _factcheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Find where articles about the same people and events cannot all be right.

    Exit status: 0 done; 1 findings at or above --fail-on; 2 the command line is wrong; 3 an input or a rule could not
    be used (everything else was still done).
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; whatever goes wrong is told in one line."""
    try:
        app(args=arguments)
    except SettingsError as error:
        terminal.refuse(error.faults)
    except FactcheckError as error:
        terminal.fail(str(error))
    except Exception as error:
        terminal.fail(f"{type(error).__name__}: {error}; this is a bug, please report it with the command line")
