"""Which mention of an event a time or a place belongs to.

A time or a place follows the word that it belongs to, or opens the clause: the nearest event word or verb to its left
takes it, and light verbs ("held", "took place", "was") pass it on. Where another verb stands between, nothing is tied.

    "… the summit held in Vladivostok last April, the minister said on Wednesday"
    → Vladivostok and last April: the summit; Wednesday: nothing ("said" takes it)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.extract.events.drafts import Draft
from factcheck.extract.events.tolls import KILLING
from factcheck.extract.events.vocabulary import classes, facilities, is_verb, words

if TYPE_CHECKING:
    from factcheck.extract.document import Document
    from factcheck.extract.time import TimeExpression

_CLAUSE_MARKS = frozenset(";:—")
_FRONTED = 3
_FACILITY_REACH = 8
_GAP = 3
_RELATIVES = frozenset(["who", "which", "whose", "whom"])
_FRONTING = frozenset(["in", "at", "across", "near", "throughout"])
_QUALIFYING = frozenset(["of", "at", "to", "from", "for", "into"])
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_APPOSITIVE = frozenset(
    ["city", "town", "village", "capital", "island", "port", "region", "province", "district", "state", "of"]
)


class Place(Struct, frozen=True):
    """A place in a locative phrase; `start` is where the phrase's noun begins, a facility included.

    `inner` is the index of the place that it contains ("on Russky Island in Vladivostok": Vladivostok's inner).
    """

    name: int
    first: int
    preposition: int
    facility: str | None = None
    inner: int | None = None


class Ties:
    """Ties a document's times and places to mentions; `time` and `place` map their indices to mention indices."""

    def __init__(self, document: Document, drafts: Sequence[Draft]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.drafts = drafts
        self._words = words()
        self._draft_at = {
            i: d
            for d, draft in enumerate(drafts)
            if not self._remembered(draft)
            for i in range(draft.head_first, draft.head_stop)
        }
        self._name_at = {i: n for n, name in enumerate(document.names) for i in range(name.first, name.stop)}
        self._time_at = {i for time in document.times for i in range(time.first, time.stop)}

    def _remembered(self, draft: Draft) -> bool:
        """Tell whether an event is only remembered: 'the 70th anniversary of the founding'."""
        before = self.tokens.lower[max(0, draft.first - 2) : draft.first]
        return len(before) > 1 and before[1] == "of" and before[0] in self._words.commemorating

    # -- times ---------------------------------------------------------------------------------------------------

    @cached_property
    def time(self) -> dict[int, int]:
        """Map indices into `document.times` to indices of mentions."""
        masthead = self.document.masthead
        own = {*masthead.header_times, *masthead.dateline_times}
        found = (
            (t, self._of_time(time.first, time.stop, length=time.type == "DURATION", recent=_is_recent(time)))
            for t, time in enumerate(self.document.times)
            if t not in own and time.base != "event"  # the day after the vote is not the vote's
        )
        return {t: draft for t, draft in found if draft is not None}

    def _of_time(self, first: int, stop: int, *, length: bool, recent: bool = False) -> int | None:
        low, high = self._copy(first)
        following = self._head_after(stop, high)
        if following is not None:
            return following
        if length:
            return self._measured(low, first)
        taken, fronted = self._leftward(low, first - 1)
        if taken is not None and (within := self._within(taken, low, recent=recent)) is not None:
            return within if within >= 0 else None
        if taken is not None:
            return taken if self._may_take(taken, first) else None
        return self._rightward(stop, high) if fronted and first - low <= _FRONTED else None

    def _copy(self, i: int) -> tuple[int, int]:
        """Return the sentence of token i, a dateline at its head left out."""
        low, high = self.tokens.sentences[self.tokens.sentence(i)]
        dateline = self.document.masthead.dateline
        lead = self.tokens.at(self.document.masthead.lead) if dateline is not None else low
        return (lead, high) if low < lead <= i else (low, high)

    def _within(self, d: int, low: int, *, recent: bool) -> int | None:
        """Return the verb that takes a weekday where the event only qualifies its object, -1 where it is no mention.

        'visited the site of the crash near Lyon on Wednesday' → visited; 'convicted of theft on June 8' → convicted;
        None where the event stands by itself.
        """
        draft = self.drafts[d]
        j = draft.first - 1
        if draft.form.part == "verb" or j <= low or self.tokens.lower[j] not in _QUALIFYING:
            return None
        while j > low:
            j -= 1
            word = self.tokens.lower[j]
            if word in _CLAUSE_MARKS or word == "," or word in self._words.clause_openers:
                return None
            if j in self._draft_at and self.drafts[self._draft_at[j]].form.part == "verb":
                of_a_court = classes()[self.drafts[self._draft_at[j]].form.head].family == "verdict"
                return self._draft_at[j] if recent or of_a_court else None
            if j not in self._name_at and is_verb(word) and word not in self._words.light:
                return -1 if recent else None
        return None

    def _measured(self, low: int, first: int) -> int | None:
        """Take a length of time that is said to be the event's own: 'the talks lasted two hours'."""
        if first == low or self.tokens.lower[first - 1] not in self._words.measuring:
            return None
        taken, _ = self._leftward(low, first - 1)
        return taken

    def _head_after(self, stop: int, high: int) -> int | None:
        """Take a time inside a mention or measuring from it: 'two-hour meeting', 'four years since the summit'."""
        lower = self.tokens.lower
        if stop < high and lower[stop] in {"since"}:
            return next((d for d in self._drafts_from(stop + 1, high) if self.drafts[d].first <= stop + 2), None)
        owned = stop < high and lower[stop] in _POSSESSIVES  # "Monday's shooting"
        for d in self._drafts_from(stop, high):
            return d if self.drafts[d].first <= stop - 1 + owned and self.drafts[d].form.part == "noun" else None
        return None

    def _drafts_from(self, start: int, high: int) -> list[int]:
        return [self._draft_at[i] for i in range(start, high) if i in self._draft_at][:1]

    def _leftward(self, low: int, j: int) -> tuple[int | None, bool]:
        """Scan left from token j for the word that takes what follows; tell too whether none stood in between."""
        while j >= low:
            if j in self._draft_at:
                return self._draft_at[j], False
            word = self.tokens.lower[j]
            if word in _CLAUSE_MARKS or word in self._words.clause_openers:
                return None, False
            if word == "," and self.tokens.lower[j + 1] in self._words.light:
                j = self._before_relative(low, j)
            if j not in self._name_at and is_verb(word) and word not in self._words.light:
                return None, False
            j -= 1
        return None, True

    def _before_relative(self, low: int, comma: int) -> int:
        """Step from the comma that closes a relative clause to the one that opens it: 'the trial, who …, | opened'."""
        for j in range(comma - 1, low, -1):
            if self.tokens.lower[j] in _RELATIVES:
                return j - 1 if self.tokens.lower[j - 1] == "," else j
            if self.tokens.lower[j] in _CLAUSE_MARKS:
                break
        return comma

    def _rightward(self, stop: int, high: int) -> int | None:
        """Give a time that opens the clause to the first event word after it, unless another verb comes first."""
        for j in range(stop, high):
            if j in self._draft_at:
                return self._settle(self._draft_at[j], high)
            if j not in self._name_at and is_verb(self.tokens.lower[j]):
                return None
        return None

    def _settle(self, d: int, high: int) -> int | None:
        """Refuse an event noun that another verb follows: 'On Monday, talks collapsed' dates the collapse."""
        draft = self.drafts[d]
        if draft.form.part == "verb":
            return d
        before = self.tokens.lower[draft.first - 1] if draft.first else ""
        if before in self._words.light:
            return d
        for j in range(draft.stop, high):
            if j in self._draft_at and self.drafts[self._draft_at[j]].form.head == KILLING:
                return d if classes()[draft.form.head].family else None
            if j not in self._name_at and is_verb(self.tokens.lower[j]):
                return None
            if self.tokens.lower[j] in self._words.light:
                return d
        return None

    def _may_take(self, d: int, first: int) -> bool:
        """Tell whether the mention, and not the verb that governs it, takes what follows.

        takes: 'the talks were held on', 'the summit with Kim in', 'the Hanoi summit in'
        not:   'announced the visit on', 'resigned after the meeting on'
        """
        draft = self.drafts[d]
        if draft.form.part == "verb" or draft.stop > draft.head_stop or self._postmodified(draft, first):
            return True
        low, _ = self.tokens.sentences[draft.sentence]
        return not self._governed(draft, low)

    def _postmodified(self, draft: Draft, first: int) -> bool:
        """Tell whether "held …" or "in Hanoi …" follows the phrase at once."""
        word = self.tokens.lower[draft.stop] if draft.stop < first else ""
        return word in self._words.light or (word in self._words.locative and draft.stop + 1 in self._name_at)

    def _governed(self, draft: Draft, low: int) -> bool:
        """Tell whether a verb or a preposition of time stands right before the phrase."""
        if draft.first <= low:
            return False
        j = draft.first - 1
        word = self.tokens.lower[j]
        if word in self._words.light:
            return False
        return word in self._words.temporal or is_verb(word) or j in self._draft_at

    # -- places --------------------------------------------------------------------------------------------------

    @cached_property
    def located(self) -> dict[int, Place]:
        """Map indices into `document.names` to their locative phrases."""
        found: dict[int, Place] = {}
        for n, name in enumerate(self.document.names):
            if name.type == "place" and not name.adjective and name.named:
                place = self._phrase(n, found)
                if place is not None:
                    found[n] = place
        return found

    def _phrase(self, n: int, found: dict[int, Place]) -> Place | None:
        name = self.document.names[n]
        low, _ = self.tokens.sentences[self.tokens.sentence(name.first)]
        j = self._noun_start(name.first, low) - 1
        if j < low:
            return None
        word = self.tokens.lower[j]
        inner = self._name_at.get(j - 1)
        if inner in found and (word == "," or word in {"in", "off", "on"}):
            return Place(n, name.first, found[inner].preposition, inner=inner)
        if word not in self._words.locative and word not in self._words.striking:
            return None
        facility = self._facility(j, low)
        if facility is not None:
            return Place(n, facility[0], facility[1], facility=self.tokens.slice(facility[0], j))
        if self._possesses(name.stop):
            return None
        return Place(n, j + 1, j)

    def _possesses(self, stop: int) -> bool:
        """Tell whether a name owns what follows: "at Russia's embassy" is not in Russia."""
        return stop < len(self.tokens) and self.tokens.lower[stop] in {"'s", "’s", "'", "’"}

    def _noun_start(self, first: int, low: int) -> int:
        """Step left over "Russia's Far Eastern city of", "the"."""
        j = first
        while j > low:
            word = self.tokens.lower[j - 1]
            if j - 1 in self._name_at and (
                word in {"'s", "’s"} or self.tokens.lower[j] in {"'s", "’s"} or self._adjective(j - 1)
            ):
                j = self.document.names[self._name_at[j - 1]].first
            elif (
                word in _APPOSITIVE
                or word in {"the", "'s", "’s"}
                or (
                    self.tokens.text[j - 1][0].isupper()
                    and j - 1 not in self._name_at
                    and word not in self._words.locative
                )
            ):
                j -= 1
            else:
                break
        return j

    def _adjective(self, i: int) -> bool:
        return self.document.names[self._name_at[i]].adjective

    def _facility(self, preposition: int, low: int) -> tuple[int, int] | None:
        """Find "at Russia's embassy" before "in Pyongyang": its first token and its own preposition (or -1)."""
        lower = self.tokens.lower
        if (
            lower[preposition] not in {"in", "at", "on", "near"}
            or preposition == low
            or lower[preposition - 1] not in facilities()
        ):
            return None
        first = j = preposition - 1
        while j > max(low, preposition - _FACILITY_REACH):
            j -= 1
            if lower[j] in self._words.locative:
                return (j + 1 if lower[j + 1] != "the" else j + 2), j
            if j in self._name_at or lower[j] in {"'s", "’s"} or self.tokens.text[j][0].isupper():
                first = j
            elif lower[j] not in {"the", "a", "an"} and not lower[j][0].isalpha():
                break
        return first, -1

    @cached_property
    def place(self) -> dict[int, int]:
        """Map indices into `document.names` to indices of mentions."""
        found = {n: d for d, draft in enumerate(self.drafts) for n in draft.places}
        for n, place in self.located.items():
            if place.inner is not None:
                if place.inner in found:
                    found.setdefault(n, found[place.inner])
            elif place.preposition >= 0:
                draft = self._of_place(place.preposition)
                if draft is None and place.facility and self.tokens.lower[place.preposition] == "from":
                    draft = self._of_place(place.first - 1, scene=True)
                if draft is None:
                    draft = self._fronted(place.preposition, self.document.names[n].stop)
                if draft is not None:
                    found.setdefault(n, draft)
        return self._all_stricken() | found

    def _all_stricken(self) -> dict[int, int]:
        places = (
            (n, name) for n, name in enumerate(self.document.names) if name.type == "place" and not name.adjective
        )
        return {n: draft for n, name in places if (draft := self._stricken(name.stop)) is not None}

    def _stricken(self, stop: int) -> int | None:
        """Give a place to what struck it: 'Nepal | was hit by an earthquake'."""
        lower = self.tokens.lower
        if lower[stop : stop + 1] not in (["was"], ["were"]) or lower[stop + 2 : stop + 3] != ["by"]:
            return None
        if lower[stop + 1] not in self._words.striking:
            return None
        _, high = self.tokens.sentences[self.tokens.sentence(stop)]
        return next(iter(self._drafts_from(stop + 3, high)), None)

    def _of_place(self, preposition: int, *, scene: bool = False) -> int | None:
        low, _ = self.tokens.sentences[self.tokens.sentence(preposition)]
        taken, _ = self._leftward(low, preposition - 1)
        if scene and taken is not None:
            return taken if classes()[self.drafts[taken].form.head].family else None
        if taken is None or not self._place_allowed(taken, preposition) or self._of_a_noun(taken, preposition):
            return None
        return taken

    def _fronted(self, preposition: int, stop: int) -> int | None:
        """Give a place that opens the sentence to the first event word after it: 'In Haiti, the storm killed'."""
        low, high = self._copy(preposition)
        if preposition > low + 1 or stop >= high or self.tokens.lower[preposition] not in _FRONTING:
            return None
        for j in range(stop, high):
            if j in self._draft_at:
                found = self._draft_at[j]
                counted = bool(classes()[self.drafts[found].form.head].family)
                return found if counted else self._settle(found, high)
            if j not in self._name_at and is_verb(self.tokens.lower[j]):
                return None
        return None

    def _of_a_noun(self, d: int, preposition: int) -> bool:
        """Tell whether a place qualifies some other noun: 'talks were useful for the situation on the peninsula'."""
        stop, before = self.drafts[d].stop, preposition - 1
        if preposition - stop <= _GAP or before in self._name_at or before in self._time_at:
            return False
        if classes()[self.drafts[d].form.head].family and self.tokens.lower[stop] == "of":
            return any(is_verb(word) for word in self.tokens.lower[stop:preposition])
        word = self.tokens.lower[before]
        return word.isalpha() and word not in self._words.light and word != "time"

    def _place_allowed(self, d: int, preposition: int) -> bool:
        """Refuse "to" and "from" for all but movement: 'a letter to Moscow' is not in Moscow."""
        word = self.tokens.lower[preposition]
        return word not in {"to", "from", "into"} or classes()[self.drafts[d].form.head].moves


def _is_recent(time: TimeExpression) -> bool:
    """Tell a weekday by itself, which tells of the week's news, from a date."""
    return time.weekday is not None and time.stop - time.first == 1
