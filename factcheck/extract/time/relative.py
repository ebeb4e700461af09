"""Units told from a reference: "last week", "the previous year", "that same day", "the coming weeks"."""

from __future__ import annotations

from factcheck.extract.time.counted_days import before_last
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.numerals import length
from factcheck.extract.time.periods import closing, whole

# Units that "last" and "next" do not move by.
_NO_SHIFT = frozenset(["S", "MIN", "H", "ML", "FN"])


def relative(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "last week", "the previous year", "that same day", "this weekend", "the day"."""
    if scan.lower[i] not in scan.words.near["singular_units"]:
        return _plural(scan, i, code)
    j = i - 1
    if j < scan.floor or scan.line_break(i):
        return None
    word = scan.lower[j]
    if code in _NO_SHIFT:
        return _short_stretch(scan, i, code)
    if word in scan.words.relatives:
        return shift(scan, i, code, j) if scan.low(j - 1) not in ("a", "an") else None  # a previous year is any
    if word in ("very", "exact", "whole", "entire") and scan.low(j - 1) in ("that", "this") and j > scan.floor:
        return shift(scan, i, code, j - 1)
    if word in scan.words.near["fiscal_adjectives"] and scan.low(j - 1) in scan.words.relatives and j > scan.floor:
        return shift(scan, i, code, j - 1)
    if word != "the":
        return whole(scan, i, scan.words.unit_names.get(code, ""))
    return _the(scan, i, code)


def _short_stretch(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "the past hour", "the next fortnight"; not "the last minute", "the last hour of the play"."""
    word = scan.lower[i - 1]
    if code not in ("H", "FN") or word not in ("past", "last", "next", "coming") or scan.low(i - 2) != "the":
        return None
    if i - 2 < scan.floor or scan.low(i + 1) == "of":
        return None
    draft = Draft("duration", i - 2, i + 1)
    draft.value, draft.relation = length("1", code), word
    return draft


def shift(scan: Scan, i: int, code: str, j: int) -> Draft | None:
    """Read the unit at i after the relative word at j as a shift, or as a stretch: "last year", "the past year"."""
    word = scan.lower[j]
    base, count = scan.words.relatives[word]
    draft = Draft("shift", j, i + 1)
    before = scan.low(j - 1) if j - 1 >= scan.floor else ""
    if before == "the" or (before in ("that", "this") and word in ("same", "past", "coming")):
        draft.first = j - 1
    if code in ("SEASON", "SEM") or (word == "same" and before not in ("the", "that", "this")):
        return None
    if code == "N":
        return _night(draft, word, base, count)
    if code != "WE" and _is_stretch(scan, draft, code, word, before):
        draft.kind, draft.value, draft.relation = "duration", length("1", code), word
        return draft
    if code == "D" and word == "last":
        return None
    if word == "next" and (code == "D" or (before == "the" and code in ("M", "W", "Y", "DE"))):
        base = "narrative"
    draft.base, draft.count, draft.unit = base, count, scan.words.unit_names[code]
    return draft


def _is_stretch(scan: Scan, draft: Draft, code: str, word: str, before: str) -> bool:
    """Tell a stretch, "the past year", "over the next year", "in the last decade", from a point, "the next day"."""
    if word in ("coming", "upcoming"):
        return True
    if word == "past":
        return code == "Y" or before in scan.words.near["determiners"]
    if before != "the" or code == "D" or scan.low(draft.stop) == "of":
        return False
    return (word == "last" and code != "Q") or (
        word == "next" and scan.low(draft.first - 1) in scan.words.near["stretch_before"]
    )


def _night(draft: Draft, word: str, base: str, count: int) -> Draft:
    """Read "last night", "that night", "the next night"."""
    draft.unit, draft.time, draft.count = "day", "TNI", count
    draft.base = "narrative" if word in ("next", "past", "coming") else base
    return draft


def _the(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "the year" as weak, "over the weekend", and "the day after", "the year before", "the day following"."""
    name = scan.words.unit_names.get(code)
    if name is None:
        return None
    draft = Draft("shift", i - 1, i + 1)
    draft.base, draft.unit = "context", name
    if code == "WE" and scan.low(i - 2) in scan.words.near["weekend_before"]:
        draft.base, draft.step = "publication", 0
        return draft
    if scan.low(i + 1) in scan.words.near["period_ends"] and code in ("Y", "Q", "M", "W") and _dated(scan, i + 2):
        draft.kind, draft.value = "duration", length("3", "M") if code == "Q" else length("1", code)
        return draft
    if code != "D" and before_last(scan, draft):
        draft.base, draft.count = "publication", -2
        return draft
    if scan.low(i + 1) in ("before", "after", "following", "earlier") and code in ("D", "W", "M", "Y"):
        return _next_to(scan, i, draft)
    draft.weak = code == "D" or not _stands(scan, i)
    return draft


def _dated(scan: Scan, j: int) -> bool:
    """Tell whether a month or a day of one stands at token j: "the year to March", "the quarter ended 30 September"."""
    j += scan.low(j) in ("on", "in", "the")
    months = scan.words.months
    return (scan.low(j) in months and scan.capital(j)) or (scan.low(j) in scan.words.days and scan.low(j + 1) in months)


def _stands(scan: Scan, i: int) -> bool:
    """Tell "during the year", "for the week, shares lost 3%", "the month's second fire"."""
    if scan.low(i + 1) in ("'s", "’s"):
        return True
    before, after = scan.low(i - 2), scan.low(i + 1)
    if before in ("during", "throughout") or (before == "for" and after in scan.words.near["clause_ends"]):
        return True
    return closing(scan, i, scan.words.units[scan.lower[i]])


def _next_to(scan: Scan, i: int, draft: Draft) -> Draft | None:
    """Read "the day after", "the day before yesterday"; not "the day after the vote"."""
    after = scan.lower[i + 1]
    draft.count, draft.base, draft.stop = 1 if after in ("after", "following") else -1, "narrative", i + 2
    if scan.low(i + 2) in ("yesterday", "tomorrow"):
        draft.base, draft.stop, draft.count = "publication", i + 3, 2 * draft.count
        return draft
    ends = scan.words.near["next_to_ends" if after != "following" else "following_ends"]
    if scan.low(i + 2) in ends:
        return draft
    if after in ("before", "after") and draft.unit == "day" and _names_event(scan, i + 2):
        draft.base = "event"
        return draft
    return None


def _names_event(scan: Scan, j: int) -> bool:
    """Tell "the day after the vote", "the day before Holm's speech", "… 3 May" from "the day after we met"."""
    if scan.low(j) in scan.words.near["event_determiners"] or scan.low(j) in scan.words.days:
        return True
    return scan.capital(j) and not scan.line_break(j)


def _plural(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "recent years", "the coming weeks", "the following days", "the past months"."""
    j = i - 1
    if j < scan.floor or scan.line_break(i):
        return None
    word = scan.lower[j]
    if word in ("these", "those") and scan.lower[i] == "days" and (word == "these" or scan.low(j - 1) in ("in", "of")):
        draft = Draft("reference", j, i + 1)
        draft.value = "PRESENT_REF" if word == "these" else "PAST_REF"
        return draft
    if word not in scan.words.plural_stretches or (word == "last" and scan.low(j - 1) in scan.words.near["modals"]):
        return None
    if word in ("last", "next") and code not in ("D", "W", "M", "Y"):
        return None
    if code in ("SEASON", "SEM", "N"):
        return None
    draft = Draft("duration", j, i + 1)
    draft.value, draft.relation = length("X", code), word
    if scan.low(j - 1) in ("the", "these") and j - 1 >= scan.floor:
        draft.first = j - 1
    if word == "recent":
        draft.kind, draft.value = "reference", "PAST_REF"
    return draft
