"""The examples of every shipped rule, run alone and end to end: articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.check import Rule, load
from factcheck.check.description import describe

RULES = {rule.id: rule for rule in load()[0]}
EXAMPLES = [
    pytest.param(rule.id, number, id=f"{rule.id} {number}")
    for rule in RULES.values()
    for number in range(1, len(rule.example) + 1)
]
PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def _alone(rule: Rule, number: int) -> Rule:
    from msgspec.structs import replace

    return replace(rule, example=(rule.example[number - 1],))


@pytest.mark.parametrize(("rule", "number"), EXAMPLES)
def test_an_example_comes_out_as_its_rule_says(rule: str, number: int) -> None:
    (trial,) = pipeline.prove(_alone(RULES[rule], number)).trials
    assert trial.fault == ""


def test_the_page_of_rules_is_up_to_date() -> None:
    told = "\n".join(describe(rule) for rule in RULES.values())
    assert PAGE.read_text(encoding="utf-8").endswith(f"<!-- from the rule files -->\n\n{told}")


def test_the_page_of_rules_names_every_comparator() -> None:
    from factcheck.check.comparators import comparators

    page = PAGE.read_text(encoding="utf-8").partition("## Comparators")[2]
    assert [name for name in comparators() if f"`{name}" not in page] == []
