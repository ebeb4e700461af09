"""Findings as annotations of a GitHub workflow: one for each value, at the first place that gives it.

Meant for standard output of a workflow's step; what is reconciled has nothing to annotate. GitHub shows the first ten
of each severity in a step, so the values that the fewest sources give come first, those of all findings.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Article, Finding, FindingValue, Passage, Result
from factcheck.report import location
from factcheck.report.quotation import odd, others

FILE = None
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - files are named from the working folder
    """Return one workflow command a line."""
    articles = {article.article: article for article in result.articles}
    open_ones = [finding for finding in result.findings if finding.verdict != "reconciled"]
    first = [_annotation(finding, odd(finding), articles) for finding in open_ones]
    rest = [_annotation(finding, value, articles) for finding in open_ones for value in others(finding, odd(finding))]
    return "".join(f"{line}\n" for line in (*first, *rest))


def _annotation(finding: Finding, value: FindingValue | None, articles: Mapping[str, Article]) -> str:
    if value is None:
        return _command(finding, {}, finding.message)
    return _command(finding, _position(value.passages[0], articles), _message(finding, value, articles))


def _command(finding: Finding, position: dict[str, str], message: str) -> str:
    """Return a workflow command: "::warning file=a.txt,line=1,title=…::…"."""
    properties = position | {"title": f"{finding.verdict}: {finding.rule}"}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}"


def _position(passage: Passage, articles: Mapping[str, Article]) -> dict[str, str]:
    article = articles.get(passage.article)
    file = location.path(article) if article else None
    if article is None or file is None:
        return {}
    region = location.region(article, passage.start, passage.end)
    position = {"file": file, "line": str(region.line), "endLine": str(region.end_line)}
    if region.column is not None and region.line == region.end_line:
        position |= {"col": str(region.column), "endColumn": str(region.end_column)}
    return position


def _message(finding: Finding, value: FindingValue, articles: Mapping[str, Article]) -> str:
    elsewhere = [f"“{other.value}”: {_place(other.passages[0], articles)}" for other in others(finding, value)]
    return "\n".join([finding.message, f"“{value.value}”: here", *elsewhere])


def _place(passage: Passage, articles: Mapping[str, Article]) -> str:
    position = _position(passage, articles)
    return f"{position['file']}:{position['line']}" if position else f"{passage.article}:{passage.line}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
