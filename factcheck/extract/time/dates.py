"""Months and years, and what stands beside them: "April 25, 2019", "the 4th of May", "in 1991"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.eras import before_christ
from factcheck.extract.time.numeric import numeric, two_digits

_DASHES = frozenset("-–—‑/")
_OPENING = frozenset("([\"“'‘,’")
_CLOSED_BY = frozenset("%°+$£€@")


def month(scan: Scan, i: int) -> Draft | None:
    """Read around the name of a month.

    "April 25, 2019"   "25 April"   "the 4th of May"   "21st Nov, 2019"   "25-Apr-2019"   "April of 1940"   "June, 1982"
    """
    if not scan.capital(i) or (scan.glued(i) and scan.lower[i - 1] not in _DASHES | frozenset("(\"“'‘,.[")):
        return None
    draft = Draft("date", i, i + 1)
    draft.month = scan.words.months[scan.lower[i]]
    if scan.low(i + 1) == "." and scan.glued(i + 1) and scan.lower[i] in scan.words.month_abbreviations:
        draft.stop += 1
    _day_before(scan, draft)
    if draft.day is None:
        _day_after(scan, draft)
    _year_after(scan, draft)
    if draft.day is None and draft.year is None and not _bare_month(scan, i, draft.stop):
        return None
    return draft


def _day_before(scan: Scan, draft: Draft) -> None:
    """Take in "25", "25th", "25-", "the 4th of", "fourth of" before a month."""
    j = draft.first - 1
    if j < scan.floor:
        return
    words = scan.words
    if scan.lower[j] in _DASHES and scan.glued(j) and scan.glued(j + 1) and j - 1 >= scan.floor:
        j -= 1
    elif scan.lower[j] == "of" and j - 1 >= scan.floor:
        j -= 1
        if scan.lower[j] not in words.ordinal_days:
            return
    day = words.days.get(scan.lower[j]) or words.ordinal_days.get(scan.lower[j])
    if day is None or (scan.glued(j) and _joined(scan, j)):
        return
    draft.day, draft.first = day, j
    if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
        draft.first = j - 1


def _joined(scan: Scan, j: int) -> bool:
    """Tell a number that belongs to what it is glued to, "$25", from the second day of "1/2 August"."""
    before = scan.low(j - 1)
    paired = before == "/" and scan.low(j - 2) in scan.words.days and not scan.glued(j - 2)
    return not paired and before in _JOINING


_JOINING = frozenset("$£€:/+#")


def _day_after(scan: Scan, draft: Draft) -> None:
    """Take in "25", "25th", "the 25th" after a month; not "May 15 people", "May 4:30", "May 10%"."""
    j = draft.stop
    words = scan.words
    if scan.low(j) in ("-", "–") and scan.glued(j) and scan.glued(j + 1) and scan.low(j + 1) in words.days:
        if scan.low(j + 2) in ("-", "–") and scan.low(j + 3) in words.years:  # Apr-25-2019
            draft.day, draft.stop = words.days[scan.lower[j + 1]], j + 2
        return
    if scan.low(j) == "the" and scan.low(j + 1) in words.ordinal_days and not scan.capital(j + 1):
        if scan.low(j + 2) not in ("of", "time"):
            draft.day, draft.stop = words.ordinal_days[scan.lower[j + 1]], j + 2
        return
    word = scan.low(j)
    day = words.days.get(word) or (words.ordinal_days.get(word) if word[:1].isdigit() else None)
    if day is None or scan.line_break(j) or _dimension(scan, j):
        _spelled_day(scan, draft)
        return
    following = scan.low(j + 1)
    if following in scan.words.near["day_after_reject"]:
        return
    if (
        following == ","
        and scan.glued(j + 1)
        and len(scan.low(j + 2)) == 3
        and scan.low(j + 2).isdigit()
        and scan.glued(j + 2)
    ):
        return
    if following == ":" and scan.glued(j + 2) and scan.low(j + 2).isdigit():
        return
    if scan.low(draft.first - 1) == "in" and following in words.year_after_reject:
        return
    draft.day, draft.stop = day, j + 1


def _dimension(scan: Scan, j: int) -> bool:
    """Tell "3D" from the "3d" of older print."""
    return scan.raw(j).endswith("D") and scan.lower[j][:-1].isdigit()


def _spelled_day(scan: Scan, draft: Draft) -> None:
    """Take in "fourth" and "twenty-first" after a month; not "in May second place", "March first quarter"."""
    j, words = draft.stop, scan.words
    day, size = words.ordinal_days.get(scan.low(j), 0), 1
    if scan.low(j) in _TENS and scan.low(j + 1) in _DASHES and scan.glued(j + 1) and scan.glued(j + 2):
        day, size = words.ordinal_days.get(scan.low(j + 2), 32) + words.numbers[scan.lower[j]], 3
    if not 1 <= day <= 31 or not scan.low(j).isalpha() or scan.line_break(j):
        return
    following = scan.low(j + size)
    if following in words.near["spelled_day_after"] or following in words.years or scan.line_break(j + size):
        draft.day, draft.stop = day, j + size


_TENS = ("twenty", "thirty")


def _year_after(scan: Scan, draft: Draft) -> None:
    """Take in "2019", ", 2019", "of 2019", "-2019", "'19", "480 BC" after a month and day."""
    j = draft.stop
    if scan.line_break(j):
        return
    if scan.low(j) in (",", "of", "-", "–", "/", "in") and not scan.line_break(j + 1):
        if scan.lower[j] in _DASHES and not (scan.glued(j) and scan.glued(j + 1) and draft.day is not None):
            return
        if scan.lower[j] == "in" and draft.day is None:
            return
        j += 1
    word = scan.low(j)
    if scan.low(j + 1) in ("bc", "bce", "b.c.", "b.c.e.") and word.isdigit() and len(word) <= 4:
        draft.year, draft.bc, draft.stop = int(word), True, j + 2
    elif scan.low(j + 1) in ("ad", "a.d.", "ce") and word.isdigit() and len(word) <= 4 and int(word):
        draft.year, draft.stop = int(word), j + 2
    elif word in scan.words.years and not _is_quantity(scan, j) and not (scan.glued(j) and scan.low(j - 1) == "$"):
        draft.year, draft.stop = int(word), j + 1
    elif _short_year(scan, draft, j):
        draft.year, draft.stop = two_digits(int(word)), j + 1
    elif word in ("'", "’") and len(scan.low(j + 1)) == 2 and scan.low(j + 1).isdigit() and scan.glued(j + 1):
        draft.year, draft.stop = two_digits(int(scan.lower[j + 1])), j + 2


def _short_year(scan: Scan, draft: Draft, j: int) -> bool:
    """Tell the year of "05 May 05" and "20 Apr 11": two digits before the month, two after it, and no noun."""
    padded = draft.day is not None and j == draft.stop and scan.lower[draft.first] in scan.words.days
    if not padded or len(scan.lower[draft.first]) != len(scan.low(j)) or len(scan.low(j)) != _SHORT:
        return False
    following = scan.low(j + 1)
    free = scan.line_break(j + 1) or following in scan.words.near["clause_ends"] or following in ("|", "-", "–")
    return scan.lower[j].isdigit() and free and not scan.glued(j + 2)


# Digits of a year in "05 May 05".
_SHORT = 2


def _is_quantity(scan: Scan, j: int) -> bool:
    """Tell whether a number of four digits counts things: "2019 people", "1500 km"."""
    following = scan.low(j + 1)
    return following in scan.words.year_after_reject and not scan.line_break(j + 1) and not scan.capital(j + 1)


def _bare_month(scan: Scan, i: int, stop: int) -> bool:
    """Tell whether a month's name alone speaks of time: "in May"; not "May said", "April Jones", "March on Rome"."""
    words, word, before = scan.words, scan.lower[i], scan.low(i - 1)
    if word in words.month_abbreviations and scan.low(i + 1) != ".":
        ranged = scan.low(i - 2) in words.months  # Jan-Mar
        named = scan.capital(i + 1) or (scan.glued(i) and before in ("-", "–") and not ranged)
        return before in words.month_before and scan.text[i][1:].islower() and not named
    if word not in words.month_ambiguous:
        return True
    after, rejected = scan.low(stop), scan.low(stop) in words.month_after_reject
    if before == "the" and word in ("may", "march", "june", "april") and not scan.capital(stop):
        return not rejected and after != "of"
    listed = before == "," and scan.low(i - 2) in words.months and scan.low(i + 1) in (",", "and", "or")
    if before not in words.month_before and not listed:
        free = before not in ("", ".", "'s", "’s") and not scan.capital(i - 1) and not scan.capital(i + 1)
        return word in ("april", "june") and free
    if scan.capital(stop) and after not in words.years and before in words.near["month_name_before"]:
        return False
    return not (rejected and word in ("march", "may") and before in ("the", "for", "of"))


