"""The sums of spans that run to the day of publication.

Each function answers None where the sum cannot be made, else an Outcome that holds where it comes out.
"""

from __future__ import annotations

from datetime import date

from factcheck.check.attributes import interval
from factcheck.check.context import Context
from factcheck.check.intervals import Length, after, counted_days, length, spell
from factcheck.check.jubilee import leaning
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side
from factcheck.model import DateValue, DurationValue

# "Four years since" is said from this part of a unit before the fourth return of the day …
EARLY = 0.5
# … to this part of a unit after it.
LATE = 1.0
# "The past one year" is seen as counted from an event when it begins this part of its length from the event's day.
MARKING = 0.03


def since(left: Side, right: Side, context: Context) -> Outcome | None:
    """Weigh "N years since the event" in an article of a known day against the event's date."""
    made = _parts(left, right, context)
    if made is None or left.value.relation != "since":
        return None
    span, begun, own = made
    returned = after(begun, span)
    if returned is None or own < begun:
        return None
    unit = span.days / max(span.parts[-1][0], 1) if len(span.parts) == 1 else span.days / 4
    slack = unit * (2 if left.value.mod == "APPROX" else 1)
    off = (own - returned).days
    fits = -EARLY * slack <= off <= LATE * slack or _open(left.value.mod, off)
    return Outcome(fits, _steps(begun, span, returned, own), leaning(left, context))


def to_publication(left: Side, right: Side, context: Context) -> Outcome | None:
    """Show that a span which ends with the article begins about the day of an event that the article dates."""
    made = _parts(left, right, context)
    about = right.claims[0].subject
    if made is None or left.value.relation == "since" or about is None or about.type != "event":
        return None
    span, begun, own = made
    returned = after(begun, span)
    together = {claim.article for claim in left.claims} & {claim.article for claim in right.claims}
    ends = left.value.end is not None and abs((left.value.end - own).days) <= 1
    if returned is None or not together or not ends or abs((own - returned).days) > MARKING * span.days:
        return None
    return Outcome(True, _steps(begun, span, returned, own), leaning(left, context))


def _open(mod: str | None, off: int) -> bool:
    """Tell whether "more than" or "less than" lets a span be off that way."""
    more, less = mod in ("MORE_THAN", "EQUAL_OR_MORE"), mod in ("LESS_THAN", "EQUAL_OR_LESS")
    return (more and off >= 0) or (less and off <= 0)


def _parts(left: Side, right: Side, context: Context) -> tuple[Length, date, date] | None:
    """Return the span, the event's day and the article's, where all three are known."""
    if not isinstance(left.value, DurationValue) or not isinstance(right.value, DateValue):
        return None
    span = length(left.value.timex)
    begun, own = interval(right, "date").day, context.published(left.claims[0].article).day
    if span is None or begun is None or own is None or span.unit not in ("Y", "M", "W", "D"):
        return None
    return span, begun, own


def _steps(begun: date, span: Length, returned: date, own: date) -> tuple[str, ...]:
    off = (own - returned).days
    tail = "to the day" if off == 0 else f"{counted_days(abs(off))} {'short' if off < 0 else 'over'}"
    return (f"{spell(begun)} + {span} = {spell(returned)}; published {spell(own)}: {tail}",)
