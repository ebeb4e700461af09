"""Quotation marks → the stretches between them.

Comes in: the tokens. Goes out: stretches as token ranges without their marks, in order of their first token, each
either inside another or apart from it. An opening mark without a closing one reaches to the end of its paragraph; a
paragraph that opens with a mark then goes on with the same speech.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.extract.tokens import Tokens

_OPENING = frozenset("“«„‟")
_CLOSING = frozenset("”»")
_DOUBLE = _OPENING | _CLOSING | {'"'}
_SINGLE = frozenset("‘’'`‚")
_BRACKETS = frozenset("([{—–-/")
_AFTER = frozenset(".,;:!?)]}…—–-/")
_STOPS = frozenset(".,;:!?…")
_LINES = 8  # lines that one quotation may run over where every sentence stands on its own line
_FAR = 60  # words between single quotation marks


class Stretch(NamedTuple):
    """Tokens first to stop (exclusive) between marks; `continues` where it goes on with the stretch before it."""

    first: int
    stop: int
    continues: bool = False


class _Mark(NamedTuple):
    """A double mark over tokens `at` to `stop`; `way` is "open", "close" or "" where the words around do not tell."""

    at: int
    stop: int
    way: str


def find(tokens: Tokens) -> list[Stretch]:
    """Return the quoted stretches of a text, outer before inner.

    '"Yes," he said.'           → Yes,
    'the ‘smart’ 15" display'   → smart
    """
    characters = list(tokens.hits(_mark_characters().__contains__))
    if not characters:
        return []
    double = [stretch for stretch in _double(tokens, characters) if _has_words(tokens, stretch)]
    single = [stretch for stretch in _single(tokens, double, characters) if _has_words(tokens, stretch)]
    return sorted(double + single, key=lambda stretch: (stretch.first, -stretch.stop))


def _has_words(tokens: Tokens, stretch: Stretch) -> bool:
    return any(word[0].isalnum() for word in tokens.text[stretch.first : stretch.stop])


# -- double marks -----------------------------------------------------------------------------------------------------


def _double(tokens: Tokens, characters: list[int]) -> Iterator[Stretch]:
    """Pair the double marks paragraph by paragraph, carrying an open one over single line ends."""
    dangling: Stretch | None = None
    for first, stop, marks in _by_paragraph(tokens, _marks(tokens, characters)):
        if dangling and not _follows(tokens, dangling, first):
            yield dangling
            dangling = None
        reopens = False
        if dangling:
            if marks[0].way == "close" or (len(marks) % 2 and marks[0].way != "open"):
                yield dangling._replace(stop=marks[0].at)
                marks, dangling = marks[1:], None
            else:
                yield dangling
                reopens = marks[0].at == first
                dangling = None
        for stretch, closed in _pairs(marks, stop, reopens):
            if closed:
                yield stretch
            else:
                dangling = stretch
    if dangling:
        yield dangling


def _by_paragraph(tokens: Tokens, marks: list[_Mark]) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Group marks by paragraph: its first token, its end, its marks."""
    group: list[_Mark] = []
    current = -1
    for mark in marks:
        paragraph = tokens.paragraph(mark.at)
        if group and paragraph != current:
            yield (*tokens.paragraphs[current], group)
            group = []
        current = paragraph
        group.append(mark)
    if group:
        yield (*tokens.paragraphs[current], group)


def _follows(tokens: Tokens, dangling: Stretch, first: int) -> bool:
    """Tell whether the paragraph at `first` may go on with an open quotation: next paragraph, or a few lines on."""
    before, here = tokens.paragraph(dangling.stop - 1), tokens.paragraph(first)
    if here == before + 1:
        return True
    gap = tokens.source[tokens.end[dangling.stop - 1] : tokens.start[first]]
    return here - before <= _LINES and "\n\n" not in gap


def _pairs(marks: list[_Mark], stop: int, continues: bool) -> Iterator[tuple[Stretch, bool]]:
    """Pair the marks of one paragraph; the last one may stay open. Marks that alternate need no other hint."""
    opened: _Mark | None = None
    even = len(marks) % 2 == 0
    for mark in marks:
        if opened is None:
            if even or mark.way != "close":
                opened = mark
        elif even or mark.way != "open":
            yield Stretch(opened.stop, mark.at, continues), True
            opened, continues = None, False
        else:
            opened = mark
    if opened is not None:
        yield Stretch(opened.stop, stop, continues), False


def _marks(tokens: Tokens, characters: list[int]) -> list[_Mark]:
    """Find the double marks; inches are none, two single ones that touch are one."""
    text = tokens.text
    found: list[_Mark] = []
    for i in characters:
        if text[i] in _DOUBLE:
            mark = _Mark(i, i + 1, _way(tokens, i, i + 1))
        elif text[i] in "`'" and i + 1 < len(text) and text[i + 1] == text[i] and tokens.glued(i + 1):
            mark = _Mark(i, i + 2, "open" if text[i] == "`" else "close")
        else:
            continue
        if not (found and found[-1].stop > i):
            found.append(mark)
    return _without_inches(tokens, found)


