"""A rule told in words, for `factcheck rules show` and for the documentation of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from factcheck.check.rule import Example, Level, Rule

_GROUPED = {
    "subject": "of one subject",
    "person": "of one person, and of an event that one person alone has part in",
    "article": "of one article",
    "words": "of the same words",
    "office": "of one office of one body or country",
    "passage": "that stand in one place of near copies",
}


def describe(rule: Rule) -> str:
    """Return what a rule does as Markdown: what, why it matters, levels, an example, what to do instead."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}"
    yield ""
    yield f"{rule.summary}. A conflict is {_article(rule.severity)}."
    if rule.why:
        yield from ("", f"**Why it matters.** {rule.why}")
    kinds = " and ".join(rule.claims)
    yield from ("", f"**Compares** claims of {kinds} {_GROUPED[rule.same]}; the first level that holds decides:", "")
    for number, level in enumerate(rule.level, 1):
        yield f"{number}. {_level(level)}"
    yield from _example(rule)
    if rule.instead:
        yield from ("", f"**Instead.** {rule.instead}")


def _article(severity: str) -> str:
    return f"an {severity}" if severity == "error" else f"a {severity}"


def _level(level: Level) -> str:
    conditions = [*_conditions(level.when), *(f"not {one}" for one in _conditions(level.unless))]
    each = "each value by itself; " if level.of == "each" else ""
    return f"*{level.name}* → **{level.verdict}** ({each}{', '.join(conditions) or 'otherwise'})"


def _conditions(conditions: Mapping[str, Any]) -> Iterator[str]:
    return (condition(name, argument) for name, argument in conditions.items())


def condition(name: str, argument: Any) -> str:
    """Return a condition of a level as it stands in a rule file: "`same = ["years"]`"."""
    return f"`{name} = {msgspec.json.encode(msgspec.to_builtins(argument)).decode()}`"


def _example(rule: Rule) -> Iterator[str]:
    flagged = next((example for example in rule.example if example.flag), None)
    spared = next((example for example in rule.example if example.passes), None)
    if flagged:
        yield from ("", "**Flagged:**", "", *_quoted(flagged))
    if spared:
        yield from ("", "**Not flagged:**", "", *_quoted(spared))


def _quoted(example: Example) -> Iterator[str]:
    for text in example.texts:
        yield f"> {' '.join(text.split())}"
        yield ">"
    if example.why:
        yield f"> ({example.why})"
