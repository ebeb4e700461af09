"""A person is given another office than another passage of the same weeks gives."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from factcheck import lexicon
from factcheck.model import TitleClaim, TitleValue
from factcheck.selftest.evidence import Evidence
from factcheck.selftest.record import Change

CLAIM = TitleClaim
# Over more days than these, somebody may have changed office.
_NEAR = 60


def change(claim: TitleClaim, evidence: Evidence) -> Change | None:
    """Return another office of which one cannot hold both, for a person named beside it."""
    printed = _printed(claim.text)
    if printed is None or not _named(claim) or not _held(claim.value):
        return None
    alike = (one for one in evidence.others(claim, TitleClaim) if _held(one.value) and _named(one))
    same = (one for one in alike if _office(one.value) == _office(claim.value))
    witness = next((one for one in same if evidence.within(_NEAR, claim, one)), None)
    if witness is None:
        return None
    at, office = printed
    others = [name for name in _exchanges()[office] if name not in _equals(claim.value.office)]
    if not others:
        return None
    old = claim.text[at : at + len(office)]
    return Change(at, at + len(office), _cased(evidence.dice.choose(others, claim.id), old), witness)


def _held(value: TitleValue) -> bool:
    return not (value.descriptor or value.former or value.status)


def _named(claim: TitleClaim) -> bool:
    """Tell whether the person is named beside the office, so that another office changes nothing of who is meant."""
    return claim.subject is not None and claim.subject.name.split()[-1] in claim.text


def _office(value: TitleValue) -> tuple[str, str | None]:
    return value.office, value.rank


def _printed(text: str) -> tuple[int, str] | None:
    """Return where the longest office that can be exchanged stands: "Foreign Minister Kari Moe" → 0, …; None else."""
    lower = text.lower()
    found = [(lower.find(office), office) for office in _exchanges() if f" {office} " in f" {lower.replace(',', ' ')} "]
    return max(found, key=lambda one: len(one[1]), default=None)


@cache
def _exchanges() -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for offices in lexicon.load("slips")["offices"]["one-at-a-time"]:
        for office in offices:
            found[office] |= set(offices) - {office}
    return {office: sorted(others) for office, others in found.items()}


def _equals(office: str) -> frozenset[str]:
    return frozenset(one for same in lexicon.load("offices")["equivalents"]["same"] if office in same for one in same)


def _cased(office: str, like: str) -> str:
    if like.isupper():
        return office.upper()
    return " ".join(w if w == "of" else w.capitalize() for w in office.split()) if like[:1].isupper() else office
