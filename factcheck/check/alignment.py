"""Near copies laid side by side: which words of one stand in the place of which words of another.

Comes in: the texts of two copies. Goes out: for a span of one, the place in the other between the same neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Levenshtein

_WORD = re.compile(r"\w+(?:['’.,]\w+)*")  # don't   1,948   U.S
_SLACK = 6  # words by which what stands in one place may differ in length
_ANCHOR = 2  # words that must be the same on one side where the other side is the text's end


class Words:
    """A text's words, folded, with where each begins and ends."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [match[0].casefold() for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the words that a span of characters touches: first, and the one after the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


class Alignment:
    """A copy laid beside an original."""

    def __init__(self, original: Words, copy: Words) -> None:
        self._copy = copy
        self._length = len(original.words)
        self._same: dict[int, int] = {}
        for step in Levenshtein.opcodes(copy.words, original.words):
            if step.tag == "equal":
                pairs = zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
                self._same.update(pairs)

    def place(self, start: int, end: int) -> int | None:
        """Return the word of the original at which a span of the copy has its place; None where neighbours differ.

        The words before and after the span must be the same in both, and follow each other closely.
        """
        first, stop = self._copy.span(start, end)
        before = self._same.get(first - 1) if first else -1
        after = self._same.get(stop) if stop < len(self._copy.words) else self._length
        if before is None or after is None or not 0 < after - before <= stop - first + 1 + _SLACK:
            return None
        return before + 1 if self._holds(first, -1) and self._holds(stop - 1, 1) else None

    def _holds(self, at: int, step: int) -> bool:
        """Tell whether the next words on one side are the same, as many as there are."""
        beside = [at + step * number for number in range(1, _ANCHOR + 1)]
        known = [word for word in beside if 0 <= word < len(self._copy.words)]
        return all(word in self._same for word in known)


def roots(copies: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return, for each article that has copies, the article that stands for them all: the first by name."""
    found: dict[str, str] = {}
    for name in sorted(copies):
        if name in found or not copies[name]:
            continue
        queue = [name]
        while queue:
            one = queue.pop()
            if one not in found:
                found[one] = name
                queue += [other for other in copies.get(one, ()) if other not in found]
    return found
