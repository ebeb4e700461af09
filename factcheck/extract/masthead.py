"""What an article says of itself: headline, header date, outlet, dateline, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.model import Dateline

if TYPE_CHECKING:
    from factcheck.extract.document import Document


class Masthead(Struct, frozen=True):
    """Where the copy begins and what stands above and at the head of it.

    `header_times` and `dateline_times` are indices into `document.times` of the expressions by which the article
    dates itself. `body` is the text offset at which the first sentence of the copy begins. `skip` are spans of text
    (outlet, byline, handles) in which no names are to be sought.
    """

    headline: str | None = None
    outlet: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    header_times: tuple[int, ...] = ()
    dateline_times: tuple[int, ...] = ()
    body: int = 0
    skip: tuple[tuple[int, int], ...] = ()


def read(document: Document) -> Masthead:
    """Return the masthead of a document."""
    return Masthead()
