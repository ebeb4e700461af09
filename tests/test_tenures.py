"""What times say of people's time in office, over a corpus of cases."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract import extract
from factcheck.model import Article, DateClaim, DurationClaim, OrdinalClaim, SubjectRef

CASES = tomllib.loads((Path(__file__).parent / "corpus" / "tenures" / "cases.toml").read_text(encoding="utf-8"))
LISTED = [pytest.param(case, id=f"{group}: {case['text']}") for group, cases in CASES.items() for case in cases]


@pytest.mark.parametrize("case", LISTED)
def test_times_in_office(case: dict[str, Any]) -> None:
    found = extract(Article(article="a.txt", text=case["text"], stated="2019-03-04"))
    told = [
        [
            claim.text,
            _person(claim.subject, {event.id: event.participants for event in found.events}),
            tenure.says,
            tenure.office or "",
            str(tenure.begin_earliest or ""),
            str(tenure.begin_latest or ""),
        ]
        for claim in found.claims
        if isinstance(claim, (DateClaim, DurationClaim, OrdinalClaim)) and (tenure := claim.value.tenure) is not None
    ]
    assert told == case["gives"]


def _person(subject: SubjectRef | None, participants: dict[str, tuple[str, ...]]) -> str:
    """Return whom a claim is about, or who alone takes part in the event that it is about."""
    assert subject is not None
    if subject.type == "person":
        return subject.name
    (one,) = participants[subject.id]
    return one.removeprefix("person:").replace("-", " ").title()


TERMS = tomllib.loads((Path(__file__).parent / "corpus" / "tenures" / "terms.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{group}: {case['text']}") for group, cases in TERMS.items() for case in cases]
)
def test_terms_of_office(case: dict[str, Any]) -> None:
    found = extract(Article(article="a.txt", text=case["text"], stated="2019-03-04"))
    ranks = [claim for claim in found.claims if isinstance(claim, OrdinalClaim) and claim.subject]
    told = [[rank.text, rank.subject.name, rank.value.series] for rank in ranks if rank.subject]
    assert [one for one in told if "term" in one[0]] == case["gives"]
