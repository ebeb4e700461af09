"""The dateline of news copy: place, date, agency, and what ends it.

Comes in: the first token of a line. Goes out: what the dateline says and the token at which the copy begins.

    MOSCOW, April 24. /TASS/. Pyongyang and …        place, date, agency
    PARIS, France (Reuters) - The court …            place, region, agency
    Vladivostok, April 25: Putting forward …         place, date
    KYIV — Two trains …                              place alone
    April 3 (Reuters) - Shares in …                  date and agency
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.extract.masthead import vocabulary
from factcheck.extract.masthead.places import is_city_state, is_country, is_large, is_listed, place_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.document import Document
    from factcheck.extract.tokens import Tokens

_PLACE_WORDS = 6
_REACH = 45
_BRACKET = 18
_SLASHES = 6
_AGENCY_WORDS = 4
_REGIONS = 2
_SPLIT = frozenset("-–—/,;|")
_OPENING = frozenset("\"'“‘„«[")
_TERMINAL = (".", "!", "?", "…", '"', "”", "’", "'")
_WORDS_OF_COPY = 12


class Found(Struct, frozen=True):
    """A dateline: token ranges of the place and of the agency, indices of its times, and where the copy begins.

    `regions` are the containers printed after the place. `strong` tells that an agency stands in it, so that it is
    one wherever it stands.
    """

    place: tuple[int, int] | None
    regions: tuple[str, ...]
    times: tuple[int, ...]
    outlet: str | None
    agency: tuple[tuple[int, int], ...]
    stop: int
    strong: bool


def parse(document: Document, first: int, stop: int, dated: Mapping[int, int]) -> Found | None:
    """Return the dateline that begins at token `first` of a line that ends before `stop`, or None.

    `dated` maps the first token of a time expression to its index in `document.times`.
    """
    reader = _Reader(document, first, stop, dated)
    end = reader.run()
    return None if end is None else reader.found(end)


class _Reader:
    """Reads one line from left to right, never going back."""

    def __init__(self, document: Document, first: int, stop: int, dated: Mapping[int, int]) -> None:
        self.document, self.tokens = document, document.tokens
        self.first, self.stop, self.dated = first, stop, dated
        self.at = first
        self.place: tuple[int, int] | None = None
        self.regions: list[str] = []
        self.times: list[int] = []
        self.names: list[str] = []
        self.known = False
        self.agency: list[tuple[int, int]] = []
        self.ended_by = ""

    def run(self) -> int | None:
        """Return the token at which the copy begins, or None where this is no dateline."""
        self._read_place()
        if self.at == self.first and self.at not in self.dated and self.tokens.text[self.at] != "(":
            return None
        while self.at < min(self.stop, self.first + _REACH):
            before = self.at
            end = self._step()
            if end is not None:
                return end if self._holds(end) else None
            if self.at == before:
                return None
        return self.at if self.at == self.stop and self._holds(self.at) else None

    def found(self, end: int) -> Found:
        return Found(
            place=self.place,
            regions=tuple(self.regions),
            times=tuple(self.times),
            outlet=" / ".join(dict.fromkeys(self.names)) or None,
            agency=tuple(self.agency),
            stop=end,
            strong=self.known or bool(self.names),
        )

    def _read_place(self) -> None:
        end = place_end(self.tokens, self.at, self.stop, self.dated)
        if end == self.at or self.tokens.lower[self.at] in vocabulary.words("datelines", "openers"):
            return
        if not self._bare_agency(self.at):
            self.place, self.at = (self.at, end), end

    def _step(self) -> int | None:
        """Read one part; return the token at which the copy begins once the dateline is over."""
        at, text = self.at, self.tokens.text[self.at]
        if at in self.dated:
            self.times.append(self.dated[at])
            self.at = max(self.document.times[self.dated[at]].stop, at + 1)
        elif text == "(":
            self._bracket()
        elif text == "/":
            self._slashes()
        elif text in vocabulary.words("header", "dashes") or text == ":":
            return self._end(text)
        elif text == "." and (self.names or self._sentence_follows()):
            self.ended_by = "."
            return self._after_dashes(at + 1)
        elif text in {".", ","}:
            self.at += 1
        elif self._bare_agency(at) or self._region():
            return None
        elif self.known and (text[0].isupper() or text[0] in _OPENING):
            return at
        return None

    def _sentence_follows(self) -> bool:
        """Tell whether a point after the date ends the dateline: "BAKU, Azerbaijan, May 3. The president …"."""
        after = self.at + 1
        if not self.times or after >= self.stop or not self.tokens.text[after][0].isupper():
            return False
        return after not in self.dated and self._agency_end(after) is None

    def _end(self, mark: str) -> int | None:
        """Read a dash or colon: the end, unless an agency follows ("MOSCOW, April 24 - RIA Novosti.")."""
        after = self._after_dashes(self.at + 1)
        self.at, self.ended_by = after, mark
        if not self.names and after < self.stop:
            text = self.tokens.text[after]
            if (text == "(" and self._bracket()) or self._bare_agency(after, closed=True):
                return None
        return None if self._set_off(after) else after

    def _after_dashes(self, at: int) -> int:
        while at < self.stop and self.tokens.text[at] in vocabulary.words("header", "dashes"):
            at += 1
        return at

    def _set_off(self, after: int) -> bool:
        """Tell whether a date between dashes goes on: "NEW YORK--(BUSINESS WIRE)--May 3, 2021--A maker …"."""
        if self.times or after not in self.dated:
            return False
        stop = self.document.times[self.dated[after]].stop
        return stop < self.stop and self.tokens.text[stop] in vocabulary.words("header", "dashes")

    def _bracket(self) -> bool:
        """Read "(Reuters)", "(APP - UrduPoint - 21st Nov, 2019 )"; leave the reader where it is if it is neither."""
        close = _find(self.tokens, ")", self.at + 1, min(self.stop, self.at + _BRACKET))
        if close is not None and self.place and not self.regions and is_country(self.tokens.slice(self.at + 1, close)):
            self.regions.append(self.tokens.slice(self.at + 1, close))
            self.at = close + 1
            return True
        return close is not None and self._names(self.at + 1, close)

    def _slashes(self) -> bool:
        """Read "/TASS/", "/PRNewswire-USNewswire/"."""
        close = _find(self.tokens, "/", self.at + 1, min(self.stop, self.at + _SLASHES))
        return close is not None and self._names(self.at + 1, close)

    def _names(self, first: int, close: int) -> bool:
        """Take the names and dates between two marks; all must be either."""
        names: list[tuple[int, int]] = []
        times: list[int] = []
        at = first
        while at < close:
            if at in self.dated:
                times.append(self.dated[at])
                at = max(self.document.times[self.dated[at]].stop, at + 1)
                continue
            end = self._name_end(at, close)
            if end > at:
                names.append((at, end))
            at = max(end, at + 1)
        if not (names or times) or not all(self._is_name(*name) for name in names):
            return False
        for name in names:
            self._take(*name)
        self.times += times
        self.at = close + 1
        return True

    def _name_end(self, at: int, close: int) -> int:
        """Return where a name ends: at a mark that splits, unless both sides together are known ("RFE/RL")."""
        if self.tokens.slice(at, close).lower() in vocabulary.agencies():
            return close
        while at < close and at not in self.dated and not self._splits(at):
            at += 1
        return at

    def _splits(self, at: int) -> bool:
        text = self.tokens.text[at]
        inside = text == "-" and self.tokens.glued(at) and self.tokens.glued(at + 1)
        return text in _SPLIT and not inside

    def _is_name(self, first: int, stop: int) -> bool:
        """Tell whether tokens can be an outlet: known, or few words with capitals."""
        if self._is_agency(first, stop):
            return True
        parts = [i for i in range(first, stop) if self.tokens.text[i][0].isalnum() and not self._after_point(i)]
        words = [self.tokens.text[i] for i in parts]
        small = vocabulary.words("datelines", "connectors")
        return 0 < len(words) <= _PLACE_WORDS and all(word[0].isupper() or word in small for word in words)

    def _is_agency(self, first: int, stop: int) -> bool:
        """Tell whether tokens are an agency or a service of one: "Reuters", "dpa-AFX"."""
        known = vocabulary.agencies()
        if self.tokens.slice(first, stop).lower() in known:
            return True
        return self.tokens.text[min(first + 1, stop - 1)] == "-" and self.tokens.lower[first] in known

    def _after_point(self, at: int) -> bool:
        """Tell whether a token is the end of an address: "PR.com"."""
        return self.tokens.text[at - 1] == "." and self.tokens.glued(at)

    def _take(self, first: int, stop: int) -> None:
        printed = self.tokens.slice(first, stop)
        name = vocabulary.agencies().get(printed.lower())
        self.known = self.known or name is not None or self.tokens.lower[first] in vocabulary.agencies()
        self.names.append(name or printed)
        self.agency.append((first, stop))

    def _bare_agency(self, at: int, closed: bool = False) -> bool:
        """Take an agency that no mark encloses: "ASTANA. KAZINFORM –", "Baku, April 24, Trend:"."""
        stop = self._agency_end(at)
        if stop is None:
            return False
        marks = vocabulary.words("header", "dashes")
        ends = stop == self.stop or self.tokens.text[stop] in marks or self.tokens.text[stop] in ".:,"
        if not ends and (closed or stop not in self.dated):
            return False
        self._take(at, stop)
        self.at = stop
        return True

    def _agency_end(self, at: int) -> int | None:
        """Return the token after an agency's name, None where none stands here."""
        tokens = self.tokens
        if tokens.lower[at] not in vocabulary.agency_openers() or not tokens.text[at][0].isupper():
            return None
        stops = range(min(at + _AGENCY_WORDS, self.stop), at, -1)
        return next((stop for stop in stops if tokens.slice(at, stop).lower() in vocabulary.agencies()), None)

    def _region(self) -> bool:
        """Read a container of the place after its comma: ", France", ", Va.", ", United Arab Emirates"."""
        if self.place is None or self.tokens.text[self.at - 1] != "," or len(self.regions) >= _REGIONS:
            return False
        end = place_end(self.tokens, self.at, self.stop, self.dated)
        if end == self.at:
            return False
        printed = self.tokens.slice(self.at, end)
        self.regions.append(vocabulary.states().get(printed.lower().replace(" ", ""), printed))
        self.at = end
        return True

    def _holds(self, end: int) -> bool:
        """Tell whether what was read is enough to be a dateline."""
        if self.place is None:
            return self.known and (bool(self.ended_by) or self._opens_copy(end))
        if self.known:
            return True
        place = self.tokens.slice(*self.place)
        if place.lower() in _no_places() or not self._copy_follows(end):
            return False
        listed = is_listed(place)
        if self.names or self.times:
            return (place.isupper() or listed) and (bool(self.ended_by) or (end == self.stop and listed))
        return self._alone(place, listed, end)

    def _opens_copy(self, end: int) -> bool:
        """Tell whether copy follows the bracket that opens the line: "(CNN)The mayor …"."""
        return end < self.stop and self.tokens.text[end][0].isupper() and self.tokens.text[self.first] == "("

    def _alone(self, place: str, listed: bool, end: int) -> bool:
        """Judge a place with nothing beside it but a dash or colon ("KYIV —", "NEW DELHI:")."""
        if not self.ended_by:
            return end == self.stop and place.isupper() and listed and not is_country(place)
        if self._is_hyphenated(end):
            return False
        if self.regions and is_listed(self.regions[-1]) and self.ended_by != ":":
            return place.isupper() or listed
        if not listed or (self.ended_by == ":" and is_country(place) and not is_city_state(place)):
            return False
        if end < self.stop and self.tokens.glued(end) and self._route(end):
            return False
        return place.isupper() or (is_large(place) and not self._route(end))

    def _is_hyphenated(self, end: int) -> bool:
        """Tell a hyphen inside a word from a dash without spaces: "KYIV-based owners", "DETROIT-Cars are dear."."""
        after = self.place[1] if self.place else end
        if after >= len(self.tokens) or self.tokens.text[after] != "-" or not self.tokens.glued(after):
            return False
        return end >= self.stop or not (
            self.tokens.text[end][0].isupper() and is_large(self.tokens.slice(self.first, after))
        )

    def _route(self, end: int) -> bool:
        """Tell whether a dash joins two places: "The London – Paris train"."""
        other = place_end(self.tokens, end, self.stop, self.dated)
        return other > end and is_listed(self.tokens.slice(end, other))

    def _copy_follows(self, end: int) -> bool:
        """Tell whether the rest of the line reads as a sentence and not as a headline."""
        if end == self.stop:
            return self.ended_by != ":"
        words = sum(word[0].isalnum() for word in self.tokens.text[end : self.stop])
        ends = self.tokens.text[self.stop - 1][-1] in _TERMINAL or words >= _WORDS_OF_COPY
        return ends and not self.tokens.text[end][0].islower()


@cache
def _no_places() -> frozenset[str]:
    """Return what may stand before a dash or colon, or a date, and is no place of filing."""
    labels = vocabulary.words("header", "labels") | vocabulary.words("header", "updated")
    return labels | vocabulary.words("datelines", "labels")


def _find(tokens: Tokens, mark: str, first: int, stop: int) -> int | None:
    return next((i for i in range(first, stop) if tokens.text[i] == mark), None)