def year(scan: Scan, i: int) -> Draft | None:
    """Read a number of four digits as a year, or a numeric date that begins or ends with it.

    "in 1991"   "the 2008 election"   "2020-04-27"   "04/25/2019"   "1990's"; not "2,019", "2019 people", "$2010"
    """
    if found := numeric(scan, i) or before_christ(scan, i + 1):
        return found
    value = scan.words.years[scan.lower[i]]
    if not _is_year(scan, i, value):
        return None
    draft = Draft("date", i, i + 1)
    draft.year = value
    if scan.low(i + 1) in ("'s", "’s") and value % 10 == 0 and scan.low(i - 1) in ("the", "early", "late", "mid", "-"):
        draft.year, draft.decade, draft.stop = None, value // 10, i + 2
    return draft


def _is_year(scan: Scan, i: int, value: int) -> bool:
    """Tell a year from a count, a price, an address, a part number."""
    words = scan.words
    before, after = scan.low(i - 1), scan.low(i + 1)
    if before in _BOUNDS and _is_free(scan, i) and 1500 <= value <= 2060 and _bounds(scan, i):
        return True
    if (
        not _is_free(scan, i)
        or before in words.year_before_reject
        or (before == "." and scan.low(i - 2) in ("no", "nos"))
    ):
        return False
    if scan.glued(i + 1) and after == ":":
        return not (scan.glued(i + 2) and scan.low(i + 2)[:1].isdigit())
    if after == "%" or after in words.zones or _is_quantity(scan, i) or _counts(scan, i):
        return False
    if _is_address(scan, i):
        return before in ("in", "since", "the")
    if 1900 <= value <= 2040 or (before == "." and scan.low(i - 2) in ("c", "ca")):
        return True
    if 1500 <= value <= 2060 and (
        before in words.year_before or after in (")", "-", "–") or not _has_noun(scan, i + 1)
    ):
        return True
    return before in words.near["early_year_before"]


