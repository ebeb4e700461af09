"""Text → tokens, sentences and paragraphs: the one tokenizer that every grammar stands on.

Words, numbers and punctuation marks with their offsets, in parallel lists, so that a grammar can look a whole text up
in its vocabulary at once and start only at the words it knows.

    "N. Korea's 71st year, on 25-Apr-2019."
    → N  .  Korea  's  71st  year  ,  on  25  -  Apr  -  2019  .
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, chain, compress
from operator import itemgetter

from factcheck import lexicon

_PARTS = re.compile(
    r"""
    ( [A-Za-z][a-z]*+(?![\w.'’])            # most words: a short cut, the lines below read them as well
    | (?:[A-Z]\.){2,}(?![a-z])              # U.S.   D.C.
    | ['’]s\b                               # the possessive of Korea's
    | \d+(?:[.,]\d+)*\w*                    # 25   1,948   3.5   71st   1990s   6pm
    | [^\W\d_]\w*(?:['’](?!s\b)[^\W\d_]\w*)*   # Pyongyang   o'clock   A330
    | .                                     # any other character by itself
    ) (\s*)                                 # and the white space after it, so that the parts add up to the text
    """,
    re.VERBOSE | re.DOTALL,
)
_UNEVEN = re.compile(r"[ ](?:\s|$)|^$")  # spaces that `split` would not give back as they were
_PIECES = 1 << 16  # stretches between blanks whose tokens are kept; most of a text is made of few
_TERMINAL = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")
_WRAPPED_LINES = 6
_WRAPPED_SHARE = 0.8
_WRAPPED_WIDTH = range(50, 101)


class Tokens:
    """Parallel lists over a text's tokens: `text`, `lower`, `start`, `end` (code points, end exclusive).

    `vocabulary` holds each lower-case token once, so that a grammar can tell at once that a text has no word of its
    own; `words` are the lower-case tokens that begin with a letter or a digit.
    `sentences` and `paragraphs` are (first, last + 1) pairs of token indices in order, together covering all tokens.
    """

    __slots__ = (
        "_paragraph_starts",
        "_sentence_ends",
        "_sentence_starts",
        "end",
        "lower",
        "paragraphs",
        "sentences",
        "source",
        "start",
        "text",
        "vocabulary",
        "words",
    )

    def __init__(self, source: str) -> None:
        self.source = source
        printed = source.lstrip()
        uneven = _UNEVEN.search(printed)
        pieces = [_read(printed)] if uneven else list(map(_piece, printed.split(" ")))
        parts = list(chain.from_iterable(map(itemgetter(0), pieces)))
        bounds = list(accumulate(map(len, parts), initial=len(source) - len(printed)))
        self.text: list[str] = parts[::2]
        self.start: list[int] = bounds[:-1:2]
        self.end: list[int] = bounds[1::2]
        self.lower: list[str] = list(chain.from_iterable(map(itemgetter(1), pieces)))
        self.vocabulary = frozenset(self.lower)
        self.words: list[str] = list(chain.from_iterable(map(itemgetter(2), pieces)))
        self.sentences, self.paragraphs = _split(self)
        self._sentence_starts = [first for first, _ in self.sentences]
        self._sentence_ends = [self.end[stop - 1] for _, stop in self.sentences]
        self._paragraph_starts = [first for first, _ in self.paragraphs]

    def __len__(self) -> int:
        return len(self.text)

    def sentence(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self._sentence_starts, token) - 1

    def paragraph(self, token: int) -> int:
        """Return the index of the paragraph that holds a token."""
        return bisect_right(self._paragraph_starts, token) - 1

    def at(self, offset: int) -> int:
        """Return the index of the token at or after a text offset (len(self) past the last one)."""
        return bisect_right(self.end, offset)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return where the first sentence of text[start:end] begins and where the last one ends, as text offsets."""
        last = len(self._sentence_ends) - 1
        if last < 0:
            return start, end
        left, _ = self.sentences[min(bisect_right(self._sentence_ends, start), last)]
        right = self._sentence_ends[min(bisect_right(self._sentence_ends, end - 1), last)]
        return min(self.start[left], start), max(right, end)

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the text offsets of tokens `first` to `stop` (exclusive)."""
        return self.start[first], self.end[stop - 1]

    def slice(self, first: int, stop: int) -> str:
        """Return the source text of tokens `first` to `stop` (exclusive)."""
        return self.source[self.start[first] : self.end[stop - 1]]

    def hits(self, look_up: Callable[[str], object]) -> Iterator[int]:
        """Yield the indices of the tokens whose lower-case form `look_up` knows."""
        return compress(range(len(self.lower)), map(look_up, self.lower))

    def glued(self, token: int) -> bool:
        """Tell whether a token follows the one before it with nothing between."""
        return token > 0 and self.end[token - 1] == self.start[token]


def _read(text: str) -> tuple[list[str], list[str], list[str]]:
    """Return a text's tokens and white space in turn, its tokens in lower case, and those of them that are words."""
    parts = list(chain.from_iterable(_PARTS.findall(text)))
    lower = list(map(str.lower, parts[::2]))
    return parts, lower, [word for word in lower if word[0].isalnum()]


@lru_cache(_PIECES)
def _piece(text: str) -> tuple[list[str], list[str], list[str]]:
    """Read a stretch between two blanks; no token of one stretch depends on another."""
    return _read(text + " ")


def _split(tokens: Tokens) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Find sentences and paragraphs; a line end ends a sentence unless the text is wrapped at a fixed width."""
    size = len(tokens)
    if not size:
        return [], []
    wrapped = _is_wrapped(tokens.source)
    breaks = [stop for stop, newlines in _line_ends(tokens) if newlines > 1 or not wrapped]
    sentence_ends = {stop for last in _terminals(tokens) if (stop := _end_of_sentence(tokens, last))}
    return _ranges(sorted(sentence_ends.union(breaks)), size), _ranges(breaks, size)


def _line_ends(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the tokens before which a line ends, with the number of line ends."""
    at = tokens.source.find("\n")
    while at >= 0:
        index = bisect_right(tokens.start, at)
        if index == len(tokens):
            return
        if index:
            yield index, tokens.source.count("\n", at, tokens.start[index])
        at = tokens.source.find("\n", tokens.start[index])


def _terminals(tokens: Tokens) -> list[int]:
    """Return the tokens that may end a sentence: full stops and the like, and abbreviations with a stop at the end."""
    terminals = {word for word in tokens.vocabulary if word[-1] in _TERMINAL}
    return list(tokens.hits(terminals.__contains__))


def _end_of_sentence(tokens: Tokens, mark: int) -> int:
    """Return the token that begins the next sentence after a mark and what closes around it, 0 where none begins."""
    last = mark
    while last + 1 < len(tokens) and tokens.text[last + 1] in _CLOSING and not _apart(tokens, last + 1):
        last += 1
    following = last + 1
    return following if following < len(tokens) and _apart(tokens, following) and _ends(tokens, mark, following) else 0


def _apart(tokens: Tokens, index: int) -> bool:
    return tokens.end[index - 1] < tokens.start[index]


def _ranges(stops: list[int], size: int) -> list[tuple[int, int]]:
    return list(zip([0, *stops], [*stops, size], strict=True))


def _is_wrapped(source: str) -> bool:
    """Tell whether lines break at a fixed width: many lines, most of about one length, few ending a sentence."""
    lines = [line for line in source.splitlines() if line.strip()]
    if len(lines) < _WRAPPED_LINES:
        return False
    full = [line for line in lines[:-1] if len(line) in _WRAPPED_WIDTH]
    ended = sum(line.rstrip()[-1] in _TERMINAL for line in full)
    return len(full) >= _WRAPPED_SHARE * (len(lines) - 1) and ended < len(full) / 2


def _ends(tokens: Tokens, last: int, next_: int) -> bool:
    """Tell whether a sentence ends with the mark at token `last`, before token `next_`.

    ends:   '… in Moscow. The'   '… ahead." Apart'   '… (KCNA). On'
    no end: 'N. Korea'   'U.S. President'   'Mr. Kim'   'Nov. 21'
    """
    mark, following = tokens.text[last], tokens.text[next_]
    if following[0].islower():
        return False
    if mark != ".":
        return len(mark) == 1 or following.lower() in _starters()
    before = tokens.lower[last - 1] if last else ""
    return not (len(before) == 1 and before.isalpha() and tokens.glued(last)) and before not in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon.load("sentences")["abbreviations"])


@cache
def _starters() -> frozenset[str]:
    return frozenset(lexicon.load("sentences")["starters"])
