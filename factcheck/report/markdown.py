"""Plain text → Markdown that shows exactly that text, and quotations with words marked in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from factcheck.report.location import uri

# What CommonMark or a common extension acts upon anywhere in a line; an underscore between letters is none of it.
_ACTIVE = re.compile(r"([\\`*\[\]<>|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
_LEADING = re.compile(
    r"(\d*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|(?<=\d)[.)](?=\s|$))"
)  # "# heading"   "- item"   "1. item"
_WIDEST = 420
_MARGIN = 150


def escape(text: str) -> str:
    r"""Return one line of Markdown that shows `text`, its white space folded.

    "1. A *bold*  claim" → "1\. A \*bold\* claim"
    """
    return _guard(_inner(text).strip())


def link(label: str, path: str, folder: str, line: int) -> str:
    """Return a link to a line of a file, relative to the report's folder; bare words where there is no file."""
    if path in ("", "-"):
        return escape(label)
    return f"[{escape(label)}]({relative(path, folder)}#L{line})"


def folded(summary: str, parts: Sequence[str]) -> str:
    """Return parts of a report behind a line that unfolds them, where the reader's program can."""
    return "\n\n".join((f"<details>\n<summary>{summary}</summary>", *parts, "</details>"))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """Return a table of escaped cells; the last `numbers` columns stand to the right."""
    rule = ["---"] * (len(header) - numbers) + ["---:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows))


def relative(path: str, folder: str) -> str:
    """Return the URI of a file as seen from a folder: "news/a b.txt", "reports" → "../news/a%20b.txt"."""
    return uri(os.path.relpath(path, folder).replace(os.sep, "/"))


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a sentence with spans (offsets into it) in bold, shortened where it is very long.

    "He met Kim on Monday.", [(7, 10)] → "He met **Kim** on Monday."
    """
    joined = list(_joined(spans))
    left, right = _window(text, joined)
    pieces, at = ["… " if left else ""], left
    for start, end in joined:
        pieces += [_inner(text[at:start]), f"**{_inner(text[start:end]).strip()}**"]
        at = end
    pieces += [_inner(text[at:right]), " …" if right < len(text) else ""]
    return _guard("".join(pieces).strip())


def _inner(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", re.sub(r"\s+", " ", text))


def _guard(line: str) -> str:
    """Escape what would make a line a heading, an item or a rule."""
    leading = _LEADING.match(line)
    return f"{leading[1]}\\{line[leading.end(1) :]}" if leading else line


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans in order, those that touch as one."""
    current: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if current and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _window(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the part of a text to show: all of it, or the spans and some words on either side."""
    if len(text) <= _WIDEST:
        return 0, len(text)
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    left = text.find(" ", first - _MARGIN) + 1 if first > _MARGIN else 0
    right = text.rfind(" ", last, last + _MARGIN)
    return min(left, first), right if last + _MARGIN < len(text) and right > 0 else len(text)
