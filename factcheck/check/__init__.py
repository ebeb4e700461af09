"""Corpus + rules → findings.

Each rule groups the claims that it looks at, and compares the distinct values of each group by its ordered levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.context import Context
from factcheck.check.engine import decide
from factcheck.check.findings import SEVERITIES, VERDICTS, findings
from factcheck.check.rule import Rule
from factcheck.check.rulefile import load, shipped
from factcheck.check.sides import groups
from factcheck.model import Corpus, Finding

__all__ = ["Rule", "check", "load", "shipped"]


def check(corpus: Corpus, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Return the findings of all rules over a corpus, in order of severity, verdict, rule and subject."""
    context = Context(corpus)
    found = {finding.id: finding for rule in rules for finding in _apply(rule, context)}
    return tuple(sorted(found.values(), key=_order))


def _apply(rule: Rule, context: Context) -> Iterator[Finding]:
    for group in groups(rule, context):
        yield from findings(rule, group, decide(rule, group, context), context)


def _order(finding: Finding) -> tuple[int, int, str, str, str]:
    return (
        SEVERITIES.index(finding.severity),
        VERDICTS.index(finding.verdict),
        finding.rule,
        finding.subject.name,
        finding.id,
    )
