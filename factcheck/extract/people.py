"""The people named in a document, ready for look-up by where their names stand.

Comes in: names. Goes out: their indices in `document.names`, by first token, by the token after the last.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.names import Name


class People:
    """The people among the names of one document, in text order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.indices = [index for index, name in enumerate(names) if name.type == "person"]
        self._firsts = [names[index].first for index in self.indices]
        self._ending = {names[index].stop: index for index in reversed(self.indices) if names[index].named}

    def ending(self, stop: int) -> int | None:
        """Return the person whose name, not "the mayor", ends right before a token."""
        return self._ending.get(stop)

    def starting(self, first: int) -> int | None:
        """Return the person whose name begins at a token."""
        found = self.within(first, first + 1)
        return found[0] if found else None

    def within(self, first: int, stop: int) -> list[int]:
        """Return the people whose names begin at tokens `first` to `stop` (exclusive), in text order."""
        return self.indices[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]
