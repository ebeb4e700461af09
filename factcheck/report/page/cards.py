"""Findings → the cards of the page: the values side by side, each with its quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.model import Article, Finding, FindingValue, Passage, Result
from factcheck.report import location, publication
from factcheck.report.page.people import People
from factcheck.report.quotation import begin, by_sentence, odd
from factcheck.report.wording import counted, upfront

COLOURS = 6
_QUOTED = 3
_AROUND = 140  # characters of an article that are shown on either side of a sentence
_WIDEST = 700  # of a sentence
_OPEN = 12
_BREAK = re.compile(r"\n\s*\n\s*")  # a blank line
_BREAK_END = re.compile(r"\n[ \t\r]*\n[ \t\r]*\Z")


class Words(Struct, frozen=True):
    """A stretch of an article: the words compared ("mark"), their sentence (""), or what stands around it."""

    text: str
    role: str = ""


class Place(Struct, frozen=True):
    """Where a passage stands: the number of its article, the anchor in the page, and how to name it."""

    article: int
    anchor: str
    label: str


class Quotation(Struct, frozen=True):
    """A sentence with words marked in it."""

    words: tuple[Words, ...]
    place: Place
    known: str


class Value(Struct, frozen=True):
    """One side of a finding; `colour` counts from 1."""

    colour: int
    text: str
    sources: str
    quotations: tuple[Quotation, ...]
    more: tuple[Place, ...]


class Card(Struct, frozen=True):
    """A finding as the page shows it. `severity` is "agrees" for one that is reconciled; `odd` numbers a value."""

    number: int
    id: str
    severity: str
    verdict: str
    rule: str
    about: str
    message: str
    values: tuple[Value, ...]
    odd: int
    explanation: tuple[str, ...]
    further: tuple[str, ...]
    advice: str
    people: tuple[int, ...]
    articles: tuple[int, ...]
    open: bool


def build(result: Result, numbers: Mapping[str, int], people: People) -> list[Card]:
    """Return the cards in report order; the first conflicts come open."""
    articles = {article.article: article for article in result.articles}
    advice = {rule.id: rule.instead for rule in result.rules}
    conflicts = [finding.id for finding in result.findings if finding.verdict == "conflict"]
    unfolded = frozenset(conflicts[:_OPEN])
    return [
        Card(
            number=number,
            id=finding.id,
            severity="agrees" if finding.verdict == "reconciled" else finding.severity,
            verdict=finding.verdict,
            rule=finding.rule,
            about=finding.subject.name,
            message=finding.message,
            values=tuple(_values(finding, articles, numbers)),
            odd=_odd(finding),
            explanation=finding.explanation[: upfront(len(finding.explanation))],
            further=finding.explanation[upfront(len(finding.explanation)) :],
            advice="" if finding.verdict == "reconciled" else advice.get(finding.rule, ""),
            people=people.of(finding),
            articles=_articles(finding, numbers),
            open=finding.id in unfolded,
        )
        for number, finding in enumerate(result.findings)
    ]


def colour(value: int) -> int:
    """Return the colour of a finding's n-th value, from 0 on; colours come again where there are many."""
    return value % COLOURS + 1


def anchor(article: int, start: int) -> str:
    """Return the fragment of the page at which a passage stands in its article."""
    return f"a{article}-{start}"


def _odd(finding: Finding) -> int:
    """Return the number of the value to look at first."""
    value = odd(finding)
    return finding.values.index(value) if value else 0


def _articles(finding: Finding, numbers: Mapping[str, int]) -> tuple[int, ...]:
    quoted = {passage.article for value in finding.values for passage in value.passages}
    return tuple(sorted(numbers[name] for name in quoted if name in numbers))


def _values(finding: Finding, articles: Mapping[str, Article], numbers: Mapping[str, int]) -> Iterator[Value]:
    for number, value in enumerate(finding.values):
        known = [passage for passage in value.passages if passage.article in numbers]
        sentences = by_sentence(known)
        yield Value(
            colour(number),
            value.value,
            _sources(value),
            tuple(_quotation(passages, articles, numbers) for passages in sentences[:_QUOTED]),
            tuple(_place(passages[0], articles, numbers) for passages in sentences[_QUOTED:]),
        )


def _sources(value: FindingValue) -> str:
    return counted(value.sources, "source")


def _quotation(passages: Sequence[Passage], articles: Mapping[str, Article], numbers: Mapping[str, int]) -> Quotation:
    article = articles[passages[0].article]
    known = (article.outlet or "", publication.said(article.published))
    place = _place(passages[0], articles, numbers)
    return Quotation(tuple(_words(passages, article)), place, ", ".join(filter(None, known)))


def _place(passage: Passage, articles: Mapping[str, Article], numbers: Mapping[str, int]) -> Place:
    article = articles[passage.article]
    number = numbers[passage.article]
    line = location.line(article, passage.start)
    return Place(number, anchor(number, passage.start), f"{passage.article}:{line}")


def _words(passages: Sequence[Passage], article: Article) -> Iterator[Words]:
    """Yield what is shown of an article: the sentence with the passages marked, and some words before and after."""
    at = begin(passages[0], article)
    spans = sorted({(passage.start, passage.end) for passage in passages})
    first, last = _sentence(at, at + len(passages[0].sentence), spans)
    before, after = _before(article.text, first), _after(article.text, last)
    if before < first:
        yield Words(
            f"{'… ' * _is_cut(article.text[max(0, before - 9) : before])}{_folded(article.text[before:first])}",
            "around",
        )
    here = first
    for start, end in spans:
        if start >= here:
            yield from (Words(_folded(article.text[here:start])), Words(_folded(article.text[start:end]), "mark"))
            here = end
    yield Words(_folded(article.text[here:last]))
    if last < after:
        yield Words(
            f"{_folded(article.text[last:after])}{' …' * _is_cut(article.text[after : after + 9][::-1])}", "around"
        )


def _sentence(start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the stretch to show as the sentence, cut where it is very long."""
    start, end = min(start, spans[0][0]), max(end, spans[-1][1])
    return max(start, spans[0][0] - _WIDEST), min(end, spans[-1][1] + _WIDEST)


def _before(text: str, offset: int) -> int:
    """Return where the words of the same paragraph before an offset begin, at a whole word."""
    start = max(0, offset - _AROUND)
    paragraph = max((match.end() for match in _BREAK.finditer(text, start, offset)), default=None)
    if paragraph is not None or start == 0:
        return paragraph or 0
    return min(offset, text.find(" ", start, offset) + 1 or offset)


def _after(text: str, offset: int) -> int:
    """Return where the words of the same paragraph after an offset end, at a whole word."""
    end = min(len(text), offset + _AROUND)
    paragraph = _BREAK.search(text, offset, end)
    if paragraph or end == len(text):
        return paragraph.start() if paragraph else end
    return max(offset, text.rfind(" ", offset, end))


def _is_cut(rest: str) -> bool:
    """Tell whether a text that ends here ends inside a paragraph."""
    return bool(rest) and not _BREAK_END.search(rest)


def _folded(text: str) -> str:
    """Fold white space, that at the ends to one blank."""
    inner = " ".join(text.split())
    left = " " if inner and text[0].isspace() else ""
    right = " " if inner and text[-1].isspace() else ""
    return f"{left}{inner}{right}" if inner else " " * bool(text)
