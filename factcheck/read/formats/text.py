"""Plain text: one file is one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.read.source import Source

SUFFIXES = (".txt",)


def read(source: Source) -> Iterator[Article | Problem]:
    """Yield the article, its text exactly as it stands in the file; where characters are broken, a Problem besides."""
    decoded = source.decode()
    if isinstance(decoded, Problem):
        yield decoded
        return
    if decoded.replaced:
        yield source.damage(decoded)
    yield Article(source.article, decoded.text, path=source.path, encoding=decoded.encoding)
