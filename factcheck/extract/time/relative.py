"""Units told from a reference: "last week", "the previous year", "that same day", "the coming weeks", "the day after"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.numerals import length

_DASHES = frozenset("-–—‑")


def relative(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "last week", "the previous year", "that same day", "this weekend", "the day"."""
    words = scan.words
    if scan.lower[i] not in scan.words.near["singular_units"]:
        return _plural(scan, i, code)
    j = i - 1
    if j < scan.floor or scan.line_break(i):
        return None
    word = scan.lower[j]
    if word in _DASHES or code in ("S", "MIN", "H", "ML", "FN"):
        return None
    if word in words.relatives:
        return shift(scan, i, code, j)
    if word in ("very", "exact", "whole", "entire") and scan.low(j - 1) in ("that", "this", "the") and j > scan.floor:
        draft = shift(scan, i, code, j - 1) if scan.low(j - 1) != "the" else None
        return draft
    if word == "the":
        return _the(scan, i, code)
    if code == "D" and word in ("one", "some"):
        return None
    if code == "D" and word in words.ordinals and scan.low(j - 1) == "the":
        return None
    return None


def shift(scan: Scan, i: int, code: str, j: int) -> Draft | None:
    words, word = scan.words, scan.lower[j]
    base, count = words.relatives[word]
    draft = Draft("shift", j, i + 1)
    before = scan.low(j - 1) if j - 1 >= scan.floor else ""
    the = before in scan.words.near["determiners"]
    if before == "the" or (before in ("that", "this") and word in ("same", "past", "coming")):
        draft.first = j - 1
    if word == "same" and before not in ("the", "that", "this"):
        return None
    if code == "N":
        return _night(scan, draft, word, base, count, before)
    if code in ("SEASON", "SEM"):
        return None
    if word in ("past", "coming", "upcoming") or (
        word in ("last", "next") and before == "the" and _stretched(scan, draft, code, word)
    ):
        if code == "WE" or (word == "past" and not the and code != "Y"):
            pass
        else:
            draft.kind, draft.value, draft.relation = "duration", length("1", code), word
            return draft
    if word in ("last", "next") and before == "the" and code in ("D", "M", "W", "Y", "DE"):
        base = "narrative" if word == "next" else base
    if word == "next" and code == "D":
        base = "narrative"
    if word == "last" and code == "D":
        return None
    if word in ("this", "that") and code == "D" and scan.low(i + 1) in ("and",):
        pass
    draft.base, draft.count = base, count
    draft.unit = words.unit_names[code]
    if code == "D" and word in ("this", "current") and scan.low(i + 1) == "'s":
        return draft
    return draft


def _stretched(scan: Scan, draft: Draft, code: str, word: str) -> bool:
    """Tell a stretch, "over the next year", "in the last decade", from a point, "the next day"."""
    if code in ("D", "WE"):
        return False
    before = scan.low(draft.first - 1)
    if word == "last":
        return code != "WE" and scan.low(draft.stop) != "of"
    return before in scan.words.near["stretch_before"] and scan.low(draft.stop) != "of"


def _night(scan: Scan, draft: Draft, word: str, base: str, count: int, before: str) -> Draft | None:
    """Read "last night", "that night", "the next night"."""
    draft.unit, draft.time, draft.base, draft.count = "day", "TNI", base, count
    if word == "next" or word in ("past", "coming"):
        draft.base = "narrative"
    return draft


def _the(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "the year" as weak, and "the day after", "the year before", "the day following"."""
    after = scan.low(i + 1)
    draft = Draft("shift", i - 1, i + 1)
    draft.base, draft.count, draft.unit = "context", 0, scan.words.unit_names.get(code, "day")
    if code == "D":
        draft.base = "narrative"
    if code == "WE" and scan.low(i - 2) in scan.words.near["weekend_before"]:
        draft.base, draft.step = "publication", 0
        return draft
    if after in ("before", "after", "following", "earlier") and code in ("D", "W", "M", "Y"):
        draft.count, draft.base = 1 if after in ("after", "following") else -1, "narrative"
        draft.stop = i + 2
        if scan.low(i + 2) in ("yesterday", "tomorrow"):
            draft.base, draft.stop = "publication", i + 3
            draft.count *= 2
            return draft
        ends = (".", ",", ";", ")", "", "and", "in", "with", *(("at", "on", "when") if after == "following" else ()))
        return draft if scan.low(i + 2) in ends else None
    draft.weak = scan.low(i - 2) not in ("during", "throughout") or code == "D"
    return draft


def _plural(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "recent years", "the coming weeks", "the following days", "the past months"."""
    j = i - 1
    if j < scan.floor or scan.line_break(i):
        return None
    word = scan.lower[j]
    if word == "these" and scan.lower[i] == "days":
        draft = Draft("reference", j, i + 1)
        draft.value = "PRESENT_REF"
        return draft
    if word not in scan.words.plural_stretches:
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
