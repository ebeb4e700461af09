"""Markdown: one file is one article, its text the raw file with the markup kept, so that offsets count in the file.

Front matter (YAML's `key: value` lines between `---`, TOML between `+++`) gives title, date, source and url; else the
first `# Heading` is the title.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.model import Article, Problem
from factcheck.read.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SUFFIXES = (".markdown", ".md")

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)  # ---\ntitle: X\n---
_ENTRY = re.compile(r"^([A-Za-z][\w -]*?)[ \t]*:[ \t]+(\S.*?)[ \t]*\r?$", re.MULTILINE)  # date: 2019-04-25
_HEADING = re.compile(r"^ {0,3}#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)  # # Two leaders meet
_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline"),
    "stated": ("date", "published", "pubdate", "publish_date", "publication_date"),
    "outlet": ("source", "outlet", "publisher", "publication"),
    "url": ("url", "link", "canonical", "canonical_url"),
}


class Front(Struct, frozen=True):
    """The metadata at the head of a file, where it ends, and why it could not be read (None where it could)."""

    values: Mapping[str, str]
    end: int = 0
    fault: str | None = None


def read(source: Source) -> Iterator[Article | Problem]:
    """Yield the article; where its characters or its front matter are broken, a Problem besides."""
    decoded = source.decode()
    if isinstance(decoded, Problem):
        yield decoded
        return
    if decoded.replaced:
        yield source.damage(decoded)
    front = _front(decoded.text)
    if front.fault:
        yield source.problem(f"front matter: {front.fault}", "mend it; the text is read without it", 1)
    values = {field: _first(front.values, keys) for field, keys in _KEYS.items()}
    yield Article(
        source.article,
        decoded.text,
        path=source.path,
        format="markdown",
        encoding=decoded.encoding,
        title=values["title"] or _heading(decoded.text, front.end),
        stated=values["stated"],
        outlet=values["outlet"],
        url=values["url"],
    )


def _front(text: str) -> Front:
    match = _FRONT.match(text)
    if not match:
        return Front({})
    if match[1] == "---":
        return Front({key.lower(): _unquoted(value) for key, value in _ENTRY.findall(match[2])}, match.end())
    try:
        table = tomllib.loads(match[2].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return Front({}, match.end(), str(error))
    return Front({key.lower(): str(value) for key, value in table.items() if _is_plain(value)}, match.end())


def _is_plain(value: object) -> bool:
    return not isinstance(value, (dict, list))


def _unquoted(value: str) -> str:
    """Return a YAML scalar without its quotation marks: '"Ties"' → 'Ties'."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first(values: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((values[key] for key in keys if values.get(key)), None)


def _heading(text: str, start: int) -> str | None:
    """Return the first heading of the first level, unless a code block begins before it."""
    match = _HEADING.search(text, start)
    fence = _FENCE.search(text, start)
    if match is None or (fence and fence.start() < match.start()):
        return None
    return match[1]
