"""Parts of years and months: "the third quarter", "Q1 2010", "the first half of", "the last week of"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.lengths import quantity
from factcheck.extract.time.numerals import length
from factcheck.extract.time.numeric import two_digits
from factcheck.extract.time.periods import told_quarter, year_earlier
from factcheck.extract.time.rates import rate
from factcheck.extract.time.relative import relative, shift

_DASHES = frozenset("-–—‑")


def quarter(scan: Scan, i: int) -> Draft | None:
    """Read "the third quarter", "fiscal first quarter", "last quarter", "every quarter", "two quarters"."""
    words, near = scan.words, scan.words.near
    j = i - 1
    if found := year_earlier(scan, i):
        return found
    if scan.low(j) == "the" and scan.low(i + 1) in near["period_ends"]:
        return relative(scan, i, "Q")
    if found := told_quarter(scan, i):
        return found
    if scan.low(j) in _DASHES and scan.glued(i):
        j -= 1
    if scan.low(j) in near["fiscal_adjectives"]:
        j -= 1
    if j < scan.floor:
        return None
    if scan.lower[i] == "quarter" and scan.low(i - 1) not in ("every", "each", "per"):
        return None if _of_game(scan, i) else _one_quarter(scan, i, j)
    if scan.low(i - 1) in near["quarters_reject"]:
        return None
    return rate(scan, i, "Q") or (quantity(scan, i, "Q") if words.numbers.get(scan.low(i - 1)) else None)


def _one_quarter(scan: Scan, i: int, j: int) -> Draft | None:
    """Read a quarter from the word at j: "the third quarter", "last quarter"."""
    if found := _ranked(scan, i, j):
        return found
    return shift(scan, i, "Q", j) if scan.lower[j] in scan.words.relatives else None


def _numbered(scan: Scan, i: int, j: int) -> Draft | None:
    """Read "the third quarter" from its ordinal at j."""
    draft = Draft("date", j, i + 1)
    draft.part = f"Q{scan.words.ordinals[scan.lower[j]]}"
    if scan.low(j - 1) in scan.words.near["fiscal_adjectives"] and j - 1 >= scan.floor:
        draft.first -= 1
    if scan.low(draft.first - 1) == "the" and draft.first - 1 >= scan.floor:
        draft.first -= 1
    return draft


def _of_game(scan: Scan, i: int) -> bool:
    """Tell "the third quarter of the game"."""
    return scan.lower[i + 1 : i + 3] == ["of", "the"] and scan.low(i + 3) in scan.words.near["games"]


def _of_century(scan: Scan, i: int, j: int) -> Draft | None:
    """Read "the last quarter of" before a century: weak until it meets one."""
    if scan.lower[j] not in scan.words.parts:
        return None
    draft = Draft("edge", j, i + 1)
    draft.mod, draft.weak = scan.words.parts[scan.lower[j]] or "MID", True
    if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
        draft.first = j - 1
    return draft


def _ranked(scan: Scan, i: int, j: int) -> Draft | None:
    """Read a quarter by its rank at j: "the third quarter", "the fifth quarter of 2019"; not "its fifth quarter"."""
    if scan.low(i + 1) == "of" and "century" in scan.lower[i + 3 : i + 6]:
        return _of_century(scan, i, j)
    rank, year = scan.words.ordinals.get(scan.lower[j], 0), scan.low(i + 2)
    if 1 <= rank <= len(_QUARTERS):
        return _numbered(scan, i, j)
    dated = scan.low(i + 1) == "of" and (year in scan.words.years or year in scan.words.near["fiscal_adjectives"])
    return _no_quarter(scan, i, j) if rank and dated else None


_QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def _no_quarter(scan: Scan, i: int, j: int) -> Draft:
    """Read "the fifth quarter of 2019", which no year has."""
    draft = Draft("date", j, i + 1)
    draft.part, draft.impossible = "QX", "a year has four quarters"
    if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
        draft.first = j - 1
    return draft


def fiscal_year(scan: Scan, i: int) -> Draft | None:
    """Read "fiscal year 2013", "the financial year 2010", "the year 2000"."""
    value = scan.words.years.get(scan.low(i + 1))
    if scan.lower[i] != "year":
        return None
    if value is None:
        return _year_first(scan, i) or _early_year(scan, i)
    draft = Draft("date", i, i + 2)
    draft.year = value
    j = i - 1
    if scan.low(j) in scan.words.near["fiscal_adjectives"] and j >= scan.floor:
        draft.first, draft.part = j, "FY" if scan.lower[j] in ("fiscal", "financial") else ""
        j -= 1
    if scan.low(j) == "the" and j >= scan.floor:
        draft.first = j
    return draft


def _year_first(scan: Scan, i: int) -> Draft | None:
    """Read "the 2013 fiscal year"."""
    value = scan.words.years.get(scan.low(i - 2))
    if value is None or scan.low(i - 1) not in ("fiscal", "financial") or i - 2 < 0 or scan.glued(i - 2):
        return None
    draft = Draft("date", i - 2, i + 1)
    draft.year, draft.part = value, "FY"
    return draft


def _early_year(scan: Scan, i: int) -> Draft | None:
    """Read "the year 800"."""
    digits = scan.low(i + 1)
    if scan.low(i - 1) != "the" or not digits.isdigit() or len(digits) != 3 or i - 1 < scan.floor:
        return None
    draft = Draft("date", i - 1, i + 2)
    draft.year = int(digits)
    return draft if draft.year >= 100 else None


def fiscal_code(scan: Scan, i: int) -> Draft | None:
    """Read "FY2018", "FY18" and "FY 2018"."""
    if not scan.text[i].isupper():
        return None
    digits = scan.lower[i][2:] or scan.low(i + 1)
    draft = Draft("date", i, i + 1 + (len(scan.lower[i]) == 2))
    if not digits.isdigit() or len(digits) not in (2, 4) or (len(digits) == 4 and digits not in scan.words.years):
        return None
    draft.year, draft.part = int(digits) if len(digits) == 4 else two_digits(int(digits)), "FY"
    return draft


def fiscal(scan: Scan, i: int) -> Draft | None:
    """Read "fiscal 2013"."""
    value = scan.words.years.get(scan.low(i + 1))
    if value is None:
        return None
    draft = Draft("date", i, i + 2)
    draft.year, draft.part = value, "FY"
    return draft


def half(scan: Scan, i: int) -> Draft | None:
    """Read "the first half of" before a year: weak until it meets one."""
    number = scan.words.halves.get(scan.low(i - 1))
    if number is None or scan.low(i + 1) != "of" or i - 1 < scan.floor:
        return None
    draft = Draft("edge", i - 1, i + 1)
    draft.part, draft.weak = f"H{number}", True
    draft.mod = "START" if number == 1 else "END"
    if scan.low(i - 2) == "the" and i - 2 >= scan.floor:
        draft.first = i - 2
    return draft


def coded_part(scan: Scan, i: int) -> Draft | None:
    """Read "Q1 2010", "in Q2", "H1 2019", "Q4 of 2009"; not "Audi Q3", "H1 visas"."""
    part = scan.text[i]
    if part[0].islower():
        return None
    draft = Draft("date", i, i + 1)
    draft.part = part
    if part not in _CODED_PARTS:
        draft.part = f"{part[0]}X"
        draft.impossible = "a year has four quarters" if part[0] == "Q" else "a year has two halves"
    year = scan.words.years.get(scan.low(i + 1)) or (
        scan.words.years.get(scan.low(i + 2)) if scan.low(i + 1) == "of" else None
    )
    if year:
        draft.year, draft.stop = year, i + 2 + (scan.low(i + 1) == "of")
    elif scan.words.years.get(scan.low(i - 1)) and i - 1 >= scan.floor:
        draft.year, draft.first = scan.words.years[scan.lower[i - 1]], i - 1
    elif part[0] == "H" or draft.impossible or scan.low(i - 1) not in scan.words.near["coded_quarter_before"]:
        return None
    return draft


_CODED_PARTS = frozenset([*_QUARTERS, "H1", "H2"])


def ordinal_part(scan: Scan, i: int) -> Draft | None:
    """Read "the first week of", "the last days of", "the final day of": weak until it meets a month or year."""
    j = i - 1
    word = scan.low(j)
    mod = scan.words.parts.get(word)
    if mod is None or j < scan.floor or scan.low(i + 1) != "of":
        return None
    code = scan.words.units[scan.lower[i]]
    if code in ("Y", "H") and scan.low(j - 1) not in scan.words.near["determiners"]:
        return None
    draft = Draft("edge", j, i + 1)
    draft.mod, draft.weak = mod or None, True
    if (
        word not in scan.words.near["counted_parts"]
        and scan.low(i + 2) in scan.words.near["determiners"]
        and scan.lower[i] != "day"
    ):
        draft.value = length("1" if scan.lower[i] in scan.words.near["singular_units"] else "X", code)
    if scan.lower[i] == "day" and word in ("first", "last", "final"):
        draft.day = 1 if word == "first" else -1
    if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
        draft.first = j - 1
    return draft


def edge(scan: Scan, i: int) -> Draft | None:
    """Read "the end of", "beginning of", "the middle of": weak until it meets a date."""
    if scan.low(i + 1) != "of":
        return None
    draft = Draft("edge", i, i + 1)
    draft.mod = scan.words.edges[scan.lower[i]] or None
    draft.weak = True
    if scan.low(i - 1) in ("very",) and i - 1 >= scan.floor:
        draft.first -= 1
    if scan.low(draft.first - 1) == "the" and draft.first - 1 >= scan.floor:
        draft.first -= 1
    return draft
