"""Two values of one kind that can both be true."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.folding import folded
from factcheck.check.intervals import apart
from factcheck.check.measures import measured
from factcheck.check.numbers import gap
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.check.thesaurus import kin

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where two values of one kind agree within what their words leave open (with false: where they do not)."""
    alike = _plain(left) == _plain(right) or _BY_KIND.get(left.kind, _never)(left, right, context)
    return Outcome(alike == argument, (f"“{left.claims[0].text}” against “{right.claims[0].text}”",))


def _plain(side: Side) -> set[str]:
    return {" ".join(folded(claim.text).replace("-", " ").split()) for claim in side.claims}


def _never(left: Side, right: Side, context: Context) -> bool:  # noqa: ARG001
    return False


def _dates(left: Side, right: Side, context: Context) -> bool:  # noqa: ARG001
    return apart(interval(left, "date"), interval(right, "date")) in (None, 0)


def _quantities(left: Side, right: Side, context: Context) -> bool:  # noqa: ARG001
    here, there = measured(left.value), measured(right.value)
    if here is None or there is None:
        return True
    if here[0] != there[0]:
        return here[1].said == there[1].said
    converted = left.value.unit != right.value.unit
    allowed = _ROUNDED * max(here[1].said, there[1].said) if converted else 0.0
    return gap(here[1], there[1]) <= allowed


_ROUNDED = 0.06


def _titles(left: Side, right: Side, context: Context) -> bool:  # noqa: ARG001
    here, there = left.value, right.value
    office = here.office == there.office or kin("office", here.office, there.office) is not None
    rank = (here.rank or "") == (there.rank or "") or kin("rank", here.rank or "", there.rank or "") is not None
    return bool((office and rank) or here.descriptor or there.descriptor)


def _names(left: Side, right: Side, context: Context) -> bool:  # noqa: ARG001
    """Tell whether one name only says less: "Petrov" for "Ivan Petrov"."""
    here, there = set(folded(left.label).split()), set(folded(right.label).split())
    return here <= there or there <= here


_BY_KIND: dict[str, Callable[[Side, Side, Context], bool]] = {
    "date": _dates,
    "quantity": _quantities,
    "title": _titles,
    "spelling": _names,
}
