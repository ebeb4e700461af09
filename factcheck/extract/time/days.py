"""Days and their parts: "Wednesday", "last Friday", "every Tuesday", "the 24th", "this morning", "noon"."""

from __future__ import annotations

from factcheck.extract.time import counted_days
from factcheck.extract.time.clock import zone
from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑")


def weekday(scan: Scan, i: int) -> Draft | None:
    """Read "Wednesday", "last Friday", "next Monday", "every Tuesday", "Mondays"; not "Black Friday", "the Sun"."""
    words, word = scan.words, scan.lower[i]
    if not scan.capital(i):
        return None
    if word in words.weekday_abbreviations and not _abbreviated_weekday(scan, i):
        return None
    if (scan.low(i - 1) in words.weekday_named and scan.capital(i - 1)) or _names(scan, i):
        return None
    if word in words.weekday_plurals:
        return counted_days.weekdays_ago(scan, i) or _every(scan, i)
    if found := counted_days.nth_weekday(scan, i) or counted_days.weekday_before_last(scan, i):
        return found
    draft = Draft("date", i, i + 1)
    draft.weekday = words.weekdays[word]
    if scan.low(i - 1) == "a" and i - 1 >= scan.floor and scan.low(i + 1) in scan.words.near["after_day"]:
        return _some_weekday(draft)
    if word in words.weekday_abbreviations and scan.low(i + 1) == "." and scan.glued(i + 1):
        draft.stop += 1
    relative_before(scan, draft)
    if draft.kind == "set":
        draft.value = f"XXXX-WXX-{draft.weekday + 1}"
    return draft


def _every(scan: Scan, i: int) -> Draft:
    """Read "Mondays" as a set."""
    draft = Draft("set", i, i + 1)
    draft.value = f"XXXX-WXX-{scan.words.weekday_plurals[scan.lower[i]] + 1}"
    return draft


def _names(scan: Scan, i: int) -> bool:
    """Tell whether a weekday begins a name: "The Sunday Times", "Friday Night Lights"."""
    after = scan.words.near["weekday_name_after"]
    return any(scan.low(k) in after and scan.capital(k) for k in (i + 1, i + 2) if scan.capital(i + 1))


def _is_title(scan: Scan, i: int) -> bool:
    """Tell whether a capital inside a sentence makes "Today" a name."""
    if not scan.capital(i) or not scan.text[i][1:].islower():
        return False
    if scan.low(i + 1) in scan.words.near["today_titles"]:
        return True
    before = scan.low(i - 1)
    return before[:1].isalnum() and not scan.line_break(i) and (scan.capital(i - 1) or before == "the")


def _some_weekday(draft: Draft) -> Draft:
    """Read "on a Friday", "it was a Sunday" as some day of that name; "a Wednesday briefing" is one day."""
    draft.value = f"XXXX-WXX-{(draft.weekday or 0) + 1}"
    draft.kind, draft.first, draft.weekday = "reference", draft.first - 1, None
    return draft


def _abbreviated_weekday(scan: Scan, i: int) -> bool:
    """Tell "Sun., May 4", "(Wed)", "Fri 5 Nov" from "the Sun", "Sat down", "Mon Dieu"."""
    after = scan.low(i + 1)
    j = i + 1 + (after in (".", ",")) + (after == "." and scan.low(i + 2) == ",")
    following = scan.low(j)
    return following in scan.words.months or (following in scan.words.days and scan.low(j + 1) in scan.words.months)


def relative_before(scan: Scan, draft: Draft) -> None:
    """Take in "last", "next", "this", "that", "every", "the following" before a weekday, month or season."""
    j = draft.first - 1
    if j < scan.floor or scan.line_break(draft.first):
        return
    word = scan.lower[j]
    if word in ("every", "each"):
        draft.kind, draft.first = "set", j
        return
    if scan.low(j - 1) == "every" and j - 1 >= scan.floor and (word == "other" or word in scan.words.ordinals):
        draft.kind, draft.first = "set", j - 1
        return
    step = scan.words.relatives.get(word)
    if not step or (word == "following" and not _follows(scan, draft, j)):
        return
    draft.base, draft.step = step
    draft.first = j
    if (
        word in scan.words.near["relative_with_article"]
        and scan.low(j - 1) in ("the", "that", "this")
        and j - 1 >= scan.floor
    ):
        draft.first = j - 1


