"""Frames → the stretches of a sentence that are somebody's words without quotation marks.

Comes in: a document and its frames. Goes out: per sentence, token ranges with the source whose words they are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.speech.frames import Frame
    from factcheck.extract.speech.sources import Source
    from factcheck.extract.tokens import Tokens

_THAT = 14  # words between a verb of saying and its "that"
_CLAUSE = 4  # words that a clause before ", X said" has at least


class Report(NamedTuple):
    """Tokens first to stop (exclusive) are the words of a source."""

    first: int
    stop: int
    source: Source


def find(document: Document, frames: list[Frame]) -> dict[int, list[Report]]:
    """Return the reported stretches by index of their sentence."""
    tokens = document.tokens
    times = {time.first: time.stop for time in document.times}
    found: dict[int, list[Report]] = {}
    for frame in frames:
        sentence = tokens.sentence(frame.first)
        report = _report(tokens, times, frame, *tokens.sentences[sentence])
        if report is not None and report.first < report.stop:
            found.setdefault(sentence, []).append(report)
    return found


def _report(tokens: Tokens, times: dict[int, int], frame: Frame, first: int, stop: int) -> Report | None:
    """Return what a frame reports in its sentence.

    "According to X, …" and "…, according to X": the sentence.   "…, X said on Monday": what stands before.
    "X said on Monday that …": what stands after "that".   "…, X noted, …": the sentence.
    """
    if frame.kind == "phrase":
        return Report(first, stop, frame.source)
    if frame.inverted:
        return Report(first, frame.first, frame.source) if tokens.text[frame.first - 1] == "," else None
    begin = min(frame.first, _phrase_start(tokens, frame.source.first, first))
    if begin > first and tokens.text[begin - 1] == tokens.text[min(frame.stop, stop - 1)] == ",":
        return Report(first, stop, frame.source)
    if _trails(tokens, times, frame, begin, first, stop):
        return Report(first, begin - 1, frame.source)
    after = _clause_start(tokens, times, frame, stop)
    return Report(after, stop, frame.source) if after is not None else None


def _phrase_start(tokens: Tokens, at: int, first: int) -> int:
    """Go back over the titles before a name to the comma or the start: "…, | North Korean Minister Im"."""
    while at > first and (tokens.text[at - 1][0].isalnum() or tokens.lower[at - 1] in {"'s", "’s", "-"}):
        at -= 1
    return at


def _trails(tokens: Tokens, times: dict[int, int], frame: Frame, begin: int, first: int, stop: int) -> bool:
    """Tell whether subject and verb follow the clause that they report: "…, Kim said on Wednesday."."""
    if begin - first < _CLAUSE or tokens.text[begin - 1] not in _COMMAS or frame.kind == "quote":
        return False
    tail = tokens.lower[frame.stop : stop]
    if "that" in tail or not _openers().isdisjoint(tokens.lower[begin : frame.first]):
        return False
    if not any(word[0].isalnum() for word in tail):
        return True
    return _is_adjunct(tokens, times, frame) and _holds_verb(tokens, first, begin)


def _is_adjunct(tokens: Tokens, times: dict[int, int], frame: Frame) -> bool:
    """Tell whether what follows the verb is a time, a place or a listener and no clause: "said | on Monday"."""
    word = tokens.lower[frame.stop]
    if not word[0].isalnum() or frame.stop in times or word in _adjuncts():
        return True
    return frame.after > frame.stop and tokens.lower[frame.first] in _listeners()


_COMMAS = frozenset(',—–-"”»')


def _clause_start(tokens: Tokens, times: dict[int, int], frame: Frame, stop: int) -> int | None:
    """Return the token where the reported clause begins, or None where the verb reports none."""
    after = frame.after if frame.after >= frame.stop else frame.stop
    if after >= stop or frame.kind == "quote":
        return None
    that = _that(tokens, after, min(stop, after + _THAT))
    if that is not None:
        return that + 1
    start = _past_time(tokens, times, after)
    if start >= stop:
        return None
    word = tokens.lower[start]
    if frame.kind == "clause":
        return start if word[0].isalnum() or word in {":", ",", "$", "£", "€"} else None
    return start if word in _subjects() or word == ":" else None


def _that(tokens: Tokens, after: int, limit: int) -> int | None:
    for i in range(after, limit):
        if tokens.lower[i] == "that":
            return i
        if tokens.text[i] in _ENDS or (i > after and tokens.lower[i] in _finite()):
            return None
    return None


_ENDS = frozenset('.;:"“”')


def _past_time(tokens: Tokens, times: dict[int, int], after: int) -> int:
    """Skip a time expression right after the verb: "said on Monday | the"."""
    if after in times:
        return times[after]
    if after + 1 in times and tokens.lower[after] in {"on", "in", "at", "late", "early", "earlier"}:
        return times[after + 1]
    return after


def _holds_verb(tokens: Tokens, first: int, stop: int) -> bool:
    return any(
        word in _finite() or (word.endswith("ed") and word not in _not_verbs()) for word in tokens.lower[first:stop]
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"][name])


@cache
def _openers() -> frozenset[str]:
    return _words("openers") | _words("coordinators")


@cache
def _adjuncts() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["nouns"]["prepositions"]) | frozenset(
        lexicon.load("speech")["verbs"]["adverbs"]
    )


@cache
def _listeners() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["verbs"]["listener"])


@cache
def _finite() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"]["finite"])


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["certainty"]["not_verbs"])


@cache
def _subjects() -> frozenset[str]:
    """Pronouns that open a clause without "that": "announced it has settled"."""
    return frozenset(lexicon.load("speech")["pronouns"]["opens"])
