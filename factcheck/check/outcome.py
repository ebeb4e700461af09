"""What a comparator answers."""

from __future__ import annotations

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """Whether a condition holds of two sides, the steps that led there, and the ids of more claims it leans on.

    `held` pairs a container with what it contains; all pairs of a finding are told as chains.
    """

    holds: bool
    steps: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    held: tuple[tuple[str, str], ...] = ()


NO = Outcome(False)
YES = Outcome(True)
