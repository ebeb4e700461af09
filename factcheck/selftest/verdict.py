"""Why a planted discrepancy was not told, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.model import Claim, Corpus, kind_of
from factcheck.selftest.changes import changes
from factcheck.selftest.record import Slip

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.check.trace import Trace


def reason(slip: Slip, corpus: Corpus, rules: Sequence[Rule]) -> str:
    """Return why the rules were silent about a slip: what stopped each that looks at its kind of claim."""
    kind = str(changes()[slip.kind].CLAIM.__struct_config__.tag)
    changed = [
        claim
        for claim in corpus.claims
        if claim.article == slip.article
        and claim.start < slip.end
        and slip.start < claim.end
        and kind_of(claim) == kind
    ]
    if not changed:
        return f"no claim of kind {kind} is read in “{slip.where.text}”"
    if not slip.against.article:
        return f"no rule says that “{slip.where.text}” does not fit {slip.against.text}"
    witness = _witness(slip, corpus)
    if witness is None:
        return f"“{slip.against.text}” is no longer read as it was"
    return _traced(changed[0], witness, corpus, rules) or f"no rule compares claims of {kind}"


def _witness(slip: Slip, corpus: Corpus) -> Claim | None:
    """Return the claim that the slip contradicts; where the slip changed its reading, what now stands in its place."""
    there = [claim for claim in corpus.claims if claim.article == slip.against.article]
    same = (claim for claim in there if claim.id == slip.witness)
    alike = (claim for claim in there if " ".join(claim.text.split()) == slip.against.text)
    return next(same, None) or next(alike, None)


def _traced(left: Claim, right: Claim, corpus: Corpus, rules: Sequence[Rule]) -> str:
    """Return what the rules that compared two claims made of them; where none did, what kept the nearest from it."""
    from factcheck.check.trace import trace

    found = trace(corpus, rules, left.id, right.id)
    compared = [one for one in found if not one.barred]
    if compared:
        return "; ".join(map(_told, compared))
    barred = [one.barred for one in found]
    return next((one for one in barred if "not taken for one" in one), barred[0] if barred else "")


def _told(trace: Trace) -> str:
    """Return the level that decided; where none that clashes did, what stopped the one that came nearest."""
    decided = trace.decided
    verdict = f"{trace.rule}: " + (f"“{decided.level}” decides, {decided.verdict}" if decided else "no level holds")
    stopped = [one for one in trace.tried if one.verdict == "conflict" and one.stopped]
    if not stopped or (decided and decided.verdict != "incomparable"):
        return verdict
    nearest = max(stopped, key=lambda one: one.met)
    return f"{verdict}; “{nearest.level}” was nearest, but {_short(nearest.stopped)}"


def _short(stopped: str) -> str:
    """Return the test that stopped a level without what it asks."""
    return stopped.partition("; it asks that ")[0]
