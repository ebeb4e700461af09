"""Findings as lines of text, as compilers write them: for a terminal, a commit hook, or an editor's list of faults.

A finding stands at the value that the fewest sources give; the other values follow, each with its first place. What is
reconciled is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Article, Finding, Passage, Result
from factcheck.report import location
from factcheck.report.quotation import odd, others
from factcheck.report.wording import counted

FILE = None


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - files are named from the working folder
    """Return "file:line:column: severity: message [rule]" for each finding, the other places indented below it."""
    articles = {article.article: article for article in result.articles}
    open_ones = [finding for finding in result.findings if finding.verdict != "reconciled"]
    return "".join(f"{line}\n" for finding in open_ones for line in _finding(finding, articles))


def _finding(finding: Finding, articles: Mapping[str, Article]) -> Iterator[str]:
    first = odd(finding)
    place = f"{_place(first.passages[0], articles)}: " if first else ""
    yield " ".join(f"{place}{finding.severity}: {finding.message} [{finding.rule}]".split())
    for value in others(finding, first):
        yield f"  {_place(value.passages[0], articles)}: “{value.value}” ({counted(value.sources, 'source')})"


def _place(passage: Passage, articles: Mapping[str, Article]) -> str:
    article = articles.get(passage.article)
    if article is None:
        return f"{passage.article}:{passage.line}"
    region = location.region(article, passage.start, passage.end)
    column = f":{region.column}" if region.column else ""
    return f"{location.path(article) or passage.article}:{region.line}{column}"
