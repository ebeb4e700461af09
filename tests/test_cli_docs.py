"""docs/cli.md is the command line as it is."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_cli_page_is_up_to_date() -> None:
    page = runpy.run_path(str(DOCS / "generate_cli.py"))["page"]
    kept = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert page() == kept, "out of date; renew with: python docs/generate_cli.py"