def _follows(scan: Scan, draft: Draft, j: int) -> bool:
    """Tell "the following Monday" and "on following Mondays" from "following Monday's vote", a preposition."""
    return draft.weekday is None or scan.low(j - 1) in ("the", "that", "this", "on", "each")


def month_prefix(scan: Scan, draft: Draft) -> Draft:
    """Take in "last", "next", "this", "every" before a month that has no year."""
    if draft.year is None and draft.kind == "date":
        relative_before(scan, draft)
        if draft.kind == "set":
            draft.value = f"XXXX-{draft.month:02d}" if draft.day is None else f"XXXX-{draft.month:02d}-{draft.day:02d}"
    return draft


def overnight(scan: Scan, i: int) -> Draft | None:
    """Read "overnight" as a night of the story; not "an overnight stay", "overnight success", "changed overnight"."""
    near = scan.words.near
    following = scan.low(i + 1)
    known = following in near["overnight_after"] or following in scan.words.weekdays
    if not known or scan.low(i - 1) in near["overnight_reject"]:
        return None
    draft = Draft("time", i, i + 1)
    draft.time, draft.part = "TNI", "overnight"
    return draft


def daypart(scan: Scan, i: int) -> Draft | None:
    """Read "this morning", "the night", "at night", "the next morning", "noon", "midnight", "in the evening"."""
    words, word = scan.words, scan.lower[i]
    draft = Draft("time", i, i + 1)
    code = words.dayparts[word]
    draft.time = "T" + code
    before = scan.low(i - 1) if i - 1 >= scan.floor and not scan.line_break(i) else ""
    if word in ("mornings", "afternoons", "evenings", "nights"):
        return None
    if scan.low(i + 1) in _DASHES and scan.glued(i + 1) and scan.low(i + 2) == "time":
        return None
    if word in ("daytime", "nighttime") and before != "the":
        return draft
    if word in ("noon", "midnight", "midday"):
        return _noon(scan, draft, before)
    if before in words.relatives:
        return _daypart_shift(scan, draft, before)
    if before == "the" and _beside_told(scan, draft):
        return draft
    if before in ("every", "each"):
        draft.kind, draft.first, draft.value = "set", i - 1, f"XXXX-XX-XXT{code}"
        return draft
    return _part_of_day(scan, draft, i, before)


def _beside_told(scan: Scan, draft: Draft) -> bool:
    """Take in "the" and "before" of "the night before", "the morning after", told from the day told last."""
    j = draft.stop
    if scan.low(j) not in ("before", "after") or scan.low(j + 1) not in scan.words.near["clause_ends"]:
        return False
    draft.first, draft.stop, draft.kind = draft.first - 1, j + 1, "shift"
    draft.base, draft.unit, draft.count = "narrative", "day", 1 if scan.lower[j] == "after" else -1
    return True


def _part_of_day(scan: Scan, draft: Draft, i: int, before: str) -> Draft:
    """Take in "the" and "hours of"; "in the evening" and "at dawn" stand alone, the rest needs a day."""
    draft.weak = True
    if scan.low(i + 1) == "hours" and scan.low(i + 2) == "of":  # the morning hours of 3 May
        draft.stop = i + 2
    if before == "the":
        draft.first = i - 1
        draft.weak = scan.low(i - 2) not in ("in", "during")
    elif before in ("early", "late", "mid", "-") or before == "one":
        draft.weak = before not in ("early", "late") or scan.low(i - 2) not in scan.words.near["late_before"]
    elif before in scan.words.near["daypart_before"] and scan.lower[i] in scan.words.near["daypart_alone"]:
        draft.weak = False
    if draft.first < i and draft.time == "TNI" and counted_days.before_last(scan, draft):
        draft.kind, draft.base, draft.count, draft.unit, draft.weak = "shift", "publication", -2, "day", False
    return draft


