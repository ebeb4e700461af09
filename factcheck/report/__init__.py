"""Result → text for people and programs: one module per format in `formats`, found by name.

A format is its module's name and its file's suffix: `formats/md.py` renders `--format md` into `report.md`. A module
whose file has another name says so in FILE (None: what it renders is meant for standard output).
"""

from __future__ import annotations

import os
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.model import Result
from factcheck.report import formats


@cache
def known() -> tuple[str, ...]:
    """Return the names of the formats in sorted order, without loading them."""
    return tuple(sorted(info.name.replace("_", "-") for info in iter_modules(formats.__path__)))


def filename(form: str) -> str | None:
    """Return the name of a format's file: "md" → "report.md"; None where it belongs on standard output."""
    name: str | None = getattr(_module(form), "FILE", f"report.{form}")
    return name


def render(result: Result, form: str, folder: str = ".") -> str:
    """Return a result as text in one of the `known` formats; links to articles are relative to `folder`."""
    text: str = _module(form).render(result, folder)
    return text


def write(text: str, target: Path) -> None:
    """Put a report where it belongs, whole or not at all. Raises FactcheckError where that cannot be done."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        fault = f"cannot be written: {error.strerror or error}"
        raise FactcheckError(fault, where=str(target), remedy="choose another --output") from error


def _module(form: str) -> Any:
    return import_module(f"{formats.__name__}.{form.replace('-', '_')}")


def _umask() -> int:
    """Return the umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
