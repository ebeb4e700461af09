"""Rule files: every fault of every file is told at once, and the rest still run."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check import check, load, shipped
from factcheck.check.description import describe
from factcheck.check.rule import Rule
from factcheck.check.rulefile import parse
from factcheck.model import Corpus, Problem

VERDICTS = "one of: agrees, reconciled, variant, conflict, incomparable"
FIELDS = "one of: subject, values, first, second, count, sources, sum, note"
KINDS = "one of: date, duration, anniversary, title, location, ordinal, age, quantity, quote, alias, spelling, cue"
UNREAD = 'level 1: when: apart: tolerence: unknown key (did you mean "tolerance"?)'
SOUND = """
id = "odd-date"
summary = "Dates differ"
claims = ["date"]
same = "subject"
severity = "error"
message = "{subject}: {values}"

[[level]]
name = "apart"
when = { apart = { of = "date" } }
verdict = "conflict"

[[example]]
pass = ["One day."]
"""


def _faults(text: str, stem: str = "odd-date") -> tuple[str, ...]:
    return parse(text, stem=stem)[1]


def test_a_sound_file_is_a_rule() -> None:
    rule, faults = parse(SOUND, stem="odd-date", source="rules/odd-date.toml")
    assert faults == ()
    assert isinstance(rule, Rule)
    assert (rule.id, rule.source, rule.example[0].passes) == ("odd-date", "rules/odd-date.toml", ("One day.",))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("summary", "sumary", 'sumary: unknown key (did you mean "summary"?)'),
        ('"conflict"', '"clash"', f"level 1: verdict: invalid enum value 'clash' ({VERDICTS})"),
        ('of = "date"', 'of = "date", tolerence = "1 day"', UNREAD),
        ("apart = {", "aprat = {", 'level 1: when: aprat: unknown key (did you mean "apart"?)'),
        ('"{subject}: {values}"', '"{subjct}"', f"message: {{subjct}}: no such field ({FIELDS})"),
        ('id = "odd-date"', 'id = "other"', "id: “other” is not the file's name, “odd-date”"),
        ('claims = ["date"]', 'claims = "date"', f"claims: expected `array`, got `str` ({KINDS})"),
        ('severity = "error"', "", "severity: missing"),
        ('pass = ["One day."]', 'pass = ["One day."]\nflag = ["Two."]', "example 1: needs either flag or pass"),
        ('"One day."]', '"One day."]\npublished = ["", ""]', "example 1: published: 2 dates for 1 articles"),
        ('pass = ["One day."]', 'flag = ["One day."]\nlevel = "near"', "example 1: level: no level is named “near”"),
        ("[[level]]", '[where]\nlacks = ["rol"]\n\n[[level]]', 'where: lacks: rol: unknown key (did you mean "role"?)'),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(before: str, after: str, fault: str) -> None:
    assert SOUND.count(before) == 1 or before in ("summary", "[[level]]")
    assert fault in _faults(SOUND.replace(before, after))


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = SOUND.replace("summary", "sumary").replace('"conflict"', '"clash"').replace("{values}", "{value}")
    assert _faults(text) == (
        'sumary: unknown key (did you mean "summary"?)',
        "summary: missing",
        f"level 1: verdict: invalid enum value 'clash' ({VERDICTS})",
        f"message: {{value}}: no such field ({FIELDS})",
    )


def test_what_is_not_toml_is_a_fault() -> None:
    assert _faults("id = ")[0].startswith("not TOML: ")


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_broken_and_duplicate_rules_are_problems_and_the_rest_are_used(tmp_path: Path) -> None:
    first, second = tmp_path / "mine", tmp_path / "yours"
    first.mkdir()
    second.mkdir()
    _write(first, "odd-date.toml", SOUND)
    _write(second, "odd-date.toml", SOUND)
    _write(second, "broken.toml", SOUND.replace('id = "odd-date"', 'id = "broken"').replace("summary", "sumary"))
    rules, problems = load([first, second], defaults=False)
    assert [(rule.id, rule.source) for rule in rules] == [("odd-date", "mine/odd-date.toml")]
    assert problems == (
        Problem("yours/broken.toml", 'sumary: unknown key (did you mean "summary"?)', "mend the rule file", "rule"),
        Problem("yours/broken.toml", "summary: missing", "mend the rule file", "rule"),
        Problem(
            "yours/odd-date.toml",
            "id: “odd-date” is already the id of mine/odd-date.toml",
            "rename the file and its id",
            "rule",
        ),
    )


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    rules, problems = load([tmp_path / "none"], defaults=False)
    assert rules == ()
    assert [problem.message for problem in problems] == ["no such folder"]


def test_shipped_rules_load_first_and_without_fault() -> None:
    rules, problems = load()
    assert problems == ()
    assert [rule.id for rule in rules] == sorted(path.stem for path in shipped().glob("*.toml"))


def test_every_shipped_rule_has_two_examples_that_fire_and_three_that_do_not() -> None:
    rules, _ = load()
    counts = {
        rule.id: (sum(bool(e.flag) for e in rule.example), sum(bool(e.passes) for e in rule.example)) for rule in rules
    }
    assert {ident: count for ident, count in counts.items() if count[0] < 2 or count[1] < 3} == {}


def test_nothing_comes_of_nothing() -> None:
    assert check(Corpus({}, (), {}), load()[0]) == ()


def test_a_rule_is_told_in_words() -> None:
    rule, _ = parse(SOUND, stem="odd-date")
    assert rule is not None
    assert describe(rule) == (
        "## odd-date\n\nDates differ. A conflict is an error.\n\n"
        "**Compares** claims of date of one subject; the first level that holds decides:\n\n"
        '1. *apart* → **conflict** (`apart = {"of":"date","tolerance":"0 days","exact":false}`)\n\n'
        "**Not flagged:**\n\n> One day.\n>\n"
    )
