"""Days and their parts, seasons, holidays, deictic words, frequencies. Each reader starts at its trigger token."""

from __future__ import annotations

from factcheck.extract.time.clock import zone
from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑")


def weekday(scan: Scan, i: int) -> Draft | None:
    """Read "Wednesday", "last Friday", "next Monday", "every Tuesday", "Mondays", "Sat."; not "Black Friday", "the Sun"."""
    words, word = scan.words, scan.lower[i]
    if not scan.capital(i):
        return None
    if word in words.weekday_abbreviations and not _abbreviated_weekday(scan, i):
        return None
    if scan.low(i - 1) in words.weekday_named and scan.capital(i - 1):
        return None
    if word in words.weekday_plurals:
        draft = Draft("set", i, i + 1)
        draft.value = f"XXXX-WXX-{words.weekday_plurals[word] + 1}"
        return draft
    draft = Draft("date", i, i + 1)
    draft.weekday = words.weekdays[word]
    if scan.low(i - 1) == "a" and i - 1 >= scan.floor and scan.low(i + 1) in scan.words.near["after_day"]:
        return _some_weekday(draft)
    if word in words.weekday_abbreviations and scan.low(i + 1) == "." and scan.glued(i + 1):
        draft.stop += 1
    _relative_before(scan, draft)
    if draft.kind == "set":
        draft.value = f"XXXX-WXX-{draft.weekday + 1}"
    return draft


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


def _relative_before(scan: Scan, draft: Draft) -> None:
    """Take in "last", "next", "this", "that", "every", "the following" before a weekday, month or season."""
    j = draft.first - 1
    if j < scan.floor or scan.line_break(draft.first):
        return
    word = scan.lower[j]
    if word in ("every", "each"):
        draft.kind, draft.first = "set", j
        return
    step = scan.words.relatives.get(word)
    if not step:
        return
    draft.base, draft.step = step
    draft.first = j
    if (
        word in scan.words.near["relative_with_article"]
        and scan.low(j - 1) in ("the", "that", "this")
        and j - 1 >= scan.floor
    ):
        draft.first = j - 1


def month_prefix(scan: Scan, draft: Draft) -> Draft:
    """Take in "last", "next", "this", "every" before a month that has no year."""
    if draft.year is None and draft.kind == "date":
        _relative_before(scan, draft)
        if draft.kind == "set":
            draft.value = f"XXXX-{draft.month:02d}" if draft.day is None else f"XXXX-{draft.month:02d}-{draft.day:02d}"
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
    if before in ("every", "each"):
        draft.kind, draft.first, draft.value = "set", i - 1, f"XXXX-XX-XXT{code}"
        return draft
    draft.weak = True
    if before == "the":
        draft.first = i - 1
        draft.weak = scan.low(i - 2) not in ("in", "during")
    elif before in ("early", "late", "mid", "-") or before == "one":
        draft.weak = True
    elif before in scan.words.near["daypart_before"] and word in scan.words.near["daypart_alone"]:
        draft.weak = False
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


def overnight(scan: Scan, i: int) -> Draft | None:
    """Read "overnight" where it tells when: "clashes overnight", "overnight on Friday"; not "an overnight bag"."""
    return None


