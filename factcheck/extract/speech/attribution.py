"""Quoted stretches and frames → who said which quotation.

Comes in: a document, its stretches, frames and reports. Goes out: one source or None for each stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from factcheck import lexicon

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.speech.frames import Frame
    from factcheck.extract.speech.marks import Stretch
    from factcheck.extract.speech.reported import Report
    from factcheck.extract.speech.sources import Cast, Source

_TITLES = 9  # words between a quotation and the name in ", North Korea's Vice Foreign Minister Im said"
_NEAR = 10  # words between "described" and the words that describe
_PROPER = 4  # words from which on a quotation is speech rather than a term
_STOPS = frozenset(",?!…—–-.")
_MARKS = frozenset("\"“”«»„`'‘’")


def speakers(
    document: Document, cast: Cast, stretches: list[Stretch], frames: list[Frame], reports: dict[int, list[Report]]
) -> list[Source | None]:
    """Return the source of each stretch, None for a term or title that nobody is given as saying."""
    if not stretches:
        return []
    attribution = _Attribution(document, cast, frames, reports)
    found: list[Source | None] = []
    for index, stretch in enumerate(stretches):
        inner = index > 0 and any(other.stop > stretch.first for other in stretches[max(0, index - 3) : index])
        found.append(None if inner else attribution.own(stretch))
    telling = [frame for frame in frames if _tells(document, frame, reports)]
    _spread(document, stretches, found, telling)
    return found


def _tells(document: Document, frame: Frame, reports: dict[int, list[Report]]) -> bool:
    """Tell whether a frame reports something in its sentence, so that what follows may be its speaker's too."""
    found = reports.get(document.tokens.sentence(frame.first), ())
    return any(report.source == frame.source for report in found)


class _Attribution:
    def __init__(self, document: Document, cast: Cast, frames: list[Frame], reports: dict[int, list[Report]]) -> None:
        self.tokens = document.tokens
        self.cast = cast
        self.frames = frames
        self.reports = reports
        self.firsts = [frame.first for frame in frames]

    def own(self, stretch: Stretch) -> Source | None:
        """Return the source that the stretch's own sentence gives."""
        mark = stretch.first - 1
        if mark > 0 and self.tokens.lower[mark - 1] in _terms() and not self._directly(mark):
            return None
        if self.tokens.text[stretch.stop - 1] == ".":
            return self._before(stretch) or self._after(stretch) or self._around(stretch)
        return self._after(stretch) or self._before(stretch) or self._around(stretch)

    def _after(self, stretch: Stretch) -> Source | None:
        """Read '…," Kim said', '…," said Kim' and '…," according to Kim'."""
        tokens = self.tokens
        at, stop = stretch.stop, tokens.paragraphs[tokens.paragraph(stretch.first)][1]
        stop = max(stop, tokens.paragraphs[tokens.paragraph(min(at, len(tokens) - 1))][1])
        comma = tokens.text[at - 1] in _STOPS
        while at < stop and (tokens.text[at] in _MARKS or tokens.text[at] == ","):
            comma = comma or tokens.text[at] == ","
            at += 1
        if at >= stop:
            return None
        for frame in self.frames[bisect_left(self.firsts, at) : bisect_left(self.firsts, at) + 2]:
            begin = min(frame.first, frame.source.first)
            if frame.first >= stop or not at <= begin <= at + _TITLES or not self._plain(at, begin):
                continue
            if frame.kind == "phrase" or (comma and self._settles(stretch, frame)):
                return frame.source
        return None

    def _plain(self, first: int, stop: int) -> bool:
        """Tell whether nothing but the words of a title stands between: no mark, no clause."""
        return all(
            (word[0].isalnum() or word in {"'s", "’s", "-", "."}) and word not in _openers()
            for word in self.tokens.lower[first:stop]
        )

    def _settles(self, stretch: Stretch, frame: Frame) -> bool:
        """Tell whether a frame after a full stop still belongs to the quotation: nothing more is said after it."""
        tokens = self.tokens
        if tokens.text[stretch.stop - 1] != ".":
            return True
        end = frame.source.stop if frame.inverted else frame.stop
        return end >= len(tokens) or tokens.text[end] == "."

    def _before(self, stretch: Stretch) -> Source | None:
        """Read 'Kim said "…"', 'Kim described it as "…"' and 'According to Kim, "…"' in the same sentence."""
        tokens = self.tokens
        mark = stretch.first - 1
        if mark > 1 and tokens.text[mark - 1] == ":":
            named = self.cast.ending(mark - 1)
            if named is not None:
                return named
        floor = tokens.sentences[tokens.sentence(max(mark, 0))][0]
        for frame in reversed(self.frames[bisect_left(self.firsts, floor) : bisect_right(self.firsts, stretch.first)]):
            if frame.kind == "clause" or frame.kind == "phrase" or self._leads(frame, stretch, mark):
                told = self._around(stretch) if tokens.lower[frame.first] in _about() else None
                return told or frame.source
        return None

    def _directly(self, mark: int) -> bool:
        """Tell whether the word before a mark is itself a verb with a subject: "critics dubbed | it"."""
        index = bisect_left(self.firsts, mark - 1)
        return index < len(self.firsts) and self.firsts[index] == mark - 1

    def _leads(self, frame: Frame, stretch: Stretch, mark: int) -> bool:
        """Tell whether a verb that does not always report leads to a quotation."""
        tokens = self.tokens
        if mark > 0 and tokens.text[mark - 1] in {",", ":"} and stretch.first - frame.first <= 2 * _NEAR:
            return True
        between = tokens.lower[frame.stop : mark]
        if frame.kind == "that":
            return "that" in between or stretch.first - frame.stop <= 2 or stretch.stop - stretch.first > _PROPER
        return len(between) <= _NEAR

    def _around(self, stretch: Stretch) -> Source | None:
        """Return the source of the reported clause that holds the stretch."""
        for report in self.reports.get(self.tokens.sentence(stretch.first), ()):
            if report.first <= stretch.first < report.stop:
                return report.source
        return None


