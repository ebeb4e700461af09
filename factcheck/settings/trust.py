"""Whom the desk trusts, said in each finding whose values rest on sources of unlike trust."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from msgspec.structs import replace

from factcheck.model import Article, Finding, FindingValue
from factcheck.settings.facts import FORMAT
from factcheck.settings.record import Source

USUAL = 1
HELD_TRUE = 10


def told(
    findings: Sequence[Finding], articles: Mapping[str, Article], sources: Sequence[Source]
) -> tuple[Finding, ...]:
    """Return findings that say which of their values the most trusted source gives, where trust tells them apart."""
    levels = {name: _trust(article, sources) for name, article in articles.items()}
    return tuple(_weighed(finding, levels, articles) for finding in findings)


def _trust(article: Article, sources: Sequence[Source]) -> int:
    """Return the trust of an article: that of the first source that it fits; facts of the desk have the highest."""
    if article.format == FORMAT:
        return HELD_TRUE
    for source in sources:
        if source.article and fnmatchcase(article.article, source.article):
            return source.trust
        if source.outlet and source.outlet.casefold() == (article.outlet or "").casefold():
            return source.trust
    return USUAL


def _weighed(finding: Finding, levels: Mapping[str, int], articles: Mapping[str, Article]) -> Finding:
    if finding.verdict == "reconciled":
        return finding
    best = [max((_level(value, levels)), default=(USUAL, "")) for value in finding.values]
    order = sorted(best, key=lambda one: -one[0])
    if len(order) < 2 or order[0][0] == order[1][0]:
        return finding
    level, name = order[0]
    value = finding.values[best.index(order[0])].value
    if articles[name].format == FORMAT:
        step = f"the desk holds true: “{value}” ({name})"
    else:
        source = articles[name].outlet or name
        step = f"the most trusted source says “{value}”: {source}, trust {level} against {order[1][0]}"
    return replace(finding, explanation=(*finding.explanation, step))


def _level(value: FindingValue, levels: Mapping[str, int]) -> list[tuple[int, str]]:
    return sorted((levels[one.article], one.article) for one in value.passages if one.article in levels)
