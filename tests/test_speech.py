"""Speech: quotations and their speakers, reported clauses, certainty; cases as data under corpus/speech."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import speech
from factcheck.extract.document import Document
from factcheck.model import Article
from speech_documents import marked

CORPUS = Path(__file__).parent / "corpus" / "speech"


def cases(name: str) -> list[Any]:
    table = tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        pytest.param({**construct, **case}, id=f"{construct['name']}: {case['text'][:60]}")
        for construct in table["construct"]
        for case in construct["cases"]
    ]


def document_of(case: dict[str, Any]) -> Document:
    return marked(case["text"], case.get("people", []), case.get("organizations", []))


@pytest.mark.parametrize("case", cases("quotations"))
def test_quotations(case: dict[str, Any]) -> None:
    document = document_of(case)
    full = {form: forms[0] for kind in ("people", "organizations") for forms in case.get(kind, []) for form in forms}
    expected = [(words, full.get(speaker, speaker) or None) for words, speaker in case["quotes"]]
    assert [(document.text[q.start : q.end], q.speaker) for q in document.quotations] == expected


@pytest.mark.parametrize("case", cases("reported"))
def test_speaker(case: dict[str, Any]) -> None:
    document = document_of(case)
    start = case["text"].index(case["span"])
    assert speech.speaker(document, start, start + len(case["span"])) == (case["speaker"] or None)


@pytest.mark.parametrize("case", cases("certainty"))
def test_certainty(case: dict[str, Any]) -> None:
    document = Document(Article(article="case", text=case["text"]))
    start = case["text"].index(case["span"])
    assert speech.certainty(document, start, start + len(case["span"])) == case["certainty"]


WRITING = st.text(alphabet=st.sampled_from("Kim said he \"“”‘’'`«».,?!()\n-019$%abcWill not first"), max_size=160)


@given(WRITING)
def test_quotations_lie_inside_the_text_and_nest(text: str) -> None:
    document = marked(text, [["Kim"]], [])
    found = document.quotations
    assert [(q.start, -q.end) for q in found] == sorted((q.start, -q.end) for q in found)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert any(character.isalnum() for character in text[q.start : q.end])
    for one in found:
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            within = one.start <= other.start and other.end <= one.end
            around = other.start <= one.start and one.end <= other.end
            assert apart or within or around


@given(WRITING, st.integers(0, 160), st.integers(0, 20))
def test_any_span_has_a_speaker_or_none_and_a_certainty(text: str, start: int, size: int) -> None:
    document = marked(text, [["Kim"]], [])
    start = min(start, len(text))
    end = min(start + size, len(text))
    speaker = speech.speaker(document, start, end)
    assert speaker is None or speaker in text or speaker in {entity.name for entity in document.entities}
    assert speech.certainty(document, start, end) in {"asserted", "planned", "negated", "hypothetical"}
