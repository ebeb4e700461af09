"""What an article says of itself: headline, header date, outlet, dateline, language.

Comes in: a document, of which the head alone is read. Goes out: a Masthead. Each line from the top is told to be a
header, byline, section, headline, dateline or copy; the copy's first line ends the head, though a dateline with an
agency in it is still found below a first quotation or paragraph.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factcheck.extract.masthead import captions, language, places, standfirst, vocabulary
from factcheck.extract.masthead import dateline as datelines
from factcheck.extract.masthead.lines import MARKUP, Line, classify
from factcheck.model import Dateline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.extract.document import Document

_LINES = 16
_HEAD = 4000
_LATE_LINES = 6
_LATE_REACH = 25


class Masthead(Struct, frozen=True):
    """Where the copy begins and what stands above and at the head of it.

    `header_times` and `dateline_times` are indices into `document.times` of the expressions by which the article
    dates itself; `updated_times` those header times that tell of a later change. `body` is the text offset at which
    the first sentence of the copy begins, `lead` that of the first sentence after the dateline (the same, mostly).
    `skip` are spans of text (byline, handles, outlets that no list has) in which no names are to be sought. `outlet` is
    the header's, else the dateline's agency, which is also in `agency`. `captions` are the spans of the lines under
    photographs, anywhere in the text; `starts` the offsets at which copy begins after a dateline, a roundup having
    several; `regions` what the dateline prints around its place, states in full. `ahead` tells that the dateline lies
    so far east that its day can be the one after the header's.
    """

    headline: str | None = None
    outlet: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    header_times: tuple[int, ...] = ()
    dateline_times: tuple[int, ...] = ()
    body: int = 0
    skip: tuple[tuple[int, int], ...] = ()
    lead: int = 0
    agency: str | None = None
    subheadline: str | None = None
    byline: str | None = None
    updated_times: tuple[int, ...] = ()
    captions: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    ahead: bool = False


class _Head(Struct):
    """The lines above the copy, the token at which it begins (None: not found), and the dateline.

    `captions` maps the first token of a caption to the one after it; lines before the token `below` are told already;
    `further` are the datelines of a roundup's other parts.
    """

    above: list[Line]
    captions: dict[int, int]
    body: int | None = None
    dateline: datelines.Found | None = None
    below: int = 0
    further: list[datelines.Found] = field(default_factory=list)


def read(document: Document) -> Masthead:
    """Return the masthead of a document."""
    if not document.tokens.text:
        return Masthead(body=len(document.text), lead=len(document.text))
    front = _front_matter(document)
    head = _read_head(document, front, _dated(document))
    return _assemble(document, front, head)


def _dated(document: Document) -> dict[int, int]:
    """Map the first token of each time expression of the head to its index."""
    times = takewhile(lambda item: item[1].start < _HEAD, enumerate(document.times))
    return {time.first: index for index, time in times}


def _front_matter(document: Document) -> int:
    """Return the text offset at which the front matter of Markdown ends (0 where there is none)."""
    mark = document.text.lstrip("\ufeff")[:3]
    if document.article.format != "markdown" or mark not in {"---", "+++"}:
        return 0
    close = document.text.find(f"\n{mark}", len(mark))
    return 0 if close < 0 else close + 1 + len(mark)


def _read_head(document: Document, front: int, dated: Mapping[int, int]) -> _Head:
    """Tell the lines of the head, from the top until the copy has begun and its dateline is found."""
    tokens, head, late = document.tokens, _Head([], dict(captions.find(document))), 0
    for paragraph, (first, stop) in enumerate(tokens.paragraphs[:_LINES]):
        if tokens.start[first] >= _HEAD:
            break
        if first < head.below:
            continue
        at = max(first, tokens.at(front))
        if first in head.captions:
            continue
        if head.body is None:
            _read_line(document, at, stop, dated, head)
            if head.body is not None and head.dateline is None:
                _read_below(document, paragraph, dated, head)
        elif late < _LATE_LINES:
            late += 1
            head.dateline = _late(document, _unmarked(document, at, stop), stop, dated)
        if head.dateline:
            break
    if head.dateline and head.dateline.strong:
        head.further += _further(document, head.dateline.stop)
    return head


def _read_line(document: Document, at: int, stop: int, dated: Mapping[int, int], head: _Head) -> None:
    """Read one line above the copy; after a date with copy behind it, what follows on the line too."""
    while at < stop:
        start = _unmarked(document, at, stop)
        found = datelines.parse(document, start, stop, dated) if start < stop else None
        if found:
            head.dateline, head.body = found, found.stop
            return
        line = classify(document, at, stop, dated)
        if line.unsure and not document.article.title and all(above.kind != "headline" for above in head.above):
            line = Line(line.first, line.stop, "headline")
        if line.kind == "copy":
            head.body = line.first
            return
        head.above.append(line)
        at = line.stop


def _read_below(document: Document, paragraph: int, dated: Mapping[int, int], head: _Head) -> None:
    """Take the date, byline and outlet that stand below the first line of copy; one sentence above them is no copy."""
    if any(line.times for line in head.above):
        return
    lines = standfirst.find(document, paragraph, dated, head.captions)
    if not lines:
        return
    head.above += lines
    head.below = lines[-1].stop
    first, stop = document.tokens.paragraphs[paragraph]
    titled = document.article.title or any(line.kind == "headline" for line in head.above)
    if titled and document.tokens.sentence(first) == document.tokens.sentence(stop - 1):
        head.body = None


def _late(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> datelines.Found | None:
    """Return a dateline below the first of the copy: one with a place and with its agency between marks."""
    if not {"(", "/"}.intersection(document.tokens.text[first : min(stop, first + _LATE_REACH)]):
        return None
    found = datelines.parse(document, first, stop, dated)
    return found if found and found.strong and found.place else None


def _further(document: Document, token: int) -> Iterator[datelines.Found]:
    """Yield the datelines with an agency below a first one: "RIGA (AP) — The port …⏎OSLO (AP) — The ferry …"."""
    tokens, dated = document.tokens, {time.first: index for index, time in enumerate(document.times)}
    for first, stop in tokens.paragraphs[tokens.paragraph(min(token, len(tokens) - 1)) + 1 :]:
        opens = first < stop and tokens.text[first][0].isupper()
        found = _late(document, first, stop, dated) if opens else None
        if found:
            yield found


def _unmarked(document: Document, first: int, stop: int) -> int:
    while first < stop and document.tokens.text[first] in MARKUP:
        first += 1
    return first


def _assemble(document: Document, front: int, head: _Head) -> Masthead:
    headlines = [line for line in head.above if line.kind == "headline"]
    if head.body is None and headlines:  # no line reads as copy: the first is the headline, if others follow
        head.body = headlines[min(1, len(headlines) - 1)].first
        headlines = headlines[:1] if len(headlines) > 1 else []
    body = _offset(document, head.body)
    found = head.dateline
    times = [index for line in head.above for index in line.times]
    outlet = next((line.outlet for line in head.above if line.outlet), None)
    return Masthead(
        headline=_text(document, headlines, 0),
        subheadline=_text(document, headlines, 1),
        byline=_text(document, [line for line in head.above if line.kind == "byline"], 0),
        outlet=outlet or (found.outlet if found else None),
        agency=found.outlet if found else None,
        language=language.tell(document.tokens),
        dateline=_dateline(document, found),
        header_times=(*_times_before(document, front), *times),
        updated_times=tuple(index for line in head.above for index in line.updated),
        dateline_times=found.times if found else (),
        body=body,
        lead=_offset(document, found.stop) if found else body,
        skip=_skip(document, front, head),
        regions=found.regions if found else (),
        starts=tuple(_offset(document, dateline.stop) for dateline in (found, *head.further) if dateline),
        ahead=_is_ahead(_dateline(document, found)),
        captions=tuple(document.tokens.span(*caption) for caption in head.captions.items()),
    )


def _offset(document: Document, token: int | None) -> int:
    inside = token is not None and token < len(document.tokens)
    return document.tokens.start[token] if inside and token is not None else len(document.text)


def _text(document: Document, lines: list[Line], index: int) -> str | None:
    """Return a line's text without the marks of Markdown around it."""
    if index >= len(lines):
        return None
    line = lines[index]
    return document.tokens.slice(line.first, line.stop).strip("#*_> \t") or None


