"""Expressions around a unit of time: lengths, shifts from a reference, and rates.

"about two hours"   "the past few years"   "last week"   "two days later"   "a year ago"   "every month"   "15 a year"
"""

from __future__ import annotations

from factcheck.extract.time import numerals
from factcheck.extract.time.days import ordinal_part
from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑")
_CLOCK_UNITS = {"S": "S", "MIN": "M", "H": "H"}
_AGO = {
    "ago": ("publication", -1),
    "hence": ("publication", 1),
    "later": ("narrative", 1),
    "earlier": ("narrative", -1),
    "previously": ("narrative", -1),
    "afterwards": ("narrative", 1),
    "afterward": ("narrative", 1),
}
_RATE_AFTER = frozenset(["a", "an", "per", "each"])


def unit(scan: Scan, i: int) -> Draft | None:
    """Read around a word for a unit: quantity first, then a relative word, then a bare plural."""
    word = scan.lower[i]
    code = scan.words.units[word]
    if word in ("second", "min") and not _counted(scan, i):
        return None
    if code == "CE" and (found := _century(scan, i)):
        return found
    if code in ("Q",):
        return _quarter(scan, i)
    if code == "Y" and (found := _fiscal(scan, i)):
        return found
    if code in ("D", "W", "M") and (found := ordinal_part(scan, i)):
        return found
    if code == "H" and (found := _military(scan, i)):
        return found
    return _rate(scan, i, code) or _quantity(scan, i, code) or _relative(scan, i, code) or _bare(scan, i, code)


def _military(scan: Scan, i: int) -> Draft | None:
    """Read "0530 hours", "at 1800 hrs"."""
    digits = scan.low(i - 1)
    if len(digits) != 4 or not digits.isdigit() or i - 1 < scan.floor or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    if digits[0] != "0" and scan.low(i - 2) not in scan.words.near["military_before"]:
        return None
    draft = Draft("time", i - 1, i + 1)
    draft.time = f"T{digits[:2]}:{digits[2:]}"
    return draft


def _century(scan: Scan, i: int) -> Draft | None:
    from factcheck.extract.time.dates import century

    return century(scan, i)


def _counted(scan: Scan, i: int) -> bool:
    """Tell whether "second" is a unit: "one second", "a split second", "per second"."""
    j = i - 1
    if scan.low(j) in _DASHES:
        j -= 1
    return scan.low(j) in scan.words.near["second_before"] or scan.low(j).isdigit() or scan.low(j) in scan.words.numbers


# -- quantities -----------------------------------------------------------------------------------


def _quantity(scan: Scan, i: int, code: str) -> Draft | None:
    """Read a number and its unit, with what stands before and after: "about two hours", "four years ago"."""
    amount = numerals.before(scan, i)
    if amount is None or code == "SEASON":
        return None
    if amount.article and (scan.lower[i] not in scan.words.near["singular_units"] or _compound(scan, i)):
        return None
    draft = Draft("duration", amount.first, i + 1)
    hyphen = scan.low(i - 1) in _DASHES and scan.glued(i)
    _mixed(scan, draft)
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
    if amount.article and _is_rate(scan, draft):
        draft.kind = "set"
        _times(scan, draft)
        return draft
    _stretch(scan, draft)
    _approximate(scan, draft)
    if not hyphen and _pointed(scan, draft, value, code):
        return draft
    if amount.article and draft.stop == i + 1 and not hyphen and draft.first == amount.first:
        return draft if _article_ok(scan, draft, code) else None
    if hyphen and amount.article:
        return None
    return draft


def length(value: str, code: str) -> str:
    """Return the TIMEX3 duration: ("2", "H") → "PT2H", ("0.5", "H") → "PT30M", ("0.5", "Y") → "P6M"."""
    if value.endswith(".5") and code in _HALVED:
        whole, factor, finer = float(value), *_HALVED[code]
        if value == "0.5":
            return length(str(int(whole * factor)), finer)
    if code == "FN":
        return f"P{2 * int(float(value))}W" if value != "X" else "PXW"
    if code == "SEM":
        return f"P{6 * int(float(value))}M" if value != "X" else "PXM"
    if code in ("DE", "CE", "ML") and value != "X":
        return f"P{numerals._plain(str(float(value) * _YEARS[code]))}Y"
    if code in ("DE", "CE", "ML"):
        return "PX" + code
    if code in _CLOCK_UNITS:
        return f"PT{value}{_CLOCK_UNITS[code]}"
    return f"P{value}{code}"


