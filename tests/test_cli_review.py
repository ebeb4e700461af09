"""Verdicts on findings: kept in a file, out of the report until a statement changes, and told when they lapse."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Articles, Command
from factcheck import reviews
from factcheck.reviews import Review

TEXTS = {
    "a.txt": "OSLO, March 4, 2021 /NTB/. Kari Lund, 35, was arrested in Bergen on Thursday, police said.",
    "b.txt": "OSLO, March 4, 2021 /NTB/. Kari Lund, 39, was arrested in Bergen on Thursday, police said.",
}
Reviewing = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(articles: Articles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return articles(TEXTS)


@pytest.fixture
def report(command: Command, folder: Path) -> Reviewing:
    """Run over the folder and return the findings file, its status and what stood on standard error beside."""

    def run(*options: str) -> dict[str, Any]:
        outcome = command("run", folder, "--format", "json", "--output", "-", *options)
        return {**json.loads(outcome.out), "status": outcome.status, "err": outcome.err}

    return run


def ages(document: dict[str, Any]) -> list[str]:
    return [finding["id"] for finding in document["findings"] if finding["rule"] == "person-age"]


def test_a_reviewed_finding_stays_out(command: Command, folder: Path, report: Reviewing) -> None:
    (ident,) = ages(report())
    before = report("--fail-on", "warning")
    outcome = command("review", ident, folder, "--verdict", "second-wrong", "--reason", "The court says 35.")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-1] == "1 of 1 reviews in reviews.toml"
    after = report("--fail-on", "warning")
    assert (before["status"], after["status"], after["err"]) == (1, 0, "")
    assert ages(after) == []
    assert after["stats"]["reviewed"] == 1
    (kept,) = tomllib.loads(Path("reviews.toml").read_text(encoding="utf-8"))["review"]
    assert (kept["finding"], kept["verdict"], kept["reason"]) == (ident, "second-wrong", "The court says 35.")
    assert [value[:8] for value in kept["values"]] == ["35 years", "39 years"]
    assert len(kept["statements"]) == 2


def test_another_source_of_the_same_values_changes_nothing(command: Command, folder: Path, report: Reviewing) -> None:
    (ident,) = ages(report())
    command("review", ident, folder, "--verdict", "unclear", "--reason", "asked")
    (folder / "c.txt").write_text(
        "OSLO, March 4, 2021 /VG/. Kari Lund, 39, is in custody, police said.", encoding="utf-8"
    )
    assert ages(report()) == []


@pytest.mark.parametrize(
    ("old", "new", "state", "open_again"),
    [
        ("police said", "the police said", "changed", 1),
        ("Lund, 39", "Lund, 41", "orphaned", 1),
        ("Lund, 39", "Lund, 35", "orphaned", 0),
    ],
)
def test_a_statement_that_changes(
    command: Command, folder: Path, report: Reviewing, old: str, new: str, state: str, open_again: int
) -> None:
    (ident,) = ages(report())
    command("review", ident, folder, "--verdict", "unclear", "--reason", "asked")
    (folder / "b.txt").write_text(TEXTS["b.txt"].replace(old, new), encoding="utf-8")
    document = report()
    assert len(ages(document)) == open_again
    assert document["err"].startswith(f"review of {ident} (person-age, Kari Lund, unclear): {state}; ")
    assert [note["state"] for note in document["reviews"]] == [state]
    assert document["status"] == 0
    page = command("run", folder, "--output", "-").out
    assert "## Reviewed (1)" in page
    assert document["err"].rstrip().rpartition("; ")[2] in page


@pytest.mark.parametrize(("today", "shown"), [(None, 0), ("2021-03-31", 0), ("2021-04-01", 1)])
def test_a_verdict_until_a_day(
    command: Command, folder: Path, report: Reviewing, today: str | None, shown: int
) -> None:
    (ident,) = ages(report())
    command("review", ident, folder, "--verdict", "unclear", "--reason", "asked", "--until", "2021-03-31")
    document = report(*(["--today", today] if today else []))
    assert len(ages(document)) == shown
    assert ("expired; its last day was 2021-03-31" in document["err"]) == bool(shown)


def test_a_backlog_is_adopted(command: Command, folder: Path, report: Reviewing) -> None:
    outcome = command("review", "--all", folder, "--reason", "legacy")
    assert outcome.status == 0
    document = report()
    assert [finding for finding in document["findings"] if finding["verdict"] != "reconciled"] == []
    assert {note["verdict"] for note in document["reviews"]} == {"unclear"}
    again = command("review", "--all", folder, "--reason", "legacy").out
    assert again.startswith("0 of ")


def test_reviews_are_listed(command: Command, folder: Path, report: Reviewing) -> None:
    (ident,) = ages(report())
    command("review", ident, folder, "--verdict", "both-right", "--reason", "two women")
    (row,) = [json.loads(line) for line in command("review", "--list", folder).out.splitlines()]
    assert (row["finding"], row["state"], row["verdict"]) == (ident, "holds", "both-right")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["FINDING", "FOLDER", "--verdict", "unclear"], "say why"),
        (["FINDING", "FOLDER", "--reason", "x"], "--verdict: needed, one of first-wrong, second-wrong"),
        (["FINDING", "--verdict", "unclear", "--reason", "x"], "name the finding and then the PATHs"),
        (["FOLDER", "FOLDER", "--verdict", "unclear", "--reason", "x"], "no finding of these articles is called"),
        (["FINDING", "FOLDER", "--verdict", "wrong", "--reason", "x"], "'wrong' is not one of"),
        (["FINDING", "FOLDER", "--verdict", "unclear", "--reason", "x", "--until", "soon"], "'soon' is no date"),
    ],
)
def test_wrong_command_lines(
    command: Command, folder: Path, report: Reviewing, arguments: list[str], told: str
) -> None:
    (ident,) = ages(report())
    filled = {"FINDING": ident, "FOLDER": str(folder)}
    outcome = command("review", *(filled.get(one, one) for one in arguments))
    assert (outcome.status, outcome.out) == (2, "")
    assert told in " ".join(outcome.err.split())
    assert not Path("reviews.toml").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[review]]\nfindin = 'f1'\n", 'reviews.toml: review 1: findin: unknown key (did you mean "finding"?); '),
        ("[[reviews]]\n", 'reviews.toml: reviews: unknown key (did you mean "review"?); '),
        ("[[review]\n", "reviews.toml: not TOML: "),
    ],
)
def test_a_broken_file_is_told_and_left_alone(command: Command, folder: Path, text: str, told: str) -> None:
    Path("reviews.toml").write_text(text, encoding="utf-8")
    outcome = command("run", folder, "--output", "-")
    assert outcome.status == 3
    assert told in outcome.err
    refused = command("review", "--all", folder, "--reason", "legacy")
    assert refused.status == 3
    assert "reviews.toml has faults and was left as it is; mend it first" in refused.err
    assert Path("reviews.toml").read_text(encoding="utf-8") == text


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)


@given(
    st.lists(st.builds(Review, finding=TEXT, rule=TEXT, about=TEXT, says=TEXT, verdict=st.just("unclear"), reason=TEXT))
)
def test_what_is_saved_is_read_again(tmp_path_factory: pytest.TempPathFactory, kept: list[Review]) -> None:
    path = tmp_path_factory.mktemp("reviews") / "reviews.toml"
    distinct = {review.finding: review for review in kept}
    reviews.save(path, distinct.values())
    assert reviews.load(path) == (tuple(review for _, review in sorted(distinct.items())), ())
