"""What comparators read off a side by name."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias

from factcheck import timex
from factcheck.check.folding import folded
from factcheck.check.intervals import Interval, shifted, write
from factcheck.check.sides import Side

Attribute: TypeAlias = Literal[
    "subject",
    "name",
    "article",
    "office",
    "rank",
    "number",
    "organization",
    "country",
    "exclusive",
    "unique",
    "place",
    "series",
    "of",
    "timex",
    "count",
    "years",
    "current",
    "as_of",
    "says",
    "words",
    "speaker",
    "spelling",
    "status",
    "unit",
    "frame",
    "role",
    "speakers",
]
_WORD = re.compile(r"\w+")
_EMPTY = frozenset({"the", "of", "and", "for", "to", "in", "a", "an", "on"})


def read(side: Side, name: Attribute) -> Any:
    """Return a field of a side's value, or of what it is about; None where it has none."""
    first = side.claims[0]
    if name == "article":
        return first.article if len({claim.article for claim in side.claims}) == 1 else None
    if name == "subject":
        return first.subject.id if first.subject else None
    if name == "name":
        return first.subject.name if first.subject else None
    tenure = getattr(side.value, "tenure", None)
    if tenure is not None and name in tenure.__struct_fields__:
        return _words_of(tenure.organization) if name == "organization" else getattr(tenure, name)
    if name == "number":
        return getattr(side.value, "rank", None)
    if name == "speakers":
        return ", ".join(sorted({claim.asserted_by or "" for claim in side.claims})) or None
    if name == "spelling":
        return side.label
    if name == "organization":
        return _words_of(getattr(side.value, name, None))
    return getattr(side.value, name, None)


def _words_of(name: str | None) -> str | None:
    """Return the words of a name that tell it apart, sorted, so that their order does not."""
    return " ".join(sorted(tokens(name))) or None


def tokens(text: str | None) -> frozenset[str]:
    """Return the words of a name that tell it apart, folded: "the Ministry of Defence" → {ministry, defence}."""
    return frozenset(words(text or ""))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a name that tell it apart, folded, in order, each once."""
    return tuple(dict.fromkeys(word for word in _WORD.findall(folded(text)) if word not in _EMPTY))


def interval(side: Side, of: str) -> Interval:
    """Return an interval of a side's value: its date, the origin of an anniversary, a birth, a beginning in office."""
    value = side.value
    tenure = getattr(value, "tenure", None)
    if of in ("begun", "ended"):
        ends = (tenure.begin_earliest, tenure.begin_latest, tenure.end_earliest, tenure.end_latest) if tenure else ()
        return Interval(*(ends[:2] if of == "begun" else ends[2:])) if ends else Interval(None, None)
    if of == "origin" and hasattr(value, "origin_earliest"):
        return Interval(value.origin_earliest, value.origin_latest)
    if of == "born" and hasattr(value, "born_earliest"):
        return Interval(value.born_earliest, value.born_latest)
    if getattr(value, "life", None) is not None:
        return Interval(*timex.interval(value.timex)) if of == "date" or value.life == "birth" else Interval(None, None)
    return Interval(getattr(value, "earliest", None), getattr(value, "latest", None))


_IMPLIED = {"origin": "is of", "born": "means born", "begun": "means begun", "ended": "means ended"}


def implied(left: Side, right: Side, of: str) -> tuple[str, ...]:
    """Tell which days the words of two sides imply, where they do not print them.

    "“35 years old in 2021” means born March 5, 1985 to March 4, 1986"
    """
    told = ((side, write(interval(side, of))) for side in (left, right) if of in _IMPLIED)
    return tuple(f"“{side.label}” {_IMPLIED[of]} {days}" for side, days in told if days not in side.label)


def loosened(side: Side, span: Interval) -> tuple[Interval, ...]:
    """Return the intervals that a side can mean when what is inferred may be off.

    A value that any claim prints in full means itself alone; one whose year is inferred may be a year off, a bare
    weekday a week.
    """
    parts = [set(getattr(claim.value, "inferred", None) or {}) for claim in side.claims]
    if not parts or any(not part for part in parts):
        return (span,)
    if any("day" in part for part in parts):
        return tuple(shifted(span, days=days) for days in (-7, 0, 7))
    return tuple(shifted(span, years=years) for years in (-1, 0, 1))
