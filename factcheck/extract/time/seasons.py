"""Seasons and holidays: "the summer of 2010", "last winter", "Christmas Eve", "Easter Monday 1916"."""

from __future__ import annotations

from factcheck.extract.time.days import relative_before
from factcheck.extract.time.drafts import Draft, Scan


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
    _of_two_years(scan, draft)
    relative_before(scan, draft)
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


def _of_two_years(scan: Scan, draft: Draft) -> None:
    """Take in "-40" of "the winter of 1939-40": the winter is called after the year in which most of it lies."""
    j = draft.stop
    if not draft.year or draft.part != "WI" or scan.low(j) not in ("-", "–", "/") or not scan.glued(j + 1):
        return
    if scan.low(j + 1) in (str(draft.year + 1), f"{(draft.year + 1) % 100:02d}"):
        draft.year, draft.stop = draft.year + 1, j + 2


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


def holiday(scan: Scan, i: int) -> Draft | None:
    """Read "Christmas Eve", "New Year's Day", "Easter Monday", "Thanksgiving 2019"."""
    if not scan.capital(i) or (scan.low(i - 1) in scan.words.near["feast_name_before"] and scan.capital(i - 1)):
        return None
    words = scan.words
    for size in (4, 3, 2, 1):
        key = tuple(word.replace("’", "'") for word in scan.lower[i : i + size])
        if len(key) < size or (key not in words.holidays and key not in words.movable):
            continue
        draft = Draft("date", i, i + size)
        if key in words.holidays:
            *year, month, day = (int(part) for part in words.holidays[key].split("-"))
            draft.month, draft.day = month, day
            if year:
                draft.year = year[0]
                return None if scan.low(draft.stop) == "for" or scan.low(i - 1) in ("a", "'s", "’s") else draft
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
            and key[0] in scan.words.near["feasts_in_names"]
        ):
            return None
        relative_before(scan, draft)
        return draft if draft.kind == "date" else None
    return None
