"""Plain text: one file is one article."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Article, Problem
from factcheck.read.source import Source, decode

SUFFIXES = (".txt",)


def read(source: Source) -> Iterator[Article | Problem]:
    """Yield the article, its text exactly as it stands in the file."""
    decoded = decode(source)
    if isinstance(decoded, Problem):
        yield decoded
    else:
        yield Article(source.article, decoded.text, path=source.path, encoding=decoded.encoding)
