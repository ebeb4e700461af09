"""What kind of line stands above the copy: header, byline, section, headline, or the copy itself.

"News Bharati    25-Apr-2019"            header with outlet and date
"Published: 12 June 2021 | By Jane Doe"  header
"By Jane Doe and John Roe, BBC News"     byline
"All news"                               section
"(@Name123)"                             handle
"Two leaders meet for the first time"    headline
"The two leaders met on Monday."         copy
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from factcheck.extract.masthead import vocabulary
from factcheck.extract.masthead.parts import Part, idle, labels, parts, trimmed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.document import Document

_HANDLE = re.compile(r"\(?\s*@\w{1,40}\s*\)?|(?:https?://|www\.)\S+|#\w+(?:\s+#\w+)*")  # (@Name123)  www.site.com
MARKUP = frozenset("#*_>~=\ufeff")
_PATH = re.compile(r"[|>›»/·•]|\s-\s")  # Home | World > Asia
_NAME_WORDS = 6
_PLACE_WORDS = 3
_SENTENCE = 15
_HEADER_TOKENS = 45
_BYLINE_TOKENS = 24
_HEADLINE_WORDS = 40
_STANDFIRST_WORDS = 60
_QUESTION_WORDS = 22
_TERMINAL = frozenset(".…")
_ASKING = frozenset("?!")
_OPENING = frozenset("\"'“‘„«(")
_CLOSING = frozenset("\"'”’»)]*_")

LineKind = Literal["header", "byline", "section", "handle", "rule", "headline", "copy"]


class Line(Struct, frozen=True):
    """A line: its tokens, its kind, and what a header says.

    `times` index `document.times`; `updated` those of them that tell of a later change; `stop` is the token at which
    the copy begins where it follows on the same line. `unsure` tells that a name in a header is neither an outlet nor a
    byline, so that it could be a headline: "Battle of Midway, 4 June 1942".
    """

    first: int
    stop: int
    kind: LineKind
    times: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    outlet: str | None = None
    named: tuple[tuple[int, int], ...] = ()
    unsure: bool = False


def classify(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line:
    """Return what the line of tokens `first` to `stop` is; `dated` maps a token to the time that begins there."""
    while first < stop and document.tokens.text[first] in MARKUP:
        first += 1
    if not any(word[0].isalnum() for word in document.tokens.text[first:stop]):
        return Line(first, stop, "rule")
    return (
        _plain(document, first, stop)
        or _byline(document, first, stop, dated)
        or _posted_at(document, first, stop, dated)
        or _programme(document, first, stop, dated)
        or _header(document, first, stop, dated)
        or _labelled(document, first, stop, dated)
        or Line(first, stop, "headline" if _is_headline(document, first, stop) else "copy")
    )


def _plain(document: Document, first: int, stop: int) -> Line | None:
    """Recognise lines by what they are as a whole: sections, outlets, handles, addresses of pages."""
    printed = document.tokens.slice(first, stop).strip("*_# \t")
    lower = printed.lower().rstrip(":")
    if lower in vocabulary.words("sections", "names") or lower in vocabulary.words("sections", "boilerplate"):
        return Line(first, stop, "section")
    if _is_path(lower):
        return Line(first, stop, "section")
    if _HANDLE.fullmatch(printed):
        return Line(first, stop, "handle")
    if all(word in vocabulary.words("header", "labels") for word in lower.split()):
        return Line(first, stop, "rule")
    outlet = vocabulary.outlets().get(lower) or _outlet_and_role(lower) or _outlet_and_place(document, first, stop)
    return Line(first, stop, "header", outlet=outlet, named=((first, stop),)) if outlet else None


def _is_path(lower: str) -> bool:
    """Tell whether a line is a path of sections: "home | world | asia", "news > uk"."""
    parts = [part.strip() for part in _PATH.split(lower)]
    return len(parts) > 1 and all(part in vocabulary.words("sections", "names") for part in parts)


def _outlet_and_role(lower: str) -> str | None:
    """Return the outlet of "reuters staff"."""
    name, _, role = lower.rpartition(" ")
    return vocabulary.outlets().get(name) if role in vocabulary.words("bylines", "connectors") else None


def _outlet_and_place(document: Document, first: int, stop: int) -> str | None:
    """Return the outlet of "BBC News, Nairobi", "Press Trust of India | Johannesburg"."""
    tokens = document.tokens
    comma = next((i for i in range(first, min(stop, first + _NAME_WORDS)) if tokens.text[i] in ",|"), stop)
    if comma in {first, stop} or not 0 < stop - comma - 1 <= _PLACE_WORDS:
        return None
    capitals = all(word[0].isupper() for word in tokens.text[comma + 1 : stop])
    return vocabulary.outlets().get(tokens.slice(first, comma).lower()) if capitals else None


def _byline(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line | None:
    """Recognise "By Jane Doe, BBC News", but not "By Monday the storm had passed."."""
    tokens = document.tokens
    start = _opener_end(document, first, stop)
    if start in {first, stop} or start in dated or stop - first > _BYLINE_TOKENS or tokens.text[stop - 1] in ".!?":
        return None
    connectors = vocabulary.words("bylines", "connectors")
    for i in range(start, stop):
        text = tokens.text[i]
        if i in dated or text in vocabulary.words("header", "separators"):
            return None
        if text[0].isalpha() and not text[0].isupper() and text not in connectors:
            return None
    return Line(first, stop, "byline", outlet=_outlet_in(document, start, stop))


def _posted_at(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line | None:
    """Recognise a label with a time of day and no date: "Web posted at: 6:16 a.m. EDT (1016 GMT)"."""
    at = first
    while at < stop and (document.tokens.lower[at] in idle() or at in dated):
        time = document.times[dated[at]] if at in dated else None
        if time and (time.type != "TIME" or time.day is not None or time.month is not None):
            return None
        at = max(at + 1, time.stop) if time else at + 1
    spare = [
        i for i in range(at, stop) if document.tokens.lower[i] not in idle() and not document.tokens.text[i].isdigit()
    ]
    told = first not in dated and any(i in dated for i in range(first, stop))
    return Line(first, stop, "rule") if told and not spare else None


def _programme(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line | None:
    """Recognise an outlet and a full date before a headline on its line: "THE NEWS - June 14, 2003: Ferries run"."""
    tokens = document.tokens
    at = next((i for i in range(first, min(stop, first + _NAME_WORDS + 2)) if i in dated), first)
    if at == first or not _dates(document, dated[at]):
        return None
    time, part = document.times[dated[at]], trimmed(document, first, at)
    if time.year is None or time.day is None or time.stop + 1 >= stop or tokens.text[time.stop] != ":":
        return None
    if part.first >= part.stop or not _is_part(document, part, dated) or _is_unsure(document, part.first, part.stop):
        return None
    name = (part.first, part.stop)
    outlet = _outlet(document, *name)
    return Line(first, time.stop + 1, "header", times=(dated[at],), outlet=outlet, named=(name,))


def _opener_end(document: Document, first: int, stop: int) -> int:
    """Return the token after "By", "Written by:"; `first` where the line opens otherwise."""
    tokens = document.tokens
    openers = vocabulary.words("bylines", "openers")
    for end in range(min(first + 2, stop), first, -1):
        if " ".join(tokens.lower[first:end]) in openers:
            return end + 1 if end < stop and tokens.text[end] == ":" else end
    return first


def _outlet_in(document: Document, first: int, stop: int) -> str | None:
    """Return the outlet after a byline's comma: "By Jane Doe, BBC News" → "BBC"."""
    tokens = document.tokens
    comma = next((i for i in range(first, stop) if tokens.text[i] == ","), None)
    return (
        None if comma is None or comma + 1 == stop else vocabulary.outlets().get(tokens.slice(comma + 1, stop).lower())
    )