def deictic(scan: Scan, i: int) -> Draft | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "yesterday morning"."""
    base, count, part = scan.words.deictic[scan.lower[i]]
    draft = Draft("shift", i, i + 1)
    draft.base, draft.count, draft.unit = base, count, "day"
    draft.time = "T" + part if part else ""
    if scan.low(i - 1) == "usa" or (
        scan.capital(i) and scan.low(i - 1) in ("usa", "russia", "hoy") and scan.capital(i - 1)
    ):
        return None
    return draft


def reference(scan: Scan, i: int) -> Draft | None:
    """Read "now", "currently", "recently", "soon", "the future", "as of now"."""
    words, word = scan.words, scan.lower[i]
    draft = Draft("reference", i, i + 1)
    draft.value = words.references[word]
    before, after = scan.low(i - 1), scan.low(i + 1)
    if word == "now":
        return _now(scan, draft, before, after)
    if word == "recently":
        if before in ("more", "most", "very", "quite"):
            draft.first = i - 1
        return draft
    if word == "recent":
        return draft if after not in scan.words.units and before not in ("most", "more") and False else None
    if word == "soon":
        return draft if _tells_future(scan, i) else None
    if word == "future":
        return _future(scan, draft, before, after)
    if word in ("currently", "presently", "nowadays", "lately", "formerly", "previously"):
        return draft if word not in ("formerly", "previously") else None
    return None


def _tells_future(scan: Scan, i: int) -> bool:
    """Tell "will soon begin", "soon to be" from "soon the town fell"."""
    if scan.low(i - 1) in ("as", "so", "too", "how"):
        return False
    around = [scan.low(k) for k in (i - 3, i - 2, i - 1, i + 1)]
    return any(word in scan.words.near["soon_near"] for word in around)


def _now(scan: Scan, draft: Draft, before: str, after: str) -> Draft | None:
    """Leave out "now that", "now-famous", "right now" whole, "until now" without its preposition."""
    if after in ("that",) or (after in _DASHES and scan.glued(draft.stop) and scan.glued(draft.stop + 1)):
        return None if after == "that" else draft
    if before in ("right", "just") and scan.low(draft.first - 2) not in ("not",):
        draft.first -= 1
    return draft


def _future(scan: Scan, draft: Draft, before: str, after: str) -> Draft | None:
    """Read "in the future", "the near future", "in future"; not "future talks", "his future"."""
    if before == "in":
        return draft
    if before in scan.words.near["future_adjectives"] and scan.low(draft.first - 2) in ("the", "a"):
        draft.first -= 2
    elif before == "the" and scan.low(draft.first - 2) in ("in", "for") and after not in ("of", "president", "king"):
        draft.first -= 1
    else:
        return None
    return draft


def phrase(scan: Scan, i: int) -> Draft | None:
    """Read "at the moment", "at present", "at the same time" where the last word is a trigger."""
    word, before, before2 = scan.lower[i], scan.low(i - 1), scan.low(i - 2)
    draft = Draft("reference", i, i + 1)
    draft.value = "PRESENT_REF"
    if (
        word == "moment"
        and before in ("the", "this")
        and before2 == "at"
        and scan.low(i + 1) not in ("of", "when", "that")
    ):
        draft.first = i - 1
        return draft
    if word == "present" and before == "at":
        return draft
    if word == "time":
        return _time_word(scan, draft, before, before2)
    if word == "past" and before == "the" and before2 == "in" and scan.low(i + 1) in scan.words.near["past_after"]:
        draft.first, draft.value = i - 1, "PAST_REF"
        return draft
    return None


def _time_word(scan: Scan, draft: Draft, before: str, before2: str) -> Draft | None:
    """Read "at the time", "at this time", "by that time"."""
    if scan.low(draft.stop) in scan.words.near["time_after_reject"]:
        return None
    if before in ("this", "that") and before2 in scan.words.near["time_before"]:
        draft.first -= 1
        if before == "this":
            return draft
        if before == "that":
            draft.value = "PAST_REF"
            return draft
    return None


def season(scan: Scan, i: int) -> Draft | None:
    """Read "the summer of 2010", "last winter", "summer 1940", "in spring", "this fall"; not "the fall of Kabul"."""
    words, word = scan.words, scan.lower[i]
    draft = Draft("date", i, i + 1)
    draft.part = words.seasons[word]
    year = words.years.get(scan.low(i + 1))
    if year and not scan.line_break(i + 1):
        draft.year, draft.stop = year, i + 2
    elif scan.low(i + 1) == "of" and (value := words.years.get(scan.low(i + 2))):
        draft.year, draft.stop = value, i + 3
    elif i - 1 >= scan.floor and (value := words.years.get(scan.low(i - 1))) and word not in ("fall", "spring"):
        draft.year, draft.first = value, i - 1
    _relative_before(scan, draft)
    if draft.kind == "set":
        draft.value = f"XXXX-{draft.part}"
        return draft
    before = scan.low(draft.first - 1) if draft.first - 1 >= scan.floor else ""
    if draft.step is None and before in ("the", "that") and draft.first == i:
        draft.first -= 1
        before = scan.low(draft.first - 1)
    elif draft.year and before == "the":
        draft.first -= 1
    if draft.year or draft.step is not None:
        return draft
    draft.weak = not _season_stands(scan, draft, word, before)
    return draft


def _season_stands(scan: Scan, draft: Draft, word: str, before: str) -> bool:
    """Tell whether a season without a year speaks of time."""
    after = scan.low(draft.stop)
    if after in scan.words.season_reject or (scan.capital(draft.stop) and scan.capital(draft.stop - 1)):
        return False
    if word in ("summer", "winter", "autumn") and not scan.capital(draft.stop - 1):
        return after not in ("-", "–")
    if word == "spring" and scan.lower[draft.first] == "the" and not scan.capital(draft.stop - 1):
        return True
    time_words = scan.words.near["season_before"]
    if word in ("fall", "spring"):
        return after not in ("of", "to", "in", "into") and before in scan.words.near["fall_before"]
    return before in time_words and not scan.capital(draft.stop)


def frequency(scan: Scan, i: int) -> Draft | None:
    """Read "daily", "annual", "weekly", "twice-weekly"; not "the Daily Mail"."""
    draft = Draft("set", i, i + 1)
    draft.value = scan.words.sets[scan.lower[i]]
    if scan.low(i - 1) in ("once", "twice", "thrice") and i - 1 >= scan.floor:
        draft.first = i - 1
    if scan.capital(i) and (scan.low(i - 1) not in (".", "", '"', "“") or scan.capital(i + 1)):
        return None
    return draft


def holiday(scan: Scan, i: int) -> Draft | None:
    """Read "Christmas Eve", "New Year's Day", "Easter Monday", "Thanksgiving 2019"."""
    if not scan.capital(i):
        return None
    words = scan.words
    for size in (4, 3, 2, 1):
        key = tuple(word.replace("’", "'") for word in scan.lower[i : i + size])
        if len(key) < size or (key not in words.holidays and key not in words.movable):
            continue
        draft = Draft("date", i, i + size)
        if key in words.holidays:
            draft.month, draft.day = (int(part) for part in words.holidays[key].split("-"))
        else:
            rule = words.movable[key]
            draft.part = f"E{rule}" if isinstance(rule, int) else "N{} {} {}".format(*rule)
        if scan.low(i + size) in words.years and not scan.line_break(i + size):
            draft.year, draft.stop = words.years[scan.lower[i + size]], i + size + 1
        elif scan.low(i + size) in (",", "of", "in") and scan.low(i + size + 1) in words.years:
            draft.year, draft.stop = words.years[scan.lower[i + size + 1]], i + size + 2
        elif (
            size == 1
            and scan.capital(draft.stop)
            and not scan.line_break(draft.stop)
            and key[0] in ("christmas", "easter", "epiphany", "thanksgiving")
        ):
            return None
        _relative_before(scan, draft)
        return draft if draft.kind == "date" else None
    return None


def day_of_month(scan: Scan, i: int) -> Draft | None:
    """Read "on the 24th", "from the 13th to the 19th", "Sunday the 26th"; not "the 24th time", "the 20th century"."""
    if scan.low(i - 1) != "the" or i - 1 < scan.floor:
        return None
    if scan.low(i + 1) == "of" and scan.low(i + 2) in ("the", "that", "this") and scan.low(i + 3) == "month":
        draft = Draft("date", i - 1, i + 4)
        draft.day = scan.words.ordinal_days[scan.lower[i]]
        return draft
    if scan.low(i + 1) not in scan.words.near["after_day"]:
        return None
    before = scan.low(i - 2)
    if before == "of" and scan.low(i - 3) in scan.words.dayparts:
        before = "night"
    if before not in scan.words.near["ordinal_day_before"] and before not in scan.words.weekdays:
        return None
    if scan.line_break(i + 1) and before not in ("on", "by", "until", "since"):
        return None
    draft = Draft("date", i - 1, i + 1)
    draft.day = scan.words.ordinal_days[scan.lower[i]]
    draft.weak = before in scan.words.weekdays
    return draft


def ordinal_part(scan: Scan, i: int) -> Draft | None:
    """Read "the first week of", "the last days of", "the final day of": weak until it meets a month or year."""
    j = i - 1
    word = scan.low(j)
    mod = _PART_MODS.get(word)
    if mod is None or j < scan.floor or scan.low(i + 1) != "of":
        return None
    draft = Draft("edge", j, i + 1)
    draft.mod, draft.weak = mod or None, True
    if scan.lower[i] == "day" and word in ("first", "last", "final"):
        draft.day = 1 if word == "first" else -1
    if scan.low(j - 1) == "the" and j - 1 >= scan.floor:
        draft.first = j - 1
    return draft


_PART_MODS = {
    "first": "START", "opening": "START", "early": "START", "last": "END", "final": "END", "closing": "END",
    "dying": "END", "second": "", "third": "", "fourth": "", "middle": "MID",
}  # fmt: skip


def edge(scan: Scan, i: int) -> Draft | None:
    """Read "the end of", "beginning of", "the middle of": weak until it meets a date."""
    if scan.low(i + 1) != "of":
        return None
    draft = Draft("edge", i, i + 1)
    draft.mod = scan.words.edges[scan.lower[i]] or None
    draft.weak = True
    if scan.low(i - 1) in ("very",) and i - 1 >= scan.floor:
        draft.first -= 1
    if scan.low(draft.first - 1) == "the" and draft.first - 1 >= scan.floor:
        draft.first -= 1
    return draft
