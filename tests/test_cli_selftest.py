"""The selftest finds what it plants in articles that agree, says nothing of them untouched, and repeats itself."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from conftest import Articles, Command
from factcheck import pipeline
from factcheck.check import load
from factcheck.selftest import figures
from factcheck.selftest.changes import changes

CORPUS: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "corpus/selftest/articles.toml").read_text(encoding="utf-8")
)["articles"]


@pytest.fixture
def folder(articles: Articles) -> Path:
    return articles(CORPUS)


def ruled() -> set[str]:
    """Return the kinds of slip whose kind of claim some rule compares."""
    compared = {kind for rule in load()[0] for kind in rule.claims}
    return {name for name, module in changes().items() if module.CLAIM.__struct_config__.tag in compared}


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_what_is_planted_is_found(folder: Path, seed: int) -> None:
    report, problems = pipeline.selftest([str(folder)], seed=seed)
    assert (problems, report.untouched) == ((), ())
    counts = {kind: count for kind, count in report.kinds.items() if kind in ruled()}
    assert [kind for kind, count in report.kinds.items() if not count.plantable] == []
    assert all(count.planted == count.plantable for count in counts.values())
    planted = sum(count.planted for count in counts.values())
    missed = [trial for trial in report.trials if trial.outcome == "missed" and trial.kind in ruled()]
    assert 1 - len(missed) / planted >= 0.9, missed


def test_one_seed_one_report(command: Command, folder: Path) -> None:
    first = command("selftest", folder, "--format", "json", "--limit", "6")
    assert (first.status, first.err) == (0, "")
    assert command("selftest", folder, "--format", "json", "--limit", "6") == first
    document = json.loads(first.out)
    assert document["schema"] == "factcheck-selftest/1"
    assert sum(count["planted"] for count in document["kinds"].values()) == len(document["trials"]) == 6
    assert len({trial["kind"] for trial in document["trials"]}) == 6


def test_another_seed_plants_otherwise(folder: Path) -> None:
    planted = [pipeline.selftest([str(folder)], seed=seed)[0].trials for seed in (0, 1)]
    assert [trial.where for trial in planted[0]] != [trial.where for trial in planted[1]]
    assert sorted(trial.before for trial in planted[0]) == sorted(trial.before for trial in planted[1])


def test_the_table_names_each_kind_and_what_was_missed(command: Command, articles: Articles) -> None:
    folder = articles(CORPUS)
    outcome = command("selftest", folder, "--no-default-rules", "--limit", "2")
    assert outcome.status == 0
    rows = {line.split()[0]: line.split()[1:] for line in outcome.out.splitlines()[2:12] if line}
    assert sorted(rows) == sorted(["all", *changes()])
    assert rows["all"][2:] == ["2", "0", "0", "2", "0.00"]
    assert "Untouched, the articles yield no conflict.\nMissed: 2:\n" in outcome.out
    assert outcome.out.count("no rule compares claims of") == 2


def test_a_conflict_of_the_untouched_articles_is_listed(command: Command, articles: Articles) -> None:
    folder = articles({"a.txt": "The choir sang in the old town hall on Thursday, October 9, 2019."})
    out = command("selftest", folder).out
    assert "Untouched, the articles yield 1 conflict; each is real or false:\n  weekday-date: " in out


def test_a_claim_that_stands_alone_is_not_changed(articles: Articles) -> None:
    folder = articles({"a.txt": "OSLO, March 4, 2021 /NTB/. Kari Lund, 35, was arrested in Bergen, police said."})
    report, _ = pipeline.selftest([str(folder)])
    assert {kind: count.plantable for kind, count in report.kinds.items()} == dict.fromkeys(changes(), 0)
    assert report.kinds["age"].claims == 1


def test_the_files_stay_as_they_are(command: Command, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    command("selftest", folder, "--limit", "3")
    assert {path.name: path.read_bytes() for path in sorted(folder.iterdir())} == before


def test_unusable_articles_are_told(command: Command, articles: Articles) -> None:
    outcome = command("selftest", articles({"a.txt": "", "b.txt": "Rain fell."}))
    assert outcome.status == 3
    assert "a.txt: empty; " in outcome.err


@pytest.mark.parametrize(
    ("text", "number", "found", "other", "written"),
    [
        ("about two hours", 2, "two", 5, "five"),
        ("Two hours", 2, "Two", 30, "30"),
        ("1,200 people", 1200, "1,200", 1800, "1,800"),
        ("aged 35", 35, "35", 39, "39"),
    ],
)
def test_numbers_are_written_as_before(text: str, number: int, found: str, other: int, written: str) -> None:
    place = figures.find(text, number)
    assert place is not None
    assert (place.text, text[place.at : place.stop], figures.write(other, place.text)) == (found, found, written)


@pytest.mark.parametrize(("text", "number"), [("3.5 hours", 3), ("2 to 2 hours", 2), ("1,200", 200), ("a few", 3)])
def test_numbers_that_do_not_stand_there_once(text: str, number: int) -> None:
    assert figures.find(text, number) is None


@pytest.mark.parametrize(
    ("text", "number", "other", "written"),
    [("the 71st anniversary", 71, 72, "72nd"), ("the third", 3, 5, "fifth"), ("the 10th", 10, 11, "11th")],
)
def test_ranks(text: str, number: int, other: int, written: str) -> None:
    place = figures.find_rank(text, number)
    assert place is not None
    assert figures.write_rank(other, place.text) == written