def _header(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line | None:
    """Recognise a line of which every part is a date, a name, a byline or a section, with one date at least."""
    sentence = document.tokens.text[stop - 1] == "." and stop - first > _SENTENCE
    if sentence or stop - first > _HEADER_TOKENS or not any(i in dated for i in range(first, stop)):
        return None
    times = [dated[i] for i in range(first, stop) if i in dated and _dates(document, dated[i])]
    found = list(parts(document, first, stop, dated))
    if not times or not all(_is_part(document, part, dated) for part in found):
        return None
    if any(_is_of_something_else(document, part, dated) for part in found):
        return None
    names = [(part.first, part.stop) for part in found]
    return Line(
        first,
        stop,
        "header",
        times=tuple(times),
        updated=_updated(document, times, first),
        outlet=next(filter(None, (_outlet(document, *name) for name in names)), None),
        named=tuple(names),
        unsure=not _is_labelled(document, times) and any(_is_unsure(document, *name) for name in names),
    )


def _is_of_something_else(document: Document, part: Part, dated: Mapping[int, int]) -> bool:
    """Tell whether a part gives a date to something else: "Born: September 16, 1923", "Next meeting: 3 May 2021"."""
    lower = document.tokens.lower
    if {lower[part.first], lower[part.stop - 1]} & vocabulary.words("header", "others"):
        return True
    before = part.stop + 1 in dated and lower[part.stop] == ":"
    return before and _is_unsure(document, part.first, part.stop)


def _is_labelled(document: Document, times: list[int]) -> bool:
    """Tell whether a word leaves no doubt that a date is the article's: "DATE: Tuesday, October 22, 1996"."""
    lower, sure = document.tokens.lower, vocabulary.words("header", "published") | {"date", "dated"}
    firsts = [document.times[index].first for index in times]
    return any(
        lower[at - 1] in sure or (at > 1 and lower[at - 1] == ":" and lower[at - 2] in sure) for at in firsts if at
    )


def _dates(document: Document, index: int) -> bool:
    """Tell whether a time expression can date an article: it has a month, and a year or a day, in either order."""
    time = document.times[index]
    told = time.month is not None and (time.year is not None or time.day is not None)
    return time.type in {"DATE", "TIME"} and (told or bool(time.swapped))


def _is_part(document: Document, part: Part, dated: Mapping[int, int]) -> bool:
    """Tell whether a part can stand in a header: a section, an outlet, a byline, a few words with capitals."""
    tokens = document.tokens
    printed = tokens.slice(part.first, part.stop).lower()
    if printed in vocabulary.words("sections", "names") or printed in vocabulary.outlets():
        return True
    words = [word for word in tokens.text[part.first : part.stop] if word[0].isalpha()]
    if _opener_end(document, part.first, part.stop) > part.first:
        return _byline(document, part.first, part.stop, dated) is not None
    connectors = vocabulary.words("bylines", "connectors")
    capitals = all(word[0].isupper() or word in connectors for word in words)
    return capitals and len(words) <= _NAME_WORDS and tokens.text[part.stop - 1] not in "?!"


def _is_unsure(document: Document, first: int, stop: int) -> bool:
    printed = document.tokens.slice(first, stop).lower()
    sure = (
        printed in vocabulary.words("sections", "names")
        or printed in vocabulary.words("bylines", "nobody")
        or _opener_end(document, first, stop) > first
    )
    return not sure and _outlet(document, first, stop) is None


def _outlet(document: Document, first: int, stop: int) -> str | None:
    """Return the outlet that a part names: one that is known, or a name with a word like "News" in it."""
    tokens = document.tokens
    printed = tokens.slice(first, stop)
    known = vocabulary.outlets().get(printed.lower())
    if known or _opener_end(document, first, stop) > first:
        return known
    told = ":" in tokens.text[first:stop]  # "Reporter: Jane Doe"
    if told or printed.lower() in vocabulary.words("sections", "names") | vocabulary.words("bylines", "nobody"):
        return None
    return printed if vocabulary.words("outlets", "words").intersection(tokens.lower[first:stop]) else None


def _updated(document: Document, times: list[int], first: int) -> tuple[int, ...]:
    """Return the times whose nearest label before them tells of a change."""
    tokens = document.tokens
    changes, found, label, at = vocabulary.words("header", "updated"), [], False, first
    for index in times:
        time = document.times[index]
        for i in range(at, time.first):
            if tokens.lower[i] in changes:
                label = True
            elif tokens.lower[i] in {"published", "posted", "first"}:
                label = False
        if label:
            found.append(index)
        at = time.stop
    return tuple(found)


def _labelled(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Line | None:
    """Recognise a date at the head of a line on which copy follows: 'date 2020-04-27 "The agreements …'.

    Without a label before it a full date must be set off by a dash, a bar or a colon.
    """
    tokens = document.tokens
    at = first
    while at < stop and (tokens.lower[at] in labels() or tokens.lower[at] == ":") and at not in dated:
        at += 1
    if at == stop or at not in dated or (at > first and tokens.lower[first] in {"on", "at", "by", "the"}):
        return None
    time = document.times[dated[at]]
    full = time.type in {"DATE", "TIME"} and time.year is not None and time.day is not None
    if time.stop >= stop or not full:
        return None
    following = tokens.text[time.stop]
    set_off = following in {":", "|", *vocabulary.words("header", "dashes")}
    if not set_off and (at == first or not (following[0].isupper() or following[0] in _OPENING)):
        return None
    updated = (dated[at],) if tokens.lower[first] in vocabulary.words("header", "updated") else ()
    return Line(first, time.stop + set_off, "header", times=(dated[at],), updated=updated)


def _is_headline(document: Document, first: int, stop: int) -> bool:
    """Tell whether a line is no sentence of copy: without a full stop, and not long."""
    tokens = document.tokens
    last = stop - 1
    while last > first and tokens.text[last] in _CLOSING:
        last -= 1
    if tokens.text[last] in _TERMINAL:
        return False
    words = sum(word[0].isalnum() for word in tokens.text[first:stop])
    if tokens.text[last] in _ASKING:
        return words <= _QUESTION_WORDS and tokens.sentence(first) == tokens.sentence(last)
    several = tokens.sentence(first) != tokens.sentence(last)
    return words <= (_HEADLINE_WORDS if several else _STANDFIRST_WORDS)
