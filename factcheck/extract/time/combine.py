"""Drafts that belong together become one: "the end" + "of March", "Friday" + "night", "5 p.m." + "on Tuesday"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan
from factcheck.timex import days_in_month

_CALENDAR_UNITS = ("year", "month", "week", "decade", "century", "quarter", "day", "weekend")
_ORDER = ("CE", "DE", "Y", "M", "W", "D", "H", "MIN", "S")
# Units that a comma may join: "six years, two months".
_FINER = frozenset([("Y", "M"), ("M", "D"), ("W", "D"), ("D", "H"), ("H", "MIN"), ("MIN", "S")])
_YEAR_PARTS = ("SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4")


def combine(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Merge neighbours, add what stands before them, and drop the weak drafts that found no partner."""
    merged: list[Draft] = []
    for draft in reversed(drafts):
        current = draft
        while merged and (joined := _join(scan, current, merged[-1])):
            merged.pop()
            current = joined
        merged.append(current)
    merged.reverse()
    floor = 0
    kept = []
    for draft in merged:
        _prefix(scan, draft, floor)
        if draft.kind == "edge" and draft.value:  # the first year of the war
            draft.kind, draft.weak, draft.mod = "duration", False, None
        if not draft.weak:
            kept.append(draft)
            floor = draft.stop
    return kept


