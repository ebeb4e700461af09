"""What returns: "every two weeks", "15 a year", "twice a week", "per day", "daily"."""

from __future__ import annotations

from factcheck.extract.time import numerals
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.numerals import length


def rate(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "every year", "each day", "per week", "every two weeks", "every other day"."""
    j = i - 1
    amount = None
    if scan.low(j) not in ("every", "each", "per", "any"):
        amount = numerals.before(scan, i) if scan.lower[j] not in ("a", "an") else None
        j = amount.first - 1 if amount else i - 2
        if not amount and scan.low(i - 1) not in ("other", "single"):
            return None
    if j < scan.floor or scan.low(j) not in ("every", "each", "per"):
        return None
    if scan.low(j) != "every" and amount:
        return None
    if scan.low(j) == "each" and scan.low(i + 1) == "of":
        return None
    if code in _CLOCK_UNITS and scan.low(j - 1) in scan.words.near["speeds"]:
        return None  # 90 miles per hour
    draft = Draft("set", j, i + 1)
    value = amount.value if amount else "2" if scan.low(i - 1) == "other" else "1"
    draft.value = length(value, "D" if code == "N" else "Y" if code == "SEASON" else code)
    if scan.low(j) == "per":
        draft.first = j
    return draft


# Units of a clock: how fast something is, not how often.
_CLOCK_UNITS = ("H", "MIN", "S")


def is_speed(scan: Scan, draft: Draft, code: str) -> bool:
    """Tell "2 miles an hour" from "30 euros an hour"."""
    return code in _CLOCK_UNITS and scan.low(draft.first - 1) in scan.words.near["speeds"]


def is_rate(scan: Scan, draft: Draft) -> bool:
    """Tell "15 a year", "twice a week", "$5 a day", "times a month" from "a year"."""
    before = scan.low(draft.first - 1)
    if draft.first == 0 or scan.line_break(draft.first) or scan.low(draft.stop) in scan.words.pointers:
        return False  # $3 million a year earlier
    if before in scan.words.near["rate_before"]:
        return True
    if before[0].isdigit() and before not in scan.words.years and not before.endswith(("st", "nd", "rd", "th", "s")):
        return True
    if before.endswith("s") and _number_word(scan, draft.first - 2):
        return True
    return before in scan.words.numbers or before in scan.words.near["rate_nouns"]


def _number_word(scan: Scan, j: int) -> bool:
    """Tell whether token j is a number: "2000", "1,500", "forty"."""
    word = scan.low(j)
    return word in scan.words.numbers or word.replace(",", "").replace(".", "").isdigit()


def times(scan: Scan, draft: Draft) -> None:
    """Take in "twice", "once" and "three times" before "a week"."""
    j = draft.first - 1
    if scan.low(j) in ("once", "twice", "thrice"):
        draft.first = j
    elif scan.low(j) == "times" and j - 1 >= scan.floor:
        amount = numerals.before(scan, j)
        draft.first = amount.first if amount else draft.first


def frequency(scan: Scan, i: int) -> Draft | None:
    """Read "daily", "annual", "weekly", "twice-weekly"; not "the Daily Mail"."""
    draft = Draft("set", i, i + 1)
    draft.value = scan.words.sets[scan.lower[i]]
    if scan.lower[i] == "hourly" and scan.low(i + 1) in scan.words.near["paid_hourly"]:
        return None
    if scan.low(i - 1) in ("once", "twice", "thrice") and i - 1 >= scan.floor:
        draft.first = i - 1
    if scan.capital(i) and (scan.low(i - 1) not in (".", "", '"', "“") or scan.capital(i + 1)):
        return None
    return draft
