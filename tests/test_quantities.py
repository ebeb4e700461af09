"""Quantities, ordinals, ages and numerals: cases as data under corpus/speech, properties by hypothesis."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import numerals
from factcheck.extract import counts
from factcheck.extract.document import Document
from factcheck.extract.kinds import age, ordinal, quantity
from factcheck.extract.tokens import Tokens
from factcheck.model import Article, Published
from speech_documents import marked

CORPUS = Path(__file__).parent / "corpus" / "speech"


def cases(name: str) -> list[Any]:
    table = tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        pytest.param({**construct, **case}, id=f"{construct['name']}: {case['text'][:60]}")
        for construct in table["construct"]
        for case in construct["cases"]
    ]


@pytest.mark.parametrize("case", cases("quantities"))
def test_quantities(case: dict[str, Any]) -> None:
    document = marked(case["text"], [], [])
    found = [
        [
            document.tokens.slice(count.first, count.stop),
            count.number if count.number is not None else [count.low, count.high],
            count.unit,
            count.mod or "",
            count.frame or "",
        ]
        for count in counts.find(document)
    ]
    assert found == case["counts"]


@pytest.mark.parametrize("case", cases("ordinals"))
def test_ordinals(case: dict[str, Any]) -> None:
    document = marked(case["text"], [], [])
    found = [[claim.text, claim.value.rank, claim.value.of] for claim in ordinal.extract(document)]
    assert found == case["ordinals"]


def series(text: str) -> str:
    (claim,) = ordinal.extract(Document(Article(article="case", text=text)))
    return claim.value.series


def test_one_series_in_other_words_has_one_key() -> None:
    summit = series("Russian President Vladimir Putin and Kim Jong-un held the first historic meeting in Vladivostok.")
    met = series("Vladimir Putin and Kim Jong-un met for the first time on April 25, 2019 in Vladivostok.")
    assert summit == met != ""


def test_a_series_knows_who_takes_part_from_the_rest_of_the_article() -> None:
    talks = "The talks between Vladimir Putin and Kim Jong-un were held on April 25, 2019 in Vladivostok."
    met = series("Vladimir Putin and Kim Jong-un met for the first time on April 25, 2019 in Vladivostok.")
    assert series(f"{talks} The summit was the first meeting of the two leaders.") == met != ""


def test_a_narrower_series_or_one_without_participants_has_another_key() -> None:
    met = series("Vladimir Putin and Kim Jong-un met for the first time on April 25, 2019 in Vladivostok.")
    assert series("Vladimir Putin and Donald Trump met for the first time on July 7, 2017 in Hamburg.") != met
    assert series("The two sides held the first meeting in Hamburg.") == ""


@pytest.mark.parametrize("case", cases("ages"))
def test_ages(case: dict[str, Any]) -> None:
    document = marked(case["text"], case["people"], [])
    found = [[c.text, c.value.years, c.subject.name if c.subject else ""] for c in age.extract(document)]
    assert found == case["ages"]


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Jan Novak, 35, was elected.", (date(1983, 10, 10), date(1984, 10, 9))),
        ("Jan Novak is 19.", (date(1999, 10, 10), date(2000, 10, 9))),
    ],
)
def test_an_age_implies_an_interval_of_birth_dates(text: str, born: tuple[date, date]) -> None:
    document = published(marked(text, [["Jan Novak"]], []), date(2019, 10, 9))
    (claim,) = age.extract(document)
    assert claim.value.as_of == date(2019, 10, 9)
    assert (claim.value.born_earliest, claim.value.born_latest) == born


def test_an_age_without_a_date_implies_no_birth_dates() -> None:
    (claim,) = age.extract(published(marked("Jan Novak, 35, was elected.", [["Jan Novak"]], []), None))
    assert (claim.value.as_of, claim.value.born_earliest, claim.value.born_latest) == (None, None, None)


def published(document: Document, day: date | None) -> Document:
    document.__dict__["published"] = Published(day, day, inferred=False, timex=day.isoformat()) if day else None
    return document


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("1,948", 1948, 1),
        ("1.2bn", 1_200_000_000, 1),
        ("two hundred and six", 206, 4),
        ("half a million", 500_000, 3),
        ("a quarter of a million", 250_000, 5),
        ("a dozen", 12, 2),
        ("two dozen", 24, 2),
        ("twenty-five", 25, 3),
        ("two and a half million", 2_500_000, 5),
        ("one hundred and twenty-three thousand four hundred", 123_400, 9),
        ("two thousand and six", 2006, 4),
        ("3 mln", 3_000_000, 2),
        ("5 m", 5, 1),
        ("two and three", 2, 1),
        ("2 hundred thousand", 200_000, 3),
    ],
)
def test_numerals(words: str, value: float, used: int) -> None:
    assert numerals.read(Tokens(words).lower, 0) == (value, used)


@pytest.mark.parametrize("words", ["hundreds", "half the people", "71st", "a man", "737s", "6pm", "word"])
def test_no_numerals(words: str) -> None:
    assert numerals.read(Tokens(words).lower, 0) is None


VOCABULARY = """
the a first second 71st 2 35 2,000 1948 half million dozen twenty - five % $ € people killed 12 dead Novak , . year old
aged between and to from at least US bn 3m £ visit met for time of in Riga term turned
"""
WRITING = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14)


@given(WRITING, st.sampled_from(["", " "]))
def test_claims_lie_inside_the_text(words: list[str], gap: str) -> None:
    text = (gap or " ").join(words) if gap else " ".join(words).replace(" - ", "-").replace("$ ", "$")
    document = published(marked(text, [["Novak"]], []), date(2019, 10, 9))
    for kind in (quantity, ordinal, age):
        for claim in kind.extract(document):
            assert claim.text == text[claim.start : claim.end] != ""


@given(st.integers(0, 10**12))
def test_figures_read_as_they_are_printed(value: int) -> None:
    assert numerals.read([f"{value:,}"], 0) == (value, 1)
