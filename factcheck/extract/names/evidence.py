"""Segments → types: what the words in a name and around it say of whether it is a person, organisation or place.

Evidence is weighed for each distinct form over the whole article, so that one telling use decides the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extract.names.context import ORGANIZATION, OTHER, PERSON, PLACE, Context, Weight
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.extract.names.vocabulary import Words

_PUNCTUATION = frozenset('.-"“”‘’')
_ENOUGH = 1.0
# Uses of a form after which further ones add little.
_TELLING_USES = 6
LARGE_CITY = 100_000
_METROPOLIS = 1_000_000


class Evidence:
    """Weighs the unknown segments of one document."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.text = segmenter.text
        self.lower = segmenter.lower
        self.words: Words = segmenter.words
        self.context = Context(segmenter)

    def decide(self, segments: list[Segment]) -> dict[str, str]:
        """Return the type of each unknown form (as printed, tokens joined by blanks) that is a name of some kind."""
        totals: dict[str, dict[str, float]] = {}
        uses: Counter[str] = Counter()
        running: set[str] = set()
        for segment in segments:
            if segment.shouting:
                continue
            form = segment.form = " ".join(self.text[segment.first : segment.stop])
            if form not in totals:
                totals[form] = self._sum(self._inside(segment))
            uses[form] += 1
            if segment.headline:
                continue
            if not segment.opens or segment.stop - segment.first > 1:
                running.add(form)
            if uses[form] <= _TELLING_USES:
                self._add_context(totals[form], segment, 1.0 if uses[form] == 1 else 0.5)
        return {
            form: best
            for form, weights in totals.items()
            if (best := self._best(form, weights, in_running_text=form in running))
        }

    def _sum(self, weights: Iterator[Weight]) -> dict[str, float]:
        total: dict[str, float] = {}
        for kind, weight in weights:
            total[kind] = total.get(kind, 0.0) + weight
        return total

    def _add_context(self, total: dict[str, float], segment: Segment, share: float) -> None:
        """Add the strongest cue for each type that one use gives."""
        strongest: dict[str, float] = {}
        for kind, weight in self.context.weigh(segment):
            if weight > strongest.get(kind, -9.0):
                strongest[kind] = weight
        for kind, weight in strongest.items():
            total[kind] = total.get(kind, 0.0) + weight * share

    def _best(self, form: str, weights: dict[str, float], *, in_running_text: bool) -> str | None:
        """Return the likeliest type, None where too little speaks for any; a lone common word needs more."""
        kind = max((PERSON, ORGANIZATION, PLACE, OTHER), key=lambda kind: weights.get(kind, 0.0))
        enough = _ENOUGH
        tokens = form.lower().split(" ")
        if not in_running_text:
            enough = 4.0 if all(token in self.words.common for token in tokens) else 2.0
        elif len(tokens) == 1 and tokens[0] in self.words.common:
            enough = 2.5
        return kind if weights.get(kind, 0.0) >= enough and kind != OTHER else None

    # -- the name itself ----------------------------------------------------------------------------------------------

    def _inside(self, segment: Segment) -> Iterator[Weight]:
        tokens = [token for token in self.lower[segment.first : segment.stop] if token not in _PUNCTUATION]
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
        if any(map(str.isdigit, "".join(tokens))):
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

    def _headed(self, tokens: list[str]) -> Iterator[Weight]:
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

    def _personal(self, segment: Segment, tokens: list[str]) -> Iterator[Weight]:
        words = self.words
        printed = self.text[segment.first : segment.stop]
        folded = gazetteer.fold(tokens[0])
        if gazetteer.fold(tokens[-1]) in words.family:
            yield PERSON, 1.0
        if any(token in words.inner for token in printed[1:-1]):
            yield PERSON, 1.5
        if len(tokens) == 1:
            yield ORGANIZATION, 0.5
            if folded in words.given:
                yield PERSON, 1.0
            return
        if folded in words.given:
            yield PERSON, 3.0 if len(tokens) < 5 else 1.0
        elif folded in words.eastern and len(tokens) < 5:
            yield PERSON, 2.0
        yield from self._lengths(tokens)
        yield from self._marks(tokens, printed)

    def _lengths(self, tokens: list[str]) -> Iterator[Weight]:
        """Weigh how many words there are: people have two or three, bodies more."""
        if len(tokens) <= 3 and all(token[0].isalpha() for token in tokens):
            yield PERSON, 1.0
        elif len(tokens) > 4:
            yield ORGANIZATION, 1.0
            yield PERSON, -2.0

    def _marks(self, tokens: list[str], printed: list[str]) -> Iterator[Weight]:
        """Weigh initials, suffixes, patronymics, "&" and words in capitals throughout."""
        if tokens[-1] in self.words.suffixes:
            yield PERSON, 4.0
        if tokens[-1].endswith(self.words.patronymics):
            yield PERSON, 1.0
        if any(len(token) == 1 and token.isupper() for token in printed[:-1]):
            yield PERSON, 2.0
        if "&" in tokens:
            yield ORGANIZATION, 3.0
        capitals = [len(token) > 1 and token.isupper() for token in printed if token.isalpha()]
        if any(capitals) and not all(capitals):
            yield PERSON, -3.0 if tokens[0] not in self.words.given else -1.0
            yield ORGANIZATION, 0.8

    def _gazetteer(self, segment: Segment, tokens: list[str]) -> Iterator[Weight]:
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
            yield PLACE, 3.5 if places[0].population >= LARGE_CITY else 1.8

    def _is_large_city(self, word: str) -> bool:
        places = gazetteer.look_up(word)
        return bool(places) and places[0].population > _METROPOLIS and gazetteer.fold(word) not in self.words.ambiguous
