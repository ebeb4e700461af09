"""The command line: arguments → the pipeline → standard output, standard error and an exit status.

The only part that prints or exits. Standard output carries only the result. What costs time to import is imported
inside the commands, so that `--help` is instant.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from factcheck.cli import archive, commands, explain, review, rules, selftest, terminal
from factcheck.errors import FactcheckError, SettingsError

_COMMANDS: tuple[Callable[..., None], ...] = (
    commands.run,
    commands.extract,
    commands.subjects,
    commands.articles,
    commands.check,
    explain.explain,
    review.review,
    selftest.selftest,
    commands.schema,
)
_GROUPS = {"archive": archive.app, "rules": rules.app}


def build(wanted: str | None = None) -> typer.Typer:
    """Return the command line; where one command is `wanted`, of the others only names and descriptions.

    Typer reads the parameters of all commands whichever is called, which costs more than the rest of `--help`.
    """
    app = typer.Typer(
        name="factcheck",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    app.callback()(_factcheck)
    for command in _COMMANDS:
        app.command()(command if wanted in (None, command.__name__) else _heading(command))
    for name, group in _GROUPS.items():
        app.add_typer(
            group if wanted in (None, name) else typer.Typer(help=group.info.help, rich_markup_mode=None), name=name
        )
    return app


def _heading(command: Callable[..., None]) -> Callable[[], None]:
    def heading() -> None:
        pass

    heading.__name__, heading.__doc__ = command.__name__, command.__doc__
    return heading


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        terminal.result(f"factcheck {version('factcheck')}\n")
        raise typer.Exit


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
    given = sys.argv[1:] if arguments is None else list(arguments)
    named = next((argument for argument in given if not argument.startswith("-")), "")
    try:
        build(named)(args=given)
    except SettingsError as error:
        terminal.refuse(error.faults)
    except FactcheckError as error:
        terminal.fail(str(error))
    except Exception as error:
        terminal.fail(f"{type(error).__name__}: {error}; this is a bug, please report it with the command line")
