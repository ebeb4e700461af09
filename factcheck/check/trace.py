"""Two claims and the rules → why they were not compared, or which level decided, test by test.

Nothing here decides anything: it asks the same questions as the engine and writes down the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import msgspec
from msgspec import Struct

from factcheck.check.comparators import comparators
from factcheck.check.context import Context
from factcheck.check.description import condition
from factcheck.check.engine import LEADERS
from factcheck.check.outcome import Outcome
from factcheck.check.rule import Level, Rule, Where
from factcheck.check.sides import Group, Side, groups, key_of, passes
from factcheck.model import Claim, Corpus, Finding, kind_of

_FALSE = re.compile(r" \([^()]*false[^()]*\)")  # (with false: where it does not)


class Tried(Struct, frozen=True):
    """A level that was asked, whether it held, the test that stopped it ("" where it held), and how many were met."""

    level: str
    verdict: str
    holds: bool
    stopped: str = ""
    steps: tuple[str, ...] = ()
    met: int = 0


class Trace(Struct, frozen=True):
    """What one rule makes of two claims.

    `barred` tells why it never compared them, "" where it did; `tried` are the levels asked, in order.
    """

    rule: str
    barred: str
    tried: tuple[Tried, ...] = ()

    @property
    def decided(self) -> Tried | None:
        """The level that held."""
        return next((one for one in self.tried if one.holds), None)


def trace(corpus: Corpus, rules: Sequence[Rule], left: str, right: str) -> tuple[Trace, ...]:
    """Return what each rule that looks at either claim's kind makes of two claims, given by their ids."""
    context = Context(corpus)
    one, other = context.claims[left], context.claims[right]
    kinds = {str(kind_of(one)), str(kind_of(other))}
    return tuple(_trace(rule, one, other, context) for rule in rules if kinds & set(rule.claims))


class Pair(Struct, frozen=True):
    """Two values of a finding (one and the same for a level of "each") and the levels that were asked of them."""

    left: str
    right: str
    tried: tuple[Tried, ...]


def pairs(corpus: Corpus, rule: Rule, finding: Finding) -> tuple[Pair, ...]:
    """Return the comparisons behind a finding: those that the levels it names decided."""
    context = Context(corpus)
    cited = {ident for value in finding.values for ident in value.claims}
    found: list[Pair] = []
    for group in groups(rule, context):
        if group.subject.id == finding.subject.id:
            sides = [side for side in group.sides if not cited or cited & {claim.id for claim in side.claims}]
            found += _pairs(rule, sides, context)
    return tuple(pair for pair in found if pair.tried and pair.tried[-1].level in finding.levels)


def _pairs(rule: Rule, sides: Sequence[Side], context: Context) -> Iterator[Pair]:
    for side in sides:
        yield Pair(side.label, side.label, levels(rule, side, side, context))
    for one, other in combinations(sides, 2):
        first, second = _ordered(rule, one, other)
        yield Pair(first.label, second.label, levels(rule, first, second, context))


def asked(name: str) -> str:
    """Return what a condition asks, in words: "within" → "some claim of each side lies within a length of time …"."""
    told = (comparators()[name].compare.__doc__ or "").strip().split("\n")[0]
    return _FALSE.sub("", told).removeprefix("Hold where ").rstrip(".")


def levels(rule: Rule, left: Side, right: Side, context: Context) -> tuple[Tried, ...]:
    """Return the levels of a rule that were asked of two sides, up to the one that held."""
    tried: list[Tried] = []
    for level in rule.level:
        if level.of == ("each" if left is right else "pair"):
            tried.append(_tried(level, left, right, context))
            if tried[-1].holds:
                break
    return tuple(tried)


def _trace(rule: Rule, left: Claim, right: Claim, context: Context) -> Trace:
    barred = next(_bars(rule, left, right, context), "")
    if barred:
        return Trace(rule.id, barred)
    group, one, other = _found(rule, left, right, context)
    if group is None or one is None or other is None:
        return Trace(rule.id, "the rule does not put them side by side")
    if one is other:
        return Trace(rule.id, f"both say the same, “{one.label}”")
    first, second = _ordered(rule, one, other)
    if group.sides.index(one) >= LEADERS and group.sides.index(other) >= LEADERS:
        return Trace(rule.id, f"so many values are given that only the {LEADERS} best supported are compared with all")
    return Trace(rule.id, "", levels(rule, first, second, context))


