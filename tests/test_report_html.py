"""The HTML page, read as text: all of it for a small result, what it holds of the world, and its pieces one by one."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck import report
from factcheck.model import Article, FindingValue, Passage, Problem, Published, Result, ReviewNote
from factcheck.report import publication
from factcheck.report.page.texts import Span, Stretch, stretches
from factcheck.report.page.timeline import Scale, Tick
from report_cases import SUMMIT, many, result, told

EXPECTED = Path(__file__).parent / "corpus" / "report" / "whole.html"


def page(made: Result) -> str:
    return report.render(made, "html", "reports")


def bare(text: str) -> str:
    """Return a page without its style, its script and their fingerprints."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", text)


def test_whole_page() -> None:
    assert bare(page(result())) == EXPECTED.read_text(encoding="utf-8")


def test_page_of_nothing() -> None:
    text = page(Result())
    assert "Nothing that was read contradicts anything else" in text
    assert text.count("<section") == 2  # findings and articles, both empty


def test_page_names_nothing_outside() -> None:
    text = page(result())
    assert re.findall(r"https?:|//\w+\.|@import|url\(", text) == []
    assert re.findall(r"<(?:link|img|iframe|object|embed|base)\b", text) == []
    assert re.findall(r" on\w+=", text) == []


def test_policy_admits_the_page_s_own_style_and_script_alone() -> None:
    text = page(result())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    hashes = []
    for name in ("style", "script"):
        inner = re.search(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        assert inner
        hashes.append(f"{name}-src 'sha256-{b64encode(sha256(inner[1].encode()).digest()).decode()}'")
    expected = f"default-src 'none'; {'; '.join(hashes)}; base-uri 'none'"
    assert policy[1].replace("&#39;", "'") == expected


def test_markup_of_articles_is_shown_and_not_obeyed() -> None:
    words = '<script>alert(1)</script> "quoted" & <b>bold</b>'
    article = replace(result().articles[0], title=words, outlet=words, text=words + result().articles[0].text)
    problem = Problem(words, words, words)
    text = bare(page(replace(result(), articles=(article, *result().articles[1:]), problems=(problem,))))
    assert "<b>bold" not in text
    assert text.count("<script>") == 1
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt; &#34;quoted&#34; &amp; &lt;b&gt;bold&lt;/b&gt;") >= 5


def test_an_article_s_language_is_told() -> None:
    article = replace(result().articles[0], language="fr")
    assert '<div class="text" dir="auto" lang="fr">' in page(
        replace(result(), articles=(article, result().articles[1]))
    )


def test_a_file_s_name_is_no_program() -> None:
    article = replace(result().articles[0], path="javascript:alert(1).txt")
    text = report.render(replace(result(), articles=(article, *result().articles[1:])), "html", ".")
    assert 'href="./javascript%3Aalert%281%29.txt#L1"' in text


def test_two_hundred_articles_and_three_hundred_findings_fit() -> None:
    text = page(many(200, 300))
    assert text.count('<details class="card') == 300
    assert text.count('<details class="article"') == 200
    assert len(text.encode()) <= 3_000_000


def test_long_articles_are_cut_to_what_is_quoted() -> None:
    made = many(20, 30)
    long = tuple(replace(one, text=one.text + "\n\n" + "On and on it went. " * 6000) for one in made.articles)
    text = page(replace(made, articles=long))
    assert len(text.encode()) < 500_000
    assert text.count('<span class="cut">… ') == 20
    assert re.search(r'<div class="text" dir="auto">It was <mark id="a0-7" data-f="[^"]+">day 000</mark> then.', text)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(3, 9, "0.1")], [("On ", "", ""), ("Monday", "0.1", "a4-3"), (".", "", "")]),
        (
            [(0, 9, "0.1"), (3, 10, "1.2")],
            [("On ", "0.1", "a4-0"), ("Monday", "0.1 1.2", "a4-3"), (".", "1.2", "")],
        ),
        ([(0, 10, "0.1"), (0, 10, "3.1")], [("On Monday.", "0.1 3.1", "a4-0")]),
    ],
)
def test_stretches(spans: list[Span], expected: list[tuple[str, str, str]]) -> None:
    found = list(stretches("On Monday.", spans, 4))
    assert found == [Stretch(text, keys, anchor) for text, keys, anchor in expected]


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12), st.integers(0, 5)), max_size=8))
def test_stretches_are_the_text_and_each_span_is_marked(drawn: list[tuple[int, int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    spans = sorted({(start, min(start + length, 30), f"{key}.1") for start, length, key in drawn})
    runs = list(stretches(text, spans, 0))
    assert "".join(run.text for run in runs) == text
    for start, end, key in spans:
        at, marked = 0, ""
        for run in runs:
            marked += run.text if key in run.keys.split() and start <= at < end else ""
            at += len(run.text)
        assert marked == text[start:end]


def test_scale_keeps_order_and_gives_near_days_room() -> None:
    days = [date(1948, 10, 12), date(2019, 4, 25), date(2019, 4, 26), date(2019, 10, 9)]
    scale = Scale(days)
    places = [scale.at(day) for day in days]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (3.0, 97.0)
    assert places[2] - places[1] > 3
    assert scale.ticks() == (Tick(places[0], "1948"), Tick(places[1], "2019"), Tick(places[3], "Oct"))


def test_months_stand_only_where_their_year_does() -> None:
    crowded = [date(2018, 12, 31), date(2019, 1, 1), date(2019, 6, 2), date(2035, 3, 4)]
    assert [tick.label for tick in Scale(crowded).ticks()] == ["2018", "2035"]


def test_scale_of_one_day() -> None:
    assert Scale([date(2019, 4, 25)]).at(date(2019, 4, 25)) == 50.0


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2019, 4, 25), date(2019, 4, 25), "April 25, 2019"),
        (date(2019, 4, 1), date(2019, 4, 30), "April 2019"),
        (date(2019, 4, 1), date(2019, 5, 31), "April 1, 2019 to May 31, 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2018, 1, 1), date(2019, 12, 31), "January 1, 2018 to December 31, 2019"),
        (date(9999, 12, 1), date(9999, 12, 31), "December 9999"),
        (date(2019, 4, 25), None, "from April 25, 2019 on"),
        (None, date(2019, 4, 25), "until April 25, 2019"),
        (None, None, "unknown"),
    ],
)
def test_intervals_in_words(earliest: date | None, latest: date | None, words: str) -> None:
    assert publication.span(earliest, latest) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "date unknown"),
        (Published(date(2019, 4, 25), date(2019, 4, 25), False, "2019-04-25"), "April 25, 2019"),
        (Published(None, None, True, "XXXX-04-24"), "April 24, year unknown"),
        (Published(None, None, True, ""), "date unknown"),
    ],
)
def test_publication_dates_in_words(published: Published | None, words: str) -> None:
    assert publication.said(published) == words


