"""One group of sides and the levels of a rule → the pairs that a level decided."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from msgspec import Struct

from factcheck.check.comparators import comparators
from factcheck.check.context import Context
from factcheck.check.outcome import NO, Outcome
from factcheck.check.rule import Level, Rule
from factcheck.check.sides import Group, Side

# The best supported values of a group are compared with every other; so many of them.
LEADERS = 24


class Decision(Struct, frozen=True):
    """Two sides (one and the same for a level of "each"), the level that held, why, and more claims it leans on."""

    left: Side
    right: Side
    level: Level
    rank: int
    steps: tuple[str, ...]
    cites: tuple[str, ...]
    held: tuple[tuple[str, str], ...] = ()


def decide(rule: Rule, group: Group, context: Context) -> Iterator[Decision]:
    """Yield a decision for each side and each pair of sides of which a level holds."""
    kinds = {kind: number for number, kind in enumerate(rule.claims)}
    if any(level.of == "each" for level in rule.level):
        for side in group.sides:
            yield from _first(rule, side, side, "each", context)
    if any(level.of == "pair" for level in rule.level):
        for left, right in pairs(group.sides):
            first, second = sorted((left, right), key=lambda side: kinds.get(side.kind, 0))  # type: ignore[call-overload]
            yield from _first(rule, first, second, "pair", context)


def pairs(sides: tuple[Side, ...]) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs to compare: the leaders with one another, and each other side with every leader."""
    leaders, others = sides[:LEADERS], sides[LEADERS:]
    yield from combinations(leaders, 2)
    for other in others:
        for leader in leaders:
            yield leader, other


def _first(rule: Rule, left: Side, right: Side, of: str, context: Context) -> Iterator[Decision]:
    for rank, level in enumerate(rule.level):
        if level.of == of:
            outcome = _holds(level, left, right, context)
            if outcome.holds:
                yield Decision(left, right, level, rank, outcome.steps, outcome.cites, outcome.held)
                return


def _holds(level: Level, left: Side, right: Side, context: Context) -> Outcome:
    found: list[Outcome] = []
    for name, argument in level.when.items():
        outcome = _compare(name, left, right, argument, context)
        if not outcome.holds:
            return NO
        found.append(outcome)
    if any(_compare(name, left, right, argument, context).holds for name, argument in level.unless.items()):
        return NO
    return Outcome(
        True,
        tuple(step for outcome in found for step in outcome.steps),
        tuple(dict.fromkeys(ident for outcome in found for ident in outcome.cites)),
        tuple(pair for outcome in found for pair in outcome.held),
    )


def _compare(name: str, left: Side, right: Side, argument: Any, context: Context) -> Outcome:
    outcome: Outcome = comparators()[name].compare(left, right, argument, context)
    return outcome
