"""Findings as Markdown: for an editor who has never seen the tool, and for pull requests.

What to look up comes first, then what to choose between; what only looked different, and whatever is long, is folded
and counted. What was read comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Article, Finding, FindingValue, Passage, Problem, Result, ReviewNote
from factcheck.report import location, publication
from factcheck.report.markdown import escape, folded, link, marked, table
from factcheck.report.quotation import begin, by_sentence
from factcheck.report.wording import agree, counted, lapsed, upfront

_QUOTED = {"conflict": 3, "variant": 2, "reconciled": 2}
_WHOLE = 20  # findings of a section that are shown unfolded
_ROWS = 12


def render(result: Result, folder: str) -> str:
    """Return the report; links to articles are relative to `folder`."""
    writer = _Writer(result, folder)
    parts = [
        "# Do these articles agree?",
        _overview(result),
        *writer.section("conflict", "Conflicts", "These statements cannot all be true. Look them up."),
        *writer.section("variant", "Variants", "Probably one fact in different words or spellings. Choose one."),
        *writer.reconciled(),
        *_reviewed(result.reviews),
        *_problems(result.problems),
        *_read(result, folder),
    ]
    return "\n\n".join(parts) + "\n"


def _overview(result: Result) -> str:
    verdicts = Counter(finding.verdict for finding in result.findings)
    conflicts, variants = counted(verdicts["conflict"], "conflict"), counted(verdicts["variant"], "variant")
    read = f"{counted(len(result.articles), 'article')} with {counted(len(result.claims), 'claim')}"
    others = f"; {agree(verdicts['reconciled'])}" if verdicts["reconciled"] else ""
    lines = [f"**{conflicts}** and **{variants}** in {read}{others}."]
    if result.articles and not verdicts["conflict"]:
        lines.append("Nothing that was read contradicts anything else that was read.")
    if result.problems:
        lines.append(f"{counted(len(result.problems), 'file or rule', 'files or rules')} could not be used; see below.")
    return " ".join(lines)


# -- the findings -----------------------------------------------------------------------------------------------------


class _Writer:
    """Writes findings, which are numbered through the whole report."""

    def __init__(self, result: Result, folder: str) -> None:
        self._findings = result.findings
        self._articles = {article.article: article for article in result.articles}
        self._advice = {rule.id: rule.instead for rule in result.rules}
        self._folder = folder
        self._number = 0

    def section(self, verdict: str, heading: str, intro: str) -> Iterator[str]:
        """Yield a section, unless there is no such finding; what is beyond a screenful of findings is folded."""
        chosen = [finding for finding in self._findings if finding.verdict == verdict]
        if not chosen:
            return
        yield f"## {heading} ({len(chosen)})"
        yield intro
        for finding in chosen[:_WHOLE]:
            yield from self._finding(finding)
        if chosen[_WHOLE:]:
            rest = [part for finding in chosen[_WHOLE:] for part in self._finding(finding)]
            yield folded(f"{counted(len(chosen) - _WHOLE, f'more {verdict}')}", rest)

    def reconciled(self) -> Iterator[str]:
        """Yield what looks different and agrees: folded, for there is nothing to do.

        What several articles say stands first; sums inside one article, its weekdays for instance, are a line each.
        """
        chosen = [finding for finding in self._findings if finding.verdict == "reconciled"]
        if not chosen:
            return
        yield f"## Reconciled ({len(chosen)})"
        yield "These look different, and agree once the arithmetic is done. Nothing to do; the sums are shown."
        inside = [finding for finding in chosen if finding.subject.type == "article"]
        told = sorted((finding for finding in chosen if finding.subject.type != "article"), key=_is_of_one_article)
        if told:
            parts = [part for finding in told for part in self._finding(finding)]
            yield folded(f"About people, places and events ({len(told)})", parts)
        if inside:
            summary = f"About an article's own weekdays and spans of time ({len(inside)})"
            yield folded(summary, ["\n".join(map(self._line, inside))])

    def _line(self, finding: Finding) -> str:
        place = next((self._place(passage) for value in finding.values for passage in value.passages), "")
        return f"- {escape(finding.message)} — {place} <sub>{escape(finding.rule)} · {finding.id}</sub>"

    def _finding(self, finding: Finding) -> Iterator[str]:
        self._number += 1
        yield f"### {self._number}. {escape(finding.message)}"
        for value in finding.values:
            yield from self._value(value, _QUOTED[finding.verdict])
        yield from _why(finding.explanation)
        advice = self._advice.get(finding.rule) if finding.verdict != "reconciled" else None
        if advice:
            yield f"*What to do:* {escape(advice)}"
        yield f"<sub>{finding.severity} · {escape(finding.rule)} · {finding.id}</sub>"

    def _value(self, value: FindingValue, quoted: int) -> Iterator[str]:
        yield f"{marked(value.value, [(0, len(value.value))])} ({counted(value.sources, 'source')})"
        quotations = by_sentence(value.passages)
        for passages in quotations[:quoted]:
            yield self._quotation(passages)
        rest = [self._place(passages[0]) for passages in quotations[quoted:]]
        if rest:
            yield f"> … and {len(rest)} more: {', '.join(rest)}"

    def _quotation(self, passages: Sequence[Passage]) -> str:
        at = begin(passages[0], self._articles.get(passages[0].article))
        spans = [(passage.start - at, passage.end - at) for passage in passages]
        return f"> {marked(passages[0].sentence, spans)}\n>\n> — {self._place(passages[0])}"

    def _place(self, passage: Passage) -> str:
        article = self._articles.get(passage.article)
        line = location.line(article, passage.start) if article else passage.line
        return link(f"{passage.article}:{line}", article.path if article else "", self._folder, line)


def _is_of_one_article(finding: Finding) -> bool:
    return len({passage.article for value in finding.values for passage in value.passages}) == 1


def _why(steps: Sequence[str]) -> Iterator[str]:
    """Yield the steps that led to a finding, those beyond the first few folded."""
    items = [f"{number}. {escape(step)}" for number, step in enumerate(steps, 1)]
    shown = upfront(len(items))
    if items:
        yield "*Why:*"
        yield "\n".join(items[:shown])
    if items[shown:]:
        yield folded(counted(len(items) - shown, "more step"), ["\n".join(items[shown:])])


# -- the rest ---------------------------------------------------------------------------------------------------------


def _reviewed(reviews: Sequence[ReviewNote]) -> Iterator[str]:
    """Yield how many findings a review keeps out, and the reviews that keep nothing out any more."""
    if not reviews:
        return
    lost = [review for review in reviews if review.state != "holds"]
    yield f"## Reviewed ({len(reviews)})"
    held = len(reviews) - len(lost)
    yield f"{counted(held, 'finding')} left out, because somebody has looked at {'it' if held == 1 else 'them'}."
    if lost:
        yield "These reviews hold no longer:"
        yield "\n".join(f"- {escape(review.says)} ({escape(review.verdict)}): {lapsed(review)}" for review in lost)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"## Could not be used ({len(problems)})"
        rows = [(escape(one.where), escape(one.message), escape(one.remedy)) for one in problems]
        yield table(("where", "what is wrong", "what to do"), rows)


def _read(result: Result, folder: str) -> Iterator[str]:
    yield f"## What was read ({len(result.articles)})"
    if not result.articles:
        yield "Nothing."
        return
    claims = Counter(claim.article for claim in result.claims)
    rows = [
        (
            link(article.article, article.path, folder, article.line),
            escape(publication.said(article.published)),
            escape(article.outlet or ""),
            f"{article.words:,}",
            f"{claims[article.article]:,}",
        )
        for article in result.articles
    ]
    shown = table(("article", "published", "outlet", "words", "claims"), rows, numbers=2)
    yield folded(counted(len(rows), "article"), [shown]) if len(rows) > _ROWS else shown
    yield from _own_dates(result.articles, folder)


def _own_dates(articles: Sequence[Article], folder: str) -> Iterator[str]:
    doubtful = [article for article in articles if publication.is_doubtful(article.published)]
    if doubtful:
        yield f"### Dates to check ({len(doubtful)})"
        yield "These articles do not print their own date whole, or their words disagree about it."
        lines = "\n".join(line for article in doubtful for line in _own_date(article, folder))
        yield folded(counted(len(doubtful), "article"), [lines]) if len(doubtful) > _ROWS else lines


def _own_date(article: Article, folder: str) -> Iterator[str]:
    published = article.published
    worked_out = ", worked out" if published and published.inferred and published.earliest else ""
    name = link(article.article, article.path, folder, article.line)
    yield f"- {name}: **{escape(publication.said(published))}**{worked_out}"
    for cue in published.cues if published else ():
        words = f" “{marked(cue.text, [])}”" if cue.text else ""
        place = f" (line {location.line(article, cue.start)})" if cue.start is not None else ""
        verdict = "" if cue.agrees else "; **disagrees**"
        yield f"  - {publication.cue(cue.kind)}{words}{place}: {escape(publication.readable(cue.says))}{verdict}"
