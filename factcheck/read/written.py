"""The head of a file → whether this tool wrote it: a report, or rows that a command printed.

A report that lies among the articles quotes them, so it would agree with them and contradict itself. It is known by
what stands in it, for it may have been renamed or moved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from factcheck.read.source import Source

_HEAD = 1 << 20  # bytes of a first line; a row of ours is shorter
_REPORT = re.compile(rb"\s*# Do these articles agree\?\s+\*\*\d")  # # Do these articles agree?\n\n**3 conflicts**
# a.txt:1:2: warning: … [officeholder-title]
_LINE = re.compile(rb"(?:\S[^\n]*:\d+(?::\d+)?: )?(?:error|warning|note): [^\n]+ \[[a-z\d-]+\]$")
# ::warning file=a.txt,line=1,title=conflict%3A officeholder-title::…
_ANNOTATION = re.compile(rb"::(?:error|warning|notice) [^\n]*title=(?:conflict|variant)(?::|%3A)")
_ROWS = (
    frozenset(("kind", "article", "start", "end", "value", "certainty")),  # claims
    frozenset(("rule", "severity", "verdict", "values", "explanation")),  # findings
    frozenset(("type", "spellings", "mentions", "merged")),  # subjects
    frozenset(("article", "published", "dateline", "copies")),  # articles
    frozenset(("article", "outlet", "words", "claims")),  # articles of an archive
    frozenset(("finding", "verdict", "state", "says")),  # reviews
)


def by_this_tool(source: Source) -> bool:
    """Tell whether a source holds what this tool wrote; False where it cannot be read, which its format then tells."""
    try:
        with source.open() as stream:
            first = stream.readline(_HEAD)
            if _REPORT.match(first + stream.read(80)):
                return True
    except (OSError, ValueError, AttributeError):
        return False
    first = first.rstrip()
    return bool(_LINE.match(first) or _ANNOTATION.match(first)) or _is_row(first)


def _is_row(line: bytes) -> bool:
    """Tell whether a line is a JSON object with the keys of one of our rows."""
    if not line.startswith(b"{"):
        return False
    try:
        keys = msgspec.json.decode(line, type=dict[str, msgspec.Raw]).keys()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return any(row <= keys for row in _ROWS)
