"""What holds for every text and every publication date: no crash, spans inside the text, valid TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.document import Document
from factcheck.extract.masthead import Masthead
from factcheck.extract.time import Time, explicit
from factcheck.model import Article, Published

# The grammar of TIMEX3 values, written from the standard: points, parts of the year, weeks, durations, references.
_YEAR = r"(?:BC)?(?:\d{4}|XXXX)"
_CLOCK = r"T(?:MO|MI|AF|EV|NI|DT|(?:\d{2}|XX)(?::\d{2}(?::\d{2})?)?Z?)"
_DAY = rf"{_YEAR}-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\d|3[01]|XX)(?:{_CLOCK})?"
_PART = rf"{_YEAR}-(?:Q[1-4X]|H[12]|SP|SU|FA|WI)"
_WEEK = rf"{_YEAR}-W(?:[0-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?(?:{_CLOCK})?"
_COARSE = rf"(?:BC)?(?:\d{{2,3}}|XX|XXX)|{_YEAR}(?:-(?:0[1-9]|1[0-2]|XX))?"
_LENGTH = r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|ML|WE|Y|M|W|D|Q))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
TIMEX3 = re.compile(f"{_COARSE}|{_DAY}|{_PART}|{_WEEK}|{_LENGTH}|PRESENT_REF|PAST_REF|FUTURE_REF|XXXX-(?:SP|SU|FA|WI)")

_VOCABULARY = """
April May March Sunday Fri. 25 30 31 29 1st 24th 2019 2020 1861 480 0 99 BC AD 1990s 90s '05 century 20th
twentieth the The a an of in on at to and or - – / , . ; : ( ) % $ early late mid end beginning first
last next this that same past coming previous following every each two three few several half dozen
hundred many about over than more less at least up ago later earlier before after since until from now
today yesterday tomorrow tonight night morning noon midnight day days week weeks weekend month months
quarter quarters year years decade decades hour hours minutes second p.m. am pm 5pm 18 00 30 o'clock UTC
GMT +8 summer winter fall spring Christmas Eve Easter Monday New Year 's Day Thanksgiving Q3 H1 fiscal
daily weekly twice once old long will said was held 25.04.2019 04/25/2019 2020-04-27 25-Apr-2019 2004-W47
moment present future soon recently currently time
"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n", "\n\n"])
texts = st.one_of(
    st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS, max_size=12).map("".join)
)
days = st.one_of(st.none(), st.dates())


def read(text: str, day: date | None) -> tuple[Document, tuple[Time, ...]]:
    document = Document(Article(article="case", text=text))
    published = Published(day, day, False, day.isoformat()) if day else None
    document.__dict__.update(masthead=Masthead(), published=published)
    return document, document.dated


@settings(deadline=None)
@given(texts, days)
def test_any_text_on_any_day(text: str, day: date | None) -> None:
    document, times = read(text, day)
    stop = 0
    for time in times:
        expression = time.expression
        assert stop <= expression.start < expression.end <= len(text)
        assert document.tokens.span(expression.first, expression.stop) == (expression.start, expression.end)
        assert TIMEX3.fullmatch(time.timex), (text, time.timex)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        stop = expression.end


@settings(deadline=None)
@given(texts, st.dates())
def test_the_words_alone_say_the_same_with_and_without_a_date(text: str, day: date) -> None:
    with_date, _ = read(text, day)
    without, _ = read(text, None)
    assert with_date.times == without.times


@settings(deadline=None)
@given(texts, texts, st.dates())
def test_what_follows_two_paragraphs_later_changes_nothing(text: str, following: str, day: date) -> None:
    _, alone = read(f"{text}\n\nIt ended.\n\nThey left.", day)
    _, before = read(f"{text}\n\nIt ended.\n\n{following}", day)
    assert before[: len(alone)] == alone


@settings(deadline=None)
@given(texts, days)
def test_explicit_dates_are_whole_intervals(text: str, day: date | None) -> None:
    for time in read(text, day)[1]:
        known = explicit(time.expression)
        assert known is None or known[0] <= known[1]
