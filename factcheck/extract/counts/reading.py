"""Tokens → counts: the number, its modifiers and range, its unit, its class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck import numerals
from factcheck.extract.counts import frames, roles, units
from factcheck.extract.counts import vocabulary as vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.document import Document
    from factcheck.extract.tokens import Tokens

_GLUED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-zµ]+\d?)")  # 160gb   14,800km
_DASHES = frozenset("-–—")
_JOINTS = _DASHES | {"/", "."}
_LOWER = frozenset("gm")  # "3g" is grams, "3G" is none
_VAGUE = frozenset({"few", "several", "many"})  # "a few hundred million"
_YEARS = range(1500, 2100)
_YEAR = 4
_MODEL = 3  # digits from which on a figure that elsewhere names a model is no count
_THOUSAND = 1000
_SMALL = 10
_TRIVIAL = 3
_TALLY = 8  # words around "52-48" in which a vote or a win is told


class Count(NamedTuple):
    """A quantity at tokens `first` to `stop`; `low` and `high` instead of `number` for a range or a tally.

    `told` are the tokens of the word that tells the class ("killed"). `part` is true for what adds up to a whole with
    other counts ("including three children"); `role` is what a sum or a measure tells ("price", "wind").
    """

    first: int
    stop: int
    number: float | None
    low: float | None
    high: float | None
    unit: str
    mod: str | None
    frame: str | None
    told: tuple[int, int] | None = None
    part: bool = False
    role: str | None = None


class _Number(NamedTuple):
    """A number or range at tokens `first` to `stop`, with the unit that is printed onto it."""

    first: int
    stop: int
    low: float
    high: float | None
    unit: str = ""


def find(document: Document) -> Iterator[Count]:
    """Yield the counts of a document in text order.

    "at least 12 people were killed" → 12, unit "person", mod EQUAL_OR_MORE, frame "killed"
    "US$16 million to $28 million"   → 16,000,000 to 28,000,000, unit "USD", frame "money"
    """
    tokens = document.tokens
    taken = _Taken(document)
    models = _models(document)
    reached = 0
    for i in document.figures:
        if i < reached or taken.holds(i):
            continue
        if tokens.text[i] in models and units.currency_before(tokens, i) is None:
            continue
        count = _count(document, i, reached)
        if count is not None:
            reached = count.stop
            yield roles.fill(tokens, count)


def _models(document: Document) -> frozenset[str]:
    """Return the figures that name a model somewhere in the text: "a Boeing 737", "the 787-8", "fifty 777s"."""
    tokens = document.tokens
    found = set()
    for i in document.figures:
        text = tokens.text[i]
        if not "0" <= text[0] <= "9":
            continue
        if len(text) > _MODEL and text[-1] == "s" and text[:-1].isdecimal() and int(text[:-1]) not in _YEARS:
            found.add(text[:-1])
        elif len(text) >= _MODEL and text.isdecimal() and int(text) not in _YEARS and _is_proper(tokens, i):
            found.add(text)
    return frozenset(found)


class _Taken:
    """What belongs to others: time expressions and names."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted(
            [(time.first, time.stop) for time in document.times]
            + [(name.first, name.stop) for name in document.names if name.named]
        )

        self._next = 0

    def holds(self, token: int) -> bool:
        """Tell whether a token belongs to one; tokens are asked for in ascending order."""
        spans = self._spans
        while self._next < len(spans) and spans[self._next][1] <= token:
            self._next += 1
        return self._next < len(spans) and spans[self._next][0] <= token


def _count(document: Document, i: int, floor: int) -> Count | None:
    tokens = document.tokens
    found = _magnitude(tokens, i) or _tally(tokens, i) or _read(tokens, i, floor)
    if isinstance(found, Count) or found is None:
        return found
    number = _range(tokens, found)
    money = units.currency_before(tokens, number.first)
    if money is not None:
        return _money(tokens, number, *money)
    unit = units.after(tokens, number.stop) if not number.unit else (number.unit, number.stop)
    if unit is None and number.unit == "":
        worded = units.currency_after(tokens, number.stop, number.low)
        if worded is not None:
            code, stop, scale = worded
            return _built(tokens, number._replace(low=number.low * scale), code, stop, "money")
    if unit is not None:
        return None if unit[0] == "time" else _measured(tokens, number, *unit)
    return _things(document, number)


