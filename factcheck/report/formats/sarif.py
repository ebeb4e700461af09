"""Findings as SARIF 2.1.0, for code scanning, editors and whatever else shows the results of linters.

A result stands at the value that the fewest sources give; `relatedLocations` holds the other passages, and the message
links to the first of each other value. Reconciled findings are results of kind "pass" and level "none".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import msgspec

from factcheck.model import Article, Finding, FindingValue, Passage, Problem, Result, RuleNote
from factcheck.report import location
from factcheck.report.quotation import begin, odd, others
from factcheck.report.wording import counted

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_WEIGHTS = {"error": "error", "warning": "warning", "note": "recommendation"}  # as code scanning sorts

Object = dict[str, Any]


def render(result: Result, folder: str) -> str:  # noqa: ARG001 - artifacts are named from the working folder
    """Return the log; files are named as they were given, from the working folder."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result)]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _run(result: Result) -> Object:
    rules = _rules(result)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    files = _files(result.articles)
    place = _Place({article.article: article for article in result.articles}, {file: n for n, file in enumerate(files)})
    release = version("factcheck")
    driver = {"name": "factcheck", "version": release, "semanticVersion": release, "rules": list(map(_rule, rules))}
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(result.problems)],
        "originalUriBaseIds": {_ROOT: {"description": _text("The folder that factcheck was started in.")}},
        "artifacts": [_artifact(file, article) for file, article in files.items()],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers[finding.rule], place) for finding in result.findings],
    }


# -- rules and files --------------------------------------------------------------------------------------------------


def _rules(result: Result) -> list[RuleNote]:
    """Return the rules that ran, and those that only a finding names, by id."""
    told = {rule.id: rule for rule in result.rules}
    unknown = {one.rule: RuleNote(one.rule, one.rule, one.severity) for one in result.findings if one.rule not in told}
    return [rule for _, rule in sorted((told | unknown).items())]


def _rule(rule: RuleNote) -> Object:
    advice = " ".join(part for part in (rule.why, rule.instead) if part)
    shown: Object = {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": _text(f"{rule.summary.rstrip('.')}."),
        "fullDescription": _text(advice or f"{rule.summary.rstrip('.')}."),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if advice:
        parts = (("Why it matters", rule.why), ("Instead", rule.instead))
        markdown = "\n\n".join(f"**{head}.** {words}" for head, words in parts if words)
        shown["help"] = {"text": advice, "markdown": markdown}
    return shown | {"properties": {"tags": ["facts"], "problem.severity": _WEIGHTS[rule.severity]}}


def _files(articles: Iterable[Article]) -> dict[str, Article]:
    """Return each file once, in sorted order, with the first article that it holds."""
    files: dict[str, Article] = {}
    for article in articles:
        file = location.path(article)
        if file is not None:
            files.setdefault(file, article)
    return dict(sorted(files.items()))


def _artifact(file: str, article: Article) -> Object:
    return {"location": _reference(file), "encoding": article.encoding, "roles": ["analysisTarget"]}


def _reference(file: str) -> Object:
    uri = location.uri(file)
    return {"uri": uri} if file.startswith(("/", "../")) else {"uri": uri, "uriBaseId": _ROOT}


def _invocation(problems: Sequence[Problem]) -> Object:
    told: Object = {"executionSuccessful": not problems}
    for kind, key in (("rule", "toolConfigurationNotifications"), ("input", "toolExecutionNotifications")):
        notices = [_notice(problem) for problem in problems if problem.kind == kind]
        told |= {key: notices} if notices else {}
    return told


def _notice(problem: Problem) -> Object:
    words = f"{problem.where}: {problem.message}"
    return {"level": "error", "message": _text(f"{words}; {problem.remedy}" if problem.remedy else words)}


# -- results ----------------------------------------------------------------------------------------------------------


class _Place(msgspec.Struct, frozen=True):
    """What is needed to say where a passage stands: the articles by name, and the numbers of the files."""

    articles: Mapping[str, Article]
    files: Mapping[str, int]

    def of(self, passage: Passage) -> Object:
        """Return a location."""
        article = self.articles.get(passage.article)
        named = {"logicalLocations": [{"name": passage.article}]}
        file = location.path(article) if article else None
        if article is None or file is None:
            return named
        physical = {"artifactLocation": _reference(file) | {"index": self.files[file]}}
        return {"physicalLocation": physical | _regions(article, passage)} | named


def _result(finding: Finding, rule: int, place: _Place) -> Object:
    odd_one = odd(finding)
    related = list(_related(finding, odd_one, place))
    agrees = finding.verdict == "reconciled"
    shown: Object = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": "pass" if agrees else "fail",
        "level": "none" if agrees else _LEVELS[finding.severity],
        "message": _message(finding, odd_one),
        "locations": [place.of(odd_one.passages[0])] if odd_one else [],
        "relatedLocations": related,
        "partialFingerprints": {"factcheckFinding/v1": finding.id, "primaryLocationLineHash": f"{finding.id}:1"},
        "properties": {
            "verdict": finding.verdict,
            "subject": finding.subject.name,
            "explanation": list(finding.explanation),
        },
    }
    return shown


def _related(finding: Finding, odd_one: FindingValue | None, place: _Place) -> Iterator[Object]:
    """Yield the other places: first those that the message links to, then the rest."""
    rest = others(finding, odd_one)
    told = [(value, value.passages[0]) for value in rest]
    told += [(value, passage) for value in rest for passage in value.passages[1:]]
    told += [(odd_one, passage) for passage in odd_one.passages[1:]] if odd_one else []
    for number, (value, passage) in enumerate(told, 1):
        yield {"id": number} | place.of(passage) | {"message": _text(f"“{value.value}” in {passage.article}")}


def _message(finding: Finding, odd_one: FindingValue | None) -> Object:
    """Return the message, then what stands here and, with links, what stands elsewhere."""
    rest = others(finding, odd_one)
    if odd_one is None or not rest:
        return _text(_plain(finding.message))
    here = f"Here: “{_plain(odd_one.value)}”"
    elsewhere = ", ".join(
        f"[“{_plain(one.value)}”]({number}) ({counted(one.sources, 'source')})" for number, one in enumerate(rest, 1)
    )
    return _text(f"{_plain(finding.message)}. {here}; elsewhere: {elsewhere}.")


def _plain(text: str) -> str:
    """Escape what would begin or end a link in a SARIF message."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _regions(article: Article, passage: Passage) -> Object:
    """Return the region of a passage and of its sentence; of JSON Lines the line alone, for it holds them encoded."""
    if article.format == "jsonlines":
        return {"region": {"startLine": article.line}}
    at = begin(passage, article)
    stretch = at, at + len(passage.sentence)
    regions = {"region": _region(article, passage.start, passage.end)}
    wider = stretch[0] <= passage.start and passage.end <= stretch[1] and stretch != (passage.start, passage.end)
    return regions | ({"contextRegion": _region(article, *stretch)} if wider else {})


def _region(article: Article, start: int, end: int) -> Object:
    region = location.region(article, start, end)
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.offset,
        "charLength": end - start,
        "snippet": _text(article.text[start:end]),
    }


def _text(words: str) -> Object:
    return {"text": words}
