"""A date that stands below the first sentence: under a standfirst, a byline, or the lead.

    "Ferries run again⏎The harbour was shut for a week.⏎By ABC News⏎May 27, 2016, 12:28 PM⏎The port …"
    "The port reopened after a storm, officials say.⏎25 August 2016⏎Some 460 ships …"

Comes in: the first line of copy. Goes out: the lines down to the one that dates the article. A chronicle, in which
further lines are dates, says nothing of its own date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.masthead import vocabulary
from factcheck.extract.masthead.lines import Line, classify

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from factcheck.extract.document import Document

_REACH = 4  # lines below the first of copy
_FURTHER = 12  # lines below the date in which another date makes a chronicle


def find(document: Document, paragraph: int, dated: Mapping[int, int], captions: Container[int]) -> list[Line]:
    """Return the lines below a paragraph down to the line that dates the article; none where none does."""
    above: list[Line] = []
    paragraphs = document.tokens.paragraphs
    for at, (first, stop) in enumerate(paragraphs[paragraph + 1 : paragraph + 1 + _REACH], paragraph + 1):
        if first in captions:
            continue
        line = classify(document, first, stop, dated)
        if line.kind == "copy":
            return []
        above.append(line)
        if line.kind == "header" and line.times:
            return above if _is_date_of_article(document, line, at, dated) else []
    return []


def _is_date_of_article(document: Document, line: Line, paragraph: int, dated: Mapping[int, int]) -> bool:
    """Tell whether a line gives a full date that is the article's: it says so, or no other date line follows."""
    if line.unsure or not all(_is_full(document, index) for index in line.times):
        return False
    labels = vocabulary.words("header", "published") | vocabulary.words("header", "updated")
    if labels.intersection(document.tokens.lower[line.first : line.stop]):
        return True
    following = document.tokens.paragraphs[paragraph + 1 : paragraph + 1 + _FURTHER]
    return bool(following) and not any(_is_date_line(document, *other, dated) for other in following)


def _is_full(document: Document, index: int) -> bool:
    time = document.times[index]
    return time.year is not None and time.month is not None and time.day is not None


def _is_date_line(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> bool:
    """Tell whether a line opens with a date and holds little else, or sets it off: "3 June 2018", "1912: Opened"."""
    if first not in dated:
        return False
    time = document.times[dated[first]]
    return (
        time.type in {"DATE", "TIME"}
        and time.year is not None
        and (time.stop == stop or document.tokens.text[time.stop] in ":-–—")
    )
