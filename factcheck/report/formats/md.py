"""Findings as Markdown: for an editor who has never seen the tool, and for pull requests.

How to read it comes first, then what was read, conflicts, variants, what only looked different, and what could not be
used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from factcheck.model import Article, Finding, FindingValue, Passage, Problem, Result, ReviewNote, Verdict
from factcheck.report import location, publication
from factcheck.report.markdown import escape, link, marked
from factcheck.report.quotation import begin, by_sentence
from factcheck.report.wording import counted

_LEGEND = """\
Each finding puts side by side what the articles say of one thing. The words compared are **bold**; below each quotation
stands the file and line that it is from; *Why* gives the steps that led to the verdict.

- **Conflict**: the statements cannot all be true. Look these up.
- **Variant**: probably one fact in different words or spellings. Choose one.
- **Reconciled**: looks different, and agrees once the arithmetic is done. Nothing to do."""
_SECTIONS: tuple[tuple[Verdict, str, str], ...] = (
    ("conflict", "Conflicts", "Nothing that was read contradicts anything else that was read."),
    ("variant", "Variants", "No fact stands in two wordings."),
    ("reconciled", "Reconciled", "Nothing looked different and turned out to agree."),
)
_PASSAGES = 4


def render(result: Result, folder: str) -> str:
    """Return the report; links to articles are relative to `folder`."""
    articles = {article.article: article for article in result.articles}
    parts = [
        "# Do these articles agree?",
        _overview(result),
        _LEGEND,
        "## What was read",
        _table(result, folder) if articles else "Nothing.",
        *_own_dates(result.articles, folder),
        *_sections(result.findings, articles, folder),
        *_reviews(result.reviews),
        *_problems(result.problems),
    ]
    return "\n\n".join(parts) + "\n"


def _overview(result: Result) -> str:
    verdicts = Counter(finding.verdict for finding in result.findings)
    read = f"{counted(len(result.articles), 'article')} with {counted(len(result.claims), 'claim')}"
    found = f"{counted(verdicts['conflict'], 'conflict')}, {counted(verdicts['variant'], 'variant')}"
    left_out = f"; {counted(len(result.problems), 'thing')} could not be used" if result.problems else ""
    return f"{read}: **{found}**, and {verdicts['reconciled']} that look different and agree{left_out}."


# -- the articles -----------------------------------------------------------------------------------------------------


def _table(result: Result, folder: str) -> str:
    claims = Counter(claim.article for claim in result.claims)
    rows = [
        (
            link(article.article, article.path, folder, article.line),
            escape(publication.day(article.published)),
            escape(publication.basis(article.published)),
            escape(article.outlet or ""),
            f"{article.words:,}",
            f"{claims[article.article]:,}",
        )
        for article in result.articles
    ]
    headers = ("article", "published", "how that is known", "outlet", "words", "claims")
    alignment = ("left", "left", "left", "left", "right", "right")
    return tabulate(rows, headers, tablefmt="pipe", disable_numparse=True, colalign=alignment)


def _own_dates(articles: Sequence[Article], folder: str) -> Iterator[str]:
    doubtful = [article for article in articles if publication.is_doubtful(article.published)]
    if doubtful:
        yield "### The articles' own dates"
        yield "These dates are not printed whole, are not known, or are disputed by the article's own words."
        yield "\n".join(line for article in doubtful for line in _own_date(article, folder))


def _own_date(article: Article, folder: str) -> Iterator[str]:
    published = article.published
    how = "inferred" if published and published.inferred else "stated"
    day = f"**{escape(publication.day(published))}**" + (f", {how}" if published and published.earliest else "")
    yield f"- {link(article.article, article.path, folder, article.line)}: {day}"
    for cue in published.cues if published else ():
        words = f"“{marked(cue.text, [])}”" if cue.text else "what comes with the article"
        place = f" (line {location.line(article, cue.start)})" if cue.start is not None else ""
        verdict = "agrees" if cue.agrees else "**disagrees**"
        yield f"  - {escape(cue.kind)}: {words}{place} says {escape(cue.says)}; {verdict}"


# -- the findings -----------------------------------------------------------------------------------------------------


def _sections(findings: Sequence[Finding], articles: Mapping[str, Article], folder: str) -> Iterator[str]:
    number = 0
    for verdict, heading, none in _SECTIONS:
        chosen = [finding for finding in findings if finding.verdict == verdict]
        yield f"## {heading} ({len(chosen)})"
        if not chosen:
            yield none
        for finding in chosen:
            number += 1
            yield from _finding(number, finding, articles, folder)


def _finding(number: int, finding: Finding, articles: Mapping[str, Article], folder: str) -> Iterator[str]:
    yield f"### {number}. {escape(finding.message)}"
    yield f"{finding.severity}, rule `{finding.rule}`, about {escape(finding.subject.name)}, finding `{finding.id}`"
    for value in finding.values:
        yield from _value(value, articles, folder)
    if finding.explanation:
        yield "*Why:*"
        yield "\n".join(f"{step}. {escape(words)}" for step, words in enumerate(finding.explanation, 1))


def _value(value: FindingValue, articles: Mapping[str, Article], folder: str) -> Iterator[str]:
    yield f"{marked(value.value, [(0, len(value.value))])} ({counted(value.sources, 'source')})"
    quotations = by_sentence(value.passages)
    for passages in quotations[:_PASSAGES]:
        yield _quotation(passages, articles.get(passages[0].article), folder)
    rest = [_place(passages[0], articles.get(passages[0].article), folder) for passages in quotations[_PASSAGES:]]
    if rest:
        yield f"> … and {len(rest)} more: {', '.join(rest)}"


def _quotation(passages: Sequence[Passage], article: Article | None, folder: str) -> str:
    sentence = passages[0].sentence
    at = begin(passages[0], article)
    spans = [(passage.start - at, passage.end - at) for passage in passages]
    return f"> {marked(sentence, spans)}\n>\n> — {_place(passages[0], article, folder)}"


def _place(passage: Passage, article: Article | None, folder: str) -> str:
    line = location.line(article, passage.start) if article else passage.line
    return link(f"{passage.article}:{line}", article.path if article else "", folder, line)


# -- the rest ---------------------------------------------------------------------------------------------------------


def _reviews(reviews: Sequence[ReviewNote]) -> Iterator[str]:
    """Tell how many findings were left out as reviewed, and list the reviews that hold no more."""
    lapsed = [review for review in reviews if review.state != "holds"]
    held = len(reviews) - len(lapsed)
    if reviews:
        yield f"## Reviewed ({held})"
        yield f"{counted(held, 'finding')} that somebody has reviewed {'is' if held == 1 else 'are'} left out above."
    if lapsed:
        yield "These reviews hold no more; look at their findings again, or take them out of the file of reviews."
        rows = [(f"`{one.finding}`", one.state, escape(one.about), one.verdict, escape(one.reason)) for one in lapsed]
        headers = ("finding", "state", "about", "verdict", "reason")
        yield tabulate(rows, headers, tablefmt="pipe", disable_numparse=True)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"## Could not be used ({len(problems)})"
        rows = [(f"`{problem.where}`", escape(problem.message), escape(problem.remedy)) for problem in problems]
        yield tabulate(rows, ("where", "what is wrong", "what to do"), tablefmt="pipe", disable_numparse=True)
