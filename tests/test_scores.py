"""The corpora that are scored: every case passes but those known to be missed, and none of these passes."""

from __future__ import annotations

from collections import Counter

import pytest

import scores
from name_cases import marked
from scores import Case, Score, areas


@pytest.mark.parametrize("area", areas())
def test_cases_missed_are_the_known_ones(area: str) -> None:
    cases = scores.cases(area)
    known = scores.known_misses()
    missed: dict[str, set[str]] = {case.group: set() for case in cases}
    for case in cases:
        if case.missed:
            missed[case.group].add(case.key)
    assert missed == {group: known.get(group, set()) for group in missed}


def test_keys_are_of_one_case() -> None:
    keys = Counter((case.group, case.key) for area in areas() for case in scores.cases(area))
    assert [key for key, number in keys.items() if number > 1] == []


def test_known_misses_are_of_groups() -> None:
    groups = {case.group for area in areas() for case in scores.cases(area)}
    assert scores.known_misses().keys() <= groups


def test_a_score_counts_what_is_missing_and_what_is_too_much() -> None:
    score = Score().add(Case("g", "a", ["x", "y"], ["y", "z", "z"])).add(Case("g", "b", ["x"], ["x"]))
    assert score == Score(cases=2, missed=1, right=2, expected=3, found=4)
    assert score.row == ("2", "1", "0.500", "0.667")


def test_corpora_are_wide() -> None:
    people = 0
    places = 0
    for file in ("news", "geography"):
        for _, _, asked, _ in marked(file):
            people += any(line.startswith("person") for line in asked)
            places += any(line.startswith("place") for line in asked)
    groups = Counter(case.group.split(":")[0] for case in scores.cases("names"))
    assert people + groups["people"] + groups["titles"] + groups["posts"] >= 400
    assert places + groups["places"] >= 200
    assert groups["pairs"] >= 200
