"""Vocabulary as data: one TOML file a field, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck.errors import LexiconError


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of `lexicon/<name>.toml`. Raises LexiconError where the file is missing or broken."""
    path = files(__name__).joinpath(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(error), where=f"lexicon/{name}.toml", remedy="mend the file") from error
