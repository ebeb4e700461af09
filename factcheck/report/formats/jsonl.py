"""Findings as JSON Lines, one finding a line."""

from __future__ import annotations

import msgspec

from factcheck.model import Result


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - records name files as they were given
    """Return the findings, one line each, in report order."""
    return "".join(msgspec.json.encode(finding).decode() + "\n" for finding in result.findings)