def test_reviews_stand_in_the_page() -> None:
    held = ReviewNote("f1", "event-date", "Oslo summit", "Two <days>", "first-wrong", "asked", "holds")
    lost = replace(held, says="Two names", state="orphaned")
    text = page(Result(reviews=(held, lost)))
    assert "<li>Two &lt;days&gt;: first-wrong, “asked”</li>" in text
    assert "<li>Two names: first-wrong, “asked” <strong>(there is no such finding any more)</strong></li>" in text


def test_many_events_are_folded_to_those_that_several_articles_date() -> None:
    made = result()
    subjects = [replace(SUMMIT, id=f"event:{number}", name=f"event {number}") for number in range(14)]
    once = [replace(made.claims[0], id=f"d{number}", subject=subject) for number, subject in enumerate(subjects)]
    text = page(replace(made, claims=(*made.claims, *once)))
    assert "<summary>14 more events that one article alone dates</summary>" in text
    assert re.findall(r"<h3>(Oslo summit|Event:\d+)", text) == ["Oslo summit", *sorted(f"Event:{n}" for n in range(14))]


class Reader(HTMLParser):
    """Collects the text of the first article, what is marked in it, and how many scripts there are."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.marked, self.scripts = "", "", 0
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if self._inside or ("class", "text") in attributes:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        if self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data
            self.marked += data * (self._inside[-1] == "mark")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1), st.data())
def test_any_article_is_shown_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = Passage("a.txt", start, end, text[start:end], 1, text)
    finding = told(1, SUMMIT, text, "error", "conflict", ("a.txt", text))
    finding = replace(finding, message=text, values=(FindingValue(text, 1, (), (quoted,)),))
    reader = Reader()
    reader.feed(page(Result(articles=(Article("a.txt", text, title=text),), findings=(finding,))))
    assert (reader.text, reader.marked, reader.scripts) == (text, text[start:end], 1)


def test_same_page_whatever_the_run() -> None:
    assert page(result()) == page(result())
    assert Article("a", "").article in page(Result(articles=(Article("a", ""),)))
