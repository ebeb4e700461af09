"""Lengths of time: "about two hours", "the past few years", "55-year-old", "for weeks", "months-long"."""

from __future__ import annotations

from factcheck.extract.time import numerals
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.numerals import length
from factcheck.extract.time.points import pointed
from factcheck.extract.time.rates import is_rate, times

_DASHES = frozenset("-–—‑")


def quantity(scan: Scan, i: int, code: str) -> Draft | None:
    """Read a number and its unit, with what stands before and after: "about two hours", "four years ago"."""
    amount = numerals.before(scan, i)
    if amount is None or code == "SEASON":
        return None
    if amount.article and (scan.lower[i] not in scan.words.near["singular_units"] or _compound(scan, i)):
        return None
    draft = Draft("duration", amount.first, i + 1)
    hyphen = scan.low(i - 1) in _DASHES and scan.glued(i)
    if code == "N" and not amount.article:
        code = "D"
    elif code == "N":
        return None
    draft.value = length(amount.value, code)
    if amount.low:
        draft.mod = "EQUAL_OR_LESS"
    draft.unit, draft.count = code, int(float(amount.value)) if amount.value != "X" else 0
    if _aged(scan, draft, hyphen):
        return draft
    if _long(scan, draft):
        return draft
    value = _with_half(scan, draft, amount.value, code)
    if amount.article and is_rate(scan, draft):
        draft.kind = "set"
        times(scan, draft)
        return draft
    _stretch(scan, draft)
    _approximate(scan, draft)
    if not hyphen and pointed(scan, draft, value, code):
        return draft
    if amount.article and draft.stop == i + 1 and not hyphen and draft.first == amount.first:
        return draft if _article_ok(scan, draft, code) else None
    if hyphen and amount.article:
        return None
    return draft


def _aged(scan: Scan, draft: Draft, hyphen: bool) -> bool:
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
    if code in ("D", "WE", "N"):
        return following in scan.words.near["a_day_after"] and scan.low(draft.first - 1) in scan.words.near["a_day_before"]  # fmt: skip
    return True


def _stretch(scan: Scan, draft: Draft) -> None:
    """Take in "the past", "the first", "the", "these" before a quantity."""
    j = draft.first - 1
    words = scan.words
    if j >= scan.floor and scan.lower[j] in words.stretches and not (scan.lower[j] == "other"):
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
    draft.value = length("X", code)
    draft.unit = code
    if _long(scan, draft):
        return draft
    after, before = scan.low(i + 1), scan.low(i - 1)
    over = (
        before == "the"
        and scan.low(i - 2) in ("over", "through", "throughout")
        and after in scan.words.near["clause_ends"]
    )
    if over or (
        before in ("the", "those")
        and i - 1 >= scan.floor
        and after in scan.words.near["stretch_after"]
        and code not in ("MIN", "H")
    ):
        draft.first -= 1
        return draft
    if after in scan.words.near["bare_plural_after"] and (after not in ("before", "after") or True):
        if after in ("ago", "earlier", "later", "afterwards"):
            draft.kind, draft.value, draft.stop = (
                "reference",
                "PAST_REF" if after in ("ago", "earlier") else "FUTURE_REF",
                i + 2,
            )
        return draft
    if before in scan.words.near["bare_plural_before"] and not scan.line_break(i):
        if before == "of" and scan.low(i - 2) not in scan.words.near["bare_plural_of"]:
            return draft if scan.low(i - 2) in () else None
        if before in ("by", "in", "through", "over") and after not in scan.words.near["bare_plural_end"]:
            return None
        if before in ("and", "or") and scan.low(i - 2) not in scan.words.units:
            return None
        return draft
    return None


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
    if code in ("M", "Y", "W") and scan.low(i + 2) == "end" and scan.low(i + 1) in ("'s", "’s", "-"):
        if scan.low(i - 1) in ("a", "last", "this"):
            return None
        draft = Draft("shift", i, i + 3)
        draft.base, draft.unit, draft.mod = "context", scan.words.unit_names[code], "END"
        return draft
    return None
