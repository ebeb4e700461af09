"""Articles against subjects: how often each article names what the findings and most articles speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from msgspec import Struct

from factcheck.model import Result, Subject

_COLUMNS = 24
_STEPS = (1, 2, 4, 8)


class Cell(Struct, frozen=True):
    """How often an article names a subject, as a number and a shade from 0 to 4, and a finding that quotes both."""

    mentions: int
    shade: int
    finding: str = ""
    verdict: str = ""


class Row(Struct, frozen=True):
    """One article."""

    article: int
    cells: tuple[Cell, ...]


class Matrix(Struct, frozen=True):
    """The subjects, the rows, and how many subjects there was no room for."""

    subjects: tuple[Subject, ...]
    rows: tuple[Row, ...]
    left_out: int


def build(result: Result, numbers: Mapping[str, int]) -> Matrix:
    """Return the matrix, the subjects of most findings first."""
    found = Counter(finding.subject.id for finding in result.findings)
    spread = {ident: len({mention.article for mention in one.mentions}) for ident, one in result.subjects.items()}
    shared = [one for one in result.subjects.values() if spread[one.id] > 1 or found[one.id]]
    ranked = sorted(shared, key=lambda one: (-found[one.id], -spread[one.id], -len(one.mentions), one.id))
    subjects = ranked[:_COLUMNS]
    mentions = Counter((mention.article, one.id) for one in subjects for mention in one.mentions)
    told = _told(result)
    rows = [
        Row(number, tuple(_cell(mentions[article, one.id], told[article, one.id]) for one in subjects))
        for article, number in numbers.items()
    ]
    kept = tuple(row for row in rows if any(cell.mentions or cell.finding for cell in row.cells))
    return Matrix(tuple(subjects), kept, len(result.subjects) - len(subjects))


def _told(result: Result) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return the first conflict or variant by the article that it quotes and its subject."""
    told: dict[tuple[str, str], tuple[str, str]] = defaultdict(lambda: ("", ""))
    for finding in result.findings:
        if finding.verdict != "reconciled":
            for article in sorted({passage.article for value in finding.values for passage in value.passages}):
                told.setdefault((article, finding.subject.id), (finding.id, finding.verdict))
    return told


def _cell(mentions: int, told: tuple[str, str]) -> Cell:
    return Cell(mentions, sum(mentions >= step for step in _STEPS), *told)
