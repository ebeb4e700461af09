"""How an article's publication date reads in a report: the day, how it is known, and whether that needs a look."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from factcheck.model import Published
from factcheck.timex import MONTHS

_CUES = {"interval": "time since an event", "bound": "looks back on"}
_DAY = re.compile(r"\b(\d{4}|XXXX)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")  # 2019-04-25
_YEARLESS = re.compile(r"XXXX-(0[1-9]|1[0-2])-(\d\d)")  # XXXX-04-24


def day(published: Published | None) -> str:
    """Return the date as an editor writes it: "2019-10-09", "2019-10-07 to 2019-10-13", "XXXX-04-24", "unknown"."""
    if published is None:
        return "unknown"
    if published.earliest is None or published.latest is None:
        return published.timex or "unknown"
    if published.earliest == published.latest:
        return published.earliest.isoformat()
    return f"{published.earliest} to {published.latest}"


def written(day: date) -> str:
    """Return a day as an editor writes it: "April 25, 2019"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def span(earliest: date | None, latest: date | None) -> str:
    """Return an interval as an editor writes it: "April 25, 2019", "April 2019", "2019", "from April 25, 2019 on"."""
    if earliest is None or latest is None:
        return f"from {written(earliest)} on" if earliest else f"until {written(latest)}" if latest else "unknown"
    if earliest == latest:
        return written(earliest)
    if earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1] and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{MONTHS[latest.month - 1]} {latest.year}"
        if (earliest.month, latest.month) == (1, 12):
            return str(latest.year)
    return f"{written(earliest)} to {written(latest)}"


def said(published: Published | None) -> str:
    """Return a publication date in words: "April 25, 2019", "April 24, year unknown", "date unknown"."""
    if published is None:
        return "date unknown"
    if published.earliest or published.latest:
        return span(published.earliest, published.latest)
    known = _YEARLESS.fullmatch(published.timex)
    return f"{MONTHS[int(known[1]) - 1]} {int(known[2])}, year unknown" if known else "date unknown"


def basis(published: Published | None) -> str:
    """Return how the date is known: "inferred: weekday, anniversary", "stated: header"; nothing where it is not."""
    if published is None:
        return ""
    kinds = ", ".join(dict.fromkeys(cue.kind for cue in published.cues if cue.agrees))
    against = sum(not cue.agrees for cue in published.cues)
    head = "inferred" if published.inferred else "stated"
    if published.earliest is None:
        head = "year unknown"
    return f"{head}{': ' if kinds else ''}{kinds}" + (f" ({against} against)" if against else "")


def is_doubtful(published: Published | None) -> bool:
    """Tell whether a date is unknown, inferred, or contradicted by a cue."""
    if published is None or published.earliest is None:
        return True
    return published.inferred or not all(cue.agrees for cue in published.cues)


def cue(kind: str) -> str:
    """Return what sort of cue it is, in an editor's words."""
    return _CUES.get(kind, kind)


def readable(says: str) -> str:
    """Return what a cue says with its days written out: "about 2019-10-12" → "about October 12, 2019"."""
    return _DAY.sub(_named, says)


def _named(day: re.Match[str]) -> str:
    named = f"{MONTHS[int(day[2]) - 1]} {int(day[3])}"
    return named if day[1] == "XXXX" else f"{named}, {int(day[1])}"
