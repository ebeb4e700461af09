"""Claims as a table: one row a claim, its typed value as JSON, its days (where it has any) in columns of their own."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from factcheck.model import Article, Claim, Result, kind_of
from factcheck.report import location
from factcheck.report.table import written

FILE = "claims.csv"
_HEADER = (
    *("claim", "article", "path", "line", "start", "end", "text", "kind", "subject_type", "subject_id", "subject"),
    *("value", "earliest", "latest", "asserted_by", "certainty"),
)
_DAYS = (
    ("earliest", "latest"),
    ("begin", "end"),
    ("origin_earliest", "origin_latest"),
    ("born_earliest", "born_latest"),
)


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - files are named as they were given
    """Return the table, in order of article and offset."""
    articles = {article.article: article for article in result.articles}
    return written(_HEADER, (_row(claim, articles) for claim in result.claims))


def _row(claim: Claim, articles: Mapping[str, Article]) -> tuple[object, ...]:
    article = articles.get(claim.article)
    place = (location.path(article), location.line(article, claim.start)) if article else (None, None)
    subject = (claim.subject.type, claim.subject.id, claim.subject.name) if claim.subject else (None, None, None)
    value = msgspec.to_builtins(claim.value)
    told = {name: part for name, part in value.items() if part not in (None, "", [])}
    days = next((pair for pair in _DAYS if pair[0] in value), None)
    return (
        *(claim.id, claim.article, *place, claim.start, claim.end, claim.text, kind_of(claim), *subject),
        msgspec.json.encode(told, order="sorted").decode(),
        *((told.get(days[0]), told.get(days[1])) if days else (None, None)),
        *(claim.asserted_by, claim.certainty),
    )
