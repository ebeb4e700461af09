"""Bad input of each kind: one clear line on standard error, the rest still done, no traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Articles, Command
from factcheck import check as checking
from factcheck import extract as extraction
from factcheck import link as linking
from factcheck.check import shipped
from factcheck.model import Article, Corpus, Extraction, Finding

GOOD = "The river rose on April 25, 2019."
RULE = (shipped() / "weekday-date.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", r"empty\.txt: empty; "),
        ("blank.txt", b" \n\n\t", r"blank\.txt: empty; "),
        ("binary.txt", bytes(range(256)) * 8, r"binary\.txt: not a text in any known encoding; "),
        ("broken.jsonl", b'{"id": "a", "text": "Rain."}\n{"id": "b", "te\n', r"broken\.jsonl:2: .+; "),
        ("untexted.jsonl", b'{"id": "a"}\n', r"untexted\.jsonl:1: .+; "),
    ],
)
def test_unusable_input(command: Command, articles: Articles, name: str, content: bytes, told: str) -> None:
    folder = articles({"good.txt": GOOD, name: content})
    outcome = command("run", folder, "--format", "json", "--output", "-")
    document = json.loads(outcome.out)
    assert outcome.status == 3
    assert re.fullmatch(f".*{told}.+\n", outcome.err)
    assert [problem["kind"] for problem in document["problems"]] == ["input"]
    assert "good.txt" in [article["article"] for article in document["articles"]]


def test_missing_path(command: Command, articles: Articles) -> None:
    folder = articles({"good.txt": GOOD})
    outcome = command("extract", folder / "nowhere", folder)
    assert outcome.status == 3
    assert outcome.err == f"{folder / 'nowhere'}: no such file or folder; check the spelling\n"
    assert "April 25, 2019" in outcome.out


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("mine.toml", "id = 'mine'\nsumary = 'x'\n", 'sumary: unknown key (did you mean "summary"?)'),
        ("weekday-date.toml", RULE, "is already the id of"),
        ("torn.toml", "id = ", "not TOML"),
    ],
)
def test_unusable_rule(command: Command, articles: Articles, tmp_path: Path, name: str, text: str, told: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / name).write_text(text, encoding="utf-8")
    outcome = command("run", articles({"good.txt": GOOD}), "--rules", own, "--format", "json", "--output", "-")
    document = json.loads(outcome.out)
    assert outcome.status == 3
    assert told in outcome.err.replace("“", '"').replace("”", '"')
    assert all(line.startswith(f"own/{name}: ") for line in outcome.err.splitlines())
    assert {problem["kind"] for problem in document["problems"]} == {"rule"}
    assert len(document["articles"]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run"], "Missing argument"),
        (["run", ".", "--format", "xml"], "'xml' is none of "),
        (["run", ".", "--as-of", "tomorrow"], "'tomorrow' is no date; write it as 2019-04-25"),
        (["run", ".", "--jobs", "0"], "--jobs"),
        (["run", ".", "--fail-on", "panic"], "panic"),
        (["run", ".", "--output", "-", "--format", "md", "--format", "json"], "several formats need a folder"),
        (["rules", "show", "weekday-dat"], "did you mean 'weekday-date'?"),
        (["schema", "report"], "report"),
        (["dance"], "dance"),
    ],
)
def test_wrong_command_line(command: Command, arguments: list[str], told: str) -> None:
    outcome = command(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
    assert "Traceback" not in outcome.err


def test_unwritable_output(command: Command, articles: Articles) -> None:
    folder = articles({"good.txt": GOOD})
    target = folder / "good.txt" / "report.md"
    outcome = command("run", folder, "--output", target)
    assert outcome.status == 2
    assert outcome.err == f"factcheck: {target}: cannot be written: File exists; choose another --output\n"


def test_a_bug_costs_one_article(command: Command, articles: Articles, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = extraction.extract

    def fragile(article: Article) -> Extraction:
        if "flood" in article.text:
            raise ZeroDivisionError("a number\nof nothing")
        return honest(article)

    monkeypatch.setattr(extraction, "extract", fragile)
    folder = articles({"bad.txt": "The flood came.", "good.txt": GOOD})
    outcome = command("extract", folder)
    assert outcome.status == 3
    assert re.fullmatch(
        re.escape(f"{folder}/bad.txt:1: could not be understood: ZeroDivisionError: a number of nothing (")
        + r".+:\d+\); please report it as a bug, with the article or rule\n",
        outcome.err,
    )
    assert "April 25, 2019" in outcome.out


def test_a_bug_that_stops_everything_is_told_in_one_line(
    command: Command, articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("lost")

    monkeypatch.setattr(linking, "link", broken)
    outcome = command("run", articles({"good.txt": GOOD}))
    assert outcome == (
        3,
        "",
        "factcheck: RuntimeError: lost; this is a bug, please report it with the command line\n",
    )


def test_a_bug_costs_one_rule(command: Command, articles: Articles, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = checking.check

    def fragile(corpus: Corpus, rules: Sequence[checking.Rule]) -> tuple[Finding, ...]:
        if any(rule.id == "event-date" for rule in rules):
            raise ZeroDivisionError("days")
        return honest(corpus, rules)

    monkeypatch.setattr(checking, "check", fragile)
    folder = articles(
        {"a.txt": "Sergei Lavrov spoke on Monday, April 26, 2019. Sergei Lavrov left.", "b.txt": "Sergey Lavrov came."}
    )
    outcome = command("run", folder, "--format", "json", "--output", "-")
    assert outcome.status == 3
    assert re.fullmatch(
        r"rules/event-date\.toml: cannot be applied: ZeroDivisionError: days \(pipeline\.py:\d+\); "
        r"please report it as a bug, with the article or rule\n",
        outcome.err,
    )
    document = json.loads(outcome.out)
    assert [problem["kind"] for problem in document["problems"]] == ["rule"]
    assert "weekday-date" in {finding["rule"] for finding in document["findings"]}


def test_rules_that_fail_their_examples(command: Command, tmp_path: Path) -> None:
    text = RULE.replace('id = "weekday-date"', 'id = "mine"')
    first = text.index("[[example]]")
    example = '[[example]]\nflag = ["Nothing happened."]\n'
    (tmp_path / "mine.toml").write_text(text[:first] + example, encoding="utf-8")
    outcome = command("rules", "test", "mine", "--rules", tmp_path)
    assert outcome == (
        3,
        "mine: FAILED: no example fires this rule\n  example 1 (flag): must be flagged, but is not\n",
        "",
    )


def test_problems_stand_in_order_of_file_and_line(command: Command, articles: Articles) -> None:
    folder = articles({"a.jsonl": "torn\n" * 11, "b.txt": ""})
    places = [line.split(": ")[0].rpartition("/")[2] for line in command("extract", folder).err.splitlines()]
    assert places == [*(f"a.jsonl:{number}" for number in range(1, 12)), "b.txt"]
