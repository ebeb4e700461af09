"""Days told by counting weekdays: "the third Monday in January", "the last Friday of the month", "two Sundays ago"."""

from __future__ import annotations

from factcheck.extract.time import numerals
from factcheck.extract.time.drafts import Draft, Scan

_LAST = -1


def nth_weekday(scan: Scan, i: int) -> Draft | None:
    """Read back and on from a weekday: "the third Monday in January 2019", "the first Tuesday of every month".

    Not "last Friday in Paris", "the third Monday he worked": a month has to follow.
    """
    nth = _rank(scan, i - 1)
    if nth is None or scan.low(i + 1) not in ("in", "of") or scan.line_break(i + 1):
        return None
    first = i - 1
    if scan.low(first - 1) in ("the", "every", "each") and first - 1 >= scan.floor:
        first -= 1
    draft = Draft("date", first, i + 1)
    draft.weekday = scan.words.weekdays[scan.lower[i]]
    if not (_of_month(scan, draft, i + 2) or _of_named_month(scan, draft, i + 2)):
        return None
    if scan.lower[first] in ("every", "each") and draft.kind == "date":  # every third Monday in May
        return None
    draft.part = f"N{draft.month or 0} {draft.weekday or 0} {nth}"
    draft.month = draft.weekday = None
    return draft


def _rank(scan: Scan, j: int) -> int | None:
    """Return the rank that stands before a weekday, -1 for "the last"."""
    if j < scan.floor:
        return None
    word = scan.lower[j]
    if word in ("last", "final"):
        return _LAST if scan.low(j - 1) == "the" else None
    rank = scan.words.ordinals.get(word, 9)
    return rank if rank <= 5 else None


def _of_month(scan: Scan, draft: Draft, j: int) -> bool:
    """Take in "the month", "this month", "every month" at token j."""
    word = scan.low(j)
    if scan.low(j + 1) != "month":
        return False
    draft.stop = j + 2
    if word in ("every", "each", "a"):
        draft.kind, draft.value, draft.weekday = "set", "P1M", None
        return True
    draft.unit = "month"
    if word == "the":
        draft.base = "context"
        return True
    if word not in scan.words.relatives:
        return False
    draft.base, draft.count = scan.words.relatives[word]
    return True


def _of_named_month(scan: Scan, draft: Draft, j: int) -> bool:
    """Take in "January", "January 2019", "January of last year" at token j."""
    month = scan.words.months.get(scan.low(j))
    if month is None or not scan.capital(j):
        return False
    draft.month, draft.stop = month, j + 1
    k = j + 1 + (scan.low(j + 1) in (",", "of"))
    year = scan.words.years.get(scan.low(k))
    if year and not scan.line_break(k) and scan.low(k + 1) not in scan.words.year_after_reject:
        draft.year, draft.stop = year, k + 1
    return True


def weekdays_ago(scan: Scan, i: int) -> Draft | None:
    """Read "two Sundays ago" from the plural on; not "many Sundays ago"."""
    amount = numerals.before(scan, i)
    if amount is None or not amount.value.isdigit() or scan.low(i + 1) not in ("ago", "from"):
        return None
    sign = -1 if scan.low(i + 1) == "ago" else 1
    if sign > 0 and scan.low(i + 2) != "now":
        return None
    draft = Draft("date", amount.first, i + 2 + (sign > 0))
    draft.weekday = scan.words.weekday_plurals[scan.lower[i]]
    draft.base, draft.step = "publication", sign
    draft.also = (sign * (int(amount.value) - 1), "week")
    return draft


def weekday_before_last(scan: Scan, i: int) -> Draft | None:
    """Read "the Monday before last"."""
    if scan.low(i - 1) != "the" or i - 1 < scan.floor:
        return None
    draft = Draft("date", i - 1, i + 1)
    draft.weekday = scan.words.weekdays[scan.lower[i]]
    draft.base, draft.step, draft.also = "publication", -1, (-1, "week")
    return draft if before_last(scan, draft) else None


def before_last(scan: Scan, draft: Draft) -> bool:
    """Take in "before last" after "the week", "the night", "the Monday": one unit before the last one."""
    j = draft.stop
    if scan.low(j) != "before" or scan.low(j + 1) != "last" or scan.line_break(j):
        return False
    if scan.low(j + 2) in scan.words.units or scan.capital(j + 2):  # the week before last Christmas
        return False
    draft.stop = j + 2
    return True