def _noon(scan: Scan, draft: Draft, before: str) -> Draft | None:
    """Read "noon" and "midnight" as times by the clock."""
    if draft.time == "TMI":
        draft.time = "T12:00"
    zone(scan, draft)
    draft.weak = before not in scan.words.near["noon_before"]
    return draft


def _daypart_shift(scan: Scan, draft: Draft, before: str) -> Draft | None:
    base, count = scan.words.relatives[before]
    draft.kind, draft.base, draft.count, draft.unit = "shift", base, count, "day"
    draft.first -= 1
    j = draft.first - 1
    if (
        before in scan.words.near["daypart_relative_with_article"]
        and scan.low(j) in ("the", "that")
        and j >= scan.floor
    ):
        draft.first = j
    if before == "next":
        draft.base = "narrative"
    elif before in scan.words.near["daypart_relative_reject"]:
        return None
    return draft


def day_of_month(scan: Scan, i: int) -> Draft | None:
    """Read "on the 24th", "from the 13th to the 19th", "Sunday the 26th"; not "the 24th time", "the 20th century"."""
    if scan.low(i - 1) != "the" or i - 1 < scan.floor:
        return None
    if scan.low(i + 1) == "of" and scan.low(i + 2) in ("the", "that", "this") and scan.low(i + 3) == "month":
        draft = Draft("date", i - 1, i + 4)
        draft.day = scan.words.ordinal_days[scan.lower[i]]
        return draft
    before = scan.low(i - 2)
    if before == "of" and scan.low(i - 3) in scan.words.dayparts:
        before = "night"
    if scan.low(i + 1) not in scan.words.near["after_day"] and not _acts_on_day(scan, i, before):
        return None
    if scan.low(i + 1) in ("and", "or") and scan.low(i + 2) in scan.words.ordinal_days and not _ends_day(scan, i + 2):
        return None  # on the 15th and 16th floors
    if before not in scan.words.near["ordinal_day_before"] and before not in scan.words.weekdays:
        return None
    if scan.line_break(i + 1) and before not in ("on", "by", "until", "since"):
        return None
    draft = Draft("date", i - 1, i + 1)
    draft.day = scan.words.ordinal_days[scan.lower[i]]
    draft.weak = before in scan.words.weekdays
    return draft


def _acts_on_day(scan: Scan, i: int, before: str) -> bool:
    """Tell "on the 19th Grant began", "by the 24th compelled", "on the 15th and" from "on the 7th Infantry's left"."""
    near, following = scan.words.near, scan.low(i + 1)
    if before not in ("on", "by", "night") or scan.line_break(i + 1) or following in near["ordinal_name_after"]:
        return False
    if scan.capital(i + 1):
        return following.isalpha() and not scan.capital(i)
    return before != "by" and _past(scan, i + 1)


def _ends_day(scan: Scan, i: int) -> bool:
    """Tell whether what follows "16th" leaves it a day: a stop, a name, a verb."""
    following = scan.low(i + 1)
    if scan.capital(i + 1):
        return following not in scan.words.near["ordinal_name_after"]
    return following in scan.words.near["after_day"] or _past(scan, i + 1)


def _past(scan: Scan, j: int) -> bool:
    """Tell a verb in the past tense."""
    word = scan.low(j)
    return word in scan.words.past or (word.endswith("ed") and word not in scan.words.near["not_past"])


def deictic(scan: Scan, i: int) -> Draft | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "yesterday morning"; not "USA Today", "the Today show"."""
    base, count, part = scan.words.deictic[scan.lower[i]]
    draft = Draft("shift", i, i + 1)
    draft.base, draft.count, draft.unit = base, count, "day"
    draft.time = "T" + part if part else ""
    return None if _is_title(scan, i) else draft
