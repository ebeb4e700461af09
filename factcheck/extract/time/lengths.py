"""Lengths of time: "about two hours", "the past few years", "55-year-old", "for weeks", "months-long"."""

from __future__ import annotations

from factcheck.extract.time import numerals
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.numerals import length
from factcheck.extract.time.points import pointed
from factcheck.extract.time.rates import is_rate, is_speed, times

_DASHES = frozenset("-–—‑")


def quantity(scan: Scan, i: int, code: str) -> Draft | None:
    """Read a number and its unit, with what stands before and after: "about two hours", "four years ago"."""
    amount = numerals.before(scan, i)
    if amount is None or code == "SEASON" or (code == "N" and amount.article):
        return None
    if amount.article and (scan.lower[i] not in scan.words.near["singular_units"] or _compound(scan, i)):
        return None
    code = "D" if code == "N" else code
    draft = Draft("duration", amount.first, i + 1)
    draft.value, draft.unit = length(amount.value, code), code
    draft.count = int(float(amount.value)) if amount.value != "X" else 0
    draft.mod = "EQUAL_OR_LESS" if amount.low else None
    if _aged(scan, draft) or _long(scan, draft):
        return draft
    return _in_context(scan, draft, amount, code)


def _in_context(scan: Scan, draft: Draft, amount: numerals.Amount, code: str) -> Draft | None:
    """Decide between a rate ("15 a year"), a point ("a year ago") and a length, and take in the words around."""
    last = draft.stop - 1
    hyphen = scan.low(last - 1) in _DASHES and scan.glued(last) and amount.value not in ("0.25", "0.5")
    value = _with_half(scan, draft, amount.value, code)
    if amount.article and is_speed(scan, draft, code):
        return None
    if amount.article and is_rate(scan, draft):
        draft.kind = "set"
        times(scan, draft)
        return draft
    _stretch(scan, draft)
    _approximate(scan, draft)
    if not hyphen and pointed(scan, draft, value, code):
        return draft
    if not amount.article:
        return draft
    bare_article = draft.stop == last + 1 and draft.first == amount.first
    return draft if not hyphen and (not bare_article or _article_ok(scan, draft, code)) else None


def _aged(scan: Scan, draft: Draft) -> bool:
    """Take in "-old" and "old" of an age: "55-year-old", "27 years old"."""
    j = draft.stop
    if scan.low(j) in _DASHES and scan.low(j + 1) in ("old", "olds") and scan.glued(j):
        draft.stop, draft.age = j + 2, True
    elif scan.low(j) == "old":
        draft.stop, draft.age = j + 1, True
    return draft.age


def _long(scan: Scan, draft: Draft) -> bool:
    """Take in "-long": "months-long", "a two-hour-long"."""
    j = draft.stop
    if scan.low(j) in _DASHES and scan.glued(j) and scan.low(j + 1) == "long":
        draft.stop = j + 2
        return True
    if scan.low(j) == "long" and not scan.line_break(j):
        draft.stop = j + 1
        return True
    return False


def _compound(scan: Scan, i: int) -> bool:
    """Tell whether a unit opens a compound: "a week-long strike", "a year-old child", "a day-to-day matter"."""
    return scan.low(i + 1) in _DASHES and scan.glued(i + 1) and scan.glued(i + 2)


def _with_half(scan: Scan, draft: Draft, value: str, code: str) -> str:
    """Take in "and a half" after the unit, "a year and a half", and return the number of units."""
    j = draft.stop
    if [scan.low(k) for k in (j, j + 1, j + 2)] == ["and", "a", "half"] and value.isdigit():
        draft.stop = j + 3
        value += ".5"
        draft.value = length(value, code)
    return value


def _article_ok(scan: Scan, draft: Draft, code: str) -> bool:
    """Tell a length "a year" from "a second chance", "a day of mourning", "a minute ..."."""
    following = scan.low(draft.stop)
    if code in ("S", "MIN") and following.isalpha() and following not in scan.words.near["minute_after"]:
        return False
    if code == "CE" and scan.low(draft.first - 1) in scan.words.near["innings_before"]:
        return False
    if code in ("D", "WE", "N"):
        near = scan.words.near
        if code == "D" and following in ("after", "before"):
            return True
        return following in near["a_day_after"] and scan.low(draft.first - 1) in near["a_day_before"]
    return True


def _stretch(scan: Scan, draft: Draft) -> None:
    """Take in "the past", "the first", "the", "these" before a quantity."""
    j = draft.first - 1
    words = scan.words
    if j >= scan.floor and scan.lower[j] in words.stretches and scan.lower[j] != "other":
        draft.first = j
        draft.relation = scan.lower[j]
        j -= 1
        if j >= scan.floor and scan.lower[j] in ("first", "last"):
            draft.first, j = j, j - 1
        if j >= scan.floor and scan.lower[j] in ("the", "these", "those"):
            draft.first = j
    elif j >= scan.floor and scan.lower[j] in ("the", "these", "those") and not _is_compound(scan, draft):
        draft.first = j


