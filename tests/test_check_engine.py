"""The engine: bounded comparison, sources, order, passages, chains, examples."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from check_corpora import corpus
from factcheck.check import check, load
from factcheck.check.chains import chains
from factcheck.check.context import Context
from factcheck.check.engine import LEADERS, pairs
from factcheck.check.examples import articles, test
from factcheck.check.intervals import Interval, after, apart, contains, furthest, length, timex, write
from factcheck.check.rule import Example, Rule
from factcheck.check.rulefile import parse
from factcheck.check.sides import Side
from factcheck.check.template import fill, unknown_fields
from factcheck.model import Finding, SubjectRef

RULES = {rule.id: rule for rule in load()[0]}
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def _side(number: int) -> Side:
    return Side("date", str(number), None, ())


@pytest.mark.parametrize("count", [0, 1, 2, LEADERS, LEADERS + 1, 500])
def test_each_side_meets_the_leaders_and_no_pair_twice(count: int) -> None:
    sides = tuple(_side(number) for number in range(count))
    met = [frozenset((left.label, right.label)) for left, right in pairs(sides)]
    assert len(met) == len(set(met))
    leaders = min(count, LEADERS)
    assert len(met) == leaders * (leaders - 1) // 2 + max(count - LEADERS, 0) * LEADERS


def test_more_values_than_the_cap_are_noted() -> None:
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(LEADERS + 3)]
    case: dict[str, Any] = {
        "claims": [
            {"in": f"a{n:02}", "date": "then", "of": "event:fair", "timex": day.isoformat()}
            for n, day in enumerate(days)
        ],
        "subjects": {"event:fair": {"head": "meeting"}},
    }
    (finding,) = check(corpus(case), [RULES["event-date"]])
    assert finding.explanation[-1] == (
        f"{len(days)} distinct values; each was compared with the {LEADERS} best supported ones alone"
    )
    assert len(finding.values) == len(days)


def test_findings_stand_in_order_of_severity_verdict_rule_and_subject() -> None:
    case: dict[str, Any] = {
        "claims": [
            {"in": "a", "date": "April 25, 2019", "of": "event:summit", "timex": "2019-04-25"},
            {"in": "b", "date": "April 26, 2019", "of": "event:summit", "timex": "2019-04-26"},
            {"in": "a", "duration": "two hours", "of": "event:summit", "timex": "PT2H", "relation": "lasting"},
            {"in": "b", "duration": "three hours", "of": "event:summit", "timex": "PT3H", "relation": "lasting"},
            {"in": "a", "date": "in 2018", "of": "event:fair", "timex": "2018"},
            {"in": "b", "date": "June 2018", "of": "event:fair", "timex": "2018-06"},
        ],
        "subjects": {"event:summit": {"head": "meeting"}, "event:fair": {"head": "reception"}},
    }
    found = check(corpus(case), list(RULES.values()))
    assert [(one.severity, one.verdict, one.rule) for one in found] == [
        ("error", "conflict", "event-date"),
        ("warning", "conflict", "event-duration"),
        ("note", "reconciled", "event-date"),
    ]


def test_an_id_rests_on_content_not_on_other_articles() -> None:
    pair = [
        {"in": "a", "date": "April 25, 2019", "of": "event:summit", "timex": "2019-04-25"},
        {"in": "b", "date": "April 26, 2019", "of": "event:summit", "timex": "2019-04-26"},
    ]
    more = [{"in": "0", "date": "June 1, 2001", "of": "event:other", "timex": "2001-06-01"}]
    subjects = {"event:summit": {"head": "meeting"}}
    (alone,) = check(corpus({"claims": pair, "subjects": subjects}), [RULES["event-date"]])
    (among,) = check(corpus({"claims": more + pair, "subjects": subjects}), [RULES["event-date"]])
    assert alone.id == among.id
    assert len(alone.id) == 13


def test_passages_quote_span_sentence_and_line() -> None:
    case: dict[str, Any] = {
        "claims": [
            {"in": "a", "date": "in 2019", "of": "event:other", "timex": "2019"},
            {"in": "a", "date": "April 25, 2019", "of": "event:summit", "timex": "2019-04-25"},
            {"in": "b", "date": "April 26, 2019", "of": "event:summit", "timex": "2019-04-26"},
        ],
        "subjects": {"event:summit": {"head": "meeting"}},
    }
    whole = corpus(case)
    (finding,) = check(whole, [RULES["event-date"]])
    passages = [passage for value in finding.values for passage in value.passages]
    assert [(p.article, p.line, p.text, p.sentence) for p in passages] == [
        ("a", 2, "April 25, 2019", "April 25, 2019."),
        ("b", 1, "April 26, 2019", "April 26, 2019."),
    ]
    assert all(whole.articles[p.article].text[p.start : p.end] == p.text for p in passages)


def test_lines_count_from_one_at_every_offset() -> None:
    whole = corpus({"articles": {"a": {"text": "one\n\ntwo"}}})
    context = Context(whole)
    text = whole.articles["a"].text
    assert [context.line("a", offset) for offset in range(len(text))] == [
        1 + text[:offset].count("\n") for offset in range(len(text))
    ]


@pytest.mark.parametrize(
    ("pairs_", "told"),
    [
        ([("2019", "2019-04"), ("2019", "2019-04-25"), ("2019-04", "2019-04-25")], ("2019 ⊃ 2019-04 ⊃ 2019-04-25",)),
        ([("Russia", "Moscow"), ("Russia", "Perm")], ("Russia ⊃ Moscow", "Russia ⊃ Perm")),
        ([], ()),
        ([("a", "b"), ("b", "a")], ()),
    ],
)
def test_chains(pairs_: list[tuple[str, str]], told: tuple[str, ...]) -> None:
    assert chains(pairs_) == told


@pytest.mark.parametrize(
    ("first", "last", "written", "value"),
    [
        ("2019-04-25", "2019-04-25", "April 25, 2019", "2019-04-25"),
        ("2019-04-01", "2019-04-30", "April 2019", "2019-04"),
        ("2019-01-01", "2019-12-31", "2019", "2019"),
        ("2010-01-01", "2019-12-31", "2010 to 2019", "2010-01-01/2019-12-31"),
        ("2019-04-24", "2019-04-26", "April 24, 2019 to April 26, 2019", "2019-04-24/2019-04-26"),
        (None, "2019-04-26", "April 26, 2019 or earlier", "../2019-04-26"),
        ("2019-04-26", None, "April 26, 2019 or later", "2019-04-26/.."),
    ],
)
def test_intervals_in_words_and_as_timex(first: str | None, last: str | None, written: str, value: str) -> None:
    span = Interval(*(date.fromisoformat(day) if day else None for day in (first, last)))
    assert (write(span), timex(span)) == (written, value)


@pytest.mark.parametrize(
    ("value", "words", "days"),
    [
        ("P4Y", "4 years", 1460.97),
        ("PT1H30M", "1 hour 30 minutes", 0.0625),
        ("P1DE", "10 years", 3652.425),
        ("PT1H", "1 hour", 1 / 24),
    ],
)
def test_lengths(value: str, words: str, days: float) -> None:
    span = length(value)
    assert span is not None
    assert str(span) == words
    assert span.days == pytest.approx(days)


@pytest.mark.parametrize("value", ["PXY", "P", "PT", "2019", "P1", "PTXH"])
def test_what_is_no_length(value: str) -> None:
    assert length(value) is None


def test_years_count_by_the_calendar() -> None:
    four, month = length("P4Y"), length("P1M")
    assert four is not None
    assert month is not None
    assert after(date(2019, 4, 25), four) == date(2023, 4, 25)
    assert after(date(2020, 2, 29), four, sign=-1) == date(2016, 2, 29)
    assert after(date(2019, 1, 31), month) == date(2019, 2, 28)
    assert after(date(9999, 1, 1), four) is None


@given(DAYS, DAYS, DAYS, DAYS)
def test_intervals_miss_each_other_both_ways_alike(a: date, b: date, c: date, d: date) -> None:
    left, right = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert apart(left, right) == apart(right, left)
    assert furthest(left, right) == furthest(right, left)
    if contains(left, right):
        assert apart(left, right) == 0


def test_templates_fill_known_fields_alone() -> None:
    assert fill("{subject} is {values}", {"subject": "ann", "values": "{subject}"}) == "Ann is {subject}"
    assert unknown_fields("{subject} {0} {values.x} {}") == ("0", "values.x", "")


RULE = """
id = "spoken"
summary = "s"
claims = ["date"]
same = "subject"
severity = "error"
message = "m"
[[level]]
name = "apart"
when = {}
verdict = "conflict"
[[example]]
flag = ["A.", "B."]
published = ["2019-01-02", ""]
level = "apart"
[[example]]
pass = ["C."]
"""


def _rule() -> Rule:
    rule, faults = parse(RULE, stem="spoken")
    assert rule is not None
    assert faults == ()
    return rule


def _finding(level: str) -> Finding:
    subject = SubjectRef("event:x", "event", "x")
    return Finding("f1", "spoken", "error", "conflict", subject, "m", levels=(level,))


def test_examples_become_articles() -> None:
    (first, second) = articles(Example(flag=("A.", "B."), published=("2019-01-02", "")))
    assert (first.article, first.text, first.stated) == ("example-1.txt", "A.", "2019-01-02")
    assert (second.article, second.stated) == ("example-2.txt", None)


def test_examples_that_come_out_as_they_say() -> None:
    report = test(_rule(), lambda given_: [_finding("apart")] if len(given_) == 2 else [])
    assert report.passed
    assert [(trial.number, trial.flagged, trial.levels, trial.fault) for trial in report.trials] == [
        (1, True, ("apart",), ""),
        (2, False, (), ""),
    ]


def test_a_rule_that_no_example_fires_fails() -> None:
    report = test(_rule(), lambda _: [])
    assert not report.passed
    assert report.fault == "no example fires this rule"
    assert report.trials[0].fault == "must be flagged, but is not"


def test_a_near_miss_that_is_flagged_and_a_wrong_level_fail() -> None:
    report = test(_rule(), lambda _: [_finding("else")])
    assert [trial.fault for trial in report.trials] == [
        "level “apart” should decide, but “else” did",
        "must not be flagged, but is: m",
    ]
