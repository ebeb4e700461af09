"""What a finding quotes: which passages stand in one sentence, where it begins, and which of them to point at."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Article, Finding, FindingValue, Passage


def by_sentence(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Group the passages that stand in one sentence, in order of first appearance."""
    groups: dict[tuple[str, int, str], list[Passage]] = {}
    for passage in passages:
        groups.setdefault((passage.article, passage.line, passage.sentence), []).append(passage)
    return list(groups.values())


def begin(passage: Passage, article: Article | None) -> int:
    """Return where in the article a passage's sentence begins."""
    if article:
        found = article.text.find(passage.sentence, max(0, passage.end - len(passage.sentence)))
        if 0 <= found <= passage.start:
            return found
    return passage.start - max(0, passage.sentence.find(passage.text))


def odd(finding: Finding) -> FindingValue | None:
    """Return the value to look at first: the one that the fewest sources give, the last of equals."""
    quoted = [value for value in finding.values if value.passages]
    return min(reversed(quoted), key=lambda value: value.sources, default=None)


def others(finding: Finding, value: FindingValue | None) -> list[FindingValue]:
    """Return the values of a finding that have passages, without one."""
    return [one for one in finding.values if one.passages and one is not value]
