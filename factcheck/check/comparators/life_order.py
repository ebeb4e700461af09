"""A life from its first day to its last."""

from __future__ import annotations

from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.intervals import write
from factcheck.check.outcome import NO, Outcome
from factcheck.check.sides import Side

# The oldest person of whom the day of birth is proved lived so many years.
OLDEST = 122

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where one side is a birth, the other a death, and a life can lie between them (with false: cannot)."""
    sides = {getattr(side.value, "life", None): interval(side, "date") for side in (left, right)}
    born, died = sides.get("birth"), sides.get("death")
    if born is None or died is None or born.earliest is None or born.latest is None:
        return NO
    if died.earliest is None or died.latest is None:
        return NO
    backwards, endless = died.latest < born.earliest, died.earliest.year - born.latest.year > OLDEST
    if (not backwards and not endless) != argument:
        return NO
    if argument:
        return Outcome(True, (f"born {write(born)}, died {write(died)}",))
    years = died.earliest.year - born.latest.year
    told = "death before birth" if backwards else f"{years} years, and nobody has lived beyond {OLDEST}"
    return Outcome(True, (f"born {write(born)}, died {write(died)}: {told}",))
