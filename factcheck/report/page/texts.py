"""Articles → their texts with every quoted passage marked, for reading side by side.

An article that no finding quotes keeps its head and loses its text; where the texts together are very long, each is cut
to what stands around its passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.model import Article, Published, Result
from factcheck.report import location, publication
from factcheck.report.markdown import relative
from factcheck.report.page.cards import anchor, colour

_BUDGET = 900_000  # characters of text in one page
_AROUND = 500

Span = tuple[int, int, str]


class Stretch(Struct, frozen=True):
    """A run of text. `keys` are "finding.colour" of the passages that it belongs to.

    `left_out` counts the characters that are cut in its place.
    """

    text: str
    keys: str = ""
    anchor: str = ""
    left_out: int = 0


class Text(Struct, frozen=True):
    """An article as the page shows it; a cue is its kind, its words, what they say, and whether the date fits."""

    number: int
    name: str
    title: str
    outlet: str
    language: str
    day: str
    basis: str
    doubtful: bool
    cues: tuple[tuple[str, str, str, bool], ...]
    words: int
    claims: int
    findings: int
    copies: tuple[str, ...]
    href: str
    stretches: tuple[Stretch, ...]


def build(result: Result, folder: str) -> list[Text]:
    """Return the articles in order of their names."""
    spans = _spans(result)
    cut = sum(len(article.text) for article in result.articles if article.article in spans) > _BUDGET
    claims: dict[str, int] = defaultdict(int)
    for claim in result.claims:
        claims[claim.article] += 1
    return [
        _text(number, article, spans.get(article.article, ()), claims[article.article], folder, cut)
        for number, article in enumerate(result.articles)
    ]


def stretches(text: str, spans: Sequence[Span], article: int) -> Iterator[Stretch]:
    """Yield a text in runs that belong to the same passages.

    "On Monday.", [(3, 9, "0.1")], 0 → Stretch("On "), Stretch("Monday", "0.1", "a0-3"), Stretch(".")
    """
    starts = {start for start, _, _ in spans}
    edges = sorted({0, len(text), *starts, *(end for _, end, _ in spans)})
    waiting = sorted(spans, reverse=True)
    running: list[Span] = []
    for here, there in pairwise(edges):
        running = [span for span in running if span[1] > here]
        while waiting and waiting[-1][0] <= here:
            running.append(waiting.pop())
        keys = " ".join(sorted({key for _, end, key in running if end > here}))
        yield Stretch(text[here:there], keys, anchor(article, here) if here in starts else "")


def _spans(result: Result) -> Mapping[str, Sequence[Span]]:
    spans: dict[str, set[Span]] = defaultdict(set)
    for number, finding in enumerate(result.findings):
        for place, value in enumerate(finding.values):
            for passage in value.passages:
                spans[passage.article].add((passage.start, passage.end, f"{number}.{colour(place)}"))
    return {article: sorted(found) for article, found in spans.items()}


def _text(number: int, article: Article, spans: Sequence[Span], claims: int, folder: str, cut: bool) -> Text:
    published = article.published
    runs = list(stretches(article.text, spans, number)) if spans else []
    file = location.path(article)
    return Text(
        number=number,
        name=article.article,
        title=" ".join((article.title or "").split()),
        outlet=article.outlet or "",
        language=article.language or "",
        day=publication.said(published),
        basis=_basis(published),
        doubtful=publication.is_doubtful(published),
        cues=_cues(published),
        words=article.words,
        claims=claims,
        findings=len({key.partition(".")[0] for _, _, key in spans}),
        copies=article.copies,
        href=f"{relative(file, folder)}#L{article.line}" if file else "",
        stretches=tuple(_cut(runs) if cut else runs),
    )


def _basis(published: Published | None) -> str:
    """Return in a word why a date wants a look."""
    if published is None or published.earliest is None:
        return ""
    return "worked out" if published.inferred else "disputed"


def _cues(published: Published | None) -> tuple[tuple[str, str, str, bool], ...]:
    cues = published.cues if published else ()
    return tuple((publication.cue(one.kind), one.text, publication.readable(one.says), one.agrees) for one in cues)


def _cut(runs: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield runs, those that belong to no passage shortened to what stands next to one."""
    for number, run in enumerate(runs):
        head = _AROUND if number else 0
        tail = len(run.text) - (_AROUND if number < len(runs) - 1 else 0)
        if run.keys or tail - head <= _AROUND:
            yield run
            continue
        yield from (Stretch(run.text[:head]), Stretch("", left_out=tail - head), Stretch(run.text[tail:]))
