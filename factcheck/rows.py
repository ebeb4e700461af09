"""Findings, claims and articles → flat rows for a table: plain values, lists of strings, ISO dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import to_builtins

Row = dict[str, Any]


def of(what: str, records: Iterable[Any]) -> list[Row]:
    """Return the rows of "findings", "claims" or "articles"; each kind of row always has the same first columns."""
    return [_ROWS[what](record) for record in records]


def _finding(finding: Any) -> Row:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "subject": finding.subject.name,
        "message": finding.message,
        "values": [value.value for value in finding.values],
        "sources": [value.sources for value in finding.values],
        "articles": sorted({passage.article for value in finding.values for passage in value.passages}),
    }


def _claim(claim: Any) -> Row:
    """Return a claim, its value's fields in columns "value.NAME"."""
    plain = to_builtins(claim)
    names = ("id", "article", "kind", "text", "start", "end")
    about = claim.subject.name if claim.subject else None
    told = {"subject": about, "certainty": claim.certainty, "asserted_by": claim.asserted_by}
    value = {f"value.{name}": _plain(content) for name, content in plain["value"].items()}
    return {**{name: plain[name] for name in names}, **told, **value}


def _article(article: Any) -> Row:
    plain = to_builtins(article)
    published = plain["published"] or {}
    names = ("article", "path", "title", "outlet", "language", "words", "copies")
    dates = {name: published.get(name) for name in ("earliest", "latest", "inferred")}
    return {**{name: _plain(plain[name]) for name in names}, **dates}


def _plain(content: Any) -> Any:
    return list(content) if isinstance(content, tuple) else content


_ROWS: dict[str, Callable[[Any], Row]] = {"findings": _finding, "claims": _claim, "articles": _article}
