"""The sums of anniversaries: origin + count = year.

Each function answers None where the sum cannot be made, else an Outcome that holds where it comes out.
"""

from __future__ import annotations

from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.intervals import apart, timex
from factcheck.check.labels import ordinal
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.model import AnniversaryClaim, AnniversaryValue


def alone(side: Side, _: Side, context: Context) -> Outcome | None:
    """Show the origin that one anniversary implies: 2020 and the 75th → 1945."""
    value = side.value
    origin = interval(side, "origin")
    if not isinstance(value, AnniversaryValue) or not value.as_of or not origin.known:
        return None
    return Outcome(True, (_sum(value),), leaning(side, context))


def with_origin(left: Side, right: Side, context: Context) -> Outcome | None:
    """Weigh an anniversary against the stated date of its origin: 1948 + 71 = 2019."""
    value = left.value
    stated = interval(right, "date")
    if not isinstance(value, AnniversaryValue) or value.as_of is None:
        return None
    gap = apart(interval(left, "origin"), stated)
    if gap is None or stated.earliest is None:
        return None
    if gap == 0:
        year = stated.earliest.year
        return Outcome(True, (f"{year} + {value.count} = {year + value.count}",), leaning(left, context))
    if left.planned and not any(claim.anchors for claim in left.claims):
        return None  # "will mark the 50th anniversary" does not say when
    implied = f"{_sum(value)}, but the origin is given as {timex(stated)}"
    due = f"the {ordinal(value.count)} falls in {stated.earliest.year + value.count}"
    return Outcome(False, (implied, due), leaning(left, context))


def with_another(left: Side, right: Side, context: Context) -> Outcome | None:
    """Weigh two anniversaries of one thing: 2018 − 70 = 1948 and 2019 − 71 = 1948."""
    here, there = left.value, right.value
    if not isinstance(here, AnniversaryValue) or not isinstance(there, AnniversaryValue):
        return None
    cites = (*leaning(left, context), *leaning(right, context))
    gap = apart(interval(left, "origin"), interval(right, "origin"))
    if gap is not None:
        return Outcome(gap == 0, (_sum(here), _sum(there)), cites)
    if _together(left, right) and here.count != there.count and here.as_of is None and there.as_of is None:
        said = f"one day cannot be both the {ordinal(here.count)} and the {ordinal(there.count)} anniversary"
        return Outcome(False, (said,), cites)
    return None


def _together(left: Side, right: Side) -> bool:
    """Tell whether both stand in one article and neither leans on a time of its own ("last year")."""
    if any(claim.anchors for claim in (*left.claims, *right.claims)):
        return False
    return bool({claim.article for claim in left.claims} & {claim.article for claim in right.claims})


def _sum(value: AnniversaryValue) -> str:
    """Write the sum of an anniversary: "2018 − 70 = 1948", with "or 1949" where its day may be in the next year."""
    year = (value.as_of.year if value.as_of else 0) - value.count
    later = value.origin_latest.year if value.origin_latest else year
    return f"{year + value.count} − {value.count} = {year}" + (f" or {later}" if later > year else "")


def leaning(side: Side, context: Context) -> tuple[str, ...]:
    """Return the ids of the claims that date a side's claims: what they name, else the article's own date."""
    ids: list[str] = []
    for claim in side.claims:
        own = () if isinstance(claim, AnniversaryClaim) and claim.anchors else context.self_dated.get(claim.article, ())
        ids += [*claim.anchors, *(date.id for date in own)]
    return tuple(dict.fromkeys(ids))
