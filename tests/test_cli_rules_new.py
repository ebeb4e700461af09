"""A rule that `rules new` writes passes its own test, whatever its kind; nothing is ever overwritten."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from conftest import Command
from factcheck.check import starter


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", starter.kinds())
def test_a_new_rule_passes_its_own_test(command: Command, kind: str) -> None:
    made = command("rules", "new", "our-rule", "--claims", kind, "--severity", "error", "--summary", 'Ours, "so far"')
    told = "rules/our-rule.toml\nTest it: factcheck rules test our-rule --rules rules\n"
    assert made == (0, told, "")
    rule = tomllib.loads(Path("rules/our-rule.toml").read_text(encoding="utf-8"))
    assert (rule["claims"], rule["severity"], rule["summary"]) == ([kind], "error", 'Ours, "so far"')
    assert command("rules", "test", "our-rule", "--rules", "rules", "--no-default-rules") == (
        0,
        "our-rule: passed\n  example 1 (flag): fired they clash\n  example 2 (pass): fired nothing\n",
        "",
    )


def test_every_kind_of_claim_with_a_value_to_compare_has_a_start() -> None:
    assert starter.kinds() == (
        "age", "anniversary", "date", "duration", "location", "ordinal", "quantity", "quote", "title",
    )  # fmt: skip


def test_the_folder_of_the_settings_is_used(command: Command, here: Path) -> None:
    (here / "factcheck.toml").write_text('[rules]\nfolders = ["desk"]\n', encoding="utf-8")
    (here / "desk").mkdir()
    assert command("rules", "new", "our-rule").out.startswith("desk/our-rule.toml\n")
    assert "our-rule" in command("rules", "list", "--format", "table").out
    assert command("rules", "test", "our-rule").status == 0
    assert "'our-rule' is already the id of desk/our-rule.toml" in command("rules", "new", "our-rule").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Our Rule"], "'Our Rule' is no id: lower-case words joined by hyphens, as talks-length"),
        (["person-age"], "'person-age' is already the id of rules/person-age.toml"),
        (["our-rule", "--claims", "dates"], "'dates' is none of age, anniversary, date, duration"),
        (["our-rule", "--severity", "grave"], "'grave' is not one of"),
    ],
)
def test_what_cannot_be_made(command: Command, here: Path, arguments: list[str], told: str) -> None:
    outcome = command("rules", "new", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in " ".join(outcome.err.split())
    assert list(here.iterdir()) == []


def test_a_file_is_never_overwritten(command: Command, here: Path) -> None:
    (here / "rules").mkdir()
    (here / "rules/our-rule.toml").write_text("mine", encoding="utf-8")
    outcome = command("rules", "new", "our-rule")
    assert outcome == (
        2,
        "",
        "factcheck: rules/our-rule.toml: cannot be written: File exists; choose another --folder or id\n",
    )
    assert (here / "rules/our-rule.toml").read_text(encoding="utf-8") == "mine"
