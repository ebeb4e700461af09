"""The package from Python: the same results as the command line, as records for a table."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import factcheck
from conftest import Articles, Command
from factcheck.errors import SettingsError

SEEDS = Path(__file__).parent.parent / "seeds"


def test_run_is_what_the_command_line_reports(command: Command) -> None:
    result = factcheck.run(SEEDS)
    document = json.loads(command("run", SEEDS, "--format", "json", "--output", "-").out)
    assert [finding.id for finding in result.findings] == [finding["id"] for finding in document["findings"]]
    assert dict(result.stats) == document["stats"]
    assert factcheck.run([str(SEEDS)]) == result


def test_claims_are_what_the_command_line_prints(command: Command) -> None:
    printed = [json.loads(line)["id"] for line in command("extract", SEEDS).out.splitlines()]
    assert [claim.id for claim in factcheck.claims([SEEDS])] == printed


def test_records_are_plain() -> None:
    result = factcheck.run(SEEDS)
    for what, count in (("findings", len(result.findings)), ("claims", len(result.claims)), ("articles", 11)):
        rows = result.to_records(what)  # type: ignore[arg-type]
        assert len(rows) == count
        assert json.loads(json.dumps(rows)) == rows
        assert len({tuple(row) for row in rows if what != "claims"}) <= 1
    first = result.to_records()[0]
    assert (first["id"], first["message"]) == (result.findings[0].id, result.findings[0].message)
    assert len(first["values"]) == len(first["sources"]) == len(result.findings[0].values)
    claim = result.to_records("claims")[0]
    assert claim["text"] == result.claims[0].text
    assert any(name.startswith("value.") for name in claim)


def test_options(articles: Articles, tmp_path: Path) -> None:
    folder = articles({"a.txt": "Rain fell on Monday.", "b.txt": "Snow fell."})
    dated = factcheck.run(folder, as_of=date(2020, 1, 2), jobs=2, default_rules=False)
    assert [row["earliest"] for row in dated.to_records("articles")] == ["2020-01-02", "2020-01-02"]
    assert dated.rules == ()
    (tmp_path / "wrong.toml").write_text("rulez = 1\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"rulez: unknown key \(did you mean \"rules\"\?\)"):
        factcheck.run(folder, config=tmp_path / "wrong.toml")


def test_progress_is_told(articles: Articles) -> None:
    told: list[tuple[int, int]] = []
    folder = articles({"a.txt": "Rain fell.", "b.txt": "Snow fell."})
    factcheck.run(folder, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_importing_loads_no_stage() -> None:
    code = (
        "import sys, factcheck; print(sorted({'msgspec', 'factcheck.model', 'factcheck.pipeline'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"[]\n"
