"""A word for a unit of time → the reader that fits: a part of a year, a rate, a length, a relative expression."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.eras import century
from factcheck.extract.time.lengths import bare, quantity
from factcheck.extract.time.rates import rate
from factcheck.extract.time.relative import relative
from factcheck.extract.time.year_parts import fiscal_year, ordinal_part, quarter

_DASHES = frozenset("-–—‑")


def unit(scan: Scan, i: int) -> Draft | None:
    """Read around a word for a unit: quantity first, then a relative word, then a bare plural."""
    word = scan.lower[i]
    code = scan.words.units[word]
    if word in ("second", "min") and (not _counted(scan, i) or scan.low(i + 1) in scan.words.weekdays):
        return None
    if code == "CE" and (found := century(scan, i)):
        return found
    if code in ("Q",):
        return quarter(scan, i)
    if code == "Y" and (found := fiscal_year(scan, i)):
        return found
    if code == "H" and (found := _small_hours(scan, i)):
        return found
    if code in ("W", "WE") and (found := _week_of(scan, i)):
        return found
    if code in ("D", "W", "M", "Y", "H") and (found := ordinal_part(scan, i)):
        return found
    if code == "H" and (found := _military(scan, i)):
        return found
    return rate(scan, i, code) or quantity(scan, i, code) or relative(scan, i, code) or bare(scan, i, code)


def _week_of(scan: Scan, i: int) -> Draft | None:
    """Read "the week of", "the weekend of" and "the week beginning" before a day: weak until it meets one."""
    if scan.lower[i] not in ("week", "weekend") or scan.low(i + 1) not in scan.words.near["week_openers"]:
        return None
    j = i + 2 + (scan.low(i + 2) == "the")
    if not any(scan.low(k) in scan.words.months for k in (j, j + 1, j + 2)):
        return None
    draft = Draft("edge", i, i + 1)
    draft.unit, draft.weak = scan.lower[i], True
    if scan.low(i - 1) == "the" and i - 1 >= scan.floor:
        draft.first = i - 1
    return draft if scan.low(i - 1) in ("the", "a") else None


def _small_hours(scan: Scan, i: int) -> Draft | None:
    """Read "in the small hours", and "the early hours of" before a day: weak until it meets one."""
    word = scan.low(i - 1)
    if word not in scan.words.near["hours_before"] or scan.lower[i] != "hours" or i - 1 < scan.floor:
        return None
    alone = scan.low(i - 2) == "the" and scan.low(i + 1) in scan.words.near["clause_ends"]
    if not alone and scan.low(i + 1) != "of":
        return None
    draft = Draft("time", i - 1, i + 1)
    draft.time, draft.weak = "TMO", not alone
    if scan.low(i - 2) == "the" and i - 2 >= scan.floor:
        draft.first = i - 2
    return draft


def _military(scan: Scan, i: int) -> Draft | None:
    """Read "0530 hours", "at 1800 hrs"."""
    digits = scan.low(i - 1)
    if len(digits) != 4 or not digits.isdigit() or i - 1 < scan.floor or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    if digits[0] != "0" and scan.low(i - 2) not in scan.words.near["military_before"]:
        return None
    draft = Draft("time", i - 1, i + 1)
    draft.time = f"T{digits[:2]}:{digits[2:]}"
    return draft


def _counted(scan: Scan, i: int) -> bool:
    """Tell whether "second" is a unit: "one second", "a split second", "per second"."""
    j = i - 1
    if scan.low(j) in _DASHES:
        j -= 1
    return scan.low(j) in scan.words.near["second_before"] or scan.low(j).isdigit() or scan.low(j) in scan.words.numbers