def _times_before(document: Document, offset: int) -> tuple[int, ...]:
    """Return the dates of the front matter."""
    times = takewhile(lambda item: item[1].end <= offset, enumerate(document.times))
    return tuple(index for index, time in times if time.type in {"DATE", "TIME"} and time.year is not None)


def _dateline(document: Document, found: datelines.Found | None) -> Dateline | None:
    if found is None or found.place is None:
        return None
    place = document.tokens.slice(*found.place)
    start, end = document.tokens.span(*found.place)
    return Dateline(place, start, end, places.country(place, found.regions))


def _is_ahead(dateline: Dateline | None) -> bool:
    """Tell whether a place of filing is some eight hours or more ahead of the Americas and Europe's west."""
    return dateline is not None and (dateline.country or "").lower() in vocabulary.words("datelines", "east")


def _skip(document: Document, front: int, head: _Head) -> tuple[tuple[int, int], ...]:
    """Return the spans of the head that name who wrote, the section, and an outlet of which only the name is known."""
    spans = [(0, front)] if front else []
    for line in head.above:
        if line.kind in {"byline", "section", "handle"}:
            spans.append(_span(document, line.first, line.stop))
        spans += _unlisted(document, line.named)
    for dateline in (head.dateline, *head.further):
        spans += _unlisted(document, dateline.agency) if dateline else []
    return tuple(sorted(span for span in spans if span[0] < span[1]))


def _unlisted(document: Document, names: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of the names that are no outlet of the lexicon: a listed one is a name as any other."""
    known = vocabulary.outlets()
    return [_span(document, *name) for name in names if document.tokens.slice(*name).lower() not in known]


def _span(document: Document, first: int, stop: int) -> tuple[int, int]:
    return document.tokens.span(first, stop) if first < stop else (0, 0)
