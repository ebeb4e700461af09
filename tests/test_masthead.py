"""Heads of articles in many house styles, and near misses: every field of the masthead is asserted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.extract.document import Document
from factcheck.extract.masthead import Masthead
from factcheck.model import Article, LocationClaim

CORPUS = Path(__file__).parent / "corpus" / "masthead"
FIELDS = ("headline", "subheadline", "byline", "outlet", "agency", "place", "country", "body", "lead")
LISTS = ("header", "updated", "dateline", "skip")


def cases(*names: str) -> list[Any]:
    """Return the cases of the named files as parameters."""
    found = [(name, case) for name in names for case in tomllib.loads((CORPUS / f"{name}.toml").read_text())["case"]]
    return [pytest.param(case, id=f"{name}: {case.get('name', case['text'][:30])}") for name, case in found]


def document(case: dict[str, Any]) -> Document:
    return Document(Article("a", case["text"], format=case.get("format", "text")))


def told(document: Document, masthead: Masthead, case: dict[str, Any]) -> dict[str, Any]:
    """Return a masthead in the words of a case: spans as their text, times as their values."""
    text, dateline = document.text, masthead.dateline
    assert dateline is None or text[dateline.start : dateline.end] == dateline.place
    return {
        **{name: getattr(masthead, name) or "" for name in ("headline", "subheadline", "byline", "outlet", "agency")},
        "place": dateline.place if dateline else "",
        "country": (dateline.country or "") if dateline else "",
        "body": text[masthead.body :][: len(case["body"])] if case["body"] else text[masthead.body :],
        "lead": text[masthead.lead :][: len(case.get("lead", case["body"]))] if case["body"] else text[masthead.lead :],
        "header": [document.times[i].timex for i in masthead.header_times],
        "updated": [document.times[i].timex for i in masthead.updated_times],
        "dateline": [document.times[i].timex for i in masthead.dateline_times],
        "skip": [text[start:end] for start, end in masthead.skip],
    }


def expected(case: dict[str, Any]) -> dict[str, Any]:
    wanted = {name: case.get(name, "") for name in FIELDS} | {name: case.get(name, []) for name in LISTS}
    wanted["lead"] = case.get("lead", case["body"])
    in_dateline = case.get("outlet", "") if wanted["place"] or wanted["dateline"] else ""
    return wanted | {"agency": case.get("agency", in_dateline)}


@pytest.mark.parametrize("case", cases("datelines", "headers", "headlines", "near-misses"))
def test_masthead(case: dict[str, Any]) -> None:
    read = document(case)
    assert told(read, read.masthead, case) == expected(case)


@pytest.mark.parametrize("case", cases("languages"))
def test_language(case: dict[str, Any]) -> None:
    assert document(case).masthead.language == case.get("language")


@pytest.mark.parametrize("case", cases("captions"))
def test_captions(case: dict[str, Any]) -> None:
    read = document(case)
    assert [read.text[start:end] for start, end in read.masthead.captions] == case["captions"]
    assert all(not start <= read.masthead.body < end for start, end in read.masthead.captions)


@pytest.mark.parametrize("case", cases("stories"))
def test_times_under_a_head(case: dict[str, Any]) -> None:
    read = document(case)
    times = [(read.text[time.expression.start : time.expression.end], time.timex) for time in read.dated]
    assert times == [tuple(time) for time in case["times"]]


def test_nobody_says_the_date_and_place_of_an_article() -> None:
    text = "MANILA, Nov. 11 (UPI) -- The port of Manila is shut, the government said on Monday."
    own = [claim for claim in extract(Article("a", text)).claims if claim.end < text.index("--")]
    assert [(claim.text, claim.asserted_by, claim.certainty) for claim in own] == [
        ("MANILA", None, "asserted"),
        ("Nov. 11", None, "asserted"),
    ]


def test_the_place_of_a_dateline_lies_in_its_state() -> None:
    claims = extract(Article("a", "GENEVA, Ill. (AP) - The port reopened after a storm.")).claims
    places = [claim.value for claim in claims if isinstance(claim, LocationClaim)]
    assert [(place.place, place.within, place.country) for place in places] == [
        ("Geneva", ("Illinois", "United States"), "US")
    ]


LINES = st.sampled_from(
    [
        "MOSCOW, April 24. /TASS/.",
        "(",
        "By Jane Doe",
        "3 May 2021",
        " — ",
        "|",
        "/",
        "\n",
        "The port.",
        "PARIS",
        ",",
        "Reuters",
        "The quay. AP Photo/Jane Doe",
        "FILE -",
        ")",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map(" ".join)), st.sampled_from(["text", "markdown"]))
def test_any_text_gives_a_masthead_inside_it(text: str, form: str) -> None:
    read = Document(Article("a", text, format=form))
    masthead = read.masthead
    assert 0 <= masthead.body <= masthead.lead <= len(text)
    assert all(0 <= start < end <= len(text) for start, end in (*masthead.skip, *masthead.captions))
    assert {*masthead.updated_times} <= {*masthead.header_times} <= {*range(len(read.times))}
    assert {*masthead.dateline_times} <= {*range(len(read.times))}
    assert masthead.dateline is None or masthead.dateline.place == text[masthead.dateline.start : masthead.dateline.end]