# -- numbers ----------------------------------------------------------------------------------------------------------


def _read(tokens: Tokens, i: int, floor: int) -> _Number | None:
    """Read the number at a token; parts of names, labels, ranks, times of day and scores are none."""
    first = i - 1 if i > floor and tokens.lower[i - 1] in {"a", "an"} and _takes_article(tokens, i) else i
    if _is_label(tokens, first):
        return None
    read = numerals.read(tokens.lower, first)
    if read is None:
        return _glued(tokens, i)
    value, stop = read
    if _is_rank(tokens, stop) or _is_clock(tokens, first, stop):
        return None
    return _Number(first, stop, value, None)


def _takes_article(tokens: Tokens, i: int) -> bool:
    return numerals.read(tokens.lower, i - 1) is not None


def _glued(tokens: Tokens, i: int) -> _Number | None:
    """Read a number with a unit printed onto it: "160GB"   "14,800km"   "£3m" is a magnitude, not a unit."""
    match = _GLUED.fullmatch(tokens.lower[i])
    if not match:
        return None
    unit = units.measure(match[3])
    if unit is None or (len(match[3]) == 1 and match[3] in _LOWER and tokens.text[i][-1] != match[3]):
        return None
    value = float(match[1].replace(",", "") + (match[2] or ""))
    return _Number(i, i + 1, int(value) if value.is_integer() else value, None, unit)


def _is_rank(tokens: Tokens, stop: int) -> bool:
    """Tell "two thirds", "twenty-first" and "one-third" from a count."""
    after = stop + 1 if stop < len(tokens) and tokens.text[stop] in _DASHES else stop
    if after >= len(tokens) or numerals.rank(tokens.lower, after) is None:
        return tokens.lower[after : after + 1] in (["thirds"], ["quarters"], ["fifths"], ["tenths"])
    return after > stop and tokens.glued(after)


