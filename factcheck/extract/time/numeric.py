"""Dates in numerals alone: "2020-04-27", "25.04.2019", "04/25/2019", "'98"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑/")


_LAST_MONTH = 12


def numeric(scan: Scan, i: int) -> Draft | None:
    """Read "2020-04-27", "2020/04/27", "25-04-2019", "04/25/2019", where the order of day and month is plain."""
    if scan.low(i + 1) in _DASHES and scan.glued(i + 1) and scan.glued(i + 2) and not scan.glued(i):
        mark, days = scan.lower[i + 1], scan.words.days
        if scan.low(i + 3) == mark and scan.glued(i + 3) and scan.glued(i + 4):
            return _iso(scan, i)
        month = days.get(scan.low(i + 2), 13) if len(scan.low(i + 2)) == 2 else 13
        following = (int(scan.lower[i]) + 1) % 100  # 2006-07 is two years
        if mark == "-" and month <= 12 and month != following and scan.lower[i + 2][0] == "0" and not scan.glued(i + 3):
            draft = Draft("date", i, i + 3)
            draft.year, draft.month = int(scan.lower[i]), month
            return draft
    if i - 4 >= scan.floor and scan.glued(i) and scan.low(i - 1) in _DASHES and scan.low(i - 3) == scan.low(i - 1):
        return _day_month_year(scan, i)
    return None


def _iso(scan: Scan, i: int) -> Draft | None:
    """Read "2020-04-27" and "2020-04-27T10:00" from the year on."""
    month, rest = scan.words.days.get(scan.low(i + 2), 99), scan.low(i + 4)
    day_text, _, hour = rest.partition("t")
    day = scan.words.days.get(day_text)
    if day is None or month > (_LAST_MONTH if day > _LAST_MONTH else 31):
        return None
    if month > _LAST_MONTH:
        draft = Draft("date", i, i + 5)
        draft.year, draft.impossible = int(scan.lower[i]), "a year has 12 months"
        return draft
    draft = Draft("date", i, i + 5)
    draft.year, draft.month, draft.day = int(scan.lower[i]), month, day
    if hour.isdigit() and int(hour) < 24:
        draft.time = f"T{int(hour):02d}"
        if scan.low(i + 5) == ":" and scan.low(i + 6)[:2].isdigit():
            draft.time += f":{scan.lower[i + 6][:2]}"
            draft.stop = i + 7
            if scan.low(i + 7) == ":" and scan.low(i + 8)[:2].isdigit():
                draft.stop = i + 9
            if scan.lower[draft.stop - 1].endswith("z"):
                draft.time += "Z"
    return draft


def _day_month_year(scan: Scan, i: int) -> Draft | None:
    """Read "25/04/2019" and "04/25/2019"; "04/05/2019" keeps only its year."""
    days = scan.words.days
    one, two = days.get(scan.low(i - 4)), days.get(scan.low(i - 2))
    if (
        one is None
        or two is None
        or not (scan.glued(i - 1) and scan.glued(i - 2) and scan.glued(i - 3))
        or scan.glued(i - 4)
    ):
        return None
    draft = Draft("date", i - 4, i + 1)
    draft.year = int(scan.lower[i])
    _set_day_and_month(draft, one, two)
    return draft


def slashed(scan: Scan, i: int) -> Draft | None:
    """Read "12/25/98" and "7/8/07" from the first stroke on; not "10/20/30 minutes", "1/2/3"."""
    one, two, year = (scan.low(k) for k in (i - 1, i + 1, i + 3))
    days = scan.words.days
    if known := scan.words.holidays.get((one, "/", two)):
        return _known_day(scan, i, known)
    if scan.low(i + 2) != "/" or len(year) != 2 or not year.isdigit() or one not in days or two not in days:
        return None
    if i - 1 < scan.floor or not all(scan.glued(k) for k in range(i, i + 4)) or scan.glued(i - 1):
        return None
    after = scan.low(i + 4)
    if (scan.glued(i + 4) and after in ("/", "%", "-")) or after in scan.words.year_after_reject:
        return None
    draft = Draft("date", i - 1, i + 4)
    draft.year = two_digits(int(year))
    _set_day_and_month(draft, days[one], days[two])
    return draft if draft.month or draft.swapped else None


def _known_day(scan: Scan, i: int, known: str) -> Draft | None:
    """Read "9/11" as the day that goes by that name; not "9/11/05", "a 9/11 chance of", "scored 9/11"."""
    joined = scan.glued(i + 2) and scan.low(i + 2) in ("/", "%")
    named = scan.low(i - 2) in scan.words.near["named_day_before"]
    if joined or not named or not (scan.glued(i) and scan.glued(i + 1)) or i - 1 < scan.floor:
        return None
    draft = Draft("date", i - 1, i + 2)
    draft.year, draft.month, draft.day = (int(part) for part in known.split("-"))
    return draft


def _set_day_and_month(draft: Draft, one: int, two: int) -> None:
    """Decide which of two numbers is the month, where one cannot be or both are the same; else keep both readings."""
    if one == two and one <= 12:
        draft.month = draft.day = one
    elif one <= 12 < two:
        draft.month, draft.day = one, two
    elif two <= 12 < one:
        draft.month, draft.day = two, one
    elif one <= 12 and two <= 12:
        draft.swapped = f"{draft.year:04d}-{one:02d}-{two:02d} {draft.year:04d}-{two:02d}-{one:02d}"


def dotted(scan: Scan, i: int) -> Draft | None:
    """Read "25.04.2019", day first."""
    parts = scan.lower[i].split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    day, month, year_ = (int(part) for part in parts)
    if not (1 <= day <= 31 and 1 <= month <= 12) or len(parts[2]) not in (2, 4):
        return None
    draft = Draft("date", i, i + 1)
    draft.day, draft.month, draft.year = day, month, year_ if year_ >= 1000 else two_digits(year_)
    return draft


def apostrophe(scan: Scan, i: int) -> Draft | None:
    """Read "'05" after "in", "since", "of", "summer"."""
    if scan.low(i - 1) not in scan.words.near["apostrophe_year_before"]:
        return None
    digits = scan.low(i + 1)
    if len(digits) != 2 or not digits.isdigit() or not scan.glued(i + 1) or scan.low(i + 2) in ("'", "’"):
        return None
    draft = Draft("date", i, i + 2)
    draft.year = two_digits(int(digits))
    return draft


def two_digits(number: int) -> int:
    """Return the year of "'98" or "'07": the century in which most copy is written."""
    return 1900 + number if number >= 40 else 2000 + number
