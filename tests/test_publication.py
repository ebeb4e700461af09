"""Publication dates as problems: one cue, two, contradictory ones, none; every cue is asserted, and if it agrees."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.document import Document
from factcheck.extract.publication import stated
from factcheck.model import Article, Cue, Published

CORPUS = Path(__file__).parent / "corpus" / "masthead" / "publication"
SEEDS = Path(__file__).parents[1] / "../shared/seeds"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(CORPUS.glob("*.toml"))
    for case in tomllib.loads(path.read_text())["case"]
]


def told(published: Published | None, text: str) -> dict[str, Any] | None:
    """Return a publication date in the words of a case."""
    if published is None:
        return None
    for cue in published.cues:
        assert cue.start is None or text[cue.start : cue.end] == cue.text
    return {
        "timex": published.timex,
        "inferred": published.inferred,
        "span": (published.earliest, published.latest),
        "cues": [[cue.kind, cue.text, cue.says, cue.agrees] for cue in published.cues],
    }


def expected(case: dict[str, Any]) -> dict[str, Any] | None:
    timex = case.get("timex")
    if timex is None:
        return None
    day = date.fromisoformat(timex) if len(timex) == 10 and timex[0].isdigit() else None
    span = (case.get("earliest", day), case.get("latest", day))
    return {"timex": timex, "inferred": case.get("inferred", False), "span": span, "cues": case["cues"]}


@pytest.mark.parametrize("case", CASES)
def test_publication(case: dict[str, Any]) -> None:
    document = Document(Article("a", case["text"], stated=case.get("published")))
    assert told(document.published, document.text) == expected(case)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not on this machine")
@pytest.mark.parametrize(
    ("number", "day", "inferred", "kinds"),
    [
        ("000", "2023-04-24", True, {"dateline", "interval"}),
        ("001", "2020-04-27", False, {"header", "dateline", "weekday"}),
        ("002", "2019-10-09", True, {"dateline", "weekday", "anniversary"}),
        ("003", "2019-04-25", False, {"header", "dateline"}),
        ("004", "2019-11-21", False, {"dateline", "weekday"}),
    ],
)
def test_real_articles(number: str, day: str, inferred: bool, kinds: set[str]) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    published = Document(Article(path.name, path.read_bytes().decode())).published
    assert published is not None
    assert (published.timex, published.inferred) == (day, inferred)
    assert kinds <= {cue.kind for cue in published.cues}
    assert all(cue.agrees for cue in published.cues)


def test_the_cue_of_metadata_has_no_place() -> None:
    published = Document(Article("a", "The port reopened.", stated="2019-04-25")).published
    assert published is not None
    assert published.cues == (Cue("metadata", "2019-04-25", None, None, "2019-04-25", True),)


PIECES = st.sampled_from(
    [
        "MOSCOW, April 24. /TASS/.",
        "OSLO, February 29 (AP) —",
        "3 May 2021\n",
        "Monday, 26 April 2020\n",
        "said on Thursday",
        "the 71st anniversary of its founding",
        "The port was founded on October 12, 1948.",
        "In the four years since the summit",
        "The summit was held on April 25, 2019.",
        "last April",
        "in 9999",
        "the 9999th anniversary of the war of 1914",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=8).map(" ".join)), st.none() | st.text(max_size=30))
def test_any_text_and_metadata_give_a_date_or_none(text: str, metadata: str | None) -> None:
    published = Document(Article("a", text, stated=metadata)).published
    if published is None:
        return
    assert (published.earliest is None) == (published.latest is None)
    assert published.earliest is None or published.latest is None or published.earliest <= published.latest
    assert published.earliest is None or published.timex.startswith(f"{published.earliest.year:04}")
    assert published.cues
    assert all(cue.start is None or text[cue.start : cue.end] == cue.text for cue in published.cues)


NUMERIC = st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,4}[ T]?[0-9:+Z]{0,8}", fullmatch=True)


@given(st.text(max_size=40) | NUMERIC)
def test_any_metadata_is_read_or_left(text: str) -> None:
    assert all(partial.year is None or partial.interval is not None for partial in stated.parse(text))
