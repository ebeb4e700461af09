"""Ranges: "April 25-27", "12-14 July", "1861-63", "August-September 1950", "from March to June"."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from factcheck.extract.time.clock import left_hour
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.eras import left_century
from factcheck.extract.time.records import TimeExpression

_LINKS = frozenset(["-", "–", "—", "to", "and", "or", "until", "till", "through", "/"])
_SPANS = frozenset(["-", "–", "—", "to", "until", "till", "through"])


def spread(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Add the bare ends of ranges ("12" of "12-14 July") and give an end the year or month that the other prints."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.kind == "time" and (hour := left_hour(scan, draft, out[-1].stop if out else 0)):
            out.append(hour)
        if draft.century is not None and (earlier := left_century(scan, draft, out[-1].stop if out else 0)):
            out.append(earlier)
        if draft.kind == "date" and not draft.bc:
            lefts = _left_ends(scan, draft, out[-1].stop if out else 0)
            out.extend(lefts)
            if out and not lefts:
                _inherit(scan, out[-1], draft)
        elif draft.kind == "date" and draft.bc:
            _inherit(scan, out[-1], draft) if out else None
            out.extend(_left_bc(scan, draft, out[-1].stop if out else 0))
        out.append(draft)
        if draft.kind == "date":
            right = _right_end(scan, draft)
            if right:
                out.append(right)
    return _distinct(out)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.first >= kept[-1].stop:
            kept.append(draft)
    return kept


def _left_ends(scan: Scan, draft: Draft, floor: int) -> list[Draft]:
    """Read "12" before "-14 July", "15" before "to 22 February"."""
    if draft.day is None or draft.month is None or scan.words.months.get(scan.low(draft.first)):
        return []
    j = draft.first - 1
    if j - 1 < floor or scan.lower[j] not in _LINKS:
        return []
    if scan.lower[j] not in ("-", "–", "to", "and", "or", "/"):
        return []
    day = scan.words.days.get(scan.lower[j - 1]) or (
        scan.words.ordinal_days.get(scan.lower[j - 1]) if scan.lower[j - 1][0].isdigit() else None
    )
    if not day or day >= draft.day or scan.low(j - 2) in ("$", "€", "£"):
        return []
    if scan.lower[j] in ("and", "or", "to") and scan.low(j - 2) not in scan.words.near["first_day_before"]:
        return []
    left = Draft("date", j - 1, j)
    left.day, left.month, left.year, left.bc = day, draft.month, draft.year, draft.bc
    left.base, left.unit, left.count, left.step = draft.base, draft.unit, draft.count, draft.step
    if scan.low(j - 2) == "the" and j - 2 >= floor:
        left.first -= 1
    return [left]


def _left_bc(scan: Scan, draft: Draft, floor: int) -> list[Draft]:
    """Read "479" before "-478 BC"."""
    j = draft.first - 1
    if draft.year is None or draft.month or j - 1 < floor or scan.lower[j] not in ("-", "–", "and", "to"):
        return []
    word = scan.lower[j - 1]
    if not word.isdigit() or len(word) > 4 or int(word) <= draft.year:
        return []
    left = Draft("date", j - 1, j)
    left.year, left.bc = int(word), True
    return [left]


def _right_end(scan: Scan, draft: Draft) -> Draft | None:
    """Read "27" after "April 25-", "63" after "1861-", "5" after "May 4 and"."""
    j = draft.stop
    link = scan.low(j)
    if link not in _LINKS or scan.line_break(j) or scan.line_break(j + 1) or draft.time:
        return None
    word = scan.low(j + 1)
    if draft.day is not None and draft.month is not None and draft.year is None:
        return _right_day(scan, draft, j + 1, word, link)
    if draft.day is not None and draft.month is None and draft.weekday is None:
        return _right_ordinal(scan, draft, j + 1)
    dashed = link in ("-", "–", "/") and scan.glued(j) and scan.glued(j + 1)
    if (
        draft.year is not None
        and draft.month is None
        and not draft.part
        and dashed
        and len(word) == 2
        and word.isdigit()
    ):
        number = draft.year // 100 * 100 + int(word)
        if scan.glued(j + 2) and scan.low(j + 2) not in (".", ",", ")", ";", ":", "'s", "’s", '"', "”", "’", "'"):
            return None
        if number > draft.year or (draft.year % 100 == 99 and int(word) == 0):
            right = Draft("date", j + 1, j + 2)
            right.year = number if number > draft.year else number + 100
            return right
    return _right_year(scan, draft, j + 1, link)


# Up to this year a number of four digits is a count unless something tells that it is a year.
_EARLY = 1500


def _right_year(scan: Scan, draft: Draft, j: int, link: str) -> Draft | None:
    """Read "1453" of "between 1337 and 1453", "1350" of "1348-1350", "138" of "AD 117 to 138"."""
    word, before = scan.low(j), scan.low(draft.first - 1)
    bare = draft.year is not None and not (draft.month or draft.part or draft.decade or draft.bc)
    if not bare or not draft.year or draft.year >= _EARLY or not word.isdigit() or not 3 <= len(word) <= 4:
        return None
    if link == "and" and before != "between":
        return None
    if len(word) == 3 and draft.stop - draft.first == 1:  # no AD
        return None
    if not draft.year < int(word) < _EARLY + 100:
        return None
    if link not in ("-", "–") and scan.low(j + 1) in scan.words.year_after_reject:
        return None
    right = Draft("date", j, j + 1)
    right.year = int(word)
    return right


def _right_day(scan: Scan, draft: Draft, j: int, word: str, link: str) -> Draft | None:
    the = word == "the"
    if the:
        word = scan.low(j + 1)
    day = scan.words.days.get(word) or (scan.words.ordinal_days.get(word) if word[:1].isdigit() else None)
    after = scan.low(j + 1 + the)
    if not day or draft.day is None or day <= draft.day or after in scan.words.months or after in ("%", ":", "percent"):
        return None
    if link in ("and", "or", "to") and (
        after in scan.words.units
        or after in scan.words.year_after_reject
        or (after.isalpha() and after not in scan.words.near["second_day_after"])
    ):
        return None
    if scan.months_first(draft) is False:
        return None
    right = Draft("date", j, j + 1 + the)
    right.day, right.month = day, draft.month
    right.base, right.unit, right.count, right.step = draft.base, draft.unit, draft.count, draft.step
    year = scan.words.years.get(after) if after != "," else scan.words.years.get(scan.low(j + 2 + the))
    if year:
        right.year = draft.year = year
        right.stop = j + 2 + the + (after == ",")
    return right


def _right_ordinal(scan: Scan, draft: Draft, j: int) -> Draft | None:
    """Read "16th" after "the 15th and"; not "on the 15th and 16th floors", "the 15th and 9th"."""
    the = scan.low(j) == "the"
    day = scan.words.ordinal_days.get(scan.low(j + the), 0)
    following = scan.low(j + 1 + the)
    if not scan.low(j + the)[:1].isdigit() or not draft.day or not draft.day < day:
        return None
    if not _closes_day(scan, j + 1 + the) and following not in scan.words.past and not following.endswith("ed"):
        return None
    right = Draft("date", j, j + 1 + the)
    right.day = day
    return right


def _closes_day(scan: Scan, j: int) -> bool:
    """Tell whether what stands at token j ends a day: a stop, a pronoun, a name."""
    near = scan.words.near
    return scan.low(j) in near["after_day"] or (scan.capital(j) and scan.low(j) not in near["ordinal_name_after"])


def _inherit(scan: Scan, left: Draft, right: Draft) -> None:
    """Give "August" in "August-September 1950" its year, "479" in "479 to 478 BC" its era."""
    if left.kind != "date" or right.first - left.stop != 1 or scan.lower[left.stop] not in _LINKS:
        return
    if left.day and not left.month and right.month and right.day and left.day < right.day:
        left.month, left.year, left.bc = right.month, right.year, right.bc
    elif left.year is None and left.month and right.year and right.month and left.step is None and not left.unit:
        left.year = right.year if (left.month, left.day or 0) <= (right.month, right.day or 32) else right.year - 1
        left.bc = right.bc
    elif left.year is None and left.part in ("SP", "SU", "FA", "WI") and right.year and right.part:
        left.year, left.weak = right.year, False
    elif right.bc and left.year and not left.bc and left.year > (right.year or 0):
        left.bc = True


def linked(scan: Scan, expressions: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """Mark the two ends of each range: the first points at the second.

    "April 25" + "-" + "27"   "1861" + "to" + "1863"   "between" "March" + "and" + "June"
    """
    out = list(expressions)
    for i, (one, two) in enumerate(pairwise(expressions)):
        if one.type != "DATE" or two.type != "DATE" or one.kind != "calendar" or two.kind != "calendar":
            continue
        gap = scan.lower[one.stop : two.first]
        if len(gap) == 2 and gap[1] == "the":
            gap = gap[:1]
        if len(gap) != 1 or scan.line_break(two.first):
            continue
        joined = gap[0] in _SPANS or (gap[0] == "and" and scan.low(one.first - 1) == "between")
        joined = joined or (gap[0] == "/" and len(one.timex) == len(two.timex) == 4)  # 2018/19
        if joined:
            out[i] = replace(one, until=i + 1)
    return tuple(out)
