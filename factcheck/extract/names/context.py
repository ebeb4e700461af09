"""Segments → evidence from the words around them: titles, verbs, prepositions, appositions.

"the airline Ryanair" → organization    "Derek Osei, 51" → person    "the town of Jérémie" → place
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck import gazetteer
from factcheck.extract.names.forms import ORGANIZATION, OTHER, PERSON, PLACE, Weight
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.extract.names.vocabulary import Words, word_sets

_APPOSITION = 5
_POSSESSIVE = ("'s", "’s")
# What follows the subject of a clause that is told: "said Trump had".
_AUXILIARIES = frozenset({"had", "has", "have", "would", "will", "must", "should", "could", "was", "is"})
_PASSIVE = frozenset({"was", "is"})
_THAT = frozenset({"that"})
# Words before the subject of a clause: "as Lille were".
_CLAUSE_HEADS = frozenset({",", "that", "as", "but", "while", "because", "after", "before", "when", "where"})


@cache
def _before_cues() -> dict[str, tuple[Weight, ...]]:
    """Return what a word right before a name says of it."""
    words = word_sets()
    table: dict[str, list[Weight]] = {}
    for forms, weights in (
        (words.before_org, [(ORGANIZATION, 3.0)]),
        (words.before_place, [(PLACE, 3.0)]),
        (words.place_strong, [(PLACE, 2.0)]),
        (words.place_prepositions - words.place_strong, [(PLACE, 0.8), (ORGANIZATION, 0.5)]),
        (frozenset({"from"}), [(PLACE, 1.2)]),
        (words.place_verbs, [(PLACE, 1.6), (PERSON, 0.4)]),
        (frozenset({"the"}), [(PERSON, -2.0), (ORGANIZATION, 0.6)]),
        (frozenset(_POSSESSIVE), [(ORGANIZATION, 1.2), (PERSON, 0.4)]),
        (words.matches, [(ORGANIZATION, 2.5), (PERSON, 1.5), (PLACE, -1.5)]),
        (words.leading_thing - words.before_org - words.before_place, [(OTHER, 4.0)]),
        (frozenset({"by"}), [(ORGANIZATION, 0.5), (PERSON, 0.5)]),
        (frozenset({"mr", "mrs", "ms", "dr"}), [(PERSON, 5.0)]),
    ):
        for form in forms:
            table.setdefault(form, []).extend(weights)
    return {form: tuple(weights) for form, weights in table.items()}


@cache
def _after_cues() -> dict[str, tuple[Weight, ...]]:
    """Return what a word right after a name says of it."""
    words = word_sets()
    table: dict[str, list[Weight]] = {}
    personal = words.personal - words.speech
    for forms, weights in (
        (words.after_org, [(ORGANIZATION, 2.0)]),
        (words.after_place, [(PLACE, 1.5)]),
        (words.speech, [(PERSON, 1.6), (ORGANIZATION, 0.6)]),
        (personal, [(PERSON, 1.5)]),
        (words.org_verbs - personal - words.speech, [(ORGANIZATION, 0.8), (PERSON, 0.4)]),
        (frozenset(_POSSESSIVE), [(ORGANIZATION, 0.6), (PERSON, 0.4)]),
        (frozenset({"who", "whose", "whom"}), [(PERSON, 3.0)]),
        (words.matches, [(ORGANIZATION, 2.5), (PERSON, 1.5), (PLACE, -1.5)]),
        (words.team, [(ORGANIZATION, 4.5), (PLACE, -1.5)]),
    ):
        for form in forms:
            table.setdefault(form, []).extend(weights)
    return {form: tuple(weights) for form, weights in table.items()}


class Context:
    """Weighs the words around the segments of one document."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.text, self.lower = segmenter.text, segmenter.lower
        self.words: Words = segmenter.words
        self.office_stop = {office.stop: office for office in segmenter.offices}
        self.office_at = segmenter.office_at

    def weigh(self, segment: Segment) -> Iterator[Weight]:
        """Yield what the words before and after a segment say of its type."""
        if segment.first:
            yield from self._before(segment)
        if segment.stop < len(self.lower):
            yield from self._after(segment)
            yield from self._apposed(segment)
            if self._suffers(segment):
                yield PERSON, 2.0

    def _before(self, segment: Segment) -> Iterator[Weight]:
        first = segment.first
        office = self.office_stop.get(first)
        before = self.lower[first - 1]
        if office and (not office.post.plural or self.lower[segment.stop : segment.stop + 1] in (["and"], [","])):
            society = office.post.sector in ("society", "culture", "sport") or office.post.descriptor
            society = society or before in self.words.before_org
            yield PERSON, 2.0 if society and not self.text[office.first][0].isupper() else 5.0
        if before == "." and first > 1 and self.lower[first - 2] in self.words.honorifics:
            before = self.lower[first - 2]
        if before in self.words.honorifics and self.text[first - 1] != before:
            yield PERSON, 5.0
        yield from _before_cues().get(before, ())
        yield from self._phrase(segment, before)

    def _phrase(self, segment: Segment, before: str) -> Iterator[Weight]:
        """Weigh what the last words before a segment say together: "shares in X", "into the X", "urged X to"."""
        first = segment.first
        if before == "in" and first > 1 and self.lower[first - 2] in self.words.holdings:
            yield ORGANIZATION, 4.0
        if before == "in" and first > 1 and self.lower[first - 2] in self.words.published:
            yield ORGANIZATION, 3.5
        if before == "of" and first > 1:
            yield from self._of(first)
        if before == "the" and first > 1:
            yield from self._land(segment)
        if before in self.words.where and first > 1 and self.lower[first - 2] in self.words.happenings:
            yield PLACE, 2.0
        if before in self.words.bidding and self.lower[segment.stop : segment.stop + 1] == ["to"]:
            yield PERSON, 1.2
        if before in self.words.against and first > 3 and self._is_score(first - 4):
            yield ORGANIZATION, 4.0
            yield PLACE, -1.5
        if segment.stop < len(self.lower):
            yield from self._route(segment, before)

    def _land(self, segment: Segment) -> Iterator[Weight]:
        """Weigh a name with an article as a river's: "crossed the X", "banks of the X", "the Y and the X"."""
        first = segment.first
        noun = self.lower[first - 2]
        if noun in self.words.place_strong:
            yield PLACE, 1.2
        single = segment.stop - first == 1 and not self.text[first].isupper()
        if not single or self._heads_noun(segment.stop):
            return
        if noun == "of" and first > 2 and self.lower[first - 3] in self.words.shores:
            yield PLACE, 4.0
        while noun in ("and", ",") and first > 4 and self.lower[first - 4] == "the":
            first -= 3
            noun = self.lower[first - 2]
        if noun in self.words.crossings or noun in self.words.place_verbs:
            yield PLACE, 3.0

    def _heads_noun(self, stop: int) -> bool:
        """Tell whether a noun follows that the name only describes: "up the Zentro | ladder"."""
        following = self.lower[stop] if stop < len(self.lower) else "."
        return following[0].isalpha() and following not in self.words.function

    def _route(self, segment: Segment, before: str) -> Iterator[Weight]:
        """Weigh lists and ways of places: "in Bochum and X", "from X to Kashmir", "its X plant"."""
        first = segment.first
        if before in ("and", ",") and self._follows_place(first):
            yield PLACE, 2.0
        if before == "from" and self._leads_on(segment.stop):
            yield PLACE, 2.5
        if before == "to" and self.lower[max(first - 3, 0)] == "from" and gazetteer.look_up(self.text[first - 2]):
            yield PLACE, 2.5
        if before in ("its", "their") and self.lower[segment.stop] in self.words.sites:
            yield PLACE, 4.0

    def _follows_place(self, first: int) -> bool:
        """Tell whether a name goes on a list of places: "in Bochum and X"."""
        if first < 3 or not self.text[first - 2][0].isupper():
            return False
        before = self.lower[first - 3]
        listed = before in self.words.place_prepositions or before in self.words.place_strong
        return listed and bool(gazetteer.look_up(self.text[first - 2]))

    def _leads_on(self, stop: int) -> bool:
        """Tell "from X to Kashmir", "from X and Goma"."""
        following = self.text[stop + 1] if stop + 1 < len(self.text) else ""
        return self.lower[stop] in ("to", "and") and following[:1].isupper() and bool(gazetteer.look_up(following))

    def _is_score(self, index: int) -> bool:
        """Tell whether a score begins at a token: "3-1"."""
        if index + 2 >= len(self.text) or self.text[index + 1] not in ("-", "–"):
            return False
        return self.text[index].isdigit() and self.text[index + 2].isdigit() and len(self.text[index]) < 4

    def _of(self, first: int) -> Iterator[Weight]:
        """Weigh what stands before "of": "the town of X", "head of X", "north of X"."""
        noun = self.lower[first - 2]
        if noun in self.words.before_place:
            yield PLACE, 4.0
        office = self.office_stop.get(first - 1)
        if (office and office.post.sector in ("business", "government")) or noun in ("director", "head", "chairman"):
            yield ORGANIZATION, 1.5
            yield PLACE, 0.8
        if noun in self.words.peopled:
            yield PLACE, 3.0
        if noun in self.words.rulers and self.lower[first] not in self.words.common:
            yield PLACE, 3.0

    def _after(self, segment: Segment) -> Iterator[Weight]:
        stop = segment.stop
        after = self.lower[stop]
        yield from _after_cues().get(after, ())
        if after == "in" and segment.first and self.lower[segment.first - 1] in self.words.place_prepositions:
            known = self.segmenter._known(stop + 1, len(self.lower)) if stop + 1 < len(self.lower) else None
            if known and known[1].kind == "place":
                yield PLACE, 1.5
        office = self.office_at.get(stop)
        if office and office.post.sector in ("business", "media", "police", "academia"):
            yield ORGANIZATION, 2.5 if office.post.unique or office.post.sector == "media" else 1.2
        following = self.text[stop + 1] if stop + 1 < len(self.text) else ""
        if after in ("were", "are") and segment.first and self.lower[segment.first - 1] in _CLAUSE_HEADS:
            yield ORGANIZATION, 2.5
            yield PLACE, -1.5
        if self._is_score(stop):
            yield ORGANIZATION, 2.0
            yield PERSON, 1.0
        elif after[0].isdigit() or (after == "-" and following[:1].isdigit()):
            yield OTHER, 4.0 if stop not in self.segmenter.time_starts else 0.0
        if after in ("-", "–") and following in self.words.after_org:
            yield ORGANIZATION, 1.5
        if after in _AUXILIARIES and segment.first and self.lower[segment.first - 1] in self.words.speech | _THAT:
            yield PERSON, 1.0
            yield ORGANIZATION, 0.5
        if after == ")" and self._is_loose_abbreviation(segment):
            yield OTHER, 3.0
            yield ORGANIZATION, -1.0

    def _suffers(self, segment: Segment) -> bool:
        """Tell "Dylann Roof was | sentenced" from "the Corvane was tried out"."""
        stop = segment.stop
        if self.lower[stop] not in _PASSIVE or (segment.first and self.lower[segment.first - 1] == "the"):
            return False
        return not self.words.suffered.isdisjoint(self.lower[stop + 1 : stop + 2])

    def _is_loose_abbreviation(self, segment: Segment) -> bool:
        """Tell "(MRO)" after words that name no body from "(KCNA)" after one."""
        opening = segment.first - 1
        single = opening >= 0 and self.text[opening] == "(" and segment.stop - segment.first == 1
        return single and opening not in self.segmenter.body_stops

    def _apposed(self, segment: Segment) -> Iterator[Weight]:
        """Weigh what a comma or bracket adds: "X, 49,"; "X, head of"; "X, a city in"; "X, Alabama"; "X (born"."""
        stop, size = segment.stop, len(self.lower)
        if stop + 1 >= size or self.lower[stop] not in (",", "("):
            return
        following = self.lower[stop + 1]
        if self.lower[stop] == "(":
            party = following in ("r", "d") and self.lower[stop + 2 : stop + 3] == ["-"]
            if following == "born" or party:
                yield PERSON, 4.0
            return
        if following.isdigit() and len(following) <= 2 and self.lower[stop + 2 : stop + 3] in ([","], ["."]):
            yield PERSON, 4.0
        if following in ("who", "whose", "whom", "aged"):
            yield PERSON, 4.0
        known = self.segmenter._known(stop + 1, size)
        if known and known[1].kind == "organization" and segment.stop - segment.first == 1:
            yield ORGANIZATION, 0.8
        if known and known[1].kind == "place" and self._before_is_place(segment):
            yield PLACE, 4.0
        yield from self._apposed_noun(stop + 1, size)

    def _before_is_place(self, segment: Segment) -> bool:
        """Tell whether "X, France" is a place in a country and not an item in a list of nations."""
        before = self.lower[segment.first - 1] if segment.first else ""
        known = bool(gazetteer.look_up(self.segmenter.tokens.slice(segment.first, segment.stop)))
        return known or before in self.words.place_prepositions or before in self.words.place_strong

    def _apposed_noun(self, start: int, size: int) -> Iterator[Weight]:
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
            if index > start and word in self.words.before_place and index + 1 not in self.office_at:
                yield PLACE, 3.5
                return
            if word in self.words.function and word not in ("the", "a", "an", "its", "his", "her", "their", "former"):
                return
            if not word[0].isalnum() and word not in ("-", "'s", "’s"):
                return
