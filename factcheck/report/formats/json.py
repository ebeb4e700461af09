"""Findings as one JSON document, the whole run in it."""

from __future__ import annotations

import msgspec

from factcheck.model import Result
from factcheck.report import records


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - records name files as they were given
    """Return the findings file, indented by two."""
    return msgspec.json.format(msgspec.json.encode(records.findings(result)), indent=2).decode() + "\n"
