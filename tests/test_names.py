"""People, organisations and places in running text, and the offices that people are given."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon
from factcheck.extract import extract, names
from factcheck.model import Article, TitleClaim, kind_of
from name_cases import cases, mentions, read, titles


@pytest.mark.parametrize(("construct", "text", "expected"), [*cases("people"), *cases("places")])
def test_mentions(construct: str, text: str, expected: list[str]) -> None:
    assert mentions(text) == expected, construct


@pytest.mark.parametrize(("construct", "text", "expected"), cases("titles"))
def test_titles(construct: str, text: str, expected: list[str]) -> None:
    assert titles(text) == expected, construct


def test_corpus_is_wide() -> None:
    people = [*cases("titles"), *cases("people")]
    assert len(people) >= 200
    assert len(list(cases("places"))) >= 100
    assert len({text for _, text, _ in people}) == len(people)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Talks on Russky Island in Vladivostok began.", {"place:russky-island": ("place:vladivostok",)}),
        (
            "Russia's Far Eastern city of Vladivostok hosted it.",
            {"place:vladivostok": ("place:far-east", "place:russia")},
        ),
        ("They met Russia in Moscow.", {}),
        ("Talks in Oslo, Rome and Bonn failed.", {}),
    ],
)
def test_stated_containers(text: str, places: dict[str, tuple[str, ...]]) -> None:
    assert {entity.id: entity.within for entity in read(text).entities if entity.within} == places


def test_ids_are_of_the_fullest_name() -> None:
    text = "Putin spoke. Vladimir Putin smiled. Vladimir Vladimirovich Putin left."
    assert [entity.id for entity in read(text).entities] == ["person:vladimir-vladimirovich-putin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks with North Korea, or the Democratic People's Republic of Korea (DPRK), began.",
            ("North Korea", "Democratic People's Republic of Korea", "DPRK"),
        ),
        ("The Korean Central News Agency (KCNA) said so.", ("Korean Central News Agency", "KCNA")),
        ("Norma Reyes, also known as Lola Reyes, sang.", ("Norma Reyes", "Lola Reyes")),
        (
            "DPRK stands for the North's official name, the Democratic People's Republic of Korea.",
            ("DPRK", "Democratic People's Republic of Korea"),
        ),
    ],
)
def test_stated_aliases(text: str, expected: tuple[str, ...]) -> None:
    assert names.aliases(read(text))[0].names == expected


@pytest.mark.parametrize("text", ["Russia or China will win.", "Kim Chol (52) left.", "Talks (in Oslo) failed."])
def test_no_aliases(text: str) -> None:
    assert names.aliases(read(text)) == ()


def test_title_claim_covers_office_and_name() -> None:
    text = "On Monday Danish Deputy Foreign Minister Lise Holm spoke."
    claims = [claim for claim in extract(Article("a", text)).claims if kind_of(claim) == "title"]
    assert [claim.text for claim in claims] == ["Danish Deputy Foreign Minister Lise Holm"]
    claim = claims[0]
    assert isinstance(claim, TitleClaim)
    assert claim.subject is not None
    assert claim.subject.id == "person:lise-holm"
    value = claim.value
    assert (value.raw, value.rank, value.exclusive) == ("Deputy Foreign Minister", "deputy", "minister")


def test_offices_of_one_holder_are_exclusive() -> None:
    value = next(iter(names.titles(read("Danish Foreign Minister Lise Holm spoke.")))).value
    assert (value.exclusive, value.unique) == ("minister", True)


def test_vocative_is_the_one_addressed() -> None:
    text = (
        "North Korean leader Kim Chol-su met Russian President Oleg Tarasov.\n"
        "“We told you so, Mr President, and I thank you,” the North Korean leader said."
    )
    assert "Oleg Tarasov: president (not named)" in [line.replace(" / RU", "") for line in titles(text)]


def test_leaders_of_two_nations() -> None:
    text = (
        "North Korean leader Kim Chol-su met Russian President Oleg Tarasov. "
        "The Russian and North Korean leaders smiled."
    )
    assert titles(text)[2:] == ["Kim Chol-su: leader / KP (not named)", "Oleg Tarasov: leader / RU (not named)"]


WORDS = (
    "President Kim Jong - un 's of the and , . ( ) ’s Mr Dr Russia North Korean Vladivostok KCNA first deputy foreign "
    "minister Bank Ministry for said in at “ ” van al 12 , who was appointed O ' X. U.S. (R-AZ) \U0001f600 É \n \n\n"
)
words = st.sampled_from(re.split(" ", WORDS))


@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_sound_spans(text: str) -> None:
    document = read(text)
    entities = {entity.id: entity for entity in document.entities}
    for name in document.names:
        assert 0 <= name.start < name.end <= len(text)
        assert (name.start, name.end) == document.tokens.span(name.first, name.stop)
        assert name.entity in entities
    assert all(left.end <= right.start for left, right in pairwise(document.names))
    for entity in entities.values():
        assert [text[mention.start : mention.end] for mention in entity.mentions] == [m.text for m in entity.mentions]
    for title in names.titles(document):
        assert 0 <= title.start < title.end <= len(text)
        assert title.entity in entities
    for alias in names.aliases(document):
        assert 0 <= alias.start < alias.end <= len(text)


def test_same_text_same_names() -> None:
    text = " ".join(text for _, text, _ in cases("people"))
    assert mentions(text) == mentions(text)


def test_offices_are_many_and_their_classes_are_of_offices() -> None:
    tables = lexicon.load("offices")
    offices = {form.strip() for group in tables["group"] for entry in group["offices"] for form in entry.split("|")}
    assert len(offices) >= 400
    ministers = {f"{name} {post}" for name in tables["portfolios"]["names"] for post in ("minister", "secretary")}
    ministers |= {"minister of foreign affairs", "secretary of state", "secretary of defense", "treasurer", "envoy"}
    unknown = {form for forms in tables["equivalents"]["same"] for form in forms} - offices - ministers
    assert unknown <= {"defence secretary", "general secretary", "first secretary", "deputy", "superintendent"}


def test_distractors_of_the_seeds_stay_apart() -> None:
    seeds = Path(__file__).parents[1] / "../shared/seeds"
    if not seeds.is_dir():
        pytest.skip("the real seed articles are not here")
    people = ["Kim Chang Gwang", "Kim Jong-un", "Sergei Mikhailov", "Sergei Lavrov", "Mikhail Gusman", "Im Chon Il"]
    for path in sorted(seeds.glob("*.txt")):
        for entity in read(path.read_bytes().decode()).entities:
            forms = {mention.text for mention in entity.mentions}
            assert len(forms & set(people)) <= 1, path.name