def _is_clock(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell clock times, dates in figures and ratios: "18:00", "4/5", "3-1-2019"."""
    marks = {":", "/"}
    before = first > 1 and tokens.text[first - 1] in marks and tokens.glued(first) and tokens.glued(first - 1)
    after = stop + 1 < len(tokens) and tokens.text[stop] in marks and tokens.glued(stop) and tokens.glued(stop + 1)
    return before or (after and tokens.text[stop + 1][0].isdigit())


def _is_label(tokens: Tokens, first: int) -> bool:
    """Tell whether a number names something: "Flight 447", "A330-200", "#5", "iOS 5", "Boeing 737"."""
    if first == 0:
        return False
    before = tokens.text[first - 1]
    if before in _JOINTS and tokens.glued(first) and first > 1 and tokens.glued(first - 1):
        return tokens.text[first - 2][0].isalnum()
    if before in {"#", "'", "’", "‘"} and tokens.glued(first):
        return True
    if not tokens.text[first][0].isdigit() and _is_vague(tokens, first):
        return True
    return tokens.lower[first - 1] in vocabulary.words("nouns", "labels")


def _is_vague(tokens: Tokens, first: int) -> bool:
    """Tell "a few hundred | million" from a number."""
    while first > 0 and numerals.scale(tokens.lower[first - 1]):
        first -= 1
    return first > 0 and tokens.lower[first - 1] in _VAGUE


def _is_proper(tokens: Tokens, first: int) -> bool:
    """Tell whether a figure follows a capitalised word in mid-sentence: a model, a title, a flight."""
    if first == 0 or not tokens.text[first][0].isdigit():
        return False
    if vocabulary.ending(vocabulary.modifiers_before(), tokens.lower, first) is not None:
        return False  # "— About 5,000 people"
    before = tokens.text[first - 1]
    opening = tokens.sentences[tokens.sentence(first)][0] == first - 1
    return before[0].isupper() and before.isalnum() and not opening and before.upper() != "I"


def _range(tokens: Tokens, number: _Number) -> _Number:
    """Read on to the second number: "15-20%", "10 to 15", "between 10 and 15"; "from 5 to 10" is a change."""
    if number.unit or number.stop + 1 >= len(tokens):
        return number
    joint, at = tokens.lower[number.stop], number.stop + 1
    start = number.first
    symbol = units.currency_before(tokens, start)
    lead = tokens.lower[(symbol[1] if symbol else start) - 1] if start > 0 else ""
    dashed = joint in _DASHES and tokens.glued(number.stop) and tokens.glued(at)
    spoken = (joint in {"to", "or"} and lead not in {"from", "by"}) or (joint == "and" and lead == "between")
    if not (dashed or spoken or (joint == "–" and not tokens.glued(number.stop))):
        return number
    second = units.skip_currency(tokens, at)
    read = (
        numerals.read(tokens.lower, second) if second < len(tokens) and numerals.starts(tokens.lower[second]) else None
    )
    if read is None:
        return number
    high, stop = read
    low = _scaled(tokens, number, high, stop)
    if low >= high or (joint == "to" and stop < len(tokens) and tokens.lower[stop] in {"vote", "win", "victory"}):
        return number
    first = start - 1 if lead in {"between"} and not symbol else start
    return _Number(first, stop, low, high)


def _scaled(tokens: Tokens, number: _Number, high: float, stop: int) -> float:
    """Lend the second number's magnitude to a first that has none: "15 to 20 million", "2-3 million"."""
    last = tokens.lower[stop - 1]
    scale = numerals.scale(last)
    bare = number.stop - number.first == 1 and number.low < _THOUSAND
    return number.low * scale if scale and bare and number.low * scale < high else number.low


def _magnitude(tokens: Tokens, i: int) -> Count | None:
    """Read "magnitude 6.1", "a magnitude of 6.1" and "6.1-magnitude" of an earthquake."""
    before = i - 1 - (i > 1 and tokens.lower[i - 1] == "of")
    told = before >= 0 and tokens.lower[before] == _MAGNITUDE
    after = tokens.lower[i + 1 : i + 3]
    if not (told or after[:1] == [_MAGNITUDE] or after == ["-", _MAGNITUDE]) or not _SCALE.fullmatch(tokens.text[i]):
        return None
    return Count(i, i + 1, _whole(float(tokens.text[i])), None, None, _MAGNITUDE, None, None, role=_MAGNITUDE)


_MAGNITUDE = "magnitude"
_SCALE = re.compile(r"\d(\.\d)?")  # 6.1   7


def _tally(tokens: Tokens, i: int) -> Count | None:
    """Read "52-48" near a vote and "2-1" near a win; one number is not below the other by itself."""
    if i + 2 >= len(tokens) or tokens.text[i + 1] not in _DASHES or not tokens.glued(i + 1) or not tokens.glued(i + 2):
        return None
    one, other = tokens.text[i], tokens.text[i + 2]
    if (
        not (one.isdecimal() and other.isdecimal())
        or _is_label(tokens, i)
        or len(one) > _TRIVIAL
        or len(other) > _TRIVIAL
    ):
        return None
    if i + 3 < len(tokens) and ((tokens.text[i + 3] in _DASHES and tokens.glued(i + 3)) or tokens.text[i + 3] == "%"):
        return None
    frame = _tally_frame(tokens, i)
    if frame is None:
        return None
    pair = sorted((float(one), float(other)))
    return Count(i, i + 3, None, _whole(pair[0]), _whole(pair[1]), "vote" if frame == "vote" else "point", None, frame)


def _tally_frame(tokens: Tokens, i: int) -> str | None:
    first, stop = tokens.sentences[tokens.sentence(i)]
    near = tokens.lower[max(first, i - _TALLY) : min(stop, i + _TALLY)]
    for frame in ("vote", "score"):
        if any(word in vocabulary.words("tally", frame) for word in near):
            return frame
    return None


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value


# -- what is counted --------------------------------------------------------------------------------------------------


def _money(tokens: Tokens, number: _Number, code: str, first: int) -> Count | None:
    if number.high is not None and first > 0 and tokens.lower[first - 1] == "between":
        first -= 1
    return _built(tokens, number._replace(first=first), code, units.past_currency(tokens, number.stop), "money")


def _measured(tokens: Tokens, number: _Number, unit: str, stop: int) -> Count | None:
    if unit == "percent" or number.unit or not _is_proper(tokens, number.first):
        return _built(tokens, number, unit, stop, unit if unit in {"percent", "percentage point"} else None)
    return None


def _things(document: Document, number: _Number) -> Count | None:
    """Read what is counted, and its class: "179 new tankers", "killing 12", "12 dead"."""
    tokens = document.tokens
    if _is_proper(tokens, number.first) or _points_back(tokens, number) or _is_year(tokens, number):
        return None
    noun = units.things(tokens, number.stop, tokens.sentences[tokens.sentence(number.first)][1], number.low)
    stop = noun.stop if noun else number.stop
    frame = frames.of(tokens, _lead(tokens, number.first), stop, noun.unit if noun else "person", noun is not None)
    if noun is None:
        return _framed(tokens, number, "person", stop, frame) if frame and frame.name in frames.HUMAN else None
    if noun.unit == "time" or (number.low < _TRIVIAL and number.high is None and frame is None):
        return None
    if frame is None and noun.head in vocabulary.words("nouns", "vague"):
        return None
    return _framed(tokens, number, noun.unit, stop, frame)


def _framed(tokens: Tokens, number: _Number, unit: str, stop: int, frame: frames.Frame | None) -> Count:
    if frame is None:
        return _built(tokens, number, unit, stop, None)
    return _built(tokens, number, unit, stop, frame.name)._replace(told=(frame.first, frame.stop))


def _points_back(tokens: Tokens, number: _Number) -> bool:
    """Tell whether a small count points back: "the two countries", "their three children" stays a count."""
    if number.first == 0 or number.low >= _SMALL:
        return False
    return tokens.lower[number.first - 1] in vocabulary.words("nouns", "definite")


def _is_year(tokens: Tokens, number: _Number) -> bool:
    text = tokens.text[number.first]
    return number.stop == number.first + 1 and len(text) == _YEAR and text.isdecimal() and int(text) in _YEARS


def _lead(tokens: Tokens, first: int) -> int:
    """Return where the modifiers before a number begin."""
    found = vocabulary.ending(vocabulary.modifiers_before(), tokens.lower, first)
    return found[1] if found else first


def _built(tokens: Tokens, number: _Number, unit: str, stop: int, frame: str | None) -> Count:
    """Put a count together with the modifiers around it and the rate after it ("a year")."""
    stop, rate = units.rate(tokens, stop)
    first, mod = number.first, None
    before = vocabulary.ending(vocabulary.modifiers_before(), tokens.lower, first)
    if before is not None:
        mod, first = before
    after = vocabulary.starting(vocabulary.modifiers_after(), tokens.lower, stop)
    if after is not None and mod in {None, "APPROX"}:
        mod, stop = after
    elif mod is None:
        inner = vocabulary.starting(vocabulary.modifiers_after(), tokens.lower, number.stop)
        mod = inner[0] if inner else None
    low = _whole(number.low)
    ranged = number.high is not None
    return Count(
        first,
        max(stop, number.stop),
        None if ranged else low,
        low if ranged else None,
        _whole(number.high) if number.high is not None else None,
        f"{unit}/{rate}" if rate else unit,
        mod,
        frame,
    )