_BOUNDS = frozenset(["than", "least", "most"])


def _bounds(scan: Scan, i: int) -> bool:
    """Tell "until at least 2021" and "no later than 2021" from "at least 2021 voters"."""
    before, before2, following = scan.low(i - 1), scan.low(i - 2), scan.low(i + 1)
    near = scan.words.near
    if before == "than":
        return before2 in near["bounded_by"] and (not following.isalpha() or following in near["clause_words"])
    return before in ("least", "most") and before2 == "at" and scan.low(i - 3) in near["bounding"]


def _is_free(scan: Scan, i: int) -> bool:
    """Tell whether nothing is glued to the number that makes it part of something else: "A-2010", "$1999", "2019#"."""
    before, after = scan.low(i - 1), scan.low(i + 1)
    if scan.glued(i):
        if before not in _DASHES and before not in _OPENING:
            return False
        if before in _DASHES and scan.glued(i - 1) and not _joins_year(scan, i - 2):
            return False
    if not scan.glued(i + 1):
        return True
    if after == "/":
        return scan.low(i + 2).isdigit() and len(scan.low(i + 2)) in (2, 4)
    if after == "-" and scan.glued(i + 2):
        chained = scan.low(i + 2).isdigit() and ((scan.glued(i) and before == "-") or scan.low(i + 3) == "-")
        return not chained and not _is_quantity(scan, i + 1)
    return after not in _CLOSED_BY


def _is_address(scan: Scan, i: int) -> bool:
    """Tell "1600 Pennsylvania Avenue", "2010 King Street"."""
    following = (i + 1, i + 2, i + 3)
    return scan.capital(i + 1) and any(scan.low(k) in scan.words.streets and scan.capital(k) for k in following)


def _has_noun(scan: Scan, j: int) -> bool:
    """Tell whether a plural that could be counted stands at token j: "1500 Hessians", "1700 riflemen"."""
    word = scan.low(j)
    return word.isalpha() and not scan.line_break(j) and (word.endswith(("s", "men")) or word in ("of", "or"))


def _joins_year(scan: Scan, j: int) -> bool:
    """Tell whether token j may stand before "-2010": a year, a day, a month or "mid"."""
    word, words = scan.low(j), scan.words
    known = (words.years, words.prefixes, words.months, words.days, words.near["year_joined"])
    return any(word in listed for listed in known)


def _ranged_count(scan: Scan, i: int) -> bool:
    """Tell "between 1200 and 1300 men", "grew from 1100 to 1250"."""
    if scan.low(i + 1) not in ("to", "and") or not scan.low(i + 2).isdigit():
        return False
    grew = int(scan.lower[i]) < _EARLY and scan.low(i - 1) == "from" and scan.low(i - 2) in scan.words.near["changes"]
    return grew or scan.low(i + 3) in scan.words.year_after_reject


# Years before this one are few in the news.
_EARLY = 1500


def _counts(scan: Scan, i: int) -> bool:
    """Tell whether a number is counted with: "more than 2000 Kurds", "2000 or 3000", "killed 1950"."""
    before, before2 = scan.low(i - 1), scan.low(i - 2)
    if before in ("than", "least", "most") or (before == "to" and before2 == "up"):
        return True
    if before == "of" and before2 in scan.words.near["sums"]:
        return True
    if before in scan.words.near["range_opens"] and _ranged_count(scan, i):
        return True
    return (
        scan.low(i + 1) == "of" and scan.low(i + 2) in scan.words.near["counted_of"] and before not in ("in", "since")
    )
