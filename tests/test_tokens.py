"""The tokenizer: sentences as data, offsets as a property of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.tokens import Tokens

_CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus/tokens/sentences.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:40])
def test_sentences(case: dict[str, Any]) -> None:
    tokens = Tokens(case["text"])
    assert [tokens.slice(first, stop) for first, stop in tokens.sentences] == case["sentences"]


def test_words_numbers_and_marks() -> None:
    text = "N. Korea's 71st year: 1,948 o'clock, the A330-200 in the U.S."
    assert Tokens(text).text == [
        *("N", ".", "Korea", "'s", "71st", "year", ":", "1,948", "o'clock", ",", "the"),
        *("A330", "-", "200", "in", "the", "U.S."),
    ]


def test_lines_of_a_wrapped_text_are_no_sentences() -> None:
    line = "the words of this text run on to the next line of it, as in an old mail"
    tokens = Tokens("\n".join([f"First {line}"] + [line] * 8 + ["and end."]))
    assert len(tokens.sentences) == 1
    assert len(Tokens("One line\n\nAnother line").paragraphs) == 2


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_tokens_cover_any_text(text: str) -> None:
    tokens = Tokens(text)
    assert "".join(tokens.text) == "".join(text.split())
    assert all(text[a:b] == word for a, b, word in zip(tokens.start, tokens.end, tokens.text, strict=True))
    assert [first for first, _ in tokens.sentences[1:]] == [stop for _, stop in tokens.sentences[:-1]]
    assert sum(stop - first for first, stop in tokens.sentences) == len(tokens)
    for index, (first, stop) in enumerate(tokens.sentences):
        assert {tokens.sentence(i) for i in range(first, stop)} == {index}


@given(st.text(), st.integers(min_value=0, max_value=100))
def test_the_token_at_an_offset(text: str, offset: int) -> None:
    tokens = Tokens(text)
    index = tokens.at(offset)
    assert index == len(tokens) or tokens.end[index] > offset
    assert index == 0 or tokens.end[index - 1] <= offset
