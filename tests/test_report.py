"""Reports: the whole text of each format on a small result made by hand, and Markdown that shows what it is given."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from factcheck import report
from factcheck.errors import FactcheckError
from factcheck.model import Article, Finding, FindingValue, Passage, Result, ReviewNote, SubjectRef
from factcheck.report.markdown import escape, marked
from factcheck.report.wording import counted, summary
from report_cases import SUMMIT, many, result, told

FILES = {
    "claims-csv": "claims.csv",
    "csv": "report.csv",
    "github": None,
    "html": "report.html",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "md": "report.md",
    "sarif": "report.sarif",
    "text": None,
    "web-annotation": "annotations.jsonld",
}
EXPECTED = Path(__file__).parent / "corpus" / "report"


def test_formats_are_found_by_name() -> None:
    assert report.known() == tuple(FILES)


def test_formats_name_their_files() -> None:
    assert {form: report.filename(form) for form in report.known()} == FILES


def test_the_page_on_reports_names_every_format_and_its_file() -> None:
    page = (Path(__file__).parent.parent / "docs" / "reports.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    told: dict[str, str | None] = {}
    for row in rows:
        forms, names = (re.findall(r"`([^`]+)`", cell) for cell in row.split("|")[1:3])
        told |= dict(zip(forms, names or [None] * len(forms), strict=True))
    assert told == FILES


def test_sums_inside_one_article_are_a_line_each_below_what_several_say() -> None:
    article = SubjectRef("article:a.txt", "article", "a.txt")
    one, other = ("000.txt", "day 000"), ("001.txt", "day 001")
    findings = (
        told(1, article, "weekday-date", "note", "reconciled", one, one),
        told(2, SUMMIT, "anniversary", "note", "reconciled", one, one),
        told(3, SUMMIT, "event-date", "note", "reconciled", one, other),
    )
    text, _, _ = report.render(replace(many(2, 0), findings=findings), "md").partition("## What was read")
    assert re.findall(r"^(?:- .*|<sub>.*|<summary>.*)$", text, re.MULTILINE) == [
        "<summary>About people, places and events (2)</summary>",
        "<sub>note · event-date · f3</sub>",
        "<sub>note · anniversary · f2</sub>",
        "<summary>About an article's own weekdays and spans of time (1)</summary>",
        f"- {findings[0].message} — [000.txt:1](000.txt#L1) <sub>weekday-date · f1</sub>",
    ]


def test_markdown() -> None:
    assert report.render(result(), "md", "reports") == (EXPECTED / "whole.md").read_text(encoding="utf-8")


def test_markdown_of_nothing() -> None:
    assert report.render(Result(), "md", ".") == (EXPECTED / "nothing.md").read_text(encoding="utf-8")


def test_json_holds_the_whole_run_without_the_texts() -> None:
    document = json.loads(report.render(result(), "json", "."))
    assert list(document) == ["schema", "articles", "findings", "problems", "stats", "reviews"]
    assert [row["article"] for row in document["articles"]] == ["a.txt", "b"]
    assert not any("text" in row for row in document["articles"])
    assert document["articles"][0]["published"]["cues"][0]["kind"] == "weekday"
    assert [row["id"] for row in document["findings"]] == ["fone", "ftwo"]
    assert document["findings"][0]["values"][0]["claims"] == ["c1"]
    assert document["problems"] == [
        {"where": "news/c.txt", "message": "empty", "remedy": "leave it out", "kind": "input"}
    ]


def test_jsonl_is_one_finding_a_line() -> None:
    rows = [json.loads(line) for line in report.render(result(), "jsonl", ".").splitlines()]
    assert rows == json.loads(report.render(result(), "json", "."))["findings"]


def test_many_passages_are_listed_and_not_quoted() -> None:
    sentence = "It was on April 25, 2019."
    passages = tuple(Passage(f"{n}.txt", 10, 24, "April 25, 2019", 1, sentence) for n in range(6))
    values = (FindingValue("2019-04-25", 6, (), passages),)
    one = Finding("f", "event-date", "error", "conflict", SUMMIT, "Dates differ", values)
    text = report.render(Result(findings=(one,)), "md", ".")
    assert text.count("It was on **April 25, 2019**.") == 3
    assert "> … and 3 more: 3.txt:1, 4.txt:1, 5.txt:1" in text


def test_passages_of_one_sentence_are_marked_together() -> None:
    sentence = "On Monday and on Tuesday."
    both = tuple(Passage("a.txt", start, end, sentence[start:end], 1, sentence) for start, end in ((3, 9), (17, 24)))
    one = Finding("f", "r", "note", "variant", SUMMIT, "Days", (FindingValue("days", 1, (), both),))
    text = report.render(Result(articles=(Article("a.txt", sentence),), findings=(one,)), "md", ".")
    assert "> On **Monday** and on **Tuesday**." in text


def test_what_is_long_is_folded_and_counted() -> None:
    steps = tuple(f"Step {number}." for number in range(1, 6))
    one = replace(result().findings[0], explanation=steps)
    articles = tuple(Article(f"{number}.txt", "", words=4) for number in range(13))
    text = report.render(Result(articles=articles, findings=(one,) * 23), "md", ".")
    assert "## Conflicts (23)" in text
    head, _, tail = text.partition("<details>\n<summary>3 more conflicts</summary>\n\n### 21. ")
    assert [head.count("\n### "), tail.count("\n### ")] == [20, 3]  # two more conflicts, and the dates to check
    assert "3. Step 3.\n\n<details>\n<summary>2 more steps</summary>\n\n4. Step 4.\n5. Step 5.\n\n</details>" in head
    assert text.count("<summary>13 articles</summary>") == 2
    assert text.count("<details>") == text.count("</details>") == 23 + 1 + 2


def test_reviews_are_counted_and_those_that_lapsed_are_listed() -> None:
    held = ReviewNote("f1", "event-date", "Oslo summit", "Two days", "first-wrong", "asked", "holds")
    past = replace(held, says="Two [places]", state="expired", until=date(2019, 5, 1))
    gone = replace(held, says="Two names", verdict="both-right", state="orphaned")
    text = report.render(Result(reviews=(held, past, gone)), "md", ".")
    assert (
        "## Reviewed (3)\n\n1 finding left out, because somebody has looked at it.\n\n"
        "These reviews hold no longer:\n\n"
        "- Two \\[places\\] (first-wrong): its last day was 2019-05-01\n"
        "- Two names (both-right): there is no such finding any more\n"
    ) in text


def test_a_long_sentence_is_shortened_around_the_words() -> None:
    sentence = "so " * 200 + "on Monday " + "then " * 200
    at = sentence.index("Monday")
    text = marked(sentence, [(at, at + 6)])
    assert re.fullmatch(r"… (so )+on \*\*Monday\*\* (then )*then …", text)
    assert len(text) < 400


@pytest.mark.parametrize(("number", "words"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")])
def test_counted(number: int, words: str) -> None:
    assert counted(number, "article") == words


def test_summary() -> None:
    assert summary(result()) == (
        "Read 2 articles, 21 words: 2 claims about 1 subject.\n"
        "Found 1 conflict and 0 variants; 1 more looks different and agrees.\n"
        "Could not use 1 file or rule.\n"
    )


def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(FactcheckError):
        report.write("text", tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def shown(markdown: str) -> str:
    """Return the text that a line of Markdown shows."""
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    return unescape(re.sub(r"</?(?:p|strong)>", "", html)).strip()


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], include_characters=" "))


@given(PLAIN)
@example("1. one")
@example("2) two")
@example("- item")
@example("+")
@example("---")
@example("===")
@example("# heading")
@example("a *b* _c_ `d` [e](f) <b> ~~g~~ &amp; \\")
@example("> quoted")
def test_escaped_text_shows_itself(text: str) -> None:
    assert shown(escape(text)) == " ".join(text.split())


@given(PLAIN, st.integers(0, 20), st.integers(1, 20))
@example("1. one", 3, 3)
def test_marked_text_shows_itself(text: str, start: int, length: int) -> None:
    words = f"so {text} then"
    span = (min(start, len(words) - 1), min(start + length, len(words)))
    assert re.sub(r"[\s*]+", "", shown(marked(words, [span]))) == re.sub(r"[\s*]+", "", words)
