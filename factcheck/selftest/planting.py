"""A linked corpus → the slips to plant in it, and how many of each kind its articles would bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import BaseClaim, Claim, Corpus, Extraction, kind_of
from factcheck.selftest.changes import changes
from factcheck.selftest.evidence import Dice, Evidence
from factcheck.selftest.record import Change, Place, Slip


def plantable(corpus: Corpus, extractions: Sequence[Extraction], seed: int) -> dict[str, tuple[Slip, ...]]:
    """Return every slip that can be planted, by kind, in an order that the seed alone decides."""
    dice = Dice(seed)
    evidence = Evidence(corpus, extractions, dice)
    found: dict[str, list[Slip]] = {kind: [] for kind in changes()}
    for kind, claim, change in _changes(evidence):
        found[kind].append(_slip(kind, claim, change, evidence))
    return {
        kind: tuple(sorted(slips, key=lambda slip: (dice.rank(slip.claim), slip.claim)))
        for kind, slips in found.items()
    }


def counted(corpus: Corpus) -> dict[str, int]:
    """Return how many claims of the type that each kind of slip changes there are."""
    counts: dict[str, int] = defaultdict(int)
    for claim in corpus.claims:
        counts[kind_of(claim)] += 1
    return {kind: counts[str(module.CLAIM.__struct_config__.tag)] for kind, module in changes().items()}


def chosen(slips: Mapping[str, Sequence[Slip]], limit: int) -> tuple[Slip, ...]:
    """Return at most `limit` slips, one of each kind in turn."""
    rounds = max((len(found) for found in slips.values()), default=0)
    turns = [found[turn] for turn in range(rounds) for found in slips.values() if turn < len(found)]
    return tuple(turns[:limit])


def _changes(evidence: Evidence) -> Iterator[tuple[str, Claim, Change]]:
    for kind, module in changes().items():
        for claim in evidence.corpus.claims:
            if isinstance(claim, module.CLAIM):
                change = module.change(claim, evidence)
                if change is not None:
                    yield kind, claim, change


def _slip(kind: str, claim: Claim, change: Change, evidence: Evidence) -> Slip:
    text = evidence.article(claim).text
    written = claim.text[: change.at] + change.after + claim.text[change.stop :]
    return Slip(
        kind=kind,
        claim=claim.id,
        witness="" if isinstance(change.against, str) else change.against.id,
        article=claim.article,
        text=text[: claim.start] + written + text[claim.end :],
        start=claim.start,
        end=claim.start + len(written),
        before=_line(claim.text),
        where=Place(claim.article, text.count("\n", 0, claim.start) + 1, _line(written)),
        against=_against(change.against, evidence),
    )


def _against(witness: BaseClaim | str, evidence: Evidence) -> Place:
    if isinstance(witness, str):
        return Place("", 0, witness)
    line = evidence.article(witness).text.count("\n", 0, witness.start) + 1
    return Place(witness.article, line, _line(witness.text))


def _line(text: str) -> str:
    return " ".join(text.split())
