"""Segments → types: what the words in a name and around it say of whether it is a person, organisation or place.

Evidence is weighed for each distinct form over the whole article, so that one telling use decides the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extract.names.offices import Office
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.extract.names.vocabulary import Words

PERSON, ORGANIZATION, PLACE, OTHER = "person", "organization", "place", "other"
_ENOUGH = 1.0
_LARGE_CITY = 100_000
_METROPOLIS = 1_000_000
_APPOSITION = 5
_Weight = tuple[str, float]


class Evidence:
    """Weighs the unknown segments of one document."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.text = segmenter.text
        self.lower = segmenter.lower
        self.words: Words = segmenter.words
        self.office_stop: dict[int, Office] = {office.stop: office for office in segmenter.offices}
        self.office_at = segmenter.office_at

    def decide(self, segments: list[Segment]) -> dict[str, str]:
        """Return the type of each unknown form (as printed, tokens joined by blanks) that is a name of some kind."""
        totals: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        uses: defaultdict[str, int] = defaultdict(int)
        running: set[str] = set()
        for segment in segments:
            form = self.form(segment)
            if form not in uses:
                for kind, weight in self._inside(segment):
                    totals[form][kind] += weight
            uses[form] += 1
            if not segment.headline and not (segment.opens and segment.stop - segment.first == 1):
                running.add(form)
            if not segment.headline:
                strongest: dict[str, float] = {}
                for kind, weight in self._around(segment):
                    strongest[kind] = max(strongest.get(kind, -9.0), weight)
                for kind, weight in strongest.items():
                    totals[form][kind] += weight if uses[form] == 1 else weight / 2
        return {
            form: best
            for form, weights in totals.items()
            if (best := self._best(form, weights, in_running_text=form in running))
        }

    def form(self, segment: Segment) -> str:
        """Return the form that uses are counted by."""
        return " ".join(self.text[segment.first : segment.stop])

    def _best(self, form: str, weights: dict[str, float], *, in_running_text: bool) -> str | None:
        """Return the likeliest type, None where too little speaks for any; a lone common word needs more."""
        kind = max((PERSON, ORGANIZATION, PLACE, OTHER), key=lambda kind: weights.get(kind, 0.0))
        enough = _ENOUGH
        tokens = form.lower().split(" ")
        if not in_running_text:
            enough = 3.0 if all(token in self.words.common for token in tokens) else 2.0
        elif len(tokens) == 1 and tokens[0] in self.words.common:
            enough = 2.5
        return kind if weights.get(kind, 0.0) >= enough and kind != OTHER else None

    # -- the name itself ----------------------------------------------------------------------------------------------

    def _inside(self, segment: Segment) -> Iterator[_Weight]:
        tokens = [token for token in self.lower[segment.first : segment.stop] if token not in ".-"]
        words = self.words
        last, head = tokens[-1], tokens[0]
        if last in words.legal and len(tokens) > 1:
            yield ORGANIZATION, 6.0
        if len(tokens) > 1:
            yield from self._headed(tokens)
        yield from self._personal(segment, tokens)
        printed = self.text[segment.first]
        if len(tokens) == 1 and printed.isupper() and 2 <= len(printed) <= 6:
            yield ORGANIZATION, 1.2
            yield PERSON, -3.0
        if any(char.isdigit() for token in tokens for char in token):
            yield OTHER, 6.0 if len(tokens) == 1 else 3.0
        elif len(tokens) == 1 and any(char.isupper() for char in printed[1:]) and not printed.isupper():
            yield ORGANIZATION, 0.8
        common = sum(token in words.common for token in tokens)
        if len(tokens) > 1 and common == len(tokens) and head not in words.given:
            yield OTHER, 2.0
            yield PERSON, -3.0
        elif common:
            yield PERSON, -0.7 * common
        yield from self._gazetteer(segment, tokens)

    def _headed(self, tokens: list[str]) -> Iterator[_Weight]:
        """Weigh the word that heads the name: "Bank", "Airport", "War"."""
        words = self.words
        last = tokens[-1]
        if last in words.body:
            yield ORGANIZATION, 5.0
        elif any(token in words.body for token in tokens[:-1]):
            yield ORGANIZATION, 3.0 if tokens[0] not in words.given else 1.0
        if last in words.facility or last in words.nature or last in words.settled:
            yield PLACE, 5.5
        elif tokens[0] in words.leading_feature:
            yield PLACE, 4.0
        if last in words.other:
            yield OTHER, 4.5
        elif any(token in words.other for token in tokens):
            yield OTHER, 1.0
        if tokens[0] in words.domains:
            yield ORGANIZATION, 0.8
            yield PERSON, -2.0

    def _personal(self, segment: Segment, tokens: list[str]) -> Iterator[_Weight]:
        words = self.words
        folded = gazetteer.fold(tokens[0])
        several = len(tokens) > 1
        if folded in words.given:
            yield PERSON, 3.0 if several and len(tokens) < 5 else 1.0
        elif several and folded in words.eastern and len(tokens) < 5:
            yield PERSON, 2.0
        if tokens[-1] in words.suffixes and several:
            yield PERSON, 4.0
        if gazetteer.fold(tokens[-1]) in words.family:
            yield PERSON, 1.0
        printed = self.text[segment.first : segment.stop]
        if any(token in words.inner for token in printed[1:-1]):
            yield PERSON, 1.5
        if several and any(len(token) == 1 and token.isupper() for token in printed[:-1]):
            yield PERSON, 2.0
        if (
            several
            and tokens[0] not in words.given
            and printed[0].isupper()
            and len(printed[0]) > 1
            and "." not in printed
        ):
            yield PERSON, -2.0
        if tokens[-1].endswith(words.patronymics) and several:
            yield PERSON, 1.0
        if 2 <= len(tokens) <= 3 and all(token[0].isalpha() for token in tokens):
            yield PERSON, 1.0
        elif len(tokens) == 1:
            yield ORGANIZATION, 0.5
        elif len(tokens) > 4:
            yield ORGANIZATION, 1.0
            yield PERSON, -2.0
        if "&" in tokens:
            yield ORGANIZATION, 3.0
        if several and any(len(token) > 1 and token.isupper() and token.isalpha() for token in printed):
            mixed = not all(token.isupper() for token in printed if token.isalpha())
            yield PERSON, -3.0 if mixed else 0.0
            yield ORGANIZATION, 0.8 if mixed else 0.0

    def _gazetteer(self, segment: Segment, tokens: list[str]) -> Iterator[_Weight]:
        name = self.segmenter.tokens.slice(segment.first, segment.stop)
        places = gazetteer.look_up(name)
        if not places:
            if len(tokens) > 1 and tokens[0] not in self.words.given and self._is_large_city(self.text[segment.first]):
                yield PLACE, 1.5
                yield PERSON, -1.5
            return
        folded = gazetteer.fold(name)
        if folded in self.words.ambiguous:
            yield PLACE, 1.6 if folded in self.words.likely else 0.3
        elif len(tokens) > 1:
            yield PLACE, 4.5
        elif folded in self.words.given or folded in self.words.family or folded in self.words.common:
            yield PLACE, 0.8 if places[0].population < 1_000_000 else 2.0
        else:
            yield PLACE, 3.5 if places[0].population >= _LARGE_CITY else 1.8

    def _is_large_city(self, word: str) -> bool:
        places = gazetteer.look_up(word)
        return bool(places) and places[0].population > _METROPOLIS and gazetteer.fold(word) not in self.words.ambiguous

    # -- the words around ---------------------------------------------------------------------------------------------

    def _around(self, segment: Segment) -> Iterator[_Weight]:
        yield from self._before(segment)
        yield from self._after(segment)
        yield from self._apposed(segment)

    def _before(self, segment: Segment) -> Iterator[_Weight]:
        words, first = self.words, segment.first
        if not first:
            return
        office = self.office_stop.get(first)
        before = self.lower[first - 1]
        if office and (not office.post.plural or self.lower[segment.stop : segment.stop + 1] in (["and"], [","])):
            society = office.post.sector in ("society", "culture", "sport") or office.post.descriptor
            yield PERSON, 2.0 if society and not self.text[office.first][0].isupper() else 5.0
        if before == "." and first > 1:
            before = self.lower[first - 2] if self.lower[first - 2] in words.honorifics else before
        if (before in words.honorifics and self.text[first - 1] != before) or before in ("mr", "mrs", "ms", "dr"):
            yield PERSON, 5.0
        if before in words.before_org:
            yield ORGANIZATION, 3.0
        if before in words.before_place:
            yield PLACE, 3.0
        if before == "of" and first > 1:
            yield from self._of(first)
        if before in words.place_strong:
            yield PLACE, 2.0
        elif before in words.place_prepositions:
            yield PLACE, 0.8
            yield ORGANIZATION, 0.5
        if before == "the":
            yield PERSON, -2.0
            yield ORGANIZATION, 0.6
        if before in ("'s", "’s"):
            yield ORGANIZATION, 1.2
            yield PERSON, 0.4
        if before == "by":
            yield ORGANIZATION, 0.5
            yield PERSON, 0.5

    def _of(self, first: int) -> Iterator[_Weight]:
        noun = self.lower[first - 2]
        if noun in self.words.before_place:
            yield PLACE, 4.0
        office = self.office_stop.get(first - 1)
        if (office and office.post.sector in ("business", "government")) or noun in ("director", "head", "chairman"):
            yield ORGANIZATION, 1.5
            yield PLACE, 0.8
        if noun in (
            "outside",
            "north",
            "south",
            "east",
            "west",
            "outskirts",
            "streets",
            "mayor",
            "miles",
            "km",
            "bishop",
        ):
            yield PLACE, 3.0

    def _after(self, segment: Segment) -> Iterator[_Weight]:
        words, stop = self.words, segment.stop
        if stop >= len(self.lower):
            return
        after = self.lower[stop]
        if (after == "-" and self.text[stop + 1 : stop + 2] and self.text[stop + 1][0].isdigit()) or after[0].isdigit():
            yield OTHER, 4.0 if stop not in self.segmenter.time_starts else 0.0
        office = self.office_at.get(stop)
        if office and office.post.sector in ("business", "media", "police", "academia"):
            yield ORGANIZATION, 2.5 if office.post.unique or office.post.sector == "media" else 1.2
        if after in words.after_org:
            yield ORGANIZATION, 2.0
        if after in words.after_place:
            yield PLACE, 1.5
        if after in words.speech:
            yield PERSON, 1.6
            yield ORGANIZATION, 0.6
        elif after in words.personal:
            yield PERSON, 1.5
        elif after in words.org_verbs:
            yield ORGANIZATION, 0.8
            yield PERSON, 0.4
        if after in ("'s", "’s"):
            yield ORGANIZATION, 0.6
            yield PERSON, 0.4
        if after in ("who", "whose", "whom"):
            yield PERSON, 3.0
        if after in ("in", "on", "at", "to", "of", "and", ",") and segment.stop - segment.first > 1:
            yield PERSON, 0.2
        if after in ("-", "–") and stop + 1 < len(self.lower) and self.lower[stop + 1] in words.after_org:
            yield ORGANIZATION, 1.5
        if (
            after == ")"
            and self.lower[segment.first - 1 : segment.first] == ["("]
            and segment.stop - segment.first == 1
        ) and (segment.first - 1) not in self.segmenter.body_stops:
            yield OTHER, 3.0
            yield ORGANIZATION, -1.0

    def _apposed(self, segment: Segment) -> Iterator[_Weight]:
        """Weigh what a comma or bracket adds: "X, 49,"; "X, head of"; "X, a city in"; "X, Alabama"; "X (born"."""
        stop, size = segment.stop, len(self.lower)
        if stop + 1 >= size or self.lower[stop] not in (",", "("):
            return
        following = self.lower[stop + 1]
        if self.lower[stop] == "(":
            if following == "born" or (
                (following == "r" or following == "d") and self.lower[stop + 2 : stop + 3] == ["-"]
            ):
                yield PERSON, 4.0
            return
        if following.isdigit() and len(following) <= 2 and self.lower[stop + 2 : stop + 3] in ([","], ["."]):
            yield PERSON, 4.0
        if following in ("who", "whose", "whom", "aged"):
            yield PERSON, 4.0
        known = self.segmenter._known(stop + 1, size)
        if known and known[1].kind == "place" and self._before_is_place(segment):
            yield PLACE, 4.0
        yield from self._apposed_noun(stop + 1, size)

    def _before_is_place(self, segment: Segment) -> bool:
        """Tell whether "X, France" is a place in a country and not an item in a list of nations."""
        before = self.lower[segment.first - 1] if segment.first else ""
        known = bool(gazetteer.look_up(self.segmenter.tokens.slice(segment.first, segment.stop)))
        return known or before in self.words.place_prepositions or before in self.words.place_strong

    def _apposed_noun(self, start: int, size: int) -> Iterator[_Weight]:
        for index in range(start, min(start + _APPOSITION, size)):
            word = self.lower[index]
            office = self.office_at.get(index)
            if office and not office.post.plural:
                following = self.text[office.stop : office.stop + 1]
                if not (following and following[0][0].isupper()):
                    yield PERSON, 4.0
                return
            if index > start and word in self.words.before_org:
                yield ORGANIZATION, 3.5
                return
            if index > start and word in self.words.before_place:
                yield PLACE, 3.5
                return
            if word in self.words.function and word not in ("the", "a", "an", "its", "his", "her", "their", "former"):
                return
            if not word[0].isalnum() and word not in ("-", "'s", "’s"):
                return
