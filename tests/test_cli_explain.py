"""Explaining a finding, a rule, and two claims that did not clash."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import Articles, Command

TEXTS = {
    "a.txt": "OSLO, March 4, 2021 /NTB/. Kari Lund, 35, was arrested in Bergen on Thursday, police said.",
    "b.txt": "OSLO, March 4, 2021 /NTB/. Kari Lund, 39, was arrested in Bergen on Thursday, police said.",
    "c.txt": "OSLO, March 4, 2021 /NTB/. Nils Moe, 52, was arrested in Bergen on Thursday, police said.",
}


@pytest.fixture
def folder(articles: Articles) -> Path:
    return articles(TEXTS)


def test_a_finding_is_told_with_passages_levels_and_remedy(command: Command, folder: Path) -> None:
    found = json.loads(command("run", folder, "--format", "json", "--output", "-").out)["findings"]
    (ident,) = [finding["id"] for finding in found if finding["rule"] == "person-age"]
    outcome = command("explain", ident[:9], folder)
    assert (outcome.status, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].startswith("Kari Lund cannot be both “35 years old in 2021” (according to police) and “39 years")
    assert lines[2] == f"Finding {ident}: conflict, warning."
    assert any(line.startswith("    a.txt:1 “35” in: ") for line in lines)
    asked = [line for line in lines if re.fullmatch(r"    \d+\. .+: no, `.+` does not hold; it asks that .+", line)]
    assert asked
    assert any(line.endswith("so conflict") or ": yes, so conflict: " in line for line in lines)
    assert lines[-1] == "What to do: Count from the date of birth; say of which day the age is."


def test_a_rule_needs_no_articles(command: Command) -> None:
    outcome = command("explain", "person-age")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == command("rules", "show", "person-age").out


def test_a_rule_lists_what_it_found(command: Command, folder: Path) -> None:
    out = command("explain", "person-age", folder).out
    assert "**Found here:** 1\n" in out
    assert "(conflict): Kari Lund cannot be both" in out


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (("a.txt:1:35", "b.txt:1:39"), "In short: person-age calls them conflict (“two births”)."),
        (
            ("a.txt:1:35", "c.txt:1:52"),
            "person-age did not compare them: one is about “Kari Lund” (person:kari-lund), the other about “Nils Moe” "
            "(person:nils-moe), and these are not taken for one.",
        ),
        (("a.txt:1:35", "b.txt:1:Bergen"), "No rule compares claims of age and location with each other."),
    ],
)
def test_two_claims(command: Command, folder: Path, claims: tuple[str, str], told: str) -> None:
    outcome = command("explain", "--claims", *claims, folder)
    assert (outcome.status, outcome.err) == (0, "")
    assert told in outcome.out.splitlines()


def test_claims_by_their_ids(command: Command, folder: Path) -> None:
    rows = [json.loads(line) for line in command("extract", folder).out.splitlines()]
    ages = [row["id"] for row in rows if row["kind"] == "age"]
    by_place = command("explain", "--claims", "a.txt:1:35", "b.txt:1:39", folder)
    assert command("explain", "--claims", ages[0], ages[1][:8], folder) == by_place


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Former Norwegian Defence Minister Kari Lund", "its value has a “former” (True), which the rule leaves aside"),
        ("Norwegian Foreign Minister Kari Lund", "both say the same, “Foreign Minister”"),
    ],
)
def test_what_keeps_a_rule_from_comparing(command: Command, articles: Articles, second: str, told: str) -> None:
    texts = ["Norwegian Foreign Minister Kari Lund", second]
    folder = articles({f"{number}.txt": f"{text} opened the pier on Monday." for number, text in enumerate(texts)})
    outcome = command("explain", "--claims", "0.txt:1:Kari", "1.txt:1:Kari", folder)
    assert told in outcome.out
    assert "In short: no rule compared the two." in outcome.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["person-agee"], "no rule is called 'person-agee'; did you mean 'person-age'?"),
        (["fabc123"], "a finding needs the PATHs of its articles after it"),
        (["fabc123", "FOLDER"], "no finding of these articles is called 'fabc123'"),
        (["--claims", "a.txt:1", "b.txt:1:39", "FOLDER"], "'a.txt:1' names "),
        (["--claims", "c000000", "b.txt:1:39", "FOLDER"], "no claim is called 'c000000'; `factcheck extract`"),
        (["--claims", "a.txt:1:35", "a.txt:1:35", "FOLDER"], "both name one and the same claim"),
    ],
)
def test_what_cannot_be_explained(command: Command, folder: Path, arguments: list[str], told: str) -> None:
    outcome = command("explain", *(str(folder) if one == "FOLDER" else one for one in arguments))
    assert (outcome.status, outcome.out) == (2, "")
    assert told in " ".join(outcome.err.split())
