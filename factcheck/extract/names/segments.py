"""Tokens → segments: known names, office phrases and capitalised runs that may be names, in text order.

"TASS Director General Sergei Mikhailov" → TASS (organization), [office], Sergei Mikhailov (unknown)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import ne

from factcheck import gazetteer
from factcheck.extract.names.runs import Runs
from factcheck.extract.names.vocabulary import Entry

_LONGEST_BODY = 11
_SHORTEST_SHOUT = 4


class Segment:
    """A stretch of tokens that may be a name.

    `kind` is "place", "adjective", "organization", "other" or "unknown"; `entry` is the known name behind it, `form` an
    unknown one's tokens joined by blanks. `headline` is true where every word of the sentence has a capital, `opens`
    where the segment begins a sentence, `shouting` where it is a sentence in capitals throughout.
    """

    __slots__ = ("entry", "first", "form", "headline", "kind", "opens", "shouting", "stop")

    def __init__(self, first: int, stop: int, kind: str, entry: Entry | None, *, headline: bool, opens: bool) -> None:
        self.first = first
        self.stop = stop
        self.kind = kind
        self.entry = entry
        self.headline = headline
        self.opens = opens
        self.form = ""
        self.shouting = False


class Segmenter(Runs):
    """Finds the segments of one document."""

    def find(self) -> list[Segment]:
        """Return the segments in text order."""
        segments: list[Segment] = []
        # Comparing with the lower-case form is faster than looking at each token's first letter.
        cased = compress(range(len(self.text)), map(ne, self.text, self.lower))
        capital = [index for index in cased if self.text[index][0].isupper()]
        position = 0
        sentences = iter(self.tokens.sentences)
        first = stop = 0
        headline = False
        for index in capital:
            if index < position:
                continue
            if index >= stop:
                while index >= stop:
                    first, stop = next(sentences)
                headline = self._is_headline(first, stop)
                if self.text[first].isupper() and self._is_shouting(first, stop):
                    segments.append(self._shouted(first, stop))
                    position = stop
                    continue
            position = max(position, index + 1)
            before = self.text[index - 1]
            if self.masked[index] or self.inside_office[index] or (before == "-" and self._is_party(index - 2)):
                continue
            opens = index in (first, self.lead) or (not before[0].isalnum() and self._opens(index, first))
            found = self._segment(index, stop, headline=headline, opens=opens)
            if found:
                position = max(position, found.stop)
                if not self._is_priced(found) and not self._is_model(found):
                    segments.append(found)
        merged = list(self._merged(segments))
        bracketed = [segment for segment in merged if self.text[segment.stop : segment.stop + 1] == ["("]]
        self.body_stops = {segment.stop for segment in bracketed if self._is_named_body(segment)}
        return merged

    def _segment(self, index: int, limit: int, *, headline: bool, opens: bool) -> Segment | None:
        office = self.office_at.get(index)
        known = self._known(index, limit)
        if known and not (office and office.stop >= known[0]) and not self._is_forename(index, known, limit):
            stop, kind, entry = self._known_segment(index, known, limit, headline=headline)
            return Segment(index, stop, kind, entry, headline=headline, opens=opens)
        if office and not self._is_given_name(index, office, limit):
            return None
        if self.lower[index] in self.words.status or self._is_honorific(index) or self._is_party(index):
            return None
        if opens and self.lower[index] in self.words.function and not self._is_initial(index):
            return None
        if self._is_function(index) or (opens and (self._is_descriptor(index) or self._is_epithet(index, limit))):
            return None
        if headline and self._is_told(index, limit):
            return None
        if self._is_road(index):
            return Segment(index, index + 2, "place", None, headline=headline, opens=opens)
        stop = self._run_stop(index, limit)
        if headline:
            stop = self._before_common(index, stop)
        return Segment(index, stop, "unknown", None, headline=headline, opens=opens)

    def _known_segment(
        self, index: int, known: tuple[int, Entry], limit: int, *, headline: bool
    ) -> tuple[int, str, Entry | None]:
        """Return end, kind and entry of what begins with a known name: "Ford", "Ford Motor Co.", "Congo River"."""
        stop, entry = known
        longer = self._run_stop(index, limit)
        closes = longer > stop and self.text[stop][0].isupper() and self._closes_body(longer)
        if entry.kind in ("organization", "other") and closes:
            return longer, "organization", None
        may_grow = entry.kind != "adjective" and not headline and not closes
        feature = self._feature_stop(index, stop, limit) if may_grow else 0
        if feature and entry.kind == "other" and not gazetteer.look_up(self.tokens.slice(index, feature)):
            feature = 0
        return (feature, "place", None) if feature else (stop, entry.kind, entry)

    def _is_party(self, index: int) -> bool:
        """Tell the party and state in a bracket, "(D-Ga.)", "(R-AZ)"."""
        if index < 1 or self.text[index - 1] not in ("(", ","):
            return False
        return self.text[index] in ("D", "R", "I") and self.text[index + 1 : index + 2] == ["-"]

    def _is_honorific(self, index: int) -> bool:
        """Tell "Comrade" and "Mr" before a name from names that are also forms of address ("Don")."""
        if self.lower[index] not in self.words.honorifics or self.lower[index] in self.words.given:
            return False
        following = self.text[index + 1 : index + 2]
        named = bool(following) and (following[0] == "." or following[0][0].isupper())
        return named and not self._is_heading(index + 1)

    def _is_descriptor(self, index: int) -> bool:
        """Tell "Retailer" and "Carmaker" before a name at the head of a sentence; "Bank" may begin one."""
        word = self.lower[index]
        return word in self.words.before_org and word not in self.words.body and word not in self.words.opening

    def _is_epithet(self, index: int, limit: int) -> bool:
        """Tell "Slimming" and "Indebted" before a known body at the head of a sentence or headline."""
        word = self.lower[index]
        if not word.endswith(("ing", "ed")) or word in self.words.given or word in self.words.family:
            return False
        known = self._known(index + 1, limit) if index + 1 < limit else None
        return bool(known and known[1].kind == "organization" and not self._closes_body(self._run_stop(index, limit)))

    def _is_told(self, index: int, limit: int) -> bool:
        """Tell "Jury" and "Sentences" from the name that follows them in a headline: "Jury Sentences | Dylann Roof"."""
        words, lower = self.words, self.lower
        if index + 2 >= limit or lower[index] not in words.common or self._names(index):
            return False
        if lower[index + 1] in words.common and not self._names(index + 1) and not self._is_body(index + 1):
            return lower[index + 2] in words.given and self.text[index + 2][0].isupper()
        before = index > 0 and lower[index - 1] in words.common and not self._names(index - 1)
        return before and lower[index + 1] in words.given and self.text[index + 2][0].isupper()

    def _names(self, index: int) -> bool:
        return self.lower[index] in self.words.given or self.lower[index] in self.words.family

    def _is_road(self, index: int) -> bool:
        """Tell "Highway 61" and "Interstate 95"."""
        following = self.text[index + 1] if index + 1 < len(self.text) else ""
        return self.lower[index] in self.words.roads and following.isdigit()

    def _before_common(self, first: int, stop: int) -> int:
        """Return the end of a name in a headline, in which any word may have a capital: "Xi | Meet"."""
        words = self.words
        while stop > first + 1 and self.lower[stop - 1] in words.common:
            word = self.lower[stop - 1]
            if word in words.family or word in words.given or self._is_heading(stop - 1):
                break
            stop -= 1
        return stop

    def _is_priced(self, segment: Segment) -> bool:
        """Tell "US$40" from "US": the mark of a currency is no place."""
        return self.text[segment.stop : segment.stop + 1] == ["$"] and self.tokens.glued(segment.stop)

    def _is_model(self, segment: Segment) -> bool:
        """Tell the product "Airbus A330" or "Boeing 737" from the company: a model's number follows."""
        stop = segment.stop
        if segment.kind != "organization" or stop >= len(self.text) or stop in self.time_starts:
            return False
        number = self.text[stop]
        if self.text[stop + 1 : stop + 2] in (["-"], ["–"]):
            return False
        return number[-1].isdigit() and (number[0].isupper() or (number.isdigit() and len(number) == 3))

    def _opens(self, index: int, first: int) -> bool:
        """Tell whether a token is the first word of its sentence, quotation marks and bullets apart."""
        while index > first and not self.text[index - 1][0].isalnum():
            if self.text[index - 1] in ",;)":
                return False
            index -= 1
        return index == first

    def _is_headline(self, first: int, stop: int) -> bool:
        """Tell whether nearly every longer word of a sentence has a capital, so that capitals say nothing."""
        if self.text[stop - 1] == ".":
            return False
        last = stop - 1 if self.text[stop - 1].isalnum() or stop - first < 2 else stop - 2
        if self.text[last] == ".":
            return False
        longer = [text for text in self.text[first:stop] if len(text) > 3 and text[0].isalpha()]
        return len(longer) > 3 and sum(text[0].isupper() for text in longer) >= 0.8 * len(longer)

    def _is_shouting(self, first: int, stop: int) -> bool:
        """Tell a headline in capitals throughout, in which "UN" may be the end of a name."""
        words = [text for text in self.text[first:stop] if len(text) > 1 and text[0].isalpha()]
        return len(words) >= _SHORTEST_SHOUT and all(text.isupper() for text in words)

    def _shouted(self, first: int, stop: int) -> Segment:
        segment = Segment(first, stop, "unknown", None, headline=True, opens=True)
        segment.shouting = True
        return segment

    def _merged(self, segments: list[Segment]) -> Iterator[Segment]:
        """Join neighbours that are one organisation: "China" + "Eastern Airlines", "Air" + "Canada"."""
        held: Segment | None = None
        for segment in segments:
            if held and held.stop == segment.first and self._joins(held, segment):
                held = Segment(held.first, segment.stop, "organization", None, headline=held.headline, opens=held.opens)
                continue
            if held:
                yield held
            held = segment
        if held:
            yield held

    def _is_named_body(self, segment: Segment) -> bool:
        """Tell whether a segment may be what a bracketed abbreviation after it stands for."""
        if segment.kind != "unknown":
            return segment.kind in ("organization", "place")
        last = self.lower[segment.stop - 1]
        if last in self.words.other and last not in self.words.body:
            return False
        return any(self._is_body(index) for index in range(segment.first, segment.stop))

    def _joins(self, left: Segment, right: Segment) -> bool:
        if right.kind == "unknown" and left.kind in ("place", "adjective"):
            return self._is_body(self._head(right)) and (right.stop - right.first < _LONGEST_BODY)
        if right.kind == "organization" and left.kind in ("place", "adjective"):
            return right.entry is None or self._is_body(right.stop - 1)
        if right.kind == "place" and left.kind == "organization" and not left.headline:
            return self._is_region(right)
        if right.kind == "place" and left.kind == "unknown":
            if self.lower[left.stop - 1] in self.words.compass or left.stop - left.first > 1:
                return False
            return self.lower[left.first] in ("air", "bank") or (
                not left.opens and not left.headline and self._is_carrier(right)
            )
        return False

    def _head(self, segment: Segment) -> int:
        """Return the token that a name is about: "Court" of "Bankruptcy Court for the Southern District"."""
        inside = range(segment.first + 1, segment.stop)
        return next((index for index in inside if self.lower[index] in ("of", "for")), segment.stop) - 1

    def _is_region(self, right: Segment) -> bool:
        """Tell "GM Europe" and "Toyota Canada": a country or continent glued to a company."""
        return bool(right.entry and right.entry.place and right.entry.place.kind in ("country", "continent", "part"))

    def _is_carrier(self, right: Segment) -> bool:
        """Tell "Garuda Indonesia" and "Telecom Italia": a bare country glued to a word before it, sentence going on."""
        return bool(right.entry and right.entry.place and right.entry.place.kind == "country")
