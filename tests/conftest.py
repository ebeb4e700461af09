"""What tests share: the command line in this process, and articles on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli import main


class Outcome(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]
Articles = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run the command line with arguments."""

    def run(*arguments: str | Path) -> Outcome:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        assert isinstance(stop.value.code, int)
        return Outcome(stop.value.code, out.decode(), err.decode())

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    """Write articles into a folder, by name, and return the folder."""

    def write(texts: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "articles"
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write
