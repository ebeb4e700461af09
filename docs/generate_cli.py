"""The command line as it is → docs/cli.md. Run it where a command or an option changes: python docs/generate_cli.py."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from inspect import Parameter, cleandoc, signature
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo, CommandInfo, OptionInfo

from factcheck.cli import build
from factcheck.cli.terminal import Status

TARGET = Path(__file__).with_name("cli.md")
_HEAD = """\
# The command line

Made by `docs/generate_cli.py` from the command line itself; do not edit by hand.

A PATH is a file, a folder (walked in sorted order, hidden files and `README*` skipped), a glob, or `-` for standard
input (text). Standard output carries only the result; warnings and errors go to standard error, a line each. Progress
bars appear on a terminal alone.
"""
_STATUS = {
    Status.DONE: "done, findings or not",
    Status.FINDINGS: "findings at or above `--fail-on`",
    Status.USAGE: "the command line or `factcheck.toml` is wrong, or the report cannot be written where it says",
    Status.UNUSABLE: "an input or a rule could not be used; everything else was still done",
}


def page() -> str:
    """Return the page."""
    rows = [f"| {status.value} | {_STATUS[status]} |" for status in Status]
    parts = [_HEAD, "| exit status | meaning |", "| --- | --- |", *rows, *_commands(build(), "factcheck")]
    return "\n".join(parts) + "\n"


def _commands(group: typer.Typer, name: str) -> Iterator[str]:
    """Yield the sections of a group's commands, and of the groups below it."""
    for command in group.registered_commands:
        yield from _command(command, name)
    for below in group.registered_groups:
        if below.typer_instance:
            yield from _commands(below.typer_instance, f"{name} {below.name}")


def _command(command: CommandInfo, group: str) -> Iterator[str]:
    function: Any = command.callback
    hints = get_type_hints(function, include_extras=True)
    found = [(one, *_described(hints[one.name])) for one in signature(function).parameters.values()]
    arguments = [_argument(one, kind, info) for one, kind, info in found if isinstance(info, ArgumentInfo)]
    options = [_option(one, kind, info) for one, kind, info in found if isinstance(info, OptionInfo)]
    yield f"\n## {' '.join([group, command.name or function.__name__, *arguments])}\n"
    yield cleandoc(function.__doc__ or "")
    if options:
        yield "\n| option | does |\n| --- | --- |"
        yield from options


def _described(hint: Any) -> tuple[Any, Any]:
    """Return what an annotated parameter holds, and how Typer is told to show it."""
    kind, info = get_args(hint)
    return kind, info


def _argument(parameter: Parameter, kind: Any, info: ArgumentInfo) -> str:
    shown = info.metavar or _choices(kind) or parameter.name.upper()
    return f"{shown}…" if getattr(kind, "__origin__", None) is list else shown


def _option(parameter: Parameter, kind: Any, info: OptionInfo) -> str:
    # In an annotation, the first name given to Option() arrives as its default.
    names = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str)]
    name = (names or [f"--{parameter.name.replace('_', '-')}"])[0]
    shown = "" if kind is bool else info.metavar or _choices(kind)
    default = getattr(parameter.default, "value", parameter.default)
    ending = f" Default: {default}." if default and default is not Parameter.empty else ""
    cells = (f"`{' '.join(filter(None, [name, shown]))}`", f"{info.help}{ending}")
    return "| {} | {} |".format(*(cell.replace("|", "\\|") for cell in cells))


def _choices(kind: Any) -> str:
    """Return the legal values of an enumeration: "a|b", also where None is legal."""
    members = [one for one in (kind, *get_args(kind)) if isinstance(one, type) and issubclass(one, Enum)]
    return "|".join(str(member.value) for one in members for member in one)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
