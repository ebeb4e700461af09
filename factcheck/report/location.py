"""Where something stands: text offsets → lines and columns of the file, and the file's path as a URI."""

from __future__ import annotations

import os
from urllib.parse import quote

from msgspec import Struct

from factcheck.model import Article


class Region(Struct, frozen=True):
    """A stretch of a file. Lines and columns count from 1, columns in code points; the end column is exclusive.

    `offset` counts the file's code points before it, a byte order mark not among them. All but the lines is None in
    JSON Lines, where an offset into the article is none into the line.
    """

    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None
    offset: int | None = None


def line(article: Article, offset: int) -> int:
    """Return the line of the article's file that holds a text offset."""
    if article.format == "jsonlines":
        return article.line
    return article.line + article.text.count("\n", 0, offset)


def region(article: Article, start: int, end: int) -> Region:
    r"""Return the stretch of the file that holds the text from `start` to `end`.

    Article("a", "One.\nTwo."), 5, 8 → Region(2, 2, 1, 4, 5)
    """
    first, last = line(article, start), line(article, end)
    if article.format == "jsonlines":
        return Region(first, last)
    mark = len(article.text) - len(article.text.removeprefix("\ufeff"))
    return Region(first, last, _column(article.text, start), _column(article.text, end), max(0, start - mark))


def path(article: Article) -> str | None:
    """Return the article's file with "/", or None where it came from standard input."""
    return None if article.path in ("", "-") else article.path.replace(os.sep, "/").removeprefix("./")


def uri(file: str) -> str:
    """Return a path as a URI reference: "news/a b.txt" → "news/a%20b.txt", "/news/a.txt" → "file:///news/a.txt"."""
    reference = quote(file)
    if file.startswith("/"):
        return f"file://{reference}"
    return f"./{reference}" if ":" in file.partition("/")[0] else reference


def _column(text: str, offset: int) -> int:
    before = text.rfind("\n", 0, offset)
    mark = before < 0 < offset and text.startswith("\ufeff")
    return offset - before - mark
