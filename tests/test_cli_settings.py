"""factcheck.toml: found upwards, read strictly, and in effect on rules, severities, names, trust and facts."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from factcheck.check import rulefile
from factcheck.settings.facts import sentence
from factcheck.settings.record import Fact

FAULTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus/settings/faults.toml").read_text(encoding="utf-8")
)["case"]
TEXTS = {
    "a.txt": "RIGA, March 4, 2021 (BNS) - Latvian Foreign Minister Andris Ozols met reporters on Thursday.",
    "b.txt": "TALLINN, March 5, 2021 (ETV) - Latvian Defence Minister Andris Ozols said the talks would go on.",
    "c.txt": "GENEVA, March 5, 2021 (ETV) - The summit between Latvian President Egils Roze and Estonian President "
    "Jaan Tamm was held in Geneva on April 14, 2018.\n\nEstonian Interior Minister Mari Kask opened a pier.",
}
Running = Callable[..., dict[str, Any]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with articles below it, and work in it."""
    (tmp_path / "news").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def running(command: Command, desk: Path) -> Running:
    """Write factcheck.toml, run over the articles, return the findings file with its status and standard error."""

    def run(settings: str, **files: str) -> dict[str, Any]:
        (desk / "factcheck.toml").write_text(settings, encoding="utf-8")
        for name, text in files.items():
            (desk / name.replace("_", ".")).write_text(text, encoding="utf-8")
        outcome = command("run", "news", "--format", "json", "--output", "-")
        return {**json.loads(outcome.out or "{}"), "status": outcome.status, "err": outcome.err}

    return run


def found(document: dict[str, Any]) -> list[tuple[str, str]]:
    conflicts = [finding for finding in document["findings"] if finding["verdict"] == "conflict"]
    return sorted((finding["rule"], finding["severity"]) for finding in conflicts)


def test_nothing_said_changes_nothing(running: Running) -> None:
    assert found(running("")) == [("officeholder-title", "warning")]


def test_severity(running: Running) -> None:
    assert found(running('[severity]\nofficeholder-title = "error"\n')) == [("officeholder-title", "error")]


@pytest.mark.parametrize("rules", ['off = ["officeholder-title"]', 'only = ["person-age"]', "defaults = false"])
def test_which_rules_run(running: Running, rules: str) -> None:
    document = running(f"[rules]\n{rules}\n")
    assert (found(document), document["status"]) == ([], 0)


def test_folders_of_rules_are_below_the_file(running: Running, desk: Path) -> None:
    rule = (rulefile.shipped() / "weekday-date.toml").read_text(encoding="utf-8")
    (desk / "own").mkdir()
    (desk / "own/mine.toml").write_text(rule.replace('id = "weekday-date"', 'id = "mine"'), encoding="utf-8")
    document = running('[rules]\nfolders = ["own"]\nonly = ["mine"]\n')
    assert {finding["rule"] for finding in document["findings"]} == {"mine"}


def test_rules_that_are_not_there(running: Running) -> None:
    document = running('[rules]\noff = ["person-agee"]\n[severity]\nfirstnes = "note"\n')
    assert document["status"] == 3
    assert document["err"].splitlines() == [
        'factcheck.toml: rules: off: person-agee: no such rule (did you mean "person-age"?); `factcheck rules list` '
        "names the rules",
        'factcheck.toml: severity: firstnes: no such rule (did you mean "firstness"?); `factcheck rules list` names '
        "the rules",
    ]
    assert found(document) == [("officeholder-title", "warning")]


def test_the_nearest_file_above_the_working_folder(
    command: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "factcheck.toml").write_text('[rules]\noff = ["officeholder-title"]\n', encoding="utf-8")
    monkeypatch.chdir(desk / "news")
    assert "0 conflicts" in command("run", ".", "--output", "-").out
    (desk / "news/factcheck.toml").write_text("", encoding="utf-8")
    assert "1 conflict" in command("run", ".", "--output", "-").out
    assert "0 conflicts" in command("run", ".", "--output", "-", "--config", desk / "factcheck.toml").out


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["told"][0].removeprefix("factcheck.toml: ")[:30])
def test_faults_are_told_all_at_once(running: Running, case: dict[str, Any]) -> None:
    document = running(case["text"])
    assert (document["status"], document["err"].splitlines()) == (2, case["told"])


def test_aliases_are_one_place_and_one_person(command: Command, desk: Path) -> None:
    (desk / "news/d.txt").write_text("Pyongyang lies in Joseon. Joe Tamm went there on Monday.", encoding="utf-8")
    (desk / "news/e.txt").write_text("North Korea said so. Jaan Tamm spoke. Joe Tamm left.", encoding="utf-8")
    (desk / "factcheck.toml").write_text(
        '[[alias]]\nnames = ["Jaan Tamm", "Joe Tamm"]\n[[alias]]\nnames = ["Zarnovia Trust", "Geneva"]\n',
        encoding="utf-8",
    )
    rows = [json.loads(line) for line in command("subjects", "news").out.splitlines()]
    people = {row["name"]: row for row in rows if row["type"] == "person"}
    assert "Joe Tamm" not in people
    assert sorted(people["Jaan Tamm"]["spellings"]) == ["Jaan Tamm", "Joe Tamm"]
    assert {mention["article"] for mention in people["Jaan Tamm"]["mentions"]} == {"c.txt", "d.txt", "e.txt"}
    assert [row["spellings"] for row in rows if row["name"] == "Zarnovia Trust"] == [["GENEVA", "Geneva"]]


