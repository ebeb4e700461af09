"""The committed report on the sample articles is what the tool says of them today."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command

ROOT = Path(__file__).parent.parent
RENEW = "factcheck run seeds --format md --format json --output reports/sample"


@pytest.mark.parametrize("form", ["md", "json"])
def test_sample_report_is_up_to_date(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    monkeypatch.chdir(ROOT)
    kept = ROOT / "reports" / "sample" / f"report.{form}"
    # Links are relative to the report's folder, so the fresh one goes to a folder beside the kept one's.
    fresh = ROOT / "reports" / f".{tmp_path.name}"
    try:
        command("run", "seeds", "--format", form, "--output", fresh)
        assert (fresh / f"report.{form}").read_text() == kept.read_text(), f"out of date; renew with: {RENEW}"
    finally:
        for path in fresh.glob("*"):
            path.unlink()
        fresh.rmdir()


def test_sample_report_shows_every_verdict() -> None:
    text = (ROOT / "reports" / "sample" / "report.md").read_text(encoding="utf-8")
    for verdict in ("Conflicts", "Variants", "Reconciled"):
        assert f"## {verdict} (" in text
        assert f"## {verdict} (0)" not in text
