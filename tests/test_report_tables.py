"""CSV of findings and of claims: whole tables, and cells that no spreadsheet obeys."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck import pipeline, report
from factcheck.model import Article, Finding, FindingValue, Passage, Result
from factcheck.report.table import written
from report_cases import SUMMIT, result

EXPECTED = Path(__file__).parent / "corpus" / "report"
FORMULA = "=+-@\t\r\n＝＋－＠"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("form", "name"), [("csv", "whole.csv"), ("claims-csv", "whole.claims.csv")])
def test_whole_table(form: str, name: str) -> None:
    assert report.render(result(), form, ".") == (EXPECTED / name).read_bytes().decode()


def test_tables_of_nothing_are_their_header() -> None:
    for form in ("csv", "claims-csv"):
        assert report.render(Result(), form, ".").count("\n") == 1


def test_a_value_without_passages_has_a_row() -> None:
    finding = Finding("f1", "r", "note", "variant", SUMMIT, "m", (FindingValue("one", 0), FindingValue("two", 0)))
    assert [(row["value"], row["article"]) for row in rows(report.render(Result(findings=(finding,)), "csv", "."))] == [
        ("one", ""),
        ("two", ""),
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("1-1", "1-1"),
        ("a=1", "a=1"),
        ("'=1", "'=1"),
        (None, ""),
        (0, "0"),
    ],
)
def test_no_cell_begins_a_formula(cell: object, shown: str) -> None:
    assert list(csv.reader(io.StringIO(written(["h"], [[cell, "x"]]), newline="")))[1] == [shown, "x"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=4))
def test_any_text_survives_and_none_is_a_formula(cells: list[str]) -> None:
    (read,) = csv.reader(io.StringIO(written([], [cells]).partition("\r\n")[2], newline=""))
    assert [one.removeprefix("'") if kept != one else one for one, kept in zip(read, cells, strict=True)] == cells
    assert not any(one.lstrip(" ").startswith(tuple(FORMULA)) for one in read)


def test_an_article_s_formula_is_text_in_every_column() -> None:
    attack = '=HYPERLINK("http://example.org","x")'
    quoted = Passage(attack, 0, len(attack), attack, 1, attack)
    subject = replace(SUMMIT, name=attack)
    value = FindingValue(attack, 1, (), (quoted,))
    finding = Finding("f1", "r", "error", "conflict", subject, attack, (value,))
    claim = replace(result().claims[0], article=attack, text=attack, subject=subject, asserted_by=attack)
    made = Result(articles=(Article(attack, attack, path=attack),), findings=(finding,), claims=(claim,))
    for form in ("csv", "claims-csv"):
        (row,) = rows(report.render(made, form, "."))
        held = [cell for cell in row.values() if attack in cell]
        assert len(held) >= 5
        assert all(cell == f"'{attack}" for cell in held)


def test_claims_of_the_sample_are_all_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    found = pipeline.run(["seeds"])
    table = rows(report.render(found, "claims-csv", "."))
    assert [row["claim"] for row in table] == [claim.id for claim in found.claims]
    assert all(isinstance(json.loads(row["value"]), dict) for row in table)
    assert {row["kind"] for row in table} >= {"date", "title", "location", "duration", "anniversary"}
    dated = [row for row in table if row["text"] == "October 12, 1948"]
    assert {(row["earliest"], row["latest"]) for row in dated} == {("1948-10-12", "1948-10-12")}
