"""JSON Lines in UTF-8: one article a line, named by its `id`; lines are read one at a time, so a file may be large."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import msgspec

from factcheck.model import Article, Problem
from factcheck.read.source import LIMIT, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".jsonl", ".ndjson")

_REMEDY = 'write one object a line: {"id": "…", "text": "…"}, with title, published, source, url where known'


class Record(msgspec.Struct):
    """A line's object; keys beside these are allowed and left alone."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None


_decoder = msgspec.json.Decoder(Record)


def read(source: Source) -> Iterator[Article | Problem]:
    """Yield an article for each line, a Problem for each line that is none; blank lines count and say nothing."""
    empty = True
    try:
        with source.open() as stream:
            for number, line in _lines(iter(lambda: stream.readline(LIMIT + 1), b"")):
                empty = False
                yield _article(source, number, line)
    except (OSError, ValueError) as error:
        yield source.unreadable(error)
        return
    if empty:
        yield source.problem("empty", _REMEDY)


def _lines(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield line numbers from 1 and lines that are not blank; of a line beyond the limit, its first part."""
    number, inside = 0, False
    for chunk in chunks:
        number += not inside
        if not inside and chunk.removeprefix(codecs.BOM_UTF8).strip():
            yield number, chunk.removeprefix(codecs.BOM_UTF8) if number == 1 else chunk
        inside = not chunk.endswith(b"\n")


def _article(source: Source, number: int, line: bytes) -> Article | Problem:
    if len(line) > LIMIT:
        return source.problem(f"a line larger than {LIMIT >> 20} MB", "split it into articles", number)
    try:
        record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return source.problem(f"not an article: {error}", _REMEDY, number)
    blank = next((key for key in ("id", "text") if not getattr(record, key).strip()), None)
    if blank:
        return source.problem(f"not an article: {blank!r} is empty", _REMEDY, number)
    return Article(
        record.id,
        record.text,
        path=source.path,
        line=number,
        format="jsonlines",
        title=record.title,
        stated=record.published,
        outlet=record.source,
        url=record.url,
    )
