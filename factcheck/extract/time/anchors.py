"""Times told from an event: "the day after the vote", "four days after the summit".

Comes in: an expression and the times resolved before it. Goes out: days, where the article dates the event and all its
mentions of such an event agree on one day; else nothing is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck import timex
from factcheck.extract.time.records import Time, TimeExpression, explicit

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.events import Happening

# How many tokens after "after" the name of the event may begin: "after the", "after last", "after that deadly".
_REACH = 3


def day_beside(document: Document, expression: TimeExpression, known: Sequence[Time]) -> str | None:
    """Return the value of "the day after the vote", None where the vote's day is not known."""
    day = event_day(document, expression.stop, known)
    return (day + timedelta(days=expression.count)).isoformat() if day else None


def ends(document: Document, expression: TimeExpression, known: Sequence[Time]) -> tuple[str, str] | None:
    """Return first and last day of "four days after the vote", None for other units or an unknown event."""
    tokens = document.tokens
    if expression.stop >= len(tokens) or tokens.lower[expression.stop] not in ("after", "before"):
        return None
    if expression.mod or not expression.timex.endswith("D") or not (length := timex.delta(expression.timex)):
        return None
    day = event_day(document, expression.stop + 1, known)
    if day is None:
        return None
    other = day + length if tokens.lower[expression.stop] == "after" else day - length
    first, last = sorted((day, other))
    return first.isoformat(), last.isoformat()


def event_day(document: Document, token: int, known: Sequence[Time]) -> date | None:
    """Return the day of the event whose name begins at a token or just after it."""
    mentions = document.happenings
    named = next((m for m in mentions if token <= m.stop - 1 and m.first <= token + _REACH), None)
    if named is None or named.verb or named.sentence != document.tokens.sentence(token):
        return None
    own = _days(document, named, known)
    if own:
        return own.pop() if len(own) == 1 else None
    days = {day for m in mentions if m.head == named.head for day in _days(document, m, known)}
    return days.pop() if len(days) == 1 else None


def _days(document: Document, mention: Happening, known: Sequence[Time]) -> set[date]:
    """Return the single days that a mention is dated by."""
    found = set()
    for index in mention.times:
        expression = document.times[index]
        if expression.type not in ("DATE", "TIME") or expression.base == "event":
            continue
        days = (known[index].earliest, known[index].latest) if index < len(known) else explicit(expression)
        if days and days[0] is not None and days[0] == days[1]:
            found.add(days[0])
    return found
