"""Every level of every shipped rule earns its place: without it, an example or a case of the rule fails."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from check_corpora import corpus
from factcheck.check import Rule, check, examples, load
from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import Article, Corpus, Finding

CASES = Path(__file__).parent / "corpus" / "check"
RULES = {rule.id: rule for rule in load()[0]}
LEVELS = [
    pytest.param(rule.id, number, id=f"{rule.id}: {level.name}")
    for rule in RULES.values()
    for number, level in enumerate(rule.level)
]


@cache
def _linked(texts: tuple[tuple[str, str, str | None], ...]) -> Corpus:
    """Return the linked claims of an example, once for all the rules that are tried on it."""
    return link([extract(Article(article=name, path=name, text=text, stated=stated)) for name, text, stated in texts])


@cache
def _built(rule: str) -> tuple[tuple[Corpus, tuple[str, ...]], ...]:
    """Return the corpora of a rule's cases, and the verdicts and levels that each gives."""
    cases: list[dict[str, Any]] = tomllib.loads((CASES / f"{rule}.toml").read_text(encoding="utf-8"))["case"]
    return tuple((corpus(case), tuple(case["gives"])) for case in cases)


def _faults(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with the examples of a rule, and with the cases of its corpus."""

    def findings_of(articles: Sequence[Article]) -> Sequence[Finding]:
        return check(_linked(tuple((one.article, one.text, one.stated) for one in articles)), [rule])

    for trial in examples.test(rule, findings_of).trials:
        if trial.fault:
            yield f"example {trial.number}: {trial.fault}"
    for claims, gives in _built(rule.id):
        told = tuple(f"{one.verdict}/{one.severity}: {', '.join(one.levels)}" for one in check(claims, [rule]))
        if told != gives:
            yield f"{told} instead of {gives}"


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_whole_rule_is_right(rule: str) -> None:
    assert list(_faults(RULES[rule])) == []


@pytest.mark.parametrize(("rule", "number"), LEVELS)
def test_without_a_level_something_fails(rule: str, number: int) -> None:
    whole = RULES[rule]
    assert next(_faults(replace(whole, level=whole.level[:number] + whole.level[number + 1 :])), "") != ""
