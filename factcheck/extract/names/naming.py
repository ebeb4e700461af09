"""Analysis → names that the text itself says are one thing.

"North Korea, or the Democratic People's Republic of Korea (DPRK)", "Korean Central News Agency (KCNA)"
"DPRK stands for the North's official name, the Democratic People's Republic of Korea"
"Ilich Ramirez Sanchez, also known as Carlos"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.names.record import Alias
from factcheck.extract.names.resolution import may_abbreviate

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.mentions import Found

_JOINTS = (
    (",", "or"),
    (",", "also", "known", "as"),
    (",", "known", "as"),
    (",", "better", "known", "as"),
    (",", "formerly", "known", "as"),
    (",", "formerly"),
    (",", "otherwise", "known", "as"),
    ("(", "also", "known", "as"),
    ("also", "known", "as"),
    (",", "aka"),
    ("aka",),
    ("(", "or"),
    ("(", "formerly"),
    ("stands", "for"),
    ("is", "short", "for"),
    (",", "officially"),
    (",", "officially", "the"),
    (",", "abbreviated", "as"),
    (",", "abbreviated"),
    (",", "born"),
)
_PASSED_OVER = frozenset({"the", '"', "“", "'"})
# The last word of each joint ("the" is passed over): most neighbours have none of these between them.
_TELLING = frozenset(joint[-1] for joint in _JOINTS) - _PASSED_OVER
_LONGEST_PREDICATE = 8


def find(analysis: Analysis) -> tuple[Alias, ...]:
    """Return the stated aliases of a document in text order."""
    found = [alias for index in range(len(analysis.found)) if (alias := _at(analysis, index))]
    return tuple(found)


def _at(analysis: Analysis, index: int) -> Alias | None:
    """Return what is stated of the mention at an index: a second name, and an abbreviation in a bracket."""
    first = analysis.found[index]
    if first.adjective or not first.thing:
        return None
    names, stop = [_printed(analysis, first)], first.stop
    second = _second(analysis, index)
    if second:
        names.append(_printed(analysis, second))
        stop = second.stop
    short = analysis.bracketed(stop)
    if short and short not in names and may_abbreviate(short, names[-1]):
        names.append(short)
        stop += 3
    if len(names) < 2:
        return None
    start, end = analysis.tokens.span(first.first, stop)
    return Alias(start, end, first.thing.id, tuple(names))


def _second(analysis: Analysis, index: int) -> Found | None:
    """Return the next mention where the words between say that it is the same thing."""
    first = analysis.found[index]
    for second in analysis.found[index + 1 : index + 3]:
        words = analysis.lower[first.stop : second.first]
        if second.adjective or _TELLING.isdisjoint(words):
            continue
        between = [word for word in words if word not in _PASSED_OVER]
        if len(between) > _LONGEST_PREDICATE:
            continue
        if tuple(between) in _JOINTS and second.type == first.type:
            return second
        if between[:2] == ["stands", "for"] and between[-1:] == [","]:
            return second
    return None


def _printed(analysis: Analysis, found: Found) -> str:
    return analysis.name_of(found)
