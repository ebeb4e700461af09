"""How an article's publication date reads in a report: the day, how it is known, and whether that needs a look."""

from __future__ import annotations

from factcheck.model import Published


def day(published: Published | None) -> str:
    """Return the date as an editor writes it: "2019-10-09", "2019-10-07 to 2019-10-13", "XXXX-04-24", "unknown"."""
    if published is None:
        return "unknown"
    if published.earliest is None or published.latest is None:
        return published.timex or "unknown"
    if published.earliest == published.latest:
        return published.earliest.isoformat()
    return f"{published.earliest} to {published.latest}"


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
