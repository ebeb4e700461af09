"""Dates, durations and anniversaries as claims: whole values from text and publication date."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.document import Document
from factcheck.extract.kinds import anniversary, duration
from factcheck.extract.kinds import date as dates
from factcheck.extract.masthead import Masthead
from factcheck.model import AnniversaryClaim, Article, DateClaim, DurationClaim, Published

CORPUS = Path(__file__).parent / "corpus" / "time_claims"


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return found


def document(text: str, at: str) -> Document:
    made = Document(Article(article="case", text=text))
    day = date.fromisoformat(at) if at else None
    made.__dict__.update(masthead=Masthead(), published=Published(day, day, False, at) if day else None)
    return made


def row(*cells: object) -> str:
    return " | ".join("" if cell is None else str(cell) for cell in cells)


def anniversary_row(claim: AnniversaryClaim) -> str:
    value = claim.value
    return row(claim.text, value.count, value.of, value.as_of, value.origin_earliest, value.origin_latest)


def duration_row(claim: DurationClaim) -> str:
    value = claim.value
    return row(claim.text, value.timex, value.mod, value.relation, value.begin, value.end)


def date_row(claim: DateClaim) -> str:
    value = claim.value
    inferred = ", ".join(sorted(value.inferred or {})) or None
    ends = f"{value.begin}/{value.end}" if value.begin else None
    return row(claim.text, value.timex, value.earliest, value.latest, value.weekday, inferred, ends)


def impossible_row(claim: DateClaim) -> str:
    value = claim.value
    return row(claim.text, value.timex, value.earliest, value.latest, value.impossible)


def squeezed(lines: list[str]) -> list[str]:
    return [" | ".join(cell.strip() for cell in line.split("|")) for line in lines]


def check(case: dict[str, Any], module: Any, show: Callable[[Any], str]) -> None:
    claims = list(module.extract(document(case["text"], case["at"])))
    assert squeezed([show(claim) for claim in claims]) == squeezed(case["want"])
    assert all(case["text"][claim.start : claim.end] == claim.text for claim in claims)


@pytest.mark.parametrize("case", cases("anniversaries"), ids=lambda case: case["text"][:50])
def test_anniversaries(case: dict[str, Any]) -> None:
    check(case, anniversary, anniversary_row)


@pytest.mark.parametrize("case", cases("durations"), ids=lambda case: case["text"][:50])
def test_durations(case: dict[str, Any]) -> None:
    check(case, duration, duration_row)


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case["text"][:50])
def test_dates(case: dict[str, Any]) -> None:
    check(case, dates, date_row)


@pytest.mark.parametrize("case", cases("impossible"), ids=lambda case: case["text"][:50])
def test_impossible_dates(case: dict[str, Any]) -> None:
    check(case, dates, impossible_row)


def test_an_anniversary_points_at_the_date_on_which_it_is_marked() -> None:
    made = document("Last year, the two states marked the 70th anniversary of the treaty.", "2019-04-25")
    (day,) = dates.extract(made)
    (claim,) = anniversary.extract(made)
    assert claim.anchors == (day.id,)


def test_a_dateline_is_about_the_article_itself() -> None:
    made = document("PARIS, April 24. The envoy spoke.", "2023-04-24")
    made.__dict__["masthead"] = Masthead(dateline_times=(0,))
    (claim,) = dates.extract(made)
    assert (claim.value.role, claim.value.timex, claim.value.inferred) == (
        "dateline",
        "2023-04-24",
        {"year": "publication date"},
    )
    assert claim.subject is not None
    assert (claim.subject.id, claim.subject.type) == ("article:case", "article")
