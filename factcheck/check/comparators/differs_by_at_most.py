"""Numbers and lengths that are near enough."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.check.context import Context
from factcheck.check.intervals import length
from factcheck.check.numbers import Range, gap, reach
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side


class Near(Struct, frozen=True, forbid_unknown_fields=True):
    """What is measured, and how much two may differ: `relative` as a part of the greater, `absolute` in its unit.

    With `beyond`, the condition holds where both are known and differ by more.
    """

    of: Literal["length", "number", "years", "count"]
    relative: float = 0.0
    absolute: float = 0.0
    beyond: bool = False


ARGUMENT = Near


def compare(left: Side, right: Side, argument: Near, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where two numbers, each with the margin that its words leave, are no further apart than allowed."""
    here, there = _range(left, argument.of), _range(right, argument.of)
    if here is None or there is None:
        return Outcome(False)
    allowed = max(argument.absolute, argument.relative * max(here.said, there.said))
    far = gap(here, there) > 0 and abs(here.said - there.said) > allowed
    return Outcome(far == argument.beyond, (f"{left.label} against {right.label}",))


def _range(side: Side, of: str) -> Range | None:
    value = side.value
    mod = getattr(value, "mod", None)
    if of == "length":
        span = length(value.timex)
        return reach(span.days, mod) if span else None
    if of == "number" and value.low is not None and value.high is not None:
        return Range(value.low, value.high, (value.low + value.high) / 2)
    number = getattr(value, of)
    return reach(number, mod) if number is not None else None
