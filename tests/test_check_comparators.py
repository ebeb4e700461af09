"""Comparators by themselves, also those that no shipped rule uses: a rule of one level over two claims."""

from __future__ import annotations

from typing import Any

import pytest

from check_corpora import corpus
from factcheck.check import check
from factcheck.check.rulefile import parse

RULE = """
id = "one"
summary = "s"
claims = [{kinds}]
same = "subject"
severity = "error"
message = "{{sum}}"
[[level]]
name = "it"
verdict = "conflict"
when = {{ {condition} }}
"""
EARLY, LATE = {"date": "on May 1", "timex": "2019-05-01"}, {"date": "on May 3", "timex": "2019-05-03"}
MONTH = {"date": "in May", "timex": "2019-05"}
MAYOR = {"title": "mayor", "office": "mayor", "organization": "the City of Perm", "status": "appointed"}
CLERK = {"title": "clerk", "office": "clerk", "organization": "Perm", "country": "RU"}
FIVE, SIX = {"quantity": "five", "number": 5, "unit": "tent"}, {"quantity": "six", "number": 6, "unit": "tent"}
RANGE = {"quantity": "five to seven", "low": 5, "high": 7, "unit": "tent"}
OVER = {"quantity": "over five", "number": 5, "mod": "MORE_THAN", "unit": "tent"}
BORN = {"age": "aged 30", "years": 30}
LATER = {"age": "aged 31", "years": 31}


def _fires(condition: str, left: dict[str, Any], right: dict[str, Any]) -> bool:
    kind = next(iter(left))
    rule, faults = parse(RULE.format(kinds=f'"{kind}"', condition=condition), stem="one")
    assert faults == ()
    assert rule is not None
    claims = [{"in": "a", "of": "event:x"} | left, {"in": "b", "of": "event:x"} | right]
    return bool(check(corpus({"claims": claims}), [rule]))


@pytest.mark.parametrize(
    ("condition", "left", "right", "fires"),
    [
        ("order = true", EARLY, LATE, True),
        ("order = false", EARLY, LATE, False),
        ("order = true", MONTH, LATE, False),
        ("either = { status = ['appointed'] }", MAYOR, CLERK, True),
        ("either = { status = ['elect'] }", MAYOR, CLERK, False),
        ("contains = 'organization'", MAYOR, CLERK, True),
        ("contains = 'date'", MONTH, LATE, True),
        ("contains = 'date'", EARLY, LATE, False),
        ("overlaps = { tolerance = '2 days' }", EARLY, LATE, True),
        ("overlaps = { tolerance = '1 day' }", EARLY, LATE, False),
        ("apart = { tolerance = '1 day' }", EARLY, LATE, True),
        ("apart = { tolerance = '2 days' }", EARLY, LATE, False),
        ("apart = { exact = true }", MONTH, {"date": "on June 1", "timex": "2019-06-01"}, False),
        ("differs_by_at_most = { of = 'number', absolute = 1 }", FIVE, SIX, True),
        ("differs_by_at_most = { of = 'number', absolute = 0.5 }", FIVE, SIX, False),
        ("differs_by_at_most = { of = 'number', relative = 0.1, beyond = true }", FIVE, SIX, True),
        ("differs_by_at_most = { of = 'number' }", RANGE, SIX, True),
        ("differs_by_at_most = { of = 'number' }", OVER, SIX, True),
        ("differs_by_at_most = { of = 'number', beyond = true }", OVER, SIX, False),
        ("differs_by_at_most = { of = 'years', absolute = 1 }", BORN, LATER, True),
        ("same = ['unit']", FIVE, SIX, True),
        ("same = ['frame']", FIVE, SIX, False),
        ("compatible = ['country']", MAYOR, CLERK, True),
        ("compatible = ['office']", MAYOR, CLERK, False),
        ("differ = ['country']", MAYOR, CLERK, True),
        ("differ = ['unit']", FIVE, SIX, False),
        ("both = ['country']", MAYOR, CLERK, False),
        ("both = ['organization']", MAYOR, CLERK, True),
        ("planned = true", EARLY | {"certainty": "planned"}, LATE, True),
        ("planned = true", EARLY, LATE, False),
        ("one_sentence = 'some'", EARLY, LATE, False),
        ("kinds = ['date']", EARLY, LATE, True),
        ("kinds = ['date', 'title']", EARLY, LATE, False),
        ("fuzzy = { of = 'office', floor = 60 }", MAYOR, CLERK, False),
        ("fuzzy = { of = 'unit', floor = 100 }", FIVE, SIX, True),
        ("general = false", MAYOR, CLERK, True),
        ("heads = false", MAYOR, CLERK, True),
        ("heads = true", MAYOR, CLERK, False),
        ("unique_holder = false", MAYOR, CLERK, True),
        ("change_told = false", MAYOR, CLERK, False),
    ],
)
def test_a_condition_holds_or_not(condition: str, left: dict[str, Any], right: dict[str, Any], fires: bool) -> None:
    assert _fires(condition, left, right) == fires
