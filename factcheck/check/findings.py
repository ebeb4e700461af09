"""The decisions on one group → its findings, one for each verdict worth telling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from factcheck.check.chains import chains
from factcheck.check.context import Context
from factcheck.check.engine import LEADERS, Decision
from factcheck.check.readings import Spelling
from factcheck.check.rule import Level, Rule
from factcheck.check.sides import Group, Side
from factcheck.check.template import fill
from factcheck.model import Finding, FindingValue, Passage, Severity, SubjectRef, Verdict

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
VERDICTS: tuple[Verdict, ...] = ("conflict", "variant", "reconciled")
# So many passages are quoted for one value; every claim is still listed by its id.
QUOTED = 12
# So many sums are told in a message; the explanation has them all.
TOLD = 4
# So many merges of names are told in an explanation.
MERGES = 3


def findings(rule: Rule, group: Group, decisions: Iterable[Decision], context: Context) -> list[Finding]:
    """Return the findings of a group. Where a group has a conflict, what agrees in it is not told."""
    by_verdict: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_verdict.setdefault(decision.level.verdict, []).append(decision)
    if "conflict" in by_verdict:
        by_verdict.pop("reconciled", None)
    by_verdict = {verdict: _essential(alike) for verdict, alike in by_verdict.items()}
    return [
        _finding(rule, group, verdict, by_verdict[verdict], context) for verdict in VERDICTS if verdict in by_verdict
    ]


def _essential(decisions: list[Decision]) -> list[Decision]:
    """Return decisions without those on one value alone, where a pair says more of it."""
    paired = {id(side) for decision in decisions if decision.level.of == "pair" for side in _both(decision)}
    return [one for one in decisions if one.level.of == "pair" or id(one.left) not in paired]


def _finding(rule: Rule, group: Group, verdict: Verdict, decisions: list[Decision], context: Context) -> Finding:
    values = _values(rule, group, decisions, context)
    explanation = _explanation(group, decisions, context)
    return Finding(
        id=_identify(rule, group, values),
        rule=rule.id,
        severity=_severity(rule, verdict, decisions),
        verdict=verdict,
        subject=group.subject,
        message=_message(rule, group, decisions, values),
        values=values,
        explanation=explanation,
        levels=tuple(level.name for level in _levels(decisions)),
    )


def _severity(rule: Rule, verdict: Verdict, decisions: Iterable[Decision]) -> Severity:
    if verdict == "reconciled":
        return "note"
    default: Severity = rule.severity if verdict == "conflict" else "note"
    return min((decision.level.severity or default for decision in decisions), key=SEVERITIES.index)


def _sides(group: Group, decisions: Iterable[Decision], context: Context) -> list[tuple[Side, tuple[str, ...]]]:
    """Return the sides that take part, in the group's order, each with the ids that its sums lean on."""
    cites: dict[int, list[str]] = {}
    for decision in decisions:
        for side in _both(decision):
            leaning = [ident for ident in decision.cites if _owner(ident, decision, context) is side]
            cites.setdefault(id(side), []).extend(leaning)
    return [(side, tuple(dict.fromkeys(cites[id(side)]))) for side in group.sides if id(side) in cites]


def _owner(ident: str, decision: Decision, context: Context) -> Side:
    """Return the side that leans on a claim: by name, else by standing in its article, else the left one."""
    sides = _both(decision)
    cited = context.claims.get(ident)
    for side in sides:
        if any(ident in claim.anchors for claim in side.claims):
            return side
    for side in sides:
        if cited is not None and any(claim.article == cited.article for claim in side.claims):
            return side
    return decision.left


def _values(rule: Rule, group: Group, decisions: list[Decision], context: Context) -> tuple[FindingValue, ...]:
    merged: dict[str, list[tuple[Side, tuple[str, ...]]]] = {}
    for number, (side, cited) in enumerate(_sides(group, decisions, context)):
        key = side.label if rule.same != "office" else str(number)
        merged.setdefault(key, []).append((side, cited))
    return tuple(_value(parts, context) for parts in merged.values())


def _value(parts: Sequence[tuple[Side, tuple[str, ...]]], context: Context) -> FindingValue:
    own: dict[tuple[str, int, int, str], Any] = {}
    for side, _ in parts:
        own.update({(claim.article, claim.start, claim.end, claim.id): claim for claim in side.claims})
    primary = [own[key] for key in sorted(own)]
    cited = {ident for _, ids in parts for ident in ids} - {claim.id for claim in primary}
    leaning = sorted(
        (context.claims[ident] for ident in cited if ident in context.claims),
        key=lambda claim: (claim.article, claim.start, claim.end, claim.id),
    )
    return FindingValue(
        value=parts[0][0].label,
        sources=context.sources(primary),
        claims=tuple(claim.id for claim in (*primary, *leaning) if claim.id),
        passages=tuple(_passages([*primary[:QUOTED], *leaning[:QUOTED]], context)),
    )


