"""Two more things to compare beside claims: how a name is spelled, and what an article says of its own date.

Both take the shape of claims so that one engine compares them; neither has an id of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from factcheck.model import (
    AnniversaryClaim,
    Article,
    BaseClaim,
    Corpus,
    Cue,
    DateClaim,
    DurationClaim,
    SubjectRef,
)

# Kinds of cue whose words are the date.
_PRINTED = frozenset(["metadata", "header", "dateline"])


class SpellingValue(Struct, frozen=True):
    """A name as printed."""

    name: str


class Spelling(BaseClaim, frozen=True, tag="spelling", kw_only=True):
    """A mention of a subject, read for its spelling."""

    value: SpellingValue


class CueValue(Struct, frozen=True):
    """What an article says of its own date, and whether that fits the date that was settled on.

    `printed` tells that the cue stands in the header or dateline itself. For a cue that does not fit, `against` tells
    what the cues say that do, and `claims` hold theirs too.
    """

    cue: str
    says: str
    agrees: bool
    claims: tuple[str, ...] = ()
    printed: bool = False
    against: tuple[str, ...] = ()


class CueReading(BaseClaim, frozen=True, tag="cue", kw_only=True):
    """A cue of an article's publication date."""

    value: CueValue


def spellings(corpus: Corpus) -> Iterator[Spelling]:
    """Yield each spelling of people and organisations by a name of at least two words, once an article."""
    for subject in sorted(corpus.subjects.values(), key=lambda subject: subject.id):
        if subject.type not in ("person", "organization"):
            continue
        ref = SubjectRef(id=subject.id, type=subject.type, name=subject.name)
        seen: set[tuple[str, str]] = set()
        for mention in sorted(subject.mentions, key=lambda mention: (mention.article, mention.start)):
            article = corpus.articles.get(mention.article)
            name = _spelled(mention.text)
            if article is None or " " not in name or (mention.article, name) in seen:
                continue
            seen.add((mention.article, name))
            yield Spelling(
                id="",
                article=mention.article,
                text=mention.text,
                start=mention.start,
                end=mention.end,
                sentence=_line(article.text, mention.start, mention.end),
                subject=ref,
                value=SpellingValue(name),
            )


def printed(corpus: Corpus, articles: Collection[str]) -> Iterator[Spelling]:
    """Yield every mention by name of people, organisations and places in some articles."""
    for subject in sorted(corpus.subjects.values(), key=lambda subject: subject.id):
        if subject.type == "event":
            continue
        ref = SubjectRef(id=subject.id, type=subject.type, name=subject.name)
        for mention in subject.mentions:
            if mention.article in articles:
                text = corpus.articles[mention.article].text
                yield Spelling(
                    id="",
                    article=mention.article,
                    text=mention.text,
                    start=mention.start,
                    end=mention.end,
                    sentence=_line(text, mention.start, mention.end),
                    subject=ref,
                    value=SpellingValue(_spelled(mention.text)),
                )


def _spelled(text: str) -> str:
    """Return a name as spelled, without what its place in the sentence does: a capital first letter, a full stop."""
    name = " ".join(text.split()).removesuffix(".")
    return name[:1].upper() + name[1:]


def cues(corpus: Corpus) -> Iterator[CueReading]:
    """Yield what every article says of its own date, with the claims that stand where each cue stands."""
    by_article: dict[str, list[BaseClaim]] = defaultdict(list)
    for claim in corpus.claims:
        if isinstance(claim, (DateClaim, DurationClaim, AnniversaryClaim)):
            by_article[claim.article].append(claim)
    for name, article in sorted(corpus.articles.items()):
        if article.published is not None:
            for cue in article.published.cues:
                yield _cue(name, article, cue, by_article[name])


def _cue(name: str, article: Article, cue: Cue, claims: Sequence[BaseClaim]) -> CueReading:
    start, end = (cue.start, cue.end) if cue.start is not None and cue.end is not None else (0, 0)
    under = _under(cue, claims)
    others = _deciding(article) if not cue.agrees else ()
    dates = [claim for claim in under if isinstance(claim, DateClaim)]
    return CueReading(
        id="",
        article=name,
        text=article.text[start:end],
        start=start,
        end=end,
        sentence=under[0].sentence if under else _line(article.text, start, end),
        subject=SubjectRef(id=f"article:{name}", type="article", name=article.title or name),
        value=CueValue(
            cue=cue.kind,
            says=cue.says,
            agrees=cue.agrees,
            claims=_ids([*under, *(claim for other in others for claim in _under(other, claims))]),
            printed=any(claim.value.role is not None for claim in dates),
            against=tuple(dict.fromkeys(_told(other) for other in others if other.text)),
        ),
    )


def _told(cue: Cue) -> str:
    """Tell a cue; a date that is printed says itself."""
    return f"“{cue.text}”" if cue.kind in _PRINTED else f"“{cue.text}” ({cue.says})"


def _under(cue: Cue, claims: Sequence[BaseClaim]) -> list[BaseClaim]:
    """Return the claims that stand where a cue stands, and where it leans on."""
    own = [(cue.start, cue.end)] if cue.start is not None and cue.end is not None else []
    spans = [*own, *cue.leans]
    found = [claim for claim in claims if any(claim.start < end and start < claim.end for start, end in spans)]
    return sorted(found, key=lambda claim: (claim.start, claim.end, claim.id))


def _deciding(article: Article) -> tuple[Cue, ...]:
    """Return the cues that an article's date rests on; bounds only narrow it."""
    cues = article.published.cues if article.published else ()
    return tuple(cue for cue in cues if cue.agrees and cue.kind != "bound")


def _ids(claims: Sequence[BaseClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))


# A quotation is cut at this many characters on each side of its span where the sentence runs on.
REACH = 300
_STOP = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[A-Z])|\n")


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a span, as far as stops and line ends tell, cut at words where it runs on."""
    left = max(start - REACH, 0)
    begins = [stop.end() for stop in _STOP.finditer(text, left, start)]
    ends = _STOP.search(text, end, end + REACH)
    right = min(end + REACH, len(text))
    if begins:
        left = begins[-1]
    if ends:
        right = ends.end() - len(ends[0]) + len(ends[0].rstrip())
    while not begins and 0 < left < start and not text[left - 1].isspace():
        left += 1
    while not ends and end < right < len(text) and not text[right].isspace():
        right -= 1
    return left, right
