"""Annotations: of a GitHub workflow, of the web (W3C), and as lines that compilers write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck import pipeline, report
from factcheck.model import Article, Finding, FindingValue, Passage, Result
from report_cases import SUMMIT, result

ROOT = Path(__file__).parent.parent


def of(text: str, path: str, message: str = "Dates differ", rule: str = "event-date") -> Result:
    """Return a conflict between two days of one article."""
    quoted = [Passage("a.txt", text.index(day), text.index(day) + 6, day, 1, text) for day in ("Monday", "Friday")]
    values = tuple(FindingValue(passage.text, 2 - at, (), (passage,)) for at, passage in enumerate(quoted))
    finding = Finding("f1", rule, "warning", "conflict", SUMMIT, message, values)
    return Result(articles=(Article("a.txt", text, path=path),), findings=(finding,))


# -- GitHub -----------------------------------------------------------------------------------------------------------


def test_github() -> None:
    assert report.render(result(), "github", ".") == (
        "::error file=news/b.jsonl,line=7,endLine=7,title=conflict%3A event-date::"
        "Oslo summit: one of [two] dates%0A“2019-04-26”: here%0A“2019-04-25”: news/a.txt:1\n"
        "::error file=news/a.txt,line=1,endLine=1,col=44,endColumn=58,title=conflict%3A event-date::"
        "Oslo summit: one of [two] dates%0A“2019-04-25”: here%0A“2019-04-26”: news/b.jsonl:7\n"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    text = report.render(of("Monday\nFriday", "100%,a:b.txt", "50% of\r\n::error::x, y", "a,b:c"), "github", ".")
    first, second = text.splitlines()
    assert first == (
        "::warning file=100%25%2Ca%3Ab.txt,line=2,endLine=2,col=1,endColumn=7,title=conflict%3A a%2Cb%3Ac::"
        "50%25 of%0D%0A::error::x, y%0A“Friday”: here%0A“Monday”: 100%25,a:b.txt:1"
    )
    assert second.startswith("::warning file=100%25%2Ca%3Ab.txt,line=1,endLine=1,col=1,endColumn=7,")


def test_github_shows_the_odd_places_of_all_findings_first() -> None:
    made = result()
    text = report.render(replace(made, findings=(made.findings[0], made.findings[0])), "github", ".")
    assert [line.partition(",")[0] for line in text.splitlines()] == [
        "::error file=news/b.jsonl",
        "::error file=news/b.jsonl",
        "::error file=news/a.txt",
        "::error file=news/a.txt",
    ]


def test_github_without_a_place() -> None:
    finding = Finding("f1", "r", "note", "variant", SUMMIT, "Two words")
    assert report.render(Result(findings=(finding,)), "github", ".") == "::notice title=variant%3A r::Two words\n"
    text = report.render(of("Monday, Friday", "-"), "github", ".")
    assert text.startswith(
        "::warning title=conflict%3A event-date::Dates differ%0A“Friday”: here%0A“Monday”: a.txt:1\n"
    )


# -- lines ------------------------------------------------------------------------------------------------------------


def test_text() -> None:
    assert report.render(result(), "text", ".") == (
        "news/b.jsonl:7: error: Oslo summit: one of [two] dates [event-date]\n"
        "  news/a.txt:1:44: “2019-04-25” (2 sources)\n"
    )


def test_text_of_nothing_is_nothing() -> None:
    assert report.render(Result(), "text", ".") == ""


def test_text_keeps_a_finding_on_its_line() -> None:
    made = of("Monday, Friday", "a.txt", "Dates\n\ndiffer")
    assert report.render(made, "text", ".").splitlines()[0] == "a.txt:1:9: warning: Dates differ [event-date]"


# -- the web ----------------------------------------------------------------------------------------------------------


def web(made: Result, folder: str = "reports") -> Any:
    return json.loads(report.render(made, "web-annotation", folder))


def test_web_annotation() -> None:
    collection = web(result())
    assert {key: value for key, value in collection.items() if key != "first"} == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:factcheck:findings",
        "type": "AnnotationCollection",
        "label": "Findings of factcheck",
        "total": 2,
    }
    page = collection["first"]
    assert (page["type"], page["startIndex"], len(page["items"])) == ("AnnotationPage", 0, 2)
    assert [item["motivation"] for item in page["items"]] == ["questioning", "assessing"]

    def body(value: str, purpose: str) -> object:
        return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}

    words = "Oslo summit: one of [two] dates\nBoth speak of the Oslo summit.\n2019-04-25 is not 2019-04-26."
    assert page["items"][0] == {
        "id": "urn:factcheck:finding:fone",
        "type": "Annotation",
        "motivation": "questioning",
        "generator": {"type": "Software", "name": "factcheck"},
        "body": [
            body(words, "commenting"),
            body("event-date", "tagging"),
            body("conflict", "tagging"),
            body("error", "tagging"),
        ],
        "target": [
            {
                "source": "../news/a.txt",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "April 25, 2019",
                        "prefix": " 25. The *summit* took place on ",
                        "suffix": ".\nIt was Thursday.",
                    },
                    {"type": "TextPositionSelector", "start": 43, "end": 57},
                ],
            },
            {
                "source": "../news/b.jsonl#line=6,7",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "April 26, 2019",
                        "prefix": "The summit took place on ",
                        "suffix": " | in Oslo.",
                    },
                    {"type": "TextPositionSelector", "start": 25, "end": 39},
                ],
            },
        ],
    }


@pytest.mark.parametrize(
    ("path", "url", "source"),
    [
        ("news/a b.txt", None, "../news/a%20b.txt"),
        ("news/a.txt", "https://example.org/a", "https://example.org/a"),
        ("news/a.txt", "javascript:alert(1)", "../news/a.txt"),
        ("-", None, "urn:factcheck:article:a.txt"),
    ],
)
def test_web_sources(path: str, url: str | None, source: str) -> None:
    made = of("Monday, Friday", path)
    made = replace(made, articles=(replace(made.articles[0], url=url),))
    assert web(made)["first"]["items"][0]["target"][0]["source"] == source


def test_web_selectors_of_the_sample_select_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = pipeline.run(["seeds"])
    texts = [article.text for article in found.articles]
    targets = [target for item in web(found)["first"]["items"] for target in item["target"]]
    assert len(targets) > 80
    for quote, position in (target["selector"] for target in targets):
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert any(text[position["start"] : position["end"]] == quote["exact"] and whole in text for text in texts)
