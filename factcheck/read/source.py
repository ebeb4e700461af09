"""One input under reading: what to call it, its bytes, and what to say when they are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from factcheck.model import Problem
from factcheck.read import encoding

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

LIMIT = 32 * 1024 * 1024
"""Bytes beyond which a file (or a JSON line) is taken for something else than an article."""


class Source(Struct, frozen=True):
    """An input: `article` is the name it gives its article, `path` what problems call it."""

    article: str
    path: str
    open: Callable[[], AbstractContextManager[BinaryIO]]

    def problem(self, message: str, remedy: str, line: int | None = None) -> Problem:
        """Return a Problem that points here, or to a line (from 1) of it."""
        return Problem(self.path if line is None else f"{self.path}:{line}", message, remedy)

    def unreadable(self, error: Exception) -> Problem:
        """Return the Problem for a source that the system will not hand out."""
        reason = getattr(error, "strerror", None) or str(error)
        return self.problem(f"cannot be read: {reason}", "check that it exists and may be read")

    def decode(self) -> encoding.Decoded | Problem:
        """Return the whole text; a Problem where it cannot be had or holds none."""
        try:
            with self.open() as stream:
                data = stream.read(LIMIT + 1)
        except (OSError, ValueError, AttributeError) as error:
            return self.unreadable(error)
        if len(data) > LIMIT:
            return self.problem(f"larger than {LIMIT >> 20} MB", "split it into articles, or pass JSON Lines")
        decoded = encoding.decode(data)
        if decoded is None:
            return self.problem("not a text in any known encoding", "save it as UTF-8 text, or leave it out")
        if not decoded.text.strip("\ufeff \t\r\n\f\v"):
            return self.problem("empty", "put the article's text into it, or leave it out")
        return decoded

    def damage(self, decoded: encoding.Decoded) -> Problem:
        """Return the Problem for a text in which bytes had to be replaced."""
        return self.problem(
            f"{decoded.replaced} broken UTF-8 characters, read as U+FFFD", "save it again as UTF-8 from its origin"
        )
