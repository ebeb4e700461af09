"""Sums and measures of one dimension, whatever their units."""

from __future__ import annotations

from msgspec import Struct

from factcheck.check.context import Context
from factcheck.check.measures import measured
from factcheck.check.numbers import gap
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side


class Measures(Struct, frozen=True, forbid_unknown_fields=True):
    """How much two may differ, as a part of the greater; with `beyond`, the condition holds where they differ more."""

    relative: float = 0.0
    beyond: bool = False


ARGUMENT = Measures


def compare(left: Side, right: Side, argument: Measures, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where both tell the same of one dimension, and their ranges meet or nearly (with `beyond`: do not)."""
    here, there = measured(left.value), measured(right.value)
    if here is None or there is None or here[0] != there[0] or left.value.role != right.value.role:
        return NO
    miss = gap(here[1], there[1])
    far = miss > argument.relative * max(here[1].said, there[1].said)
    said = f"{left.label} against {right.label}"
    if left.value.unit != right.value.unit:
        said += f", which is {here[1].said:,.0f} against {there[1].said:,.0f} in one unit"
    return Outcome(far == argument.beyond, (said,))
