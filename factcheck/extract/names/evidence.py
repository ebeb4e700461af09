"""Segments → types: what the words in a name and around it say of whether it is a person, organisation or place.

Evidence is weighed for each distinct form over the whole article, so that one telling use decides the others.
"""

from __future__ import annotations

from collections import Counter

from factcheck.extract.names import forms
from factcheck.extract.names.context import Context
from factcheck.extract.names.forms import ORGANIZATION, OTHER, PERSON, PLACE
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.extract.names.vocabulary import Words

_ENOUGH = 1.0
# Uses of a form after which further ones add little.
_TELLING_USES = 6


class Evidence:
    """Weighs the unknown segments of one document."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.text = segmenter.text
        self.lower = segmenter.lower
        self.words: Words = segmenter.words
        self.context = Context(segmenter)
        # A word that the text also prints in lower case is a common word at the head of a sentence.
        self.printed = frozenset(self.text)

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
                totals[form] = forms.weigh(form, self.segmenter.tokens.slice(segment.first, segment.stop)).copy()
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
            enough = 4.0 if all(token in self.words.common or token in self.printed for token in tokens) else 2.0
        elif len(tokens) == 1 and tokens[0] in self.words.common:
            enough = 2.5
        return kind if weights.get(kind, 0.0) >= enough and kind != OTHER else None
