"""What the selftest plants and what came of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from factcheck.model import BaseClaim, Verdict

Outcome: TypeAlias = Literal["conflict", "variant", "missed"]


class Change(Struct, frozen=True):
    """Words of a claim to write anew: `claim.text[at:stop]` becomes `after`.

    `against` says what the changed claim now contradicts: a claim of another passage, or in words ("the calendar").
    """

    at: int
    stop: int
    after: str
    against: BaseClaim | str


class Place(Struct, frozen=True):
    """Where words stand; `line` counts from 1 in the article's text."""

    article: str
    line: int
    text: str


class Slip(Struct, frozen=True):
    """One planted discrepancy: the article's new text and where the new words stand in it.

    `claim` and `witness` are the ids, before the change, of what was changed and of what it contradicts ("" for none).
    """

    kind: str
    claim: str
    witness: str
    article: str
    text: str
    start: int
    end: int
    before: str
    where: Place
    against: Place


class Trial(Struct, frozen=True):
    """One discrepancy and what the check said of it.

    `findings` rest on the changed words; `elsewhere` counts new conflicts that do not; `reason` is why it was missed.
    """

    kind: str
    outcome: Outcome
    before: str
    where: Place
    against: Place
    findings: tuple[str, ...] = ()
    elsewhere: int = 0
    reason: str = ""


class Untouched(Struct, frozen=True):
    """A conflict that is reported of the articles as they are."""

    finding: str
    rule: str
    message: str


class Count(Struct, frozen=True):
    """One kind: claims in the articles, how many could be changed so that an editor would know, and what came of it."""

    claims: int = 0
    plantable: int = 0
    planted: int = 0
    conflict: int = 0
    variant: int = 0
    missed: int = 0

    @property
    def found(self) -> int:
        """How many of those planted were told."""
        return self.conflict + self.variant

    @property
    def recall(self) -> float | None:
        """The share that was told, None where nothing was planted."""
        return round(self.found / self.planted, 4) if self.planted else None


class Report(Struct, frozen=True):
    """A whole selftest."""

    seed: int
    limit: int
    articles: int
    kinds: dict[str, Count]
    untouched: tuple[Untouched, ...]
    trials: tuple[Trial, ...]


# The verdict that is asked for; the same words quoted in two ways may be called a variant.
ACCEPTED: dict[str, frozenset[Verdict]] = {"quotation": frozenset({"conflict", "variant"})}
