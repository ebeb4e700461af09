"""SARIF: the whole log of a small result, validity against the published schema, and regions that hold their words."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from factcheck import pipeline, report
from factcheck.model import Article, Finding, FindingValue, Passage, Problem, Result
from report_cases import SUMMIT, result

HERE = Path(__file__).parent
EXPECTED = HERE / "corpus" / "report" / "whole.sarif"


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    shape = json.loads((HERE / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(shape)
    return Draft4Validator(shape)


def run(made: Result) -> Any:
    return json.loads(report.render(made, "sarif", "."))["runs"][0]


def test_whole_log() -> None:
    text = report.render(result(), "sarif", ".").replace(f'"{version("factcheck")}"', '"VERSION"')
    assert text == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("made", [Result(), result()])
def test_log_is_valid(schema: Draft4Validator, made: Result) -> None:
    schema.validate(json.loads(report.render(made, "sarif", ".")))


def test_schema_rejects_what_is_no_log(schema: Draft4Validator) -> None:
    log = json.loads(report.render(result(), "sarif", "."))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not schema.is_valid(log)


def test_regions_of_the_sample_hold_their_words(schema: Draft4Validator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE.parent)
    log = json.loads(report.render(pipeline.run(["seeds"]), "sarif", "."))
    schema.validate(log)
    held = [place for one in log["runs"][0]["results"] for place in (*one["locations"], *one["relatedLocations"])]
    checked = 0
    for physical in (place["physicalLocation"] for place in held):
        lines = Path(unquote(physical["artifactLocation"]["uri"])).read_text(encoding="utf-8").split("\n")
        for region in (physical["region"], physical.get("contextRegion")):
            if region and "snippet" in region:
                assert words(lines, region) == region["snippet"]["text"]
                assert "\n".join(lines)[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
                checked += 1
    assert checked > 100


def words(lines: list[str], region: Any) -> str:
    """Return what stands between a region's lines and columns."""
    held = lines[region["startLine"] - 1 : region["endLine"]]
    held[-1] = held[-1][: region["endColumn"] - 1]
    held[0] = held[0][region["startColumn"] - 1 :]
    return "\n".join(held)


def test_a_byte_order_mark_does_not_count() -> None:
    sentence = "On Monday."
    made = one_finding("\ufeff" + sentence, "news/a.txt", Passage("a.txt", 4, 10, "Monday", 1, sentence))
    region = run(made)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"], region["charOffset"]) == (4, 10, 3)


def test_links_in_messages_are_ours_alone() -> None:
    message = run(result())["results"][0]["message"]["text"]
    assert message == (
        r"Oslo summit: one of \[two\] dates. Here: “2019-04-26”; elsewhere: [“2019-04-25”](1) (2 sources)."
    )


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("news/a b#1.txt", {"uri": "news/a%20b%231.txt", "uriBaseId": "%SRCROOT%", "index": 0}),
        ("./news/a.txt", {"uri": "news/a.txt", "uriBaseId": "%SRCROOT%", "index": 0}),
        ("../a.txt", {"uri": "../a.txt", "index": 0}),
        ("/news/a.txt", {"uri": "file:///news/a.txt", "index": 0}),
        ("a:b.txt", {"uri": "./a%3Ab.txt", "uriBaseId": "%SRCROOT%", "index": 0}),
    ],
)
def test_files_are_uris(schema: Draft4Validator, path: str, reference: object) -> None:
    made = one_finding("On Monday.", path, Passage("a.txt", 3, 9, "Monday", 1, "On Monday."))
    assert run(made)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == reference
    schema.validate(json.loads(report.render(made, "sarif", ".")))


def test_standard_input_has_no_file() -> None:
    made = one_finding("On Monday.", "-", Passage("a.txt", 3, 9, "Monday", 1, "On Monday."))
    assert run(made)["results"][0]["locations"] == [{"logicalLocations": [{"name": "a.txt"}]}]
    assert run(made)["artifacts"] == []


def test_broken_rules_are_faults_of_the_configuration() -> None:
    fault = Problem("rules/x.toml", "no level", "add one", "rule")
    assert run(Result(problems=(fault,)))["invocations"] == [
        {
            "executionSuccessful": False,
            "toolConfigurationNotifications": [
                {"level": "error", "message": {"text": "rules/x.toml: no level; add one"}}
            ],
        }
    ]


def one_finding(text: str, path: str, quoted: Passage) -> Result:
    value = FindingValue("Monday", 1, (), (quoted,))
    finding = Finding("f1", "weekday-date", "error", "conflict", SUMMIT, "No Monday", (value,))
    return Result(articles=(Article("a.txt", text, path=path),), findings=(finding,))
