"""An archive of claims: what is kept, and new text checked against it as if all had been read at once."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from factcheck import pipeline
from factcheck.archive import opened, shared_words
from factcheck.plan import Plan

SEEDS = Path(__file__).parent.parent / "seeds"
KEPT = {
    "a.txt": "OSLO, March 4, 2021 (NTB) - Kari Lund, 35, was arrested in Bergen on Thursday, police said.",
    "b.txt": "OSLO, March 5, 2021 (NTB) - Nils Moe, 52, opened a pier in Tromso.",
}
DRAFT = "OSLO, March 5, 2021 (NTB) - Kari Lund, 39, was arrested in Bergen on Thursday, police said."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make two articles and a draft, and work beside them."""
    monkeypatch.chdir(tmp_path)
    for name, text in {**{f"news/{name}": text for name, text in KEPT.items()}, "draft.txt": DRAFT}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def rows(command: Command, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in command(*arguments).out.splitlines()]


def test_articles_are_kept_once(command: Command, desk: Path) -> None:
    assert command("archive", "add", "kept.db", "news") == (0, "kept.db: 2 new, 0 changed, 0 as before\n", "")
    (desk / "news/b.txt").write_text(KEPT["b.txt"].replace("52", "53"), encoding="utf-8")
    assert command("archive", "add", "kept.db", "news").out == "kept.db: 0 new, 1 changed, 1 as before\n"
    listed = rows(command, "archive", "list", "kept.db")
    assert [(row["article"], row["outlet"], row["published"]["earliest"]) for row in listed] == [
        ("a.txt", "NTB", "2021-03-04"),
        ("b.txt", "NTB", "2021-03-05"),
    ]
    assert [row["claims"] for row in listed] == [len(one.claims) for one in pipeline.extract(["news"]).extractions]


def test_the_list_and_the_figures_as_tables(command: Command, desk: Path) -> None:
    command("archive", "add", "kept.db", "news")
    header, _, *found = command("archive", "list", "kept.db", "--format", "table").out.splitlines()
    assert header.split() == ["article", "published", "outlet", "words", "claims"]
    assert [line.split()[:3] for line in found] == [["a.txt", "2021-03-04", "NTB"], ["b.txt", "2021-03-05", "NTB"]]
    figures = json.loads(command("archive", "stats", "kept.db", "--format", "json").out)
    assert (figures["articles"], figures["earliest"], figures["latest"]) == (2, "2021-03-04", "2021-03-05")
    assert sum(figures["kinds"].values()) == figures["claims"] > 0
    assert figures["kinds"]["age"] == 2
    assert figures["bytes"] == (desk / "kept.db").stat().st_size
    assert "claims: age" in command("archive", "stats", "kept.db").out


def test_only_what_touches_the_draft_is_reported(command: Command, desk: Path) -> None:
    (desk / "news/c.txt").write_text(KEPT["b.txt"].replace("52", "59"), encoding="utf-8")
    command("archive", "add", "kept.db", "news")
    outcome = command("check", "draft.txt", "--against", "kept.db", "--format", "json", "--output", "-")
    document = json.loads(outcome.out)
    conflicts = [finding for finding in document["findings"] if finding["verdict"] == "conflict"]
    assert (outcome.status, outcome.err) == (0, "")
    assert [(finding["rule"], finding["subject"]["name"]) for finding in conflicts] == [("person-age", "Kari Lund")]
    assert [article["article"] for article in document["articles"]] == ["a.txt", "draft.txt"]
    gate = command("check", "draft.txt", "--against", "kept.db", "--output", "-", "--fail-on", "warning")
    assert gate.status == 1


def test_a_new_version_is_not_held_against_the_old_one(command: Command, desk: Path) -> None:
    command("archive", "add", "kept.db", "news")
    (desk / "a.txt").write_text(DRAFT, encoding="utf-8")
    out = command("check", "a.txt", "--against", "kept.db", "--format", "json", "--output", "-").out
    assert [finding for finding in json.loads(out)["findings"] if finding["verdict"] == "conflict"] == []


