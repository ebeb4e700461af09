"""The periods of business copy: "profit for the quarter", "the year-earlier period", "the whole year"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑")

# Quarters in a year.
_YEAR = 4


def told_quarter(scan: Scan, i: int) -> Draft | None:
    """Read "in the quarter", "for the latest quarter" among figures; not "the quarter finals", "the old quarter"."""
    near = scan.words.near
    j = i - 1 - (scan.low(i - 1) == "latest")
    if scan.low(j) != "the" or j < scan.floor or scan.capital(i) or scan.low(i + 1) in near["quarter_after_reject"]:
        return None
    if scan.low(j - 1) not in near["quarter_before"] or not _among_figures(scan, i):
        return None
    return _context(j, i + 1, "quarter", 0)


def _among_figures(scan: Scan, i: int) -> bool:
    """Tell whether the sentence speaks of money, shares or results."""
    first, stop = scan.tokens.sentences[scan.tokens.sentence(i)]
    return not scan.words.near["figures"].isdisjoint(scan.lower[first:stop])


def year_earlier(scan: Scan, i: int) -> Draft | None:
    """Read "year-earlier quarter", "year-ago period", whose last word is at i; "the" stays out."""
    j = i - 3
    if j < 0 or scan.lower[j] != "year" or scan.lower[j + 1] not in _DASHES or scan.line_break(i):
        return None
    if scan.lower[j + 2] not in ("earlier", "ago") or not (scan.glued(j + 1) and scan.glued(j + 2)):
        return None
    unit = "quarter" if scan.lower[i] == "quarter" else "year"
    return _context(j, i + 1, unit, -_YEAR if unit == "quarter" else -1)


def whole(scan: Scan, i: int, unit: str) -> Draft | None:
    """Read "the whole year", "the entire month", "for the fiscal year"; not "the entire year of 1950"."""
    j = i - 2
    word, after = scan.low(i - 1), scan.low(i + 1)
    if scan.low(j) != "the" or j < scan.floor or after not in scan.words.near["clause_ends"]:
        return None
    if unit == "year" and word in ("fiscal", "financial") and scan.low(j - 1) in ("for", "in", "during"):
        return _context(j, i + 1, unit, 0)
    return _context(j, i + 1, unit, 0) if word in ("whole", "entire") and unit in ("year", "month", "week") else None


def closing(scan: Scan, i: int, code: str) -> bool:
    """Tell "gained 90 points on the week", "its second warning of the year" at the end of a clause."""
    before, capital = scan.low(i - 2), scan.capital(i)
    if capital or scan.low(i + 1) not in scan.words.near["clause_ends"]:
        return False
    if before == "on" and code in ("W", "M", "Y"):
        return _among_figures(scan, i)
    listed = scan.lower[max(0, i - _RANKED) : max(0, i - 2)]
    return before == "of" and code == "Y" and any(word in scan.words.ordinals for word in listed)


# Words before "of the year" among which a rank may stand: "its second profit warning of the year".
_RANKED = 7


def _context(first: int, stop: int, unit: str, count: int) -> Draft:
    draft = Draft("shift", first, stop)
    draft.base, draft.unit, draft.count = "context", unit, count
    return draft
