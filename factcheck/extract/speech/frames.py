"""Verbs of saying with their subjects, and "according to": the frames that give words to a speaker.

Comes in: a document's tokens and names, the quoted stretches. Goes out: `Frame` records in text order, pronouns
resolved: "he" is the last person who said something, else the last person named before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck import lexicon
from factcheck.extract.speech.sources import Cast, Source

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.speech.marks import Stretch


class Frame(NamedTuple):
    """A verb of saying at tokens `first` to `stop`, its subject, and the class of what it reports.

    `kind`: "clause" ("said the visit …"), "that" (needs "that"), "quote" (needs quotation marks), "phrase"
    ("according to X"). `after` is the token where what is said may begin; `inverted` is true for "said Kim".
    """

    first: int
    stop: int
    source: Source
    kind: str
    after: int
    inverted: bool = False


def find(document: Document, cast: Cast, quoted: list[Stretch]) -> list[Frame]:
    """Return the frames of a document outside its quotations, pronouns resolved where they can be."""
    tokens = document.tokens
    outer = _outermost(quoted)
    raw: list[Frame] = []
    index = 0
    for i in tokens.hits(_triggers().__contains__):
        while index < len(outer) and outer[index].stop <= i:
            index += 1
        if (index < len(outer) and outer[index].first <= i) or cast.named(i):
            continue
        if _verbs().get(tokens.lower[i]) == "quote" and not _beside(document, outer, index, i):
            continue
        frame = _phrase(document, cast, i) or _verb(document, cast, i, raw)
        if frame is not None:
            raw.append(frame)
    return _resolved(cast, raw)


def _beside(document: Document, outer: list[Stretch], index: int, i: int) -> bool:
    """Tell whether a quotation stands near a verb that reports nothing else; `index` is the next one's."""
    if index and outer[index - 1].stop >= i - _NEAR:
        return True
    tokens = document.tokens
    return index < len(outer) and outer[index].first <= tokens.sentences[tokens.sentence(i)][1]


_NEAR = 16  # words after a quotation within which its verb stands


def _outermost(quoted: list[Stretch]) -> list[Stretch]:
    outer: list[Stretch] = []
    for stretch in quoted:
        if not outer or stretch.first >= outer[-1].stop:
            outer.append(stretch)
    return outer


# -- according to -----------------------------------------------------------------------------------------------------


def _phrase(document: Document, cast: Cast, i: int) -> Frame | None:
    """Read "according to X" at its longest word; what is said lies on both sides within the sentence."""
    tokens = document.tokens
    for offset, words in _phrases().get(tokens.lower[i], ()):
        first = i - offset
        stop = first + len(words)
        if first < 0 or stop >= len(tokens) or tuple(tokens.lower[first:stop]) != words:
            continue
        if tokens.lower[stop] in _nobody():
            return None
        source = cast.after(stop)
        return Frame(first, stop, source, "phrase", source.stop) if source else None
    return None


# -- verbs ------------------------------------------------------------------------------------------------------------


def _verb(document: Document, cast: Cast, i: int, before: list[Frame]) -> Frame | None:
    """Read a verb of saying with the subject before it, or after it where a quotation or a comma stands before."""
    tokens = document.tokens
    word = tokens.lower[i]
    kind = _verbs().get(word)
    if kind is None:
        return None
    left = _leftward(document, i)
    stop = _particle(document, i)
    if word in _about() and tokens.lower[stop : stop + 1] not in (["of"], ["about"]):
        return None
    if left > 0 and tokens.lower[left - 1] in _be() and not word.endswith("ing"):
        return _passive(document, cast, i, stop)
    if left > 0 and tokens.text[left - 1] in _CLOSERS:
        inverted = cast.after(stop)
        if inverted is not None and not inverted.pronoun:
            return Frame(i, stop, inverted, kind, inverted.stop, inverted=True)
    source = _subject(document, cast, i, left, before)
    if source is None and kind == "clause" and left > 0 and tokens.text[left - 1] == ",":
        source = cast.after(stop)
        return Frame(i, stop, source, kind, source.stop, inverted=True) if source and not source.pronoun else None
    if source is None:
        return None
    return Frame(i, stop, source, kind, _listener(document, word, stop))


def _passive(document: Document, cast: Cast, i: int, stop: int) -> Frame | None:
    """Read "was praised by Jobs as": who does it stands after "by", and only a quotation can be theirs."""
    if document.tokens.lower[stop : stop + 1] != ["by"]:
        return None
    source = cast.after(stop + 1)
    return Frame(i, stop, source, "quote", source.stop) if source and not source.pronoun else None