def test_the_draft_may_come_by_standard_input(command: Command, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command("archive", "add", "kept.db", "news")
    with (desk / "draft.txt").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = command("check", "-", "--against", "kept.db", "--format", "jsonl", "--output", "-")
    assert "person-age" in outcome.out


@pytest.mark.parametrize("draft", ["02_summit_day.txt", "07_web_copy.txt", "08_background.md", "09_briefs.jsonl"])
def test_the_archive_finds_what_reading_all_at_once_finds(tmp_path: Path, draft: str) -> None:
    rest = [str(path) for path in sorted(SEEDS.iterdir()) if path.name != draft]
    with opened(tmp_path / "kept.db", create=True) as kept:
        kept.add(pipeline.extract(rest).extractions)
    plan = Plan(archive=tmp_path / "kept.db")
    whole = pipeline.inquire([*rest, str(SEEDS / draft)])
    part = pipeline.inquire([str(SEEDS / draft)], plan)
    touching = [
        (finding.rule, finding.subject.name, finding.verdict)
        for finding in whole.findings
        if part.read & {passage.article for value in finding.values for passage in value.passages}
    ]
    assert [(finding.rule, finding.subject.name, finding.verdict) for finding in part.findings] == touching
    assert touching


def test_transliterations_share_a_word() -> None:
    def words(text: str, name: str) -> frozenset[str]:
        from factcheck.extract import extract
        from factcheck.model import Article

        return shared_words(extract(Article(article=name, text=text)))

    one = words("Ukrainian President Volodymyr Zelensky spoke.", "a.txt")
    other = words("Volodymyr Zelenskyy left.", "b.txt")
    assert one & other
    assert not other & words("Kari Lund stayed in Bergen.", "c.txt")


def test_articles_are_forgotten(command: Command, desk: Path) -> None:
    command("archive", "add", "kept.db", "news")
    gone = command("archive", "remove", "kept.db", "a.txt", "x*")
    assert gone == (
        3,
        "",
        "factcheck: kept.db: holds no article 'x*'; `factcheck archive list` names its articles\n",
    )
    assert command("archive", "remove", "kept.db", "a*") == (0, "a.txt\n", "")
    assert [row["article"] for row in rows(command, "archive", "list", "kept.db")] == ["b.txt"]
    out = command("check", "draft.txt", "--against", "kept.db", "--format", "jsonl", "--output", "-").out
    assert "person-age" not in out
    assert (desk / "news/a.txt").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(command: Command, desk: Path) -> None:
    (desk / "news/empty.txt").write_text("", encoding="utf-8")
    outcome = command("archive", "add", "kept.db", "news")
    assert (outcome.status, outcome.out) == (3, "kept.db: 2 new, 0 changed, 0 as before\n")
    assert outcome.err.startswith("news/empty.txt: empty; ")


def test_what_is_no_archive(command: Command, desk: Path) -> None:
    (desk / "text.db").write_text("not a database at all, but some text\n" * 40, encoding="utf-8")
    other = sqlite3.connect(desk / "other.db")
    other.execute("create table birds (name text)")
    other.close()
    old = sqlite3.connect(desk / "old.db")
    old.execute("create table about (key text, value text)")
    old.execute("insert into about values ('kind', 'factcheck archive')")
    old.commit()
    old.close()
    told = {
        "gone.db": "no such archive; `factcheck archive add` makes one",
        "text.db": "cannot be used as an archive: file is not a database; name an archive that `factcheck archive add` "
        "made, or make it anew",
        "other.db": "is a database of something else; name another file",
        "old.db": "was made by another version of factcheck; make it anew: `factcheck archive add NEW PATH…`",
    }
    for name, fault in told.items():
        outcome = command("check", "draft.txt", "--against", name, "--output", "-")
        assert outcome == (3, "", f"factcheck: {name}: {fault}\n")
    assert not (desk / "gone.db").exists()
