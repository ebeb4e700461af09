"""The records that leave the tool as JSON, and their JSON Schemas.

Comes in: a Result. Goes out: the shapes that programs outside read, which only ever gain fields.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from factcheck.model import Article, Claim, Dateline, Finding, Problem, Published, Result, ReviewNote

SCHEMA: Literal["factcheck/1"] = "factcheck/1"


class ArticleRecord(msgspec.Struct, frozen=True):
    """What was understood of an article, without its text."""

    article: str
    published: Published | None
    dateline: Dateline | None
    outlet: str | None
    title: str | None
    language: str | None
    words: int
    copies: tuple[str, ...]
    url: str | None
    path: str
    line: int
    encoding: str


class FindingsRecord(msgspec.Struct, frozen=True):
    """The findings file."""

    schema: Literal["factcheck/1"]
    articles: tuple[ArticleRecord, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    stats: dict[str, int]
    reviews: tuple[ReviewNote, ...]


def article(source: Article) -> ArticleRecord:
    """Return the record of one article."""
    return ArticleRecord(**{name: getattr(source, name) for name in ArticleRecord.__struct_fields__})


def findings(result: Result) -> FindingsRecord:
    """Return the record of a whole run."""
    return FindingsRecord(
        schema=SCHEMA,
        articles=tuple(map(article, result.articles)),
        findings=result.findings,
        problems=result.problems,
        stats=dict(sorted(result.stats.items())),
        reviews=result.reviews,
    )


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a line of "claims" or of the "findings" file."""
    shape: Any = {"claims": Claim, "findings": FindingsRecord}[name]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"factcheck {name}"}
    return head | msgspec.json.schema(shape)
