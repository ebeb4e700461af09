"""Pairs that invite a false merge, as the gold of the seed articles lists them: none is merged.

The gold stands beside the project and not in it; where it is absent these tests are skipped. Its distractors are told
in words; `_SIDES` names, for each of them in order, the entities of the gold that its two sides speak of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract import extract, names
from factcheck.extract.document import Document
from factcheck.link import link
from factcheck.model import Article, Corpus, DateClaim

_SHARED = Path(__file__).parents[1] / "../shared"
_GOLD = _SHARED / "gold" / "seeds.json"
_TYPES = {"person": "person", "country": "place", "place": "place", "organisation": "organization", "event": "event"}
_SIDES: tuple[tuple[tuple[str, ...], tuple[str, ...]] | None, ...] = (
    (("P-KIMJU",), ("P-KIMCG",)),
    (("P-SIN",), ("P-IM",)),
    (("P-IM",), ("P-CHOE",)),
    (("P-CHOE",), ("P-TITOV",)),
    (("P-GUSMAN",), ("P-ABULKHATIN",)),
    (("P-TITOV",), ("P-GUSMAN", "P-ABULKHATIN")),
    (("P-MIKHAILOV",), ("P-GUSMAN",)),
    (("P-MIKHAILOV",), ("P-ERNST",)),
    (("P-MIKHAILOV",), ("P-LAVROV",)),
    (("P-SESL",), ("P-GUSMAN",)),
    (("P-PUTIN",), ("P-TITOV",)),
    (("P-PUTIN",), ("P-KIMJU", "P-TRUMP")),
    (("P-LAVROV",), ("P-IM", "P-CHOE", "P-TITOV")),
    (("E-SUMMIT",), ("E-HANOI",)),
    None,  # phrases, see test_phrases_of_two_things
    None,  # a declaration and statements, likewise
    (("C-USSR",), ("C-RUS",)),
    None,  # a city and its government, see test_a_city_is_not_its_government
    None,
    (("E-RECEPTION",), ("E-DIPL",)),
    None,  # a summit and days of publication, see test_a_summit_is_not_dated_by_a_dateline
    (("L-RUSSKY",), ("C-RUS",)),
)

if not _GOLD.is_file():
    pytest.skip("the gold of the seed articles is not here", allow_module_level=True)


@cache
def _gold() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(_GOLD.read_text(encoding="utf-8"))
    return gold


@cache
def _texts() -> dict[str, str]:
    """Return the text of each seed article by the gold's id."""
    folder = _SHARED / "seeds"
    return {article["id"]: (folder / article["file"]).read_bytes().decode() for article in _gold()["articles"]}


@cache
def _corpus() -> Corpus:
    articles = [Article(article=name, text=text) for name, text in _texts().items()]
    return link([extract(article) for article in articles])


def _mentions(entity: str) -> Iterator[tuple[str, int, int]]:
    for known in _gold()["entities"]:
        if known["id"] == entity:
            yield from ((m["article"], m["start"], m["end"]) for m in known["mentions"])


def _subjects(entities: Sequence[str]) -> set[str]:
    """Return the subjects of the tool that are mentioned where the gold mentions some entities, of their type."""
    spans = {span for entity in entities for span in _mentions(entity)}
    types = {_TYPES[known["kind"]] for known in _gold()["entities"] if known["id"] in entities}
    return {
        subject.id
        for subject in _corpus().subjects.values()
        if subject.type in types
        for m in subject.mentions
        if any(m.article == article and m.start < end and start < m.end for article, start, end in spans)
    }


def test_every_distractor_is_held() -> None:
    assert len(_gold()["distractors"]) == len(_SIDES) == 22


@pytest.mark.parametrize("number", [number for number, sides in enumerate(_SIDES) if sides])
def test_distractors_stay_apart(number: int) -> None:
    sides = _SIDES[number]
    assert sides is not None
    left, right = (_subjects(side) for side in sides)
    assert left
    assert right
    assert not left & right, _gold()["distractors"][number]["why"]


@pytest.mark.parametrize(
    ("left", "right"),
    [(("A4", "both sides"), ("A4", "The two sides")), (("A1", "Joint Declaration"), ("A3", "joint "))],
)
def test_phrases_of_two_things(left: tuple[str, str], right: tuple[str, str]) -> None:
    touched = []
    for article, phrase in (left, right):
        start = _texts()[article].index(phrase)
        end = start + len(phrase)
        touched.append(
            {
                subject.id
                for subject in _corpus().subjects.values()
                for m in subject.mentions
                if m.article == article and m.start < end and start < m.end
            }
        )
    assert not touched[0] & touched[1]


@pytest.mark.parametrize(("city", "country"), [("L-MOSCOW", "C-RUS"), ("L-PYONGYANG", "C-DPRK")])
def test_a_city_is_not_its_government(city: str, country: str) -> None:
    printed = {_texts()[article][start:end].lower() for article, start, end in _mentions(city)}
    governments = [span for span in _mentions(country) if _texts()[span[0]][span[1] : span[2]].lower() in printed]
    assert governments
    assert [_is_government(*span) for span in governments] == [True] * len(governments)
    assert not any(_is_government(*span) for span in _mentions(city))


def _is_government(article: str, start: int, end: int) -> bool:
    document = Document(Article(article=article, text=_texts()[article]))
    return any(name.metonym for name in names.find(document) if name.start < end and start < name.end)


def test_a_summit_is_not_dated_by_a_dateline() -> None:
    summit = _subjects(["E-SUMMIT"])
    dates = [claim for claim in _corpus().claims if isinstance(claim, DateClaim)]
    of_summit = [claim for claim in dates if claim.subject is not None and claim.subject.id in summit]
    assert of_summit
    assert [claim.value.role for claim in of_summit] == [None] * len(of_summit)
