"""Points told by a length: "two years ago", "three weeks later", "a year earlier", "ten years from now"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan


def pointed(scan: Scan, draft: Draft, value: str, code: str) -> bool:
    """Turn a length into a point: "two days ago", "three weeks later", "a year earlier", "ten years from now"."""
    j = draft.stop
    word = scan.low(j)
    if scan.line_break(j) or draft.relation:
        return False
    if word in ("later", "earlier") and scan.low(j + 1) == "than":
        return _compared(scan, draft)
    if word in scan.words.pointers:
        base, sign, size = *scan.words.pointers[word], 1
    elif ahead := _ahead(scan, draft, word, code):
        base, sign, size = "publication", 1, ahead
    elif word in ("before", "after") and scan.low(j + 1) in (".", ",", ";"):
        base, sign, size = "narrative", 1 if word == "after" else -1, 1
    else:
        return False
    _shifted(scan, draft, value, code, base, sign)
    draft.stop = j + size
    return True


def _ahead(scan: Scan, draft: Draft, word: str, code: str) -> int:
    """Return how many tokens count a length from now, 0 where none do: "from now", "'s time", "from" Tuesday."""
    j = draft.stop
    if word in ("'", "’", "'s", "’s"):
        return 2 if scan.low(j + 1) == "time" and scan.low(draft.first - 1) in ("in", "within") else 0
    if word != "from":
        return 0
    if scan.low(j + 1) == "now" or (scan.low(j + 1) == "today" and code not in ("D", "W")):
        return 2
    draft.weak = _starts_day(scan, j + 1)
    return int(draft.weak)


def _starts_day(scan: Scan, j: int) -> bool:
    """Tell whether "today", "tomorrow" or a weekday stands at token j: "a week from Tuesday"."""
    return scan.low(j) in scan.words.deictic or (scan.low(j) in scan.words.weekdays and scan.capital(j))


def _compared(scan: Scan, draft: Draft) -> bool:
    """Read "on 11 November, three days later than planned" as the day named before it; else it is a length."""
    j = draft.first - 1
    words = scan.words
    named = scan.low(j - 1) in words.days or scan.low(j - 1) in words.years or scan.low(j - 1) in words.ordinal_days
    if j - 1 < 0 or scan.low(j) != "," or not named:
        return False
    draft.kind, draft.base, draft.unit, draft.count = "shift", "narrative", "day", 0
    draft.stop, draft.mod = draft.stop + 1, None
    return True


def _shifted(scan: Scan, draft: Draft, value: str, code: str, base: str, sign: int) -> None:
    """Make a draft a shift by a number of units, or a vague reference where the number is unknown."""
    if value == "X" or code in ("S", "MIN", "H"):
        if code in ("S", "MIN", "H") and value != "X":
            draft.kind, draft.base, draft.unit, draft.count = "shift", base, "hour", sign
            return
        draft.kind, draft.value = "reference", "PAST_REF" if sign < 0 else "FUTURE_REF"
        return
    number = float(value)
    draft.kind, draft.base = "shift", base
    code, number = {"FN": ("W", 2 * number), "SEM": ("M", 6 * number), "ML": ("CE", 10 * number)}.get(
        code, (code, number)
    )
    draft.unit = scan.words.unit_names.get(code, "day")
    if number != int(number):
        draft.unit, number = {
            "year": ("month", 12 * number),
            "decade": ("year", 10 * number),
            "century": ("year", 100 * number),
        }.get(draft.unit, (draft.unit, number))
    if draft.unit == "decade":
        draft.unit, number, draft.mod = "year", 10 * number, draft.mod or "APPROX"
    draft.count = sign * int(number)
    if draft.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        draft.mod = "BEFORE" if sign < 0 else "AFTER"
    elif draft.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        draft.mod = "AFTER" if sign < 0 else "BEFORE"
