"""Each shipped rule on corpora built by hand: which level decides, and what stays silent."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from check_corpora import corpus
from factcheck.check import Rule, check, load
from factcheck.model import Finding

CORPUS = Path(__file__).parent / "corpus" / "check"
LISTED = [
    (path.stem, case)
    for path in sorted(CORPUS.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
CASES = [pytest.param(rule, case, id=f"{rule}: {case['case']}") for rule, case in LISTED]


@cache
def _rules() -> dict[str, Rule]:
    rules, problems = load()
    assert not problems
    return {rule.id: rule for rule in rules}


def _told(finding: Finding) -> str:
    return f"{finding.verdict}/{finding.severity}: {', '.join(finding.levels)}"


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_rule_on_a_corpus(rule: str, case: dict[str, Any]) -> None:
    findings = check(corpus(case), [_rules()[rule]])
    assert [_told(finding) for finding in findings] == case["gives"]
    if "message" in case:
        assert findings[0].message == case["message"]
    if "cites" in case:
        assert [list(value.claims) for value in findings[0].values] == case["cites"]
    for step in case.get("steps", ()):
        assert step in " | ".join(findings[0].explanation)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_order_of_claims_changes_nothing(rule: str, case: dict[str, Any]) -> None:
    whole = corpus(case)
    shuffled = list(whole.claims)
    shuffled.reverse()
    shuffled = shuffled[1::2] + shuffled[::2]
    turned = replace(
        whole,
        claims=tuple(shuffled),
        articles=dict(reversed(list(whole.articles.items()))),
        subjects=dict(reversed(list(whole.subjects.items()))),
    )
    assert check(turned, [_rules()[rule]]) == check(whole, [_rules()[rule]])


@pytest.mark.parametrize("rule", sorted(_rules()))
def test_every_rule_has_cases_that_fire_and_cases_that_do_not(rule: str) -> None:
    gives = [case["gives"] for name, case in LISTED if name == rule]
    assert any(gives)
    assert not all(gives)