def _is_compound(scan: Scan, draft: Draft) -> bool:
    """Tell "the six month period" and "the 12-hour flight", where the article belongs to the noun."""
    last = draft.stop - 1
    plural = scan.lower[last] not in scan.words.near["singular_units"]
    return not plural and (draft.count != 1 or scan.low(last - 1) in _DASHES)


def _approximate(scan: Scan, draft: Draft) -> None:
    """Take in "about", "nearly", "more than", "at least", "up to" and keep their MOD."""
    words = scan.words
    for size in (3, 2):
        j = draft.first - size
        if j >= scan.floor and (mod := words.approximation_phrases.get(tuple(scan.lower[j : draft.first]))):
            draft.first, draft.mod = j, mod
            return
    j = draft.first - 1
    if j >= scan.floor and (mod := words.approximations.get(scan.lower[j])):
        if scan.lower[j] in ("over", "under") and (draft.relation or scan.lower[draft.first] == "the"):
            return
        if scan.lower[j] == "over" and not _means_more(scan, j, draft):
            return
        draft.first, draft.mod = j, mod
        if scan.low(j - 1) == "just" and j - 1 >= scan.floor:
            draft.first = j - 1


def _means_more(scan: Scan, j: int, draft: Draft) -> bool:
    """Tell "for over nine months" from "in 226 flights over 42 days"."""
    if draft.value.startswith(("PX", "PTX")):
        return False
    return scan.low(j - 1) in scan.words.near["more_before"] or scan.low(draft.stop) in (
        "ago",
        "later",
        "earlier",
        "old",
    )


def bare(scan: Scan, i: int, code: str) -> Draft | None:
    """Read a plural without a number: "for years", "within days", "weeks later", "decades-long"."""
    word = scan.lower[i]
    if word in scan.words.near["singular_units"]:
        return _bare_singular(scan, i, code)
    if code in ("SEASON", "SEM", "N", "S") or not word.endswith(("s", "ia")):
        return None
    draft = Draft("duration", i, i + 1)
    if code == "WE":
        return _weekends(scan, draft)
    draft.value, draft.unit = length("X", code), code
    if _long(scan, draft):
        return draft
    if _has_article(scan, i, code):
        draft.first -= 1
        return draft
    after = scan.low(i + 1)
    if after in scan.words.near["bare_plural_points"]:
        draft.kind, draft.stop = "reference", i + 2
        draft.value = "PAST_REF" if after in ("ago", "earlier") else "FUTURE_REF"
        return draft
    return draft if after in ("before", "after") or _measured(scan, i, after) else None


def _has_article(scan: Scan, i: int, code: str) -> bool:
    """Tell "the days after", "the months since", "over the years"."""
    before, after, near = scan.low(i - 1), scan.low(i + 1), scan.words.near
    if i - 1 < scan.floor or before not in ("the", "those"):
        return False
    if scan.low(i - 2) in ("over", "through", "throughout") and after in near["clause_ends"]:
        return True
    return after in near["stretch_after"] and code not in ("MIN", "H")


def _measured(scan: Scan, i: int, after: str) -> bool:
    """Tell "for years", "within days", "days and weeks" from "the years", "of days"."""
    before, near = scan.low(i - 1), scan.words.near
    if before not in near["bare_plural_before"] or scan.line_break(i):
        return False
    if before == "of":
        return False
    if before in ("and", "or"):
        return scan.low(i - 2) in scan.words.units
    return before not in ("by", "in", "through", "over") or after in near["bare_plural_end"]


def _weekends(scan: Scan, draft: Draft) -> Draft | None:
    """Read "at weekends", "on weekends" as a set."""
    draft.kind, draft.value = "set", "XXXX-WXX-WE"
    return draft if scan.low(draft.first - 1) in ("at", "on", "during") else None


def _bare_singular(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "year-long", "month's end", "week-long"."""
    draft = Draft("duration", i, i + 1)
    draft.value = length("1", code) if code not in ("SEASON", "SEM", "N") else ""
    if not draft.value:
        return None
    if scan.low(i + 1) in _DASHES and scan.low(i + 2) == "long" and scan.glued(i + 1):
        draft.stop = i + 3
        return draft
    if code == "Y" and scan.low(i + 1) == "end" and scan.low(i - 1) in ("at", "by", "until", "before", "since"):
        draft = Draft("shift", i, i + 2)
        draft.base, draft.unit, draft.mod = "context", "year", "END"
        return draft
    if code in ("M", "Y", "W") and scan.low(i + 2) == "end" and scan.low(i + 1) in ("'s", "’s", "-"):
        if scan.low(i - 1) in ("a", "last", "this"):
            return None
        draft = Draft("shift", i, i + 3)
        draft.base, draft.unit, draft.mod = "context", scan.words.unit_names[code], "END"
        return draft
    return None
