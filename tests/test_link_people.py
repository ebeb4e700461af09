"""People across articles: pairs of names as data, and what clusters do with many of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.link.normal import fold, sound
from factcheck.link.people import PersonName, compare, link

_CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "corpus/link/people.toml").read_text(encoding="utf-8")
)


def _pair(case: dict[str, Any]) -> list[PersonName]:
    countries, offices = case.get("countries", ["", ""]), case.get("offices", ["", ""])
    return [
        PersonName(
            name=name,
            words=fold(name),
            countries=frozenset(filter(None, [countries[i]])),
            offices=frozenset(filter(None, [offices[i]])),
            articles=frozenset([f"{i}.txt"]),
        )
        for i, name in enumerate(case["names"])
    ]


@pytest.mark.parametrize("case", _CASES["same"], ids=lambda case: " = ".join(case["names"]))
def test_one_person(case: dict[str, Any]) -> None:
    a, b = _pair(case)
    match = compare(a, b)
    assert match is not None
    assert match.level == case["level"]
    assert compare(b, a) == match
    assert len(link([a, b]).members()) == 1


@pytest.mark.parametrize("case", _CASES["different"], ids=lambda case: " / ".join(case["names"]) + f" ({case['why']})")
def test_two_people(case: dict[str, Any]) -> None:
    assert len(link(_pair(case)).members()) == 2


def test_names_side_by_side_in_one_article_stay_apart() -> None:
    names = [PersonName(name, fold(name), articles=frozenset(["one.txt"])) for name in ("Yuri Orlov", "Yury Orlov")]
    assert compare(*names) is not None
    assert len(link(names).members()) == 2


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    names = [
        PersonName(name, fold(name), countries=frozenset(["RU"]), articles=frozenset([f"{i}.txt"]))
        for i, name in enumerate(("V. Titov", "Vladimir Titov", "Viktor Titov"))
    ]
    assert len(link(names).members()) == 3


def test_habits_of_transliteration_are_evened_out() -> None:
    assert sound("sergey") == sound("sergei")
    assert sound("zelensky") == sound("zelenskiy")
    assert sound("ivanov") != sound("ivanova")


def _bearer(name: str, article: str, country: str = "", born: tuple[int, int] | None = None) -> PersonName:
    countries = frozenset(filter(None, [country]))
    return PersonName(name, fold(name), countries=countries, articles=frozenset([article]), born=born)


def test_births_a_generation_apart_are_two_peoples() -> None:
    father, son = _bearer("Yuri Orlov", "a.txt", born=(1950, 1951)), _bearer("Yury Orlov", "b.txt", born=(1980, 1981))
    assert compare(father, son) is None
    near = _bearer("Yury Orlov", "b.txt", born=(1952, 1953))
    assert compare(father, near) is not None


def test_a_country_tells_whom_an_initial_stands_for() -> None:
    names = [
        _bearer("V. Titov", "a.txt", "RU"),
        _bearer("Vladimir Titov", "b.txt", "RU"),
        _bearer("Viktor Titov", "c.txt", "BG"),
    ]
    assert sorted(map(sorted, link(names).members().values())) == [[0, 1], [2]]


def test_a_middle_name_left_out_may_not_join_two_people() -> None:
    names = [_bearer(name, f"{name}.txt") for name in ("Luis Ortega", "Luis Raul Ortega", "Luis Carlos Ortega")]
    assert len(link(names).members()) == 3


def test_every_merge_tells_its_level() -> None:
    clusters = link([_bearer("Bill Burns", "a.txt"), _bearer("William Joseph Burns", "b.txt")])
    told = [(a, b, match.level) for reasons in clusters.reasons.values() for a, b, match in reasons]
    assert told == [(0, 1, "a short form of the given name, a middle name left out")]