def _join(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Return the draft that two neighbours make together, None where they stay apart."""
    if (
        right.first - left.stop > 2
        or right.first < left.stop
        or scan.tokens.sentence(left.first) != scan.tokens.sentence(right.first)
    ):
        return None
    gap = tuple(scan.lower[left.stop : right.first])
    for rule in (_edge, _again, _time_of_day, _day_time, _weekday_date, _part_of, _lengths):
        if joined := rule(scan, left, right, gap):
            return joined
    return None


def _span(draft: Draft, left: Draft, right: Draft) -> Draft:
    draft.first, draft.stop, draft.weak = left.first, right.stop, False
    draft.impossible = left.impossible or right.impossible
    return draft


def _edge(scan: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "the end of March", "the beginning of last year", "the middle of the night", "the first half of 2010"."""
    if left.kind == "edge" and left.unit:
        return _week(scan, left, right, gap)
    if left.kind != "edge" or gap not in (("of",), ("of", "the")) or right.kind not in ("date", "shift"):
        return None
    if left.part:
        if right.kind == "date" and right.year and right.month is None:
            right.part = left.part
        elif right.kind != "shift" or right.unit != "year":
            right.mod = left.mod
        else:
            left.kind, left.base, left.unit, left.count, left.mod = "date", right.base, "year", right.count, None
            return _span(left, left, right)
    elif left.day is not None:
        _day_at_edge(left.day, right)
        right.mod = right.mod if right.day else left.mod
    elif left.mod == "BEFORE" and _is_day(right):
        right.also = (-1, "day")  # the eve of 1 August
    else:
        right.mod = left.mod or right.mod
    return _span(right, left, right)


def _again(scan: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "71 years ago today", "two weeks ago Monday", "a week from Tuesday", "ten years ago this week"."""
    if left.base == "event" and gap == () and right.kind == "date" and _is_day(right):
        right.also = (left.count, left.unit)  # the day before Christmas
        return _span(right, left, right)
    if left.kind != "shift" or left.base != "publication" or scan.lower[left.stop - 1] not in ("ago", "from"):
        return None
    weekday = right.kind == "date" and right.weekday is not None and right.day is None and not right.part
    told = right.kind == "shift" and right.base == "publication" and not right.weak and right.count in (-1, 0, 1)
    if weekday and right.step is None:
        near = gap == () or (gap == ("on",) and scan.lower[left.stop - 1] == "ago")
    else:
        near = told and gap == () and left.unit != "day"
    if not near:
        return None
    if weekday and scan.lower[left.stop - 1] == "from":
        right.base, right.step = "publication", 1
    right.also, right.mod = (left.count, left.unit), left.mod
    return _span(right, left, right)


def _week(scan: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "the week of March 9", "the week beginning 9 March"."""
    if len(gap) != 1 or gap[0] not in scan.words.near["week_openers"] or right.kind != "date":
        return None
    if right.day is None or right.month is None or right.time:
        return None
    right.also = (0, left.unit)
    return _span(right, left, right)


def _day_at_edge(day: int, month: Draft) -> None:
    """Give "the first day of May" and "the last day of June" their day; February's last needs its year."""
    if month.kind != "date" or not month.month or month.day or month.bc:
        return
    if day > 0:
        month.day = day
    elif month.year or month.month != 2:
        month.day = days_in_month(month.year or 2001, month.month)


def _is_day(draft: Draft) -> bool:
    """Tell whether a draft names a day: a date, a weekday, "yesterday"."""
    if draft.kind == "shift":
        return draft.unit == "day" and not draft.time
    return (
        draft.kind == "date"
        and not draft.time
        and (draft.day is not None or draft.weekday is not None or draft.part[:1] in ("E", "N"))
    )


def _time_of_day(_: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "the night of 8 February", "5 p.m. on Tuesday", "10 a.m. yesterday"."""
    if left.kind != "time" or gap not in ((), ("on",), ("of",), (",",), ("on", "the")):
        return None
    clock = left.time[1:2].isdigit()
    if clock and right.kind == "date" and right.time[1:2].isalpha() and gap in ((), ("on",)):
        right.time = left.time  # 11 o'clock on the morning of 3 May
        return _span(right, left, right)
    if right.kind == "shift" and right.unit == "day" and right.time and left.time[1:2].isdigit() and gap == ():
        right.time = left.time  # 3 a.m. this morning
        return _span(right, left, right)
    same = (
        right.kind == "date" and right.weekday is not None and right.time == left.time
    )  # small hours of Friday morning
    if not _is_day(right) and not same:
        return None
    right.time = left.time
    return _span(right, left, right)


def _day_time(scan: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "Friday night", "yesterday morning", "Tuesday at 5 p.m.", "25 June 1950, 04:00"."""
    if right.kind != "time":
        return None
    told = left.unit == "day" if left.kind == "shift" else left.day is not None or left.weekday is not None
    if told and left.time[1:2].isalpha() and right.time[1:2].isdigit() and gap in (("at",), (",", "at")):
        left.time = right.time  # tonight at 8 p.m.
        return _span(left, left, right)
    if not _is_day(left):
        return None
    early = gap in (("early",), ("late",))
    if gap and not early and not (right.time[1:2].isdigit() and gap in (("at",), (",",), (",", "at"))):
        return None
    if right.first != right.stop - 1 and scan.lower[right.first] == "the":
        return None
    left.time = right.time
    return _span(left, left, right)


def _weekday_date(_: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "Wednesday, October 9", "Sunday 25 June 1950", "Friday the 13th of May"."""
    if (
        left.kind != "date"
        or left.weekday is None
        or left.day is not None
        or right.kind != "date"
        or left.step is not None
    ):
        return None
    if right.day is None or right.weekday is not None or gap not in ((), (",",), ("(",)):
        return None
    right.weekday = left.weekday
    right.time = right.time or left.time
    if gap == ("(",):
        return None
    return _span(right, left, right)


def _part_of(_: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "August of that year", "the spring of 480 BC", "May last year", "Monday of this week", "Q3 of 2008"."""
    if left.kind == "date" and left.year is not None and (joined := _year_season(left, right, gap)):
        return joined
    if (
        left.kind != "date"
        or left.year is not None
        or left.step is not None
        or gap not in (("of",), (), ("in",), (",",))
    ):
        return None
    if (
        (left.month is None and not left.part and left.weekday is None)
        or left.decade is not None
        or left.century is not None
    ):
        return None
    if (
        right.kind == "date"
        and right.year is not None
        and right.month is None
        and right.part in ("", "FY")
        and left.weekday is None
    ):
        if gap == ("in",) or (gap == (",",) and not left.part):
            return None
        left.year, left.bc = right.year, right.bc
        return _span(left, left, right)
    if (
        right.kind != "shift"
        or gap == (",",)
        or right.unit != ("week" if left.weekday is not None and left.day is None else "year")
    ):
        return None
    if right.weak and gap != ("of",):
        return None
    left.base, left.unit, left.count = right.base, right.unit, right.count
    return _span(left, left, right)


def _year_season(left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "1982 summer", "1988 fourth quarter"."""
    if (
        gap
        or left.month
        or left.part
        or right.kind != "date"
        or right.year
        or right.part not in _YEAR_PARTS
        or right.step is not None
    ):
        return None
    right.year, right.bc = left.year, left.bc
    return _span(right, left, right)


def _lengths(_: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """Join "two years and three months", "1 hour 20 minutes"."""
    if left.kind != "duration" or right.kind != "duration" or gap not in ((), ("and",), (",",)):
        return None
    if gap == (",",) and (left.unit, right.unit) not in _FINER:
        return None
    if (
        "X" in left.value + right.value
        or left.unit not in _ORDER
        or right.unit not in _ORDER
        or right.mod
        or right.relation
    ):
        return None
    if _ORDER.index(left.unit) >= _ORDER.index(right.unit) or not left.unit or right.age or left.age:
        return None
    left.value = _sum(left.value, right.value)
    left.unit = right.unit
    return _span(left, left, right)


def _sum(one: str, two: str) -> str:
    """Return two durations as one: ("P2Y", "P3M") → "P2Y3M"   ("PT1H", "PT20M") → "PT1H20M"."""
    day, _, clock = one[1:].partition("T")
    other_day, _, other_clock = two[1:].partition("T")
    clock += other_clock
    return f"P{day}{other_day}" + (f"T{clock}" if clock else "")


# -- words before an expression -------------------------------------------------------------------


def _prefix(scan: Scan, draft: Draft, floor: int) -> None:
    """Take in "the month of", "early", "mid-", "later", "the", "about" before a date."""
    j = draft.first - 1
    if draft.kind not in ("date", "shift", "time") or j < floor or scan.line_break(draft.first):
        return
    if scan.lower[j - 2 : draft.first] == ["the", "month", "of"] and j - 2 >= floor and draft.month:
        draft.first = j - 2
    elif scan.lower[j] == "on" and scan.low(j - 1) in _ON_DAY and j - 1 >= floor and _day_told(draft):
        draft.first, draft.mod = j - 1, draft.mod or scan.words.prefixes.get(scan.lower[j - 1])
    elif (k := _early_at(scan, draft, j)) is not None and k >= floor:
        _early(scan, draft, k, floor)
    else:
        _about(scan, draft, floor)


# "late on Friday", "earlier on Thursday"
_ON_DAY = ("early", "late", "earlier", "later")


def _day_told(draft: Draft) -> bool:
    """Tell whether a draft names a day or a part of one by name: "Friday", "the morning of the 31st of July"."""
    named = draft.day is not None or draft.weekday is not None
    return draft.kind == "date" and named and not draft.time[1:2].isdigit()


def _early_at(scan: Scan, draft: Draft, j: int) -> int | None:
    """Return the token of "early", "mid", "later" that belongs to a draft, None where there is none."""
    word, before = scan.lower[j], scan.low(j - 1)
    if word in ("-", "–", "‑") and scan.glued(j) and before in ("mid", "end"):
        return j - 1
    if word == "in" and before in ("early", "late", "later", "earlier") and _coarse(draft):
        return j - 1
    if word == "the" and before in ("early", "late") and scan.lower[draft.first] in ("next", "following"):
        return j - 1
    if word in scan.words.prefixes and not (draft.kind == "shift" and draft.weak):
        return j if draft.kind in ("date", "time") or draft.unit in _CALENDAR_UNITS else None
    moved = draft.kind == "shift" or draft.step is not None or draft.unit
    return j if word in ("later", "earlier") and moved and not draft.weak else None


def _about(scan: Scan, draft: Draft, floor: int) -> None:
    """Take in "the" and "about", "circa", "c." before a date or time."""
    if scan.lower[draft.first - 1] == "the" and _takes_article(scan, draft):
        draft.first -= 1
    j = draft.first - 1
    if j < floor:
        return
    word = scan.lower[j]
    exact = draft.time[1:2].isdigit() or (draft.kind == "date" and draft.step is None)
    if word == "c" and scan.lower[j - 2 : j] == ["w", "/"] and j - 2 >= floor:  # w/c: week commencing
        draft.first, draft.also = j - 2, (0, "week")
        return
    if word == "." and scan.low(j - 1) in ("c", "ca") and j - 1 >= floor:
        draft.first, draft.mod = j - 1, "APPROX"
    elif exact and word in ("about", "around", "circa", "approximately", "c", "ca"):
        draft.first, draft.mod = j, "APPROX"


def _coarse(draft: Draft) -> bool:
    """Tell whether a draft is coarser than a day, so that "early in" may stand before it."""
    if draft.kind == "shift":
        return True
    return draft.kind == "date" and draft.day is None and draft.weekday is None


def _takes_article(scan: Scan, draft: Draft) -> bool:
    """Tell whether "the" belongs to a date: "the 1990s", "the 15 September", not "the June 12 vote"."""
    if draft.kind != "date":
        return False
    if draft.day is not None:
        return scan.lower[draft.first] not in scan.words.months and draft.weekday is None
    if scan.lower[draft.first][-1:].isdigit() and draft.part:
        return len(scan.lower[draft.first]) == 4
    return draft.decade is not None or draft.century is not None or draft.part != ""


def _early(scan: Scan, draft: Draft, j: int, floor: int) -> None:
    """Take in the word at j and its MOD, "the" or "very" before it."""
    mod = scan.words.prefixes.get(scan.lower[j]) or ("END" if scan.lower[j] == "end" else None)
    draft.mod = draft.mod or mod
    if mod or draft.kind != "date" or draft.step is not None or draft.unit:
        draft.first, draft.weak = j, draft.weak and draft.kind == "time"
    before = scan.low(draft.first - 1) if draft.first - 1 >= floor else ""
    if before == "very" or (before == "the" and draft.kind == "date"):
        draft.first -= 1