def _spread(document: Document, stretches: list[Stretch], found: list[Source | None], frames: list[Frame]) -> None:
    """Give speech without a frame of its own to the speaker before it, or after it, in its paragraph."""
    for index in range(len(stretches)):
        if found[index] is None:
            found[index] = _from_before(document, stretches, found, index, frames)
    for index in range(len(stretches) - 2, -1, -1):
        if found[index] is None:
            found[index] = _from_after(document, stretches, found, index)


def _from_before(
    document: Document, stretches: list[Stretch], found: list[Source | None], index: int, frames: list[Frame]
) -> Source | None:
    """Take the last speaker of the paragraph, or of the one before where this one is nothing but speech."""
    tokens, stretch = document.tokens, stretches[index]
    if stretch.continues and index:
        return found[index - 1]
    if not _is_speech(document, stretch):
        return None
    paragraph = tokens.paragraph(stretch.first)
    first = tokens.paragraphs[paragraph][0]
    if paragraph and stretch.first - first <= 1 and _fills(document, stretch):
        first = tokens.paragraphs[paragraph - 1][0]
    firsts = [frame.first for frame in frames]
    at = bisect_left(firsts, stretch.first)
    frame = frames[at - 1] if at and frames[at - 1].first >= first else None
    earlier = found[index - 1] if index and stretches[index - 1].first >= first else None
    if frame is not None and (earlier is None or frame.first > stretches[index - 1].first):
        return frame.source
    return earlier


def _from_after(document: Document, stretches: list[Stretch], found: list[Source | None], index: int) -> Source | None:
    """Take the speaker of the next quotation of the paragraph, or of the one that goes on with this one."""
    tokens, stretch, following = document.tokens, stretches[index], stretches[index + 1]
    if following.first < stretch.stop:
        return None
    if following.continues:
        return found[index + 1]
    same = tokens.paragraph(stretch.first) == tokens.paragraph(following.first)
    near = following.first - stretch.stop <= 2
    return found[index + 1] if same and (near or _is_speech(document, stretch)) else None


def _is_speech(document: Document, stretch: Stretch) -> bool:
    """Tell speech from a term or a title: it ends like a sentence, or starts one and is no mere name."""
    tokens = document.tokens
    words = [word for word in tokens.text[stretch.first : stretch.stop] if word[0].isalpha()]
    ended = tokens.text[stretch.stop - 1] in _STOPS
    if ended and len(words) > 1 and tokens.sentences[tokens.sentence(stretch.first)][0] >= stretch.first - 2:
        return True
    if len(words) < _PROPER:
        return False
    return ended or any(word[0].islower() for word in words[len(words) // 2 :])


def _fills(document: Document, stretch: Stretch) -> bool:
    """Tell whether a stretch, with others, is all of its paragraph."""
    tokens = document.tokens
    _, stop = tokens.paragraphs[tokens.paragraph(stretch.first)]
    return all(not word[0].isalnum() for word in tokens.text[stretch.stop : stop])


@cache
def _about() -> frozenset[str]:
    """Verbs that tell what was spoken of, in the words of whoever the sentence goes back to."""
    return frozenset(lexicon.load("speech")["verbs"]["about"])


@cache
def _terms() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["marks"]["terms"])


@cache
def _openers() -> frozenset[str]:
    table = lexicon.load("speech")["certainty"]
    return frozenset(table["openers"]) | frozenset(table["coordinators"])
