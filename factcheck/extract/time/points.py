"""Points told by a length: "two years ago", "three weeks later", "a year earlier", "ten years from now"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan

_AGO = {
    "ago": ("publication", -1),
    "hence": ("publication", 1),
    "later": ("narrative", 1),
    "earlier": ("narrative", -1),
    "previously": ("narrative", -1),
    "afterwards": ("narrative", 1),
    "afterward": ("narrative", 1),
}


def pointed(scan: Scan, draft: Draft, value: str, code: str) -> bool:
    """Turn a length into a point: "two days ago", "three weeks later", "a year earlier", "ten years from now"."""
    j = draft.stop
    word = scan.low(j)
    if scan.line_break(j) or draft.relation:
        return False
    if word in ("later", "earlier") and scan.low(j + 1) == "than":
        return _compared(scan, draft)
    if word in _AGO:
        base, sign = _AGO[word]
        stop = j + 1
    elif word == "from" and scan.low(j + 1) in ("now", "today"):
        base, sign, stop = "publication", 1, j + 2
    elif word == "before" and scan.low(j + 1) in (".", ",", ";", "") and scan.raw(j + 1) != "":
        base, sign, stop = "narrative", -1, j + 1
    elif word == "after" and scan.low(j + 1) in (".", ",", ";"):
        base, sign, stop = "narrative", 1, j + 1
    else:
        return False
    _shifted(scan, draft, value, code, base, sign)
    draft.stop = stop
    return True


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
