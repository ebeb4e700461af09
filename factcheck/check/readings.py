"""Two more things to compare beside claims: how a name is spelled, and what an article says of its own date.

Both take the shape of claims so that one engine compares them; neither has an id of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from factcheck.model import Article, BaseClaim, Corpus, Cue, SubjectRef


class SpellingValue(Struct, frozen=True):
    """A name as printed."""

    name: str


class Spelling(BaseClaim, frozen=True, tag="spelling", kw_only=True):
    """A mention of a subject, read for its spelling."""

    value: SpellingValue


class CueValue(Struct, frozen=True):
    """What an article says of its own date, and whether that fits the date that was settled on."""

    cue: str
    says: str
    agrees: bool
    claims: tuple[str, ...] = ()


class CueReading(BaseClaim, frozen=True, tag="cue", kw_only=True):
    """A cue of an article's publication date."""

    value: CueValue


def spellings(corpus: Corpus) -> Iterator[Spelling]:
    """Yield the mentions of people and organisations by a name of at least two words."""
    for subject in sorted(corpus.subjects.values(), key=lambda subject: subject.id):
        if subject.type not in ("person", "organization"):
            continue
        ref = SubjectRef(id=subject.id, type=subject.type, name=subject.name)
        for mention in subject.mentions:
            article = corpus.articles.get(mention.article)
            if article is None or len(mention.text.split()) < 2:
                continue
            yield Spelling(
                id="",
                article=mention.article,
                text=mention.text,
                start=mention.start,
                end=mention.end,
                sentence=_line(article.text, mention.start, mention.end),
                subject=ref,
                value=SpellingValue(" ".join(mention.text.split())),
            )


def cues(corpus: Corpus) -> Iterator[CueReading]:
    """Yield what every article says of its own date."""
    for name, article in sorted(corpus.articles.items()):
        if article.published is not None:
            for cue in article.published.cues:
                yield _cue(name, article, cue)


def _cue(name: str, article: Article, cue: Cue) -> CueReading:
    start, end = (cue.start, cue.end) if cue.start is not None and cue.end is not None else (0, 0)
    return CueReading(
        id="",
        article=name,
        text=article.text[start:end],
        start=start,
        end=end,
        sentence=_line(article.text, start, end),
        subject=SubjectRef(id=f"article:{name}", type="article", name=article.title or name),
        value=CueValue(cue=cue.kind, says=cue.says, agrees=cue.agrees, claims=cue.claims),
    )


# A quotation is cut at this many characters on each side of its span where the line runs on.
REACH = 160


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the line around a span, cut at words."""
    left = max(text.rfind("\n", 0, start) + 1, start - REACH)
    newline = text.find("\n", end)
    right = min(newline if newline >= 0 else len(text), end + REACH)
    while left > 0 and left < start and not text[left - 1].isspace():
        left += 1
    while right > end and right < len(text) and not text[right].isspace():
        right -= 1
    return left, right
