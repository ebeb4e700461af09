"""Findings as W3C Web Annotations (JSON-LD), for readers that show notes beside a text.

A finding is one annotation whose targets are all its passages, each by its words and by its position in code points.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from factcheck.model import Article, Finding, Passage, Result
from factcheck.report import location
from factcheck.report.markdown import relative

FILE = "annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOTIVES = {"conflict": "questioning", "variant": "editing", "reconciled": "assessing"}
_AROUND = 32  # characters of prefix and suffix

Object = dict[str, Any]


def render(result: Result, folder: str) -> str:
    """Return a collection with one page; sources are relative to `folder` where an article has no address."""
    articles = {article.article: article for article in result.articles}
    items = [_annotation(finding, articles, folder) for finding in result.findings]
    page = {"id": "urn:factcheck:findings:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": "urn:factcheck:findings",
        "type": "AnnotationCollection",
        "label": "Findings of factcheck",
        "total": len(items),
        "first": page,
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=2).decode() + "\n"


def _annotation(finding: Finding, articles: Mapping[str, Article], folder: str) -> Object:
    words = "\n".join([finding.message, *finding.explanation])
    return {
        "id": f"urn:factcheck:finding:{finding.id}",
        "type": "Annotation",
        "motivation": _MOTIVES[finding.verdict],
        "generator": {"type": "Software", "name": "factcheck"},
        "body": [_body(words, "commenting"), *(_body(tag, "tagging") for tag in _tags(finding))],
        "target": [_target(passage, articles, folder) for value in finding.values for passage in value.passages],
    }


def _tags(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, finding.verdict, finding.severity)


def _body(words: str, purpose: str) -> Object:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": purpose}


def _target(passage: Passage, articles: Mapping[str, Article], folder: str) -> Object:
    article = articles.get(passage.article)
    quote: Object = {"type": "TextQuoteSelector", "exact": passage.text}
    if article:
        quote["prefix"] = article.text[max(0, passage.start - _AROUND) : passage.start]
        quote["suffix"] = article.text[passage.end : passage.end + _AROUND]
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return {"source": _source(passage.article, article, folder), "selector": [quote, position]}


def _source(name: str, article: Article | None, folder: str) -> str:
    """Return an article's address, else its file (of JSON Lines its line, after RFC 5147), else a name."""
    if article and article.url and article.url.startswith(("http://", "https://")):
        return article.url
    file = location.path(article) if article else None
    if article is None or file is None:
        return f"urn:factcheck:article:{location.uri(name).removeprefix('./')}"
    line = f"#line={article.line - 1},{article.line}" if article.format == "jsonlines" else ""
    return relative(file, folder) + line
