"""Findings as a table: one row for each passage that a finding quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Article, Finding, Result
from factcheck.report import location
from factcheck.report.table import written

_HEADER = (
    *("finding", "rule", "severity", "verdict", "subject_type", "subject", "message"),
    *("value", "sources", "article", "path", "line", "start", "end", "text", "sentence"),
)


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - files are named as they were given
    """Return the table, in report order; a value without a passage has a row with an empty place."""
    articles = {article.article: article for article in result.articles}
    return written(_HEADER, (row for finding in result.findings for row in _rows(finding, articles)))


def _rows(finding: Finding, articles: Mapping[str, Article]) -> Iterator[tuple[object, ...]]:
    about = (finding.subject.type, finding.subject.name, finding.message)
    head = (finding.id, finding.rule, finding.severity, finding.verdict, *about)
    for value in finding.values:
        if not value.passages:
            yield (*head, value.value, value.sources, *(None,) * 7)
        for one in value.passages:
            article = articles.get(one.article)
            place = (location.path(article), location.line(article, one.start)) if article else (None, one.line)
            yield (*head, value.value, value.sources, one.article, *place, one.start, one.end, one.text, one.sentence)
