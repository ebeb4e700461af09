"""docs/tutorial.md → the same page with the output of each command as it is now: python docs/renew_tutorial.py.

A console block holds commands ("$ factcheck …"), each with its output below it. A block after a line that ends with a
file's name in back quotes and a colon is that file. Everything is done in an empty folder.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

TARGET = Path(__file__).with_name("tutorial.md")
Run = Callable[[list[str]], str]
"""Runs `factcheck` with arguments in the working folder and returns what it prints."""
# A block, and before it perhaps the name of the file that it is.
_BLOCK = re.compile(r"(?:`(?P<file>[\w./-]+)`:\n\n)?```(?P<kind>\w+)\n(?P<body>.*?)```", re.DOTALL)


def renewed(page: str, run: Run) -> str:
    """Return a page with every command run in turn, files made as they come, in the working folder."""
    return _BLOCK.sub(lambda found: _block(found, run), page)


def _block(found: re.Match[str], run: Run) -> str:
    if found["file"]:
        path = Path(found["file"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["body"], encoding="utf-8")
    if found["kind"] != "console":
        return found[0]
    commands = [line for line in found["body"].splitlines() if line.startswith("$ factcheck ")]
    shown = [f"{line}\n{run(shlex.split(line)[2:])}" for line in commands]
    return f"```console\n{''.join(shown)}```"


def _run(arguments: list[str]) -> str:
    code = "from factcheck.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)  # noqa: S603
    return done.stdout.decode() + done.stderr.decode()


if __name__ == "__main__":
    text = TARGET.read_text(encoding="utf-8")
    os.environ["PYTHONPATH"] = str(TARGET.parent.parent)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        TARGET.write_text(renewed(text, _run), encoding="utf-8")
