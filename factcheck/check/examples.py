"""Run the examples of a rule end to end, the rule alone.

Comes in: a rule and a function that takes articles to the findings of that rule. Goes out: a report of what fired.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from factcheck.check.rule import Example, Rule
from factcheck.model import Article, Finding

FindingsOf = Callable[[Sequence[Article]], Sequence[Finding]]


class Trial(Struct, frozen=True):
    """One example that was run: its number from 1, the levels that fired, and what is wrong, "" where nothing is."""

    number: int
    flagged: bool
    levels: tuple[str, ...]
    fault: str = ""


class Report(Struct, frozen=True):
    """All examples of a rule. `fault` tells what is wrong with the set of them."""

    rule: str
    trials: tuple[Trial, ...]
    fault: str = ""

    @property
    def passed(self) -> bool:
        """Tell whether every example came out as it says, and one at least fires the rule."""
        return not self.fault and not any(trial.fault for trial in self.trials)


def test(rule: Rule, findings_of: FindingsOf) -> Report:
    """Run every example of a rule; `findings_of` reads, extracts, links and checks with this rule alone."""
    trials = tuple(_trial(number, rule, one, findings_of) for number, one in enumerate(rule.example, 1))
    fired = any(trial.flagged and trial.levels for trial in trials)
    return Report(rule.id, trials, "" if fired else "no example fires this rule")


test.__test__ = False  # type: ignore[attr-defined]  # not a test case for pytest


def articles(example: Example) -> tuple[Article, ...]:
    """Return the articles of an example, named "example-1.txt", "example-2.txt" and so on."""
    dates = example.published or ("",) * len(example.texts)
    return tuple(
        Article(article=f"example-{number}.txt", path=f"example-{number}.txt", text=text, stated=stated or None)
        for number, (text, stated) in enumerate(zip(example.texts, dates, strict=True), 1)
    )


def _trial(number: int, rule: Rule, example: Example, findings_of: FindingsOf) -> Trial:
    found = [finding for finding in findings_of(articles(example)) if finding.rule == rule.id]
    verdict = _expected(rule, example)
    counted = [one for one in found if (one.verdict == verdict if verdict else one.verdict != "reconciled")]
    levels = tuple(dict.fromkeys(level for finding in counted for level in finding.levels))
    fault = "".join(_faults(example, counted, levels))
    return Trial(number, bool(example.flag), levels, fault)


def _expected(rule: Rule, example: Example) -> str | None:
    """Return the verdict of the level that an example names, None where it names none."""
    return next((level.verdict for level in rule.level if level.name == example.level), None)


def _faults(example: Example, found: Sequence[Finding], levels: Sequence[str]) -> Iterator[str]:
    if example.passes and found:
        yield f"must not be flagged, but is: {found[0].message}"
    if example.flag and not found:
        yield "must be flagged, but is not"
    if example.flag and found and example.level and example.level not in levels:
        yield f"level “{example.level}” should decide, but {_quoted(levels)} did"


def _quoted(levels: Sequence[str]) -> str:
    return ", ".join(f"“{level}”" for level in levels) or "none"
