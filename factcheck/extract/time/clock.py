"""Times by the clock: "5 p.m.", "18:00 UTC", "6:40 p.m. (GMT +8)", "noon", "three o'clock"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan

_MERIDIEM = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12, "a.m": 0, "p.m": 12}


def meridiem(scan: Scan, i: int) -> Draft | None:
    """Read back from "m" in "5 p.m.", from "pm", and inside "5pm"."""
    word = scan.lower[i]
    if word == "m":  # p . m .
        if scan.low(i - 1) != "." or scan.low(i - 2) not in ("a", "p") or not scan.glued(i) or not scan.glued(i - 1):
            return None
        half, j, stop = scan.lower[i - 2], i - 3, i + 1 + (scan.low(i + 1) == "." and scan.glued(i + 1))
        glued = scan.glued(i - 2)
        letter = half
        if glued and scan.low(j)[:1].isdigit():
            pass
    elif word in _MERIDIEM:
        letter, j, stop = word[0], i - 1, i + 1
        if scan.low(i + 1) == "." and scan.glued(i + 1) and word in ("a.m", "p.m"):
            stop += 1
    else:  # 5pm
        return _glued_meridiem(scan, i)
    if j < scan.floor:
        return None
    return _before_meridiem(scan, j, letter, stop)


def _glued_meridiem(scan: Scan, i: int) -> Draft | None:
    """Read "5pm", and "30pm" after "5:" or "5."."""
    word = scan.lower[i]
    digits, letter = word[:-2], word[-2]
    if "." in digits:
        hour_text, _, minute_text = digits.partition(".")
        return _at(scan, i, i + 1, int(hour_text), int(minute_text), letter)
    if scan.low(i - 1) == ":" and scan.glued(i) and scan.low(i - 2).isdigit() and i - 2 >= scan.floor:
        return _at(scan, i - 2, i + 1, int(scan.lower[i - 2]), int(digits), letter)
    return _at(scan, i, i + 1, int(digits), None, letter)


def _before_meridiem(scan: Scan, j: int, letter: str, stop: int) -> Draft | None:
    word = scan.lower[j]
    if word.isdigit() and scan.low(j - 1) == ":" and scan.low(j - 2).isdigit() and j - 2 >= scan.floor:
        return _at(scan, j - 2, stop, int(scan.lower[j - 2]), int(word), letter)
    if word.isdigit() and len(word) <= 2:
        return _at(scan, j, stop, int(word), None, letter)
    hour, dot, minute = word.partition(".")
    if dot and hour.isdigit() and minute.isdigit() and len(minute) == 2:
        return _at(scan, j, stop, int(hour), int(minute), letter)
    number = scan.words.numbers.get(word)
    return _at(scan, j, stop, number, None, letter) if number and number <= 12 else None


def _at(scan: Scan, first: int, stop: int, hour: int, minute: int | None, letter: str = "") -> Draft | None:
    """Return the draft of a time; `letter` is "a" or "p" of a twelve-hour clock."""
    if hour > (12 if letter else 24) or (minute or 0) > 59 or (letter and hour == 0) or (hour == _HOURS and minute):
        return _no_time(scan, first, stop, hour, minute, letter) if minute is not None else None
    if letter:
        hour = hour % 12 + (12 if letter == "p" else 0)
    draft = Draft("time", first, stop)
    draft.time = f"T{hour:02d}" + (f":{minute:02d}" if minute is not None else ":00" if letter else "")
    zone(scan, draft)
    return draft


def _no_time(scan: Scan, first: int, stop: int, hour: int, minute: int, letter: str = "") -> Draft | None:
    """Read "at 25:30 GMT" and "at 9:75 p.m.", which no clock shows; "13:30 p.m." is only clumsy.

    Without a zone or a half of the day it stands beside a day alone: "at 25:30 on Monday", not "finished at 25:30".
    """
    if scan.low(first - 1) not in scan.words.near["clock_before"]:
        return None
    draft = Draft("time", first, stop)
    if hour >= _HOURS and (hour > _HOURS or minute):
        draft.time, draft.impossible = "TXX", "a day has 24 hours"
    else:
        hour = hour + 12 if letter == "p" and hour < 12 else hour
        draft.time = f"T{hour:02d}:{minute:02d}" if minute < _MINUTES else f"T{hour:02d}"
        draft.impossible = "an hour has 60 minutes" if minute >= _MINUTES else None
    zone(scan, draft)
    draft.weak = not letter and draft.stop == stop
    return draft


_HOURS = 24
_MINUTES = 60


def left_hour(scan: Scan, right: Draft, floor: int) -> Draft | None:
    """Read "7" before "to 10 p.m." and "11:30" before "-1 p.m.", in the half of the day that puts it first."""
    j = right.first - 1
    link, word = scan.low(j), scan.low(j - 1)
    if link not in ("-", "–", "to", "and") or not right.time[1:3].isdigit() or not word.isdigit() or len(word) > 2:
        return None
    if not any(
        scan.low(k) in _MERIDIEM or scan.low(k)[-2:] in ("am", "pm") or scan.low(k) == "m" for k in _span(right)
    ):
        return None
    first, minute = j - 1, 0
    if scan.low(j - 2) == ":" and scan.glued(j - 1) and scan.low(j - 3).isdigit():
        first, minute = j - 3, int(word)
    hour = int(scan.low(first))
    named = link in ("-", "–") or scan.low(first - 1) in scan.words.near["hour_range_opens"]
    if (
        first < floor
        or not 1 <= hour <= 12
        or minute > 59
        or not named
        or (scan.glued(first) and scan.low(first - 1) != "(")
    ):
        return None
    late = int(right.time[1:3])
    hours = [h for h in (hour % 12, hour % 12 + 12) if h <= late]
    draft = Draft("time", first, j)
    draft.time = f"T{max(hours) if hours else hour % 12:02d}:{minute:02d}"
    return draft


def _span(draft: Draft) -> range:
    return range(draft.first, draft.stop)


def zone(scan: Scan, draft: Draft) -> None:
    """Take in "UTC", "(GMT +8)", "Eastern time", "local time" after a time."""
    j = draft.stop
    if scan.line_break(j):
        return
    opened = scan.low(j) == "("
    j += opened
    if scan.low(j) in scan.words.zones and (scan.raw(j).isupper() or scan.low(j + 1) == "time"):
        universal = scan.lower[j] in scan.words.universal
        j += 1
        if scan.low(j) in ("time",):
            j += 1
        if scan.low(j) in ("+", "-") and scan.low(j + 1).isdigit():
            universal, j = False, j + 2
        if opened and scan.low(j) != ")":
            return
        draft.stop = j + opened
        draft.time += "Z" if universal else ""
    elif scan.low(j + 1) == "time" and (scan.low(j) == "local" or (scan.capital(j) and not opened)):
        draft.stop = j + 2 + (opened and scan.low(j + 2) == ")")


def four_digits(scan: Scan, i: int) -> Draft | None:
    """Read "0829 UTC" back from the zone."""
    digits = scan.low(i - 1)
    if len(digits) != 4 or not digits.isdigit() or i - 1 < scan.floor or int(digits[2:]) > 59:
        return None
    return _at(scan, i - 1, i, int(digits[:2]), int(digits[2:]))


def colon(scan: Scan, i: int) -> Draft | None:
    """Read "18:00", "08:30 UTC", "03:00hrs" around the colon; not "2:1", "Psalm 23:4", "1:2:3"."""
    if not (scan.glued(i) and scan.glued(i + 1)) or i - 1 < scan.floor or i + 1 >= scan.size:
        return None
    left, right = scan.lower[i - 1], scan.lower[i + 1]
    minute = right[:2]
    if not (left.isdigit() and len(left) <= 2 and len(minute) == 2 and minute.isdigit()) or right[2:] not in (
        "",
        "h",
        "hrs",
        "am",
        "pm",
        "z",
    ):
        return None
    if (
        right[2:] in ("am", "pm")
        or scan.low(i + 2) in _MERIDIEM
        or (scan.low(i + 2) in ("a", "p") and scan.low(i + 4) == "m")
    ):
        return None
    if scan.low(i + 2) == ":" and scan.glued(i + 2) and scan.low(i + 3)[:2].isdigit():
        return _seconds(scan, i)
    if not _clock_like(scan, i, left):
        return None
    draft = _at(scan, i - 1, i + 2, int(left), int(minute))
    if draft and right[2:] == "" and scan.low(draft.stop) in ("hrs", "hours", "h"):
        draft.stop += 1
    if draft and right.endswith("z"):
        draft.time += "Z"
    return draft


def _seconds(scan: Scan, i: int) -> Draft | None:
    """Read "10:15:30" with two digits throughout."""
    if len(scan.lower[i - 1]) != 2 or len(scan.lower[i + 3]) != 2 or not scan.lower[i + 3].isdigit():
        return None
    if int(scan.lower[i + 3]) > 59:
        return None
    draft = _at(scan, i - 1, i + 4, int(scan.lower[i - 1]), int(scan.lower[i + 1]))
    if draft:
        draft.time = f"{draft.time[:6]}:{scan.lower[i + 3]}{draft.time[6:]}"
    return draft


def _clock_like(scan: Scan, i: int, left: str) -> bool:
    """Tell a time from a score or verse: two digits for the hour, or a word before it that speaks of time."""
    after = scan.low(i + 2)
    if after in scan.words.zones or after in scan.words.near["clock_after"]:
        return True
    if scan.lower[i + 1] != scan.lower[i + 1][:2]:
        return True
    before = scan.low(i - 2)
    if scan.glued(i - 1) and before not in ("-", "–", "(", '"', "“"):
        return False
    return before in scan.words.near["clock_before"] or (
        len(left) == 2 and before in scan.words.near["clock_before_two_digits"]
    )


def oclock(scan: Scan, i: int) -> Draft | None:
    """Read "three o'clock", "11 o'clock"."""
    word = scan.low(i - 1)
    number = int(word) if word.isdigit() and len(word) <= 2 else scan.words.numbers.get(word)
    if not number or i - 1 < scan.floor:
        return None
    return _at(scan, i - 1, i + 1, number, 0) if number <= 12 else _no_time(scan, i - 1, i + 1, number, 0, "o'clock")