def test_the_most_trusted_source_is_named(running: Running) -> None:
    by_outlet = running('[[source]]\noutlet = "bns"\ntrust = 3\n')
    by_name = running('[[source]]\narticle = "a.*"\ntrust = 3\n')
    (finding,) = [one for one in by_outlet["findings"] if one["verdict"] == "conflict"]
    assert finding["explanation"][-1] == "the most trusted source says “Foreign Minister”: BNS, trust 3 against 1"
    assert by_name["findings"] == by_outlet["findings"]


HELD = "person,office,from,to\nMari Kask,Estonian Finance Minister,2020-01-01,{}\n"


@pytest.mark.parametrize(("to", "conflicts"), [("", 2), ("2022-01-01", 2), ("2021-01-31", 1)])
def test_an_office_that_the_desk_holds_true(running: Running, to: str, conflicts: int) -> None:
    document = running('facts = ["desk.csv"]\n', desk_csv=HELD.format(to))
    assert (document["status"], len(found(document))) == (0, conflicts)
    told = [one["explanation"][-1] for one in document["findings"] if one["subject"]["name"] == "Mari Kask"]
    assert told == (["the desk holds true: “Finance Minister” (desk.csv (2021-03))"] if conflicts == 2 else [])


def test_files_of_facts_of_one_name_stay_apart(running: Running, desk: Path) -> None:
    for folder, office in (("one", "Finance"), ("two", "Justice")):
        (desk / folder).mkdir()
        row = f'"Mari Kask","Estonian {office} Minister",2020-01-01\r\n'
        (desk / folder / "desk.csv").write_text(f"person,office,from\r\n{row}", encoding="utf-8")
    document = running('facts = ["one/desk.csv", "two/desk.csv"]\n')
    named = {article["article"] for article in document["articles"]}
    assert named >= {"one/desk.csv (2021-03)", "two/desk.csv (2021-03)"}
    (clash,) = [finding for finding in document["findings"] if finding["subject"]["name"] == "Mari Kask"]
    assert len(clash["values"]) == 3


@pytest.mark.parametrize(("day", "conflicts"), [("2018-04-15", 1), ("2018-04-14", 0)])
def test_an_event_that_the_desk_holds_true(running: Running, day: str, conflicts: int) -> None:
    fact = f"""
[[fact]]
event = "summit between Latvian President Egils Roze and Estonian President Jaan Tamm"
date = {day}
place = "Geneva"
"""
    for document in (running(fact), running('facts = ["desk.toml"]', desk_toml=fact)):
        assert [rule for rule, _ in found(document)].count("event-date") == conflicts


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("desk.csv", "person,offise\nA B,Mayor\n", 'line 2: offise: unknown key (did you mean "office"?)'),
        ("desk.csv", "person,office,from\nA B,Mayor,soon\n", "line 2: from: invalid RFC3339 encoded date"),
        ("desk.csv", "person\nA B\n", "line 2: needs either person and office"),
        ("desk.toml", "[[facts]]\n", 'facts: unknown key (did you mean "fact"?)'),
        ("desk.toml", "[[fact]\n", "not TOML: "),
        ("gone.csv", None, "cannot be read: No such file or directory"),
    ],
)
def test_files_of_facts_that_cannot_be_used(
    running: Running, desk: Path, name: str, text: str | None, told: str
) -> None:
    if text is not None:
        (desk / name).write_text(text, encoding="utf-8")
    document = running(f'facts = ["{name}"]\n')
    assert document["status"] == 3
    assert document["err"].startswith(f"{name}: {told}")
    assert document["err"].endswith("; mend the file of facts\n")
    assert found(document) == [("officeholder-title", "warning")]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (
            Fact(person="Kari Moe", office="foreign minister of Norway"),
            "Kari Moe, foreign minister of Norway, holds the office.",
        ),
        (Fact(event="the opening", date=date(2020, 5, 1)), "The opening was held on May 1, 2020."),
        (Fact(event="summit", place="Riga"), "The summit was held in Riga."),
        (Fact(says="The pier opened in 1971"), "The pier opened in 1971."),
    ],
)
def test_facts_as_sentences(fact: Fact, words: str) -> None:
    assert sentence(fact) == words


def test_the_page_on_settings_shows_a_file_that_works(running: Running) -> None:
    page = (Path(__file__).parent.parent / "docs/settings.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    (rows,) = re.findall(r"```csv\n(.*?)```", page, flags=re.DOTALL)
    document = running(text, officeholders_csv=rows)
    told = [line for line in document["err"].splitlines() if "our-rules: no such folder" not in line]
    assert (told, document["stats"]["articles"]) == ([], len(TEXTS) + 3)


def test_a_settings_file_that_is_not_there(command: Command, desk: Path) -> None:
    assert desk.is_dir()
    outcome = command("run", "news", "--config", "gone.toml")
    assert outcome == (2, "", "gone.toml: cannot be read: No such file or directory\n")
