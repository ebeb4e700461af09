"""Events: what is read in one text, and which mentions in two texts are one event; cases as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import Article, DateClaim, LocationClaim, Subject

_CORPUS = Path(__file__).parent / "corpus/events"
_MENTIONS: list[dict[str, Any]] = tomllib.loads((_CORPUS / "mentions.toml").read_text(encoding="utf-8"))["case"]
_PAIRS: dict[str, list[dict[str, Any]]] = tomllib.loads((_CORPUS / "pairs.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _MENTIONS, ids=lambda case: case["text"][:60])
def test_an_event_is_read(case: dict[str, Any]) -> None:
    extraction = extract(Article("a.txt", case["text"]))
    events = {event.id: event for event in extraction.events if event.head == case["head"]}
    names = {entity.id: entity.name for entity in extraction.entities}
    about = [claim for claim in extraction.claims if claim.subject is not None and claim.subject.id in events]
    assert [c.value.timex for c in about if isinstance(c, DateClaim)] == case["dates"]
    assert [c.value.place for c in about if isinstance(c, LocationClaim)] == case.get("places", [])
    if "participants" in case:
        (event,) = events.values()
        assert {names[key] for key in event.participants} == set(case["participants"])
    if "object" in case:
        assert [event.object for event in events.values()] == [case["object"]]


def _common(case: dict[str, Any]) -> list[Subject]:
    """Return the event subjects of the case's class that both texts mention."""
    articles = [Article(f"{name}.txt", case[name]) for name in ("a", "b")]
    corpus = link(extract(article) for article in articles)
    events = [s for s in corpus.subjects.values() if s.type == "event" and s.head == case["head"]]
    assert {m.article for event in events for m in event.mentions} == {"a.txt", "b.txt"}
    return [event for event in events if len({mention.article for mention in event.mentions}) == 2]


def _id(case: dict[str, Any]) -> str:
    return f"{case['head']}: {case.get('why', case['b'][:50])}"


@pytest.mark.parametrize("case", _PAIRS["same"], ids=_id)
def test_one_event(case: dict[str, Any]) -> None:
    (event,) = _common(case)
    assert event.merged


@pytest.mark.parametrize("case", _PAIRS["different"], ids=_id)
def test_two_events(case: dict[str, Any]) -> None:
    assert _common(case) == []