def _passages(claims: Iterable[Any], context: Context) -> Iterable[Passage]:
    seen: set[tuple[str, int, int]] = set()
    for claim in claims:
        span = (claim.article, claim.start, claim.end)
        if span not in seen:
            seen.add(span)
            yield context.passage(*span, claim.sentence)


def _message(rule: Rule, group: Group, decisions: list[Decision], values: Sequence[FindingValue]) -> str:
    leading = min(decisions, key=lambda decision: decision.rank)
    fields = {
        "subject": _called(group.subject),
        "values": _listed([f"“{value.value}” ({_sources(value.sources)})" for value in values]),
        "first": _said(leading.left, leading),
        "second": _said(leading.right, leading),
        "count": str(len(values)),
        "sources": _sources(max((value.sources for value in values), default=0)),
        "sum": _sum(leading, decisions) or leading.level.note,
        "note": leading.level.note,
    }
    return fill(leading.level.message or rule.message, fields)


def _called(subject: SubjectRef) -> str:
    """Return a subject's name as a sentence can take it: "the summit of A and B"."""
    return f"the {subject.name}" if subject.type == "event" and subject.name[:1].islower() else subject.name


def _sum(leading: Decision, decisions: Iterable[Decision]) -> str:
    """Return the steps of a conflict's first pair; where all agree, those of every pair of the level, cut short."""
    alike = [decision for decision in decisions if decision.level is leading.level]
    if leading.level.verdict == "conflict":
        alike = [leading]
    steps = list(chains(pair for decision in alike for pair in decision.held)) or _steps(alike)
    more = f"; and {len(steps) - TOLD} more" if len(steps) > TOLD else ""
    return "; ".join(steps[:TOLD]) + more


def _steps(decisions: Iterable[Decision]) -> list[str]:
    """Return the steps of decisions, what holds what joined to chains."""
    found = list(decisions)
    held = chains(pair for decision in found for pair in decision.held)
    return list(dict.fromkeys([*held, *(step for decision in found for step in decision.steps)]))


def _said(side: Side, decision: Decision) -> str:
    """Return a value in quotation marks and, unless all is well or it is an office in passing, whose words it is."""
    said = f"“{side.label}”"
    if decision.level.verdict == "reconciled" or side.kind == "title" or not side.speakers:
        return said
    return f"{said} (according to {_listed(side.speakers)})"


def _sources(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _levels(decisions: Iterable[Decision]) -> list[Level]:
    """Return the levels that decided, in the rule's order."""
    return [level for _, level in sorted({decision.rank: decision.level for decision in decisions}.items())]


def _explanation(group: Group, decisions: list[Decision], context: Context) -> tuple[str, ...]:
    steps: list[str] = []
    for rank in sorted({decision.rank for decision in decisions}):
        alike = [decision for decision in decisions if decision.rank == rank]
        level = alike[0].level
        tail = "; ".join(_steps(alike))
        steps.append(f"{level.name}: {tail}" if tail else level.name)
        told = () if level.verdict == "reconciled" else alike
        said = [side for decision in told for side in _both(decision) if side.speakers]
        steps += [f"according to {_listed(side.speakers)}: “{side.label}”" for side in said]
        steps += [level.note] if level.note else []
    if len(group.sides) > LEADERS:
        steps.append(
            f"{len(group.sides)} distinct values; each was compared with the {LEADERS} best supported ones alone"
        )
    return tuple(dict.fromkeys([*steps, *_merges(group, decisions, context)]))


def _both(decision: Decision) -> tuple[Side, ...]:
    return (decision.left,) if decision.left is decision.right else (decision.left, decision.right)


def _merges(group: Group, decisions: Iterable[Decision], context: Context) -> tuple[str, ...]:
    """Return how linking came to take the mentions of the subject for one thing, where several articles speak."""
    subject = context.corpus.subjects.get(group.subject.id)
    articles = {claim.article for decision in decisions for side in _both(decision) for claim in side.claims}
    if subject is None or len(articles) < 2 or isinstance(group.sides[0].claims[0], Spelling):
        return ()
    return tuple(f"taken for one: {merge}" for merge in subject.merged[:MERGES])


def _identify(rule: Rule, group: Group, values: Iterable[FindingValue]) -> str:
    """Return "f" and twelve hex digits over what the finding says and quotes, whatever the order."""
    quoted = sorted(f"{value.value}\0{p.article}\0{p.text}" for value in values for p in value.passages)
    content = "\0".join([rule.id, group.subject.name, *quoted])
    return "f" + sha256(content.encode()).hexdigest()[:12]