_HALVED = {"H": (60, "MIN"), "MIN": (60, "S"), "Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
_YEARS = {"DE": 10, "CE": 100, "ML": 1000}


def _mixed(scan: Scan, draft: Draft) -> None:
    """Nothing yet joins "two years and three months" here; `combine` does."""


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


def _is_rate(scan: Scan, draft: Draft) -> bool:
    """Tell "15 a year", "twice a week", "$5 a day", "times a month" from "a year"."""
    before = scan.low(draft.first - 1)
    if draft.first == 0 or scan.line_break(draft.first):
        return False
    if before in scan.words.near["rate_before"]:
        return True
    if before[0].isdigit() and before not in scan.words.years and not before.endswith(("st", "nd", "rd", "th", "s")):
        return True
    if before.endswith("s") and _number_word(scan, draft.first - 2):
        return True
    return before in scan.words.numbers or before in scan.words.near["rate_nouns"]


def _number_word(scan: Scan, j: int) -> bool:
    """Tell whether token j is a number: "2000", "1,500", "forty"."""
    word = scan.low(j)
    return word in scan.words.numbers or word.replace(",", "").replace(".", "").isdigit()


def _times(scan: Scan, draft: Draft) -> None:
    """Take in "twice", "once" and "three times" before "a week"."""
    j = draft.first - 1
    if scan.low(j) in ("once", "twice", "thrice"):
        draft.first = j
    elif scan.low(j) == "times" and j - 1 >= scan.floor:
        amount = numerals.before(scan, j)
        draft.first = amount.first if amount else draft.first


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


def _pointed(scan: Scan, draft: Draft, value: str, code: str) -> bool:
    """Turn a length into a point: "two days ago", "three weeks later", "a year earlier", "ten years from now"."""
    j = draft.stop
    word = scan.low(j)
    if scan.line_break(j) or draft.relation:
        return False
    if word in _AGO:
        base, sign = _AGO[word]
        stop = j + 1
    elif word == "from" and scan.low(j + 1) in ("now", "today"):
        base, sign, stop = "publication", 1, j + 2
    elif word == "before" and scan.low(j + 1) in (".", ",", ";", "") and scan.raw(j + 1) != "":
        base, sign, stop = "narrative", -1, j + 1
    elif word == "after" and scan.low(j + 1) in (".", ",", ";"):
        base, sign, stop = "narrative", 1, j + 1
    else:
        return False
    _shifted(scan, draft, value, code, base, sign)
    draft.stop = stop
    return True


def _shifted(scan: Scan, draft: Draft, value: str, code: str, base: str, sign: int) -> None:
    """Make a draft a shift by a number of units, or a vague reference where the number is unknown."""
    if value == "X" or code in ("S", "MIN", "H"):
        if code in ("S", "MIN", "H") and value != "X":
            draft.kind, draft.base, draft.unit, draft.count = "shift", base, "hour", sign
            return
        draft.kind, draft.value = "reference", "PAST_REF" if sign < 0 else "FUTURE_REF"
        return
    number = float(value)
    draft.kind, draft.base = "shift", base
    code, number = {"FN": ("W", 2 * number), "SEM": ("M", 6 * number), "ML": ("CE", 10 * number)}.get(
        code, (code, number)
    )
    draft.unit = scan.words.unit_names.get(code, "day")
    if number != int(number):
        draft.unit, number = {
            "year": ("month", 12 * number),
            "decade": ("year", 10 * number),
            "century": ("year", 100 * number),
        }.get(draft.unit, (draft.unit, number))
    if draft.unit == "decade":
        draft.unit, number, draft.mod = "year", 10 * number, draft.mod or "APPROX"
    draft.count = sign * int(number)
    if draft.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        draft.mod = "BEFORE" if sign < 0 else "AFTER"
    elif draft.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        draft.mod = "AFTER" if sign < 0 else "BEFORE"


# -- rates and sets -------------------------------------------------------------------------------


def _rate(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "every year", "each day", "per week", "every two weeks", "every other day"."""
    j = i - 1
    amount = None
    if scan.low(j) not in ("every", "each", "per", "any"):
        amount = numerals.before(scan, i) if scan.lower[j] not in ("a", "an") else None
        j = amount.first - 1 if amount else i - 2
        if not amount and scan.low(i - 1) not in ("other", "single"):
            return None
    if j < scan.floor or scan.low(j) not in ("every", "each", "per"):
        return None
    if scan.low(j) != "every" and amount:
        return None
    if scan.low(j) == "each" and scan.low(i + 1) == "of":
        return None
    draft = Draft("set", j, i + 1)
    value = amount.value if amount else "2" if scan.low(i - 1) == "other" else "1"
    draft.value = length(value, "D" if code == "N" else "Y" if code == "SEASON" else code)
    if scan.low(j) == "per":
        draft.first = j
    return draft


# -- relative words -------------------------------------------------------------------------------


def _relative(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "last week", "the previous year", "that same day", "this weekend", "the day"."""
    words = scan.words
    if scan.lower[i] not in scan.words.near["singular_units"]:
        return _relative_plural(scan, i, code)
    j = i - 1
    if j < scan.floor or scan.line_break(i):
        return None
    word = scan.lower[j]
    if word in _DASHES or code in ("S", "MIN", "H", "ML", "FN"):
        return None
    if word in words.relatives:
        return _shift(scan, i, code, j)
    if word in ("very", "exact", "whole", "entire") and scan.low(j - 1) in ("that", "this", "the") and j > scan.floor:
        draft = _shift(scan, i, code, j - 1) if scan.low(j - 1) != "the" else None
        return draft
    if word == "the":
        return _the(scan, i, code)
    if code == "D" and word in ("one", "some"):
        return None
    if code == "D" and word in words.ordinals and scan.low(j - 1) == "the":
        return None
    return None


def _shift(scan: Scan, i: int, code: str, j: int) -> Draft | None:
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


def _relative_plural(scan: Scan, i: int, code: str) -> Draft | None:
    """Read "recent years", "the coming weeks", "the following days", "the past months"."""
    words, j = scan.words, i - 1
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


def _bare(scan: Scan, i: int, code: str) -> Draft | None:
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


# -- parts of years -------------------------------------------------------------------------------


def _quarter(scan: Scan, i: int) -> Draft | None:
    """Read "the third quarter", "fourth-quarter", "last quarter", "this quarter", "two quarters"."""
    words = scan.words
    j = i - 1
    if scan.low(j) in _DASHES and scan.glued(i):
        j -= 1
    if scan.low(j) in ("fiscal", "financial", "calendar"):
        j -= 1
    word = scan.low(j)
    number = words.ordinals.get(word, 0)
    if 1 <= number <= 4 and scan.lower[i] == "quarter" and j >= scan.floor:
        draft = Draft("date", j, i + 1)
        draft.part = f"Q{number}"
        if scan.low(i + 1) == "of" and scan.low(i + 2) == "the" and scan.low(i + 3) in ("game", "match", "season"):
            return None
        if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
            draft.first = j - 1
        return draft
    if word in words.relatives and j >= scan.floor and scan.lower[i] == "quarter":
        return _shift(scan, i, "Q", j)
    if scan.lower[i] == "quarters" or scan.low(i - 1) in ("every", "each", "per"):
        if scan.low(i - 1) in ("head", "three", "close", "living"):
            return None
        return _rate(scan, i, "Q") or (_quantity(scan, i, "Q") if words.numbers.get(scan.low(i - 1)) else None)
    return None


def _fiscal(scan: Scan, i: int) -> Draft | None:
    """Read "fiscal year 2013", "the financial year 2010", "the year 2000"."""
    value = scan.words.years.get(scan.low(i + 1))
    if value is None or scan.lower[i] != "year":
        return None
    draft = Draft("date", i, i + 2)
    draft.year = value
    j = i - 1
    if scan.low(j) in scan.words.near["fiscal_adjectives"] and j >= scan.floor:
        draft.first, draft.part = j, "FY" if scan.lower[j] in ("fiscal", "financial") else ""
        j -= 1
    if scan.low(j) == "the" and j >= scan.floor:
        draft.first = j
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
    number = {"first": 1, "second": 2, "latter": 2}.get(scan.low(i - 1))
    if number is None or scan.low(i + 1) != "of" or i - 1 < scan.floor:
        return None
    draft = Draft("edge", i - 1, i + 1)
    draft.part, draft.weak = f"H{number}", True
    draft.mod = "START" if number == 1 else "END"
    if scan.low(i - 2) == "the" and i - 2 >= scan.floor:
        draft.first = i - 2
    return draft