def _subject(document: Document, cast: Cast, i: int, left: int, before: list[Frame]) -> Source | None:
    """Return the subject of the verb at i, whose adverbs begin at `left`: right before it, or shared."""
    tokens = document.tokens
    word = tokens.lower[i]
    floor = tokens.sentences[tokens.sentence(i)][0]
    if left <= floor:
        return None
    if word.endswith("ing") and tokens.lower[left - 1] == "as":
        return _quoted(document, cast, left - 1)
    source = cast.before(left) if tokens.text[left - 1] not in _CLOSERS else None
    if source is not None and source.entity is None and word.endswith("ing") and cast.is_paper(source):
        return cast.opening(floor, source.first) or source
    if source is None and word not in _nouns():
        source = cast.capitalised_before(left)
    if source is None and word not in _nouns():
        source = _shared(document, cast, i, left, before)
    return source


def _quoted(document: Document, cast: Cast, at: int) -> Source | None:
    """Return who "quoted Kim | as saying" and "Kim was quoted by the agency | as saying" mean."""
    tokens = document.tokens
    floor = tokens.sentences[tokens.sentence(at)][0]
    source = cast.before(at)
    if source is None or "by" in tokens.lower[max(0, source.first - 2) : source.first]:
        return cast.opening(floor, at)
    return source


_JOINED = frozenset({"and", "but", "then", ","})
_LEADING = frozenset({"by", "while", "in", "before", "after", "when"})  # "justified his choice by saying"
_CLOSERS = frozenset("\"”»’'")


def _leftward(document: Document, i: int) -> int:
    """Skip back over adverbs and auxiliaries: "Putin has also | said"."""
    lower = document.tokens.lower
    while i > 0 and (lower[i - 1] in _between() or (lower[i - 1].endswith("ly") and lower[i - 1].isalpha())):
        i -= 1
    return i


def _particle(document: Document, i: int) -> int:
    lower = document.tokens.lower
    return i + 2 if i + 1 < len(lower) and lower[i] in _phrasal() and lower[i + 1] in _particles() else i + 1


def _listener(document: Document, word: str, stop: int) -> int:
    """Skip the listener of "told": "told TASS | that", "told reporters | the"."""
    tokens = document.tokens
    if word not in _listeners() or stop >= len(tokens):
        return stop
    if tokens.lower[stop] in _objects():
        return stop + 1
    i = stop
    while i < min(stop + _LISTENER, len(tokens)):
        if tokens.lower[i] == "that" or not tokens.text[i][0].isalnum():
            return i
        i += 1
    return stop + 1


_LISTENER = 8


def _shared(document: Document, cast: Cast, i: int, left: int, before: list[Frame]) -> Source | None:
    """Return the subject of a verb that shares it: "Kim praised the talks and said", "…, saying that", "He added"."""
    tokens = document.tokens
    word = tokens.lower[i]
    floor = tokens.sentences[tokens.sentence(i)][0]
    linked = _JOINED | _LEADING if word.endswith("ing") else _JOINED
    if left <= floor or tokens.lower[left - 1] not in linked:
        return None
    if before and before[-1].first >= floor:
        return before[-1].source
    return cast.opening(floor, left)


# -- pronouns ---------------------------------------------------------------------------------------------------------


def _resolved(cast: Cast, frames: list[Frame]) -> list[Frame]:
    """Resolve pronouns along the text; a frame whose pronoun stands for nobody known is left out."""
    kept: list[Frame] = []
    last: dict[str, Source] = {}
    for frame in frames:
        source = frame.source
        if source.pronoun:
            antecedent = last.get(source.role) or cast.latest(source.role, source.first)
            if antecedent is None and source.role == "plural":
                antecedent = last.get("thing")
            if antecedent is None:
                continue
            source = antecedent._replace(first=source.first, stop=source.stop)
        last[source.role] = source
        kept.append(frame._replace(source=source))
    return kept


# -- vocabulary -------------------------------------------------------------------------------------------------------


@cache
def _lexicon() -> dict[str, Any]:
    return lexicon.load("speech")


@cache
def _verbs() -> dict[str, str]:
    table = _lexicon()["verbs"]
    return {word: kind for kind in ("quote", "that", "clause") for word in table[kind]}


@cache
def _phrases() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Index the phrases by their longest word, the rarest, and its place in the phrase."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for words in _lexicon()["attribution"]["phrases"]:
        word = max(words, key=len)
        found.setdefault(word, []).append((words.index(word), tuple(words)))
    return found


@cache
def _triggers() -> frozenset[str]:
    return frozenset(_verbs()) | frozenset(_phrases())


@cache
def _nobody() -> frozenset[str]:
    return frozenset(_lexicon()["attribution"]["nobody"])


@cache
def _between() -> frozenset[str]:
    return frozenset(_lexicon()["between"]["words"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["noun"])


@cache
def _be() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["be"])


@cache
def _about() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["about"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["particle"])


@cache
def _phrasal() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["phrasal"])


@cache
def _listeners() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["listener"])


@cache
def _objects() -> frozenset[str]:
    return frozenset(_lexicon()["verbs"]["objects"])
