"""What the grammars hand one another: a draft of a time expression, and the text being scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.time.vocabulary import words

if TYPE_CHECKING:
    from factcheck.extract.tokens import Tokens


class Draft:
    """A time expression under construction, over tokens `first` to `stop` (exclusive).

    `kind`: "date" (calendar fields), "shift" (`count` `unit`s from `base`), "duration" and "set" (`value`),
    "reference" (`value`), "edge" ("the end", `mod`), "time" (a part of a day, or a time by the clock, `time`).
    `impossible` says why no calendar or clock has what is printed; the fields then leave it out.
    `weak` drafts stand only where they combine with another ("the end" of "March").
    """

    __slots__ = (
        "age", "also", "base", "bc", "century", "count", "day", "decade", "first", "impossible", "kind", "mod", "month",
        "part", "relation", "step", "stop", "swapped", "time", "unit", "value", "weak", "weekday", "year",
    )  # fmt: skip

    def __init__(self, kind: str, first: int, stop: int) -> None:
        self.kind, self.first, self.stop = kind, first, stop
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.weekday: int | None = None
        self.decade: int | None = None
        self.century: int | None = None
        self.part = ""
        self.time = ""
        self.bc = False
        self.base = ""
        self.unit = ""
        self.count = 0
        self.step: int | None = None
        self.value = ""
        self.mod: str | None = None
        self.relation: str | None = None
        self.weak = False
        self.age = False
        self.impossible: str | None = None
        self.also: tuple[int, str] | None = None
        self.swapped = ""


class Scan:
    """A text under scan: token lists, the vocabulary, and `floor`, the token before which all is taken."""

    __slots__ = ("floor", "lower", "size", "text", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.text, self.lower = tokens, tokens.text, tokens.lower
        self.size = len(tokens)
        self.words = words()
        self.floor = 0

    def low(self, i: int) -> str:
        """Return the lower-case token at i, "" outside the text."""
        return self.lower[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        """Return the token at i as printed, "" outside the text."""
        return self.text[i] if 0 <= i < self.size else ""

    def glued(self, i: int) -> bool:
        """Tell whether the token at i follows the one before it with nothing between."""
        tokens = self.tokens
        return 0 < i < self.size and tokens.end[i - 1] == tokens.start[i]

    def capital(self, i: int) -> bool:
        """Tell whether the token at i begins with a capital letter."""
        return 0 <= i < self.size and self.text[i][0].isupper()

    def line_break(self, i: int) -> bool:
        """Tell whether a line ends between token i - 1 and token i."""
        if not 0 < i < self.size:
            return True
        tokens = self.tokens
        return "\n" in tokens.source[tokens.end[i - 1] : tokens.start[i]]

    def months_first(self, draft: Draft) -> bool:
        """Tell whether a date prints its month before its day."""
        return any(self.lower[k] in self.words.months for k in range(draft.first, max(draft.first + 1, draft.stop - 1)))
