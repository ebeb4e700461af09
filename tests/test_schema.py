"""What leaves the tool as JSON is what the published schemas say, and no name of the fixed interface is missing."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import Command
from factcheck.check import load, shipped

SEEDS = Path(__file__).parent.parent / "seeds"
FIXED = {
    "claims": {"id", "article", "kind", "text", "start", "end", "subject", "value", "asserted_by", "certainty"},
    "articles": {"article", "published", "dateline", "outlet", "title", "language", "words", "copies"},
    "subjects": {"id", "type", "name", "spellings", "mentions", "merged"},
    "findings": {"id", "rule", "severity", "verdict", "subject", "message", "values", "explanation"},
}


def validator(command: Command, shape: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(command("schema", shape).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def lines(command: Command, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in command(name, SEEDS).out.splitlines()]


def test_claims(command: Command) -> None:
    claims = lines(command, "extract")
    check = validator(command, "claims")
    assert claims
    for claim in claims:
        check.validate(claim)
        assert set(claim) >= FIXED["claims"]


def test_findings(command: Command) -> None:
    document = json.loads(command("run", SEEDS, "--format", "json", "--output", "-").out)
    validator(command, "findings").validate(document)
    assert set(document) >= {"schema", "articles", "findings", "problems", "stats"}
    for part in ("articles", "findings"):
        assert document[part]
        assert [set(FIXED[part]) - set(row) for row in document[part] if not set(row) >= FIXED[part]] == []
    for finding in document["findings"]:
        assert all(set(value) >= {"value", "sources", "claims"} for value in finding["values"])
        assert finding["verdict"] != "reconciled" or finding["severity"] == "note"


def test_findings_rest_on_claims(command: Command) -> None:
    known = {claim["id"] for claim in lines(command, "extract")}
    document = json.loads(command("run", SEEDS, "--format", "json", "--output", "-").out)
    cited = {claim for finding in document["findings"] for value in finding["values"] for claim in value["claims"]}
    assert cited <= known


def test_articles_and_subjects(command: Command) -> None:
    for name in ("articles", "subjects"):
        rows = lines(command, name)
        assert rows
        assert all(set(row) >= FIXED[name] for row in rows)


@pytest.mark.parametrize("path", sorted(shipped().glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_rules(command: Command, path: Path) -> None:
    validator(command, "rule").validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "wrong", [{"sumary": "x"}, {"severity": "grave"}, {"level": [{"name": "x", "when": {"sane": 1}}]}]
)
def test_a_rule_with_a_fault_is_none(command: Command, wrong: dict[str, Any]) -> None:
    good = tomllib.loads((shipped() / f"{load()[0][0].id}.toml").read_text(encoding="utf-8"))
    assert not validator(command, "rule").is_valid(good | wrong)
