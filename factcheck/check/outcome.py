"""What a comparator answers."""

from __future__ import annotations

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """Whether a condition holds of two sides, the steps that led there, and the ids of more claims it leans on."""

    holds: bool
    steps: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


NO = Outcome(False)
YES = Outcome(True)
