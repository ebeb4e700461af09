"""The number of an anniversary is changed against its origin, or against another article that counts the same."""

from __future__ import annotations

from factcheck.model import AnniversaryClaim, BaseClaim, DateClaim
from factcheck.selftest import figures
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = AnniversaryClaim


def change(claim: AnniversaryClaim, evidence: Evidence) -> Change | None:
    """Return another number where the article's date does not hang on this anniversary alone."""
    value = claim.value
    written = figures.find_rank(claim.text, value.count)
    if written is None or value.as_of is None or not _dated(claim, evidence):
        return None
    witness = _witness(claim, evidence)
    if witness is None:
        return None
    after = evidence.dice.choose([value.count + shift for shift in (-2, -1, 1, 2) if value.count + shift > 1], claim.id)
    return Change(written.at, written.stop, figures.write_rank(after, written.text), witness)


def _dated(claim: AnniversaryClaim, evidence: Evidence) -> bool:
    """Tell whether something else than anniversaries dates the article."""
    own = evidence.published(claim)
    if own is None or own.earliest is None:
        return False
    return not own.inferred or any(cue.agrees and cue.kind in ("weekday", "metadata") for cue in own.cues)


def _witness(claim: AnniversaryClaim, evidence: Evidence) -> BaseClaim | None:
    first, last = claim.value.origin_earliest, claim.value.origin_latest
    if first is None or last is None:
        return None
    for dated in evidence.others(claim, DateClaim):
        earliest, latest = dated.value.earliest, dated.value.latest
        if earliest and latest and first <= latest and earliest <= last and (latest - earliest).days < 366:
            return dated
    for other in evidence.others(claim, AnniversaryClaim):
        if (other.value.origin_earliest, other.value.origin_latest) == (first, last) and _dated(other, evidence):
            return other
    return None
