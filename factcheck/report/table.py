"""Rows → CSV that a spreadsheet opens without obeying it: RFC 4180, a header, and no cell that begins a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def written(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the table; a cell that would begin a formula gets an apostrophe before it, as spreadsheets mark text."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return target.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