@cache
def _mark_characters() -> frozenset[str]:
    return _DOUBLE | _SINGLE


def _way(tokens: Tokens, at: int, stop: int) -> str:
    """Tell which way a mark faces: by its shape, else by the spaces around it."""
    if tokens.text[at] in _OPENING:
        return "open"
    if tokens.text[at] in _CLOSING:
        return "close"
    left = at > 0 and tokens.end[at - 1] == tokens.start[at] and tokens.text[at - 1] not in _BRACKETS
    right = stop < len(tokens) and tokens.start[stop] == tokens.end[stop - 1] and tokens.text[stop] not in _AFTER
    if right and at > 0 and tokens.text[at - 1] in _STOPS and tokens.lower[stop] in _saying():
        return "close"
    if left != right:
        return "close" if left else "open"
    if left:
        return ""
    return "close" if at > 0 and tokens.text[at - 1] in _STOPS and _ends_line(tokens, stop) else ""


def _ends_line(tokens: Tokens, stop: int) -> bool:
    return stop >= len(tokens) or "\n" in tokens.source[tokens.end[stop - 1] : tokens.start[stop]]


def _without_inches(tokens: Tokens, marks: list[_Mark]) -> list[_Mark]:
    """Drop marks that stand for inches: glued to a figure while nothing is open, or one too many in a paragraph."""
    if not any(_after_figure(tokens, mark) for mark in marks):
        return marks
    kept: list[_Mark] = []
    for _, _, group in _by_paragraph(tokens, marks):
        opened = False
        for index, mark in enumerate(group):
            if _after_figure(tokens, mark):
                rest = sum(not _after_figure(tokens, other) for other in group[index + 1 :])
                if not opened or rest % 2:
                    continue
            kept.append(mark)
            opened = not opened
    return kept


def _after_figure(tokens: Tokens, mark: _Mark) -> bool:
    at = mark.at
    return tokens.text[at] in '"”' and mark.stop == at + 1 and tokens.glued(at) and tokens.text[at - 1][0].isdigit()


# -- single marks -----------------------------------------------------------------------------------------------------


def _single(tokens: Tokens, double: list[Stretch], characters: list[int]) -> Iterator[Stretch]:
    """Pair single marks where one clearly opens before a word and another clearly closes after one."""
    starts = [stretch.first for stretch in double]

    def container(token: int) -> int:
        index = bisect_right(starts, token) - 1
        return index if index >= 0 and token < double[index].stop else -1

    reached = 0
    for i in characters:
        if i < reached or tokens.text[i] not in _SINGLE or not _opens(tokens, i):
            continue
        within = container(i)

        def beside(token: int, within: int = within) -> bool:
            return container(token) == within

        limit = min(tokens.paragraphs[tokens.paragraph(i)][1], i + _FAR)
        if within >= 0:
            limit = min(limit, double[within].stop)
        closing = _closing(tokens, i, limit, beside)
        if closing is not None:
            yield Stretch(i + 1, closing)
            reached = closing + 1


def _opens(tokens: Tokens, i: int) -> bool:
    """Tell whether a single mark opens: space before, a word right after, and no clipped word ('em, '90s)."""
    text = tokens.text
    if text[i] == "’" or i + 1 >= len(text) or (i > 0 and text[i - 1] in _SINGLE and tokens.glued(i)):
        return False
    if text[i] == "`":
        return text[i + 1] != "`"
    free = i == 0 or not tokens.glued(i) or text[i - 1] in _BRACKETS or text[i - 1] in _DOUBLE
    word = text[i + 1]
    return free and tokens.glued(i + 1) and word[0].isalpha() and tokens.lower[i + 1] not in _clipped()


def _closing(tokens: Tokens, i: int, limit: int, beside: Callable[[int], bool]) -> int | None:
    """Find the mark that closes: the first after a stop or before one, else the first that is no plural's genitive."""
    text = tokens.text
    doubtful = None
    for j in range(i + 2, limit):
        if text[j] not in "'’" or _parted(tokens, j) or not beside(j):
            continue
        if j + 1 < len(text) and text[j + 1] in "'’" and tokens.glued(j + 1):
            return None
        follows = text[j + 1] if j + 1 < limit else "."
        if tokens.lower[j - 1][-1] != "s" or follows in _AFTER or follows in _DOUBLE:
            return j
        doubtful = doubtful or j
    return doubtful


def _parted(tokens: Tokens, j: int) -> bool:
    """Tell whether an apostrophe stands inside a word or before a clipped one: it closes nothing."""
    if j + 1 >= len(tokens):
        return False
    word = tokens.text[j + 1]
    return tokens.glued(j + 1) and (word[0].isalnum() or tokens.lower[j + 1] in _clipped())


@cache
def _saying() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["marks"]["saying"])


@cache
def _clipped() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["marks"]["clipped"])
