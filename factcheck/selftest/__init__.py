"""The user's own articles → how many planted discrepancies the check finds in them, and what it says of them untouched.

One claim at a time is changed, in memory, into an error that an editor would call one, and the changed article is
checked beside the untouched rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model import Article, Claim, Corpus, Extraction, Finding, Problem
from factcheck.selftest import planting
from factcheck.selftest.record import ACCEPTED, Count, Outcome, Report, Slip, Trial, Untouched
from factcheck.selftest.verdict import reason

if TYPE_CHECKING:
    from factcheck.check import Rule

__all__ = ["Report", "run"]

Compare = Callable[[Sequence[Extraction]], tuple[Corpus, tuple[Finding, ...], tuple[Problem, ...]]]
Understand = Callable[[Article], Extraction | None]
Progress = Callable[[int, int], None]
_CONFLICT = frozenset({"conflict"})


class Setting(Struct, frozen=True):
    """What a trial needs: the articles as read and as understood, the rules, and the two stages that it runs again."""

    articles: Mapping[str, Article]
    extractions: Sequence[Extraction]
    rules: Sequence[Rule]
    understand: Understand
    compare: Compare


def run(setting: Setting, *, seed: int = 0, limit: int = 100, progress: Progress | None = None) -> Report:
    """Return what the check makes of at most `limit` planted discrepancies, and of the articles without any."""
    corpus, findings, _ = setting.compare(setting.extractions)
    slips = planting.plantable(corpus, setting.extractions, seed)
    chosen = planting.chosen(slips, limit)
    known = frozenset(finding.id for finding in findings)
    trials = []
    for number, slip in enumerate(chosen, 1):
        trials.append(_trial(slip, setting, known))
        if progress:
            progress(number, len(chosen))
    return Report(
        seed=seed,
        limit=limit,
        articles=len(setting.articles),
        kinds=_counts(corpus, slips, trials),
        untouched=tuple(Untouched(one.id, one.rule, one.message) for one in findings if one.verdict == "conflict"),
        trials=tuple(sorted(trials, key=lambda one: (one.kind, one.where.article, one.where.line, one.where.text))),
    )


def _trial(slip: Slip, setting: Setting, known: frozenset[str]) -> Trial:
    extraction = setting.understand(replace(setting.articles[slip.article], text=slip.text))
    others = [one for one in setting.extractions if one.article.article != slip.article]
    corpus, findings, _ = setting.compare([*others, *([extraction] if extraction else [])])
    fresh = [finding for finding in findings if finding.id not in known and finding.verdict != "reconciled"]
    touched = touching(slip, corpus)
    resting = [finding for finding in fresh if touched & {ident for value in finding.values for ident in value.claims}]
    outcome = _outcome(slip, resting)
    return Trial(
        kind=slip.kind,
        outcome=outcome,
        before=slip.before,
        where=slip.where,
        against=slip.against,
        findings=tuple(f"{one.verdict} ({one.rule}): {one.message}" for one in resting),
        elsewhere=sum(one.verdict == "conflict" for one in fresh if one not in resting),
        reason=reason(slip, corpus, setting.rules) if outcome == "missed" else "",
    )


def touching(slip: Slip, corpus: Corpus) -> frozenset[str]:
    """Return the ids of the claims that stand on the changed words."""
    return frozenset(claim.id for claim in corpus.claims if _overlaps(slip, claim))


def _overlaps(slip: Slip, claim: Claim) -> bool:
    return claim.article == slip.article and claim.start < slip.end and slip.start < claim.end


def _outcome(slip: Slip, resting: Sequence[Finding]) -> Outcome:
    verdicts = {finding.verdict for finding in resting}
    if "conflict" in verdicts:
        return "conflict"
    return "variant" if verdicts & ACCEPTED.get(slip.kind, _CONFLICT) else "missed"


def _counts(corpus: Corpus, slips: Mapping[str, Sequence[Slip]], trials: Sequence[Trial]) -> dict[str, Count]:
    claims = planting.counted(corpus)
    found = {}
    for kind in slips:
        outcomes = [trial.outcome for trial in trials if trial.kind == kind]
        found[kind] = Count(
            claims=claims[kind],
            plantable=len(slips[kind]),
            planted=len(outcomes),
            conflict=outcomes.count("conflict"),
            variant=outcomes.count("variant"),
            missed=outcomes.count("missed"),
        )
    return found
