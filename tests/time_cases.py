"""The corpus of time expressions and what the tool reads in it.

A file holds groups; `at` is the publication date ("" for none). A case is the text, then one string for each
expression that must be found, in order: "span | type | value" or "span | type | value | MOD". `misses` must yield
nothing, and do; `open` must yield nothing, and still yield something.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.extract.document import Document
from factcheck.extract.masthead import Masthead
from factcheck.extract.time import Time
from factcheck.model import Article, Published

CORPUS = Path(__file__).parent / "corpus" / "time"


def groups() -> list[tuple[str, dict[str, Any]]]:
    """Return the groups of all files, each with its file's stem."""
    found = []
    for path in sorted(CORPUS.glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            found.append((path.stem, group))
    return found


def read(text: str, at: str) -> tuple[Time, ...]:
    """Return the times of a text published on a day, with no masthead of its own."""
    document = Document(Article(article="case", text=text))
    day = date.fromisoformat(at) if at else None
    published = Published(day, day, False, at) if day else None
    document.__dict__.update(masthead=Masthead(), published=published)
    return document.dated


def told(text: str, at: str) -> list[str]:
    """Return the expressions of a text as the corpus writes them."""
    lines = []
    for time in read(text, at):
        expression = time.expression
        parts = [text[expression.start : expression.end], expression.type, time.timex, time.mod]
        lines.append(" | ".join(part for part in parts if part))
    return lines