def _ordered(rule: Rule, one: Side, other: Side) -> list[Side]:
    kinds = [str(kind) for kind in rule.claims]
    return sorted((one, other), key=lambda side: kinds.index(side.kind) if side.kind in kinds else 0)


def _bars(rule: Rule, left: Claim, right: Claim, context: Context) -> Iterator[str]:
    for claim in (left, right):
        reason = _passed_over(rule, claim, context)
        if reason:
            yield f"“{' '.join(claim.text.split())}” is not looked at: {reason}"
    one, other = key_of(rule, left, context), key_of(rule, right, context)
    if one is None or other is None:
        claim = left if one is None else right
        yield f"“{' '.join(claim.text.split())}” belongs to no {rule.same} that the text names"
    elif one[0] != other[0]:
        yield f"one is about {_called(one[1])}, the other about {_called(other[1])}, and these are not taken for one"


def _called(ref: Any) -> str:
    return f"“{ref.name}” ({ref.id})"


def _passed_over(rule: Rule, claim: Claim, context: Context) -> str:
    """Return why a rule does not look at a claim, "" where it does."""
    kind = str(kind_of(claim))
    if kind not in rule.claims:
        return f"the rule compares claims of {' and '.join(rule.claims)}, and this is one of {kind}"
    if claim.id in context.celebrations:
        return "it dates the celebration, not what is remembered"
    if not passes(claim, rule.where):
        return _where(claim, rule.where)
    return ""


def _where(claim: Claim, where: Where) -> str:
    if claim.certainty not in where.certainty:
        return f"it is {claim.certainty}, and the rule asks for {' or '.join(where.certainty)}"
    if where.subject and (claim.subject is None or claim.subject.type not in where.subject):
        about = _kind(claim.subject.type) if claim.subject else "nothing named"
        return f"it is about {about}, and the rule asks for {' or '.join(map(_kind, where.subject))}"
    value: dict[str, Any] = msgspec.structs.asdict(claim.value)
    for name in where.has:
        if name in value and value[name] in (None, False, "", ()):
            return f"its value has no “{name}”, which the rule asks for"
    for name in where.lacks:
        if name in value and value[name] not in (None, False, "", ()):
            return f"its value has a “{name}” ({value[name]}), which the rule leaves aside"
    for name, legal in where.values.items():
        if name in value and value[name] not in legal:
            return f"its “{name}” is {value[name]}, and the rule asks for {' or '.join(map(str, legal))}"
    barred = next(name for name, found in where.not_values.items() if name in value and value[name] in found)
    return f"its “{barred}” is {value[barred]}, which the rule leaves aside"


def _kind(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _found(rule: Rule, left: Claim, right: Claim, context: Context) -> tuple[Group | None, Side | None, Side | None]:
    for group in groups(rule, context):
        here = {claim.id: side for side in group.sides for claim in side.claims}
        if left.id in here and right.id in here:
            return group, here[left.id], here[right.id]
    return None, None, None


def _tried(level: Level, left: Side, right: Side, context: Context) -> Tried:
    steps: list[str] = []
    for met, (name, argument) in enumerate(level.when.items()):
        outcome = _ask(name, left, right, argument, context)
        if not outcome.holds:
            stopped = f"{condition(name, argument)} does not hold; it asks that {asked(name)}"
            return Tried(level.name, level.verdict, False, stopped, met=met)
        steps += outcome.steps
    for name, argument in level.unless.items():
        if _ask(name, left, right, argument, context).holds:
            stopped = f"{condition(name, argument)} holds, and must not; it asks that {asked(name)}"
            return Tried(level.name, level.verdict, False, stopped, met=len(level.when))
    return Tried(level.name, level.verdict, True, steps=tuple(steps))


def _ask(name: str, left: Side, right: Side, argument: Any, context: Context) -> Outcome:
    outcome: Outcome = comparators()[name].compare(left, right, argument, context)
    return outcome
