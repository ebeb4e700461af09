"""Analysis → names that the text itself says are one thing.

"North Korea, or the Democratic People's Republic of Korea (DPRK)", "Korean Central News Agency (KCNA)"
"DPRK stands for the North's official name, the Democratic People's Republic of Korea"
"Ilich Ramirez Sanchez, also known as Carlos"
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicon
from factcheck.extract.names.record import Alias
from factcheck.extract.names.resolution import may_abbreviate

if TYPE_CHECKING:
    from factcheck.extract.names.analysis import Analysis
    from factcheck.extract.names.mentions import Found

_LONGEST_PREDICATE = 8
_REACH = 12  # tokens between two names of one thing


class _Joints(NamedTuple):
    """Runs of words that make two names one; `telling` holds the last word of each, which most neighbours lack."""

    whole: frozenset[tuple[str, ...]]
    passed_over: frozenset[str]
    telling: frozenset[str]


@cache
def _joints() -> _Joints:
    table = lexicon.load("aliases")
    whole = frozenset(tuple(joint.split()) for joint in table["joints"])
    passed_over = frozenset(table["passed_over"])
    return _Joints(whole, passed_over, frozenset(joint[-1] for joint in whole) - passed_over)


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
    first, joints = analysis.found[index], _joints()
    for second in analysis.found[index + 1 : index + 3]:
        if second.first - first.stop > _REACH:
            return None
        words = analysis.lower[first.stop : second.first]
        if second.adjective or joints.telling.isdisjoint(words):
            continue
        between = [word for word in words if word not in joints.passed_over]
        if len(between) > _LONGEST_PREDICATE:
            continue
        if tuple(between) in joints.whole and second.type == first.type:
            return second
        if between[:2] == ["stands", "for"] and between[-1:] == [","]:
            return second
    return None


def _printed(analysis: Analysis, found: Found) -> str:
    return analysis.name_of(found)
