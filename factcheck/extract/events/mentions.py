"""Mentions of events: head words, the phrase around them, who takes part and what is acted on.

"the summit meeting between Russian President Vladimir Putin and North Korean leader Kim Jong-un"
→ head "meeting", participants person:vladimir-putin, person:kim-jong-un
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.extract.events.drafts import Draft
from factcheck.extract.events.objects import (
    after_noun,
    after_verb,
    before_participle,
    before_passive,
    named,
    proper_after,
)
from factcheck.extract.events.participants import Participants
from factcheck.extract.events.tolls import drafts as tolls_of
from factcheck.extract.events.vocabulary import Form, classes, follow_a_noun, forms, is_verb, ordinals, words

if TYPE_CHECKING:
    from factcheck.extract.document import Document

_CLAUSE_REACH = 6
_AUXILIARY = 2
_ADJECTIVES = 3  # words between "a" and an event's noun
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "gets", "got"])
_OWN = frozenset(["his", "her"])
_HYPHENS = frozenset("-–")
_QUOTES = frozenset("\"'”’»")
_ARTICLES = frozenset(["the", "a", "an"])
_BEFORE_VERBS = frozenset(["to", "will", "would", "not", "could", "should", "may", "might", "can", "must"])


class Reader:
    """Reads the mentions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.names = document.names
        self.words = words()
        self.participants = Participants(document)
        self._name_at = self.participants.name_at
        self._time_at = {i for time in document.times for i in range(time.first, time.stop)}

    def drafts(self) -> Iterator[Draft]:
        """Yield the mentions in text order; the words of a toll ("12 people were killed") are one mention."""
        table, last = forms(), -1
        tolls = iter([*tolls_of(self.document), None])
        toll = next(tolls)
        for i in self.tokens.hits(table.get):
            while toll is not None and toll.head_first <= i:
                yield toll
                last, toll = max(last, toll.head_stop), next(tolls)
            if i < last or (i in self._name_at and self._inside_name(i)) or i in self._time_at or self._in_skip(i):
                continue
            form = self._form(i, table)
            if form is not None:
                last = i + len(form.tokens)
                yield self._draft(form, i)
        while toll is not None:
            yield toll
            toll = next(tolls)

    def _in_skip(self, i: int) -> bool:
        return any(start <= self.tokens.start[i] < end for start, end in self.document.masthead.skip)

    def _inside_name(self, i: int) -> bool:
        """Tell whether token i is part of a name that is more than the event ("Crash Bandicoot Ltd.")."""
        name = self.names[self._name_at[i]]
        return name.type != "organization" or i + 1 < name.stop

    def _form(self, i: int, table: dict[str, tuple[Form, ...]]) -> Form | None:
        lower = self.tokens.lower
        found = [
            form
            for form in table[lower[i]]
            if tuple(lower[i : i + len(form.tokens)]) == form.tokens and (not form.passive or self._is_passive(i))
        ]
        if not found:
            return None
        before = lower[i - 1] if i else ""
        verb = next((form for form in found if form.part == "verb"), None)
        if before in _BEFORE_VERBS or (verb is found[0] and before not in _ARTICLES):
            return verb
        noun = next((form for form in found if form.part == "noun"), None)
        remembered = next((form for form in found if form.part == "remembered"), None)
        if remembered is not None and noun is None:
            return remembered if self._commemorated(i) else None
        return noun if noun is not None and not self._modifies(i + len(noun.tokens), noun, table) else None

    def _is_passive(self, i: int) -> bool:
        """Tell whether a form of "be" stands before token i: 'was | fired', 'had been | named'."""
        before = self.tokens.lower[max(0, i - _AUXILIARY) : i]
        return not _BE.isdisjoint(before)

    def _commemorated(self, i: int) -> bool:
        """Tell whether "the 70th anniversary of" stands before token i, a determiner aside."""
        lower = self.tokens.lower
        of = i - 2 if i > 1 and lower[i - 1] in _ARTICLES else i - 1
        return of > 0 and lower[of] == "of" and lower[of - 1] in self.words.commemorating

    def _modifies(self, stop: int, form: Form, table: dict[str, tuple[Form, ...]]) -> bool:
        """Tell whether a head noun only qualifies the next word: 'one-on-one meeting', 'launch customer'."""
        if stop >= len(self.tokens) or stop in self._name_at or stop in self._time_at:
            return False
        word = self.tokens.lower[stop]
        if any(other.part == "noun" and other.head == form.head for other in table.get(word, ())):
            return True
        plain = word.isalpha() and self.tokens.text[stop] == word and not word.endswith(("ly", "s", "ing"))
        return plain and word not in follow_a_noun() and not is_verb(word) and not self._new_clause(stop)

    def _new_clause(self, stop: int) -> bool:
        """Tell whether the word at `stop` is the subject of what follows: 'since the summit | trade has doubled'."""
        opened = any(word in self.words.temporal for word in self.tokens.lower[max(0, stop - _CLAUSE_REACH) : stop])
        following = self.tokens.lower[stop + 1] if stop + 1 < len(self.tokens) else ""
        return opened and (following in self.words.light or is_verb(following))

    # -- the phrase ----------------------------------------------------------------------------------------------

    def _draft(self, form: Form, i: int) -> Draft:
        stop = i + len(form.tokens)
        sentence = self.tokens.sentence(i)
        low, high = self.tokens.sentences[sentence]
        if form.part != "verb":
            return self._noun(form, i, stop, sentence, low, high)
        return self._verb(form, i, stop, sentence, low, high)

    def _noun(self, form: Form, i: int, stop: int, sentence: int, low: int, high: int) -> Draft:
        first, before = self._premodifiers(i, low)
        if first > low and self.tokens.lower[first - 1] in self.words.carriers:
            before += self.participants.before_verb(first - 1, low)
        if first < i and self.tokens.lower[first] in _OWN:
            before += self.participants.pronoun(first)
        after, end = self.participants.after_noun(self._past_quotes(stop, high), high)
        acted_on = ""
        if form.part == "remembered":
            acted_on = named(form.tokens)
        elif classes()[form.head].object:
            acted_on = after_noun(self.tokens, stop, self._before_time(stop, high))
        elif classes()[form.head].named:
            acted_on = proper_after(self.tokens, stop, high)
        participants, places = self.participants.sort([*before, *after])
        pair = self.participants.pair(first, end)
        lead = self.tokens.lower[first:i]
        return Draft(
            form=form,
            first=first,
            stop=max(end, stop),
            head_first=i,
            head_stop=stop,
            sentence=sentence,
            object=acted_on,
            participants=participants or pair,
            places=places,
            ordinal=next((ordinals()[word] for word in lead if word in ordinals()), None),
            fresh=(bool(lead) and lead[0] in self.words.fresh)
            or self._is_kind(form, lead)
            or self._is_new(form, first),
            facet=self._facet(first, i),
        )

    def _is_kind(self, form: Form, lead: list[str]) -> bool:
        """Tell "attacks on convoys", which are any, from "the attacks" and from "Monday's attacks"."""
        plural = form.tokens[-1].endswith("s") and bool(classes()[form.head].family)
        return plural and self.words.definite.isdisjoint(lead)

    def _is_new(self, form: Form, first: int) -> bool:
        """Tell "a separate attack" and "another deadly bombing", with words between that say nothing of which it is."""
        if not classes()[form.head].family:
            return False
        for i in range(first - 1, max(first - 1 - _ADJECTIVES, -1), -1):
            word = self.tokens.lower[i]
            if word in self.words.fresh:
                return True
            if not word.isalpha() or word in follow_a_noun() or self.tokens.text[i] != word:
                return False
        return False

    def _verb(self, form: Form, i: int, stop: int, sentence: int, low: int, high: int) -> Draft:
        before = self.participants.before_verb(i, low)
        after, end = self.participants.after_verb(stop, high)
        acted_on = ""
        if classes()[form.head].object:
            acted_on = self._acted_on(i, stop, low, high)
        participants, places = self.participants.sort(before)
        if classes()[form.head].moves:
            places += tuple(n for n in after if self.names[n].type == "place" and not self.names[n].adjective)
            after = [n for n in after if self.names[n].type != "place"]
        more, others = self.participants.sort(after)
        participants, places = tuple(sorted({*participants, *more})), (*places, *others)
        ordinal = 1 if self.tokens.lower[end : end + 4] == ["for", "the", "first", "time"] else None
        return Draft(
            form=form,
            first=i,
            stop=end,
            head_first=i,
            head_stop=stop,
            sentence=sentence,
            object=acted_on,
            participants=participants or self.participants.pair(low, i),
            places=places,
            ordinal=ordinal,
            fresh=False,
            facet="",
        )

    def _past_quotes(self, stop: int, high: int) -> int:
        """Step over a closing quotation mark: 'held "strategic talks" with'."""
        quoted = stop + 1 < high and self.tokens.text[stop] in _QUOTES
        return stop + 1 if quoted and self.tokens.lower[stop + 1] in self.words.between else stop

    def _acted_on(self, i: int, stop: int, low: int, high: int) -> str:
        """Read a verb's object: before a passive, after an active verb, before a participle ("the update released")."""
        found = before_passive(self.tokens, i, low) or after_verb(self.tokens, stop, self._before_time(stop, high))
        return found or before_participle(self.tokens, i, low)

    def _before_time(self, stop: int, high: int) -> int:
        """Return where the next time expression begins, `high` where none does before."""
        return next((i for i in range(stop, high) if i in self._time_at), high)

    def _premodifiers(self, i: int, low: int) -> tuple[int, list[int]]:
        """Walk left over what belongs to the noun at i; return the phrase's first token and the names in it."""
        lower, found, j = self.tokens.lower, [], i
        while j > low:
            word = lower[j - 1]
            if j - 1 in self._name_at:
                index = self._name_at[j - 1]
                found.append(index)
                j = self.names[index].first
            elif word in self.words.definite or word in self.words.fresh:
                j -= 1
                if word not in {"'s", "’s"} and word not in self.words.modifiers:
                    break
            elif (
                word in self.words.modifiers
                or word in _facet_tokens()
                or word in _HYPHENS
                or self._between_names(j - 1)
            ):
                j -= 1
            else:
                break
        return j, found[::-1]

    def _between_names(self, j: int) -> bool:
        """Tell whether token j joins two names before a noun: 'Russian and North Korean', "leaders'"."""
        word = self.tokens.lower[j]
        if word in {"'", "’"}:
            return True
        return word == "and" and j - 1 in self._name_at and self.names[self._name_at[j - 1]].adjective

    def _facet(self, first: int, i: int) -> str:
        if first >= i:
            return ""
        text = self.tokens.slice(first, i).lower()
        found = sorted(facet for facet in _telling_facets() if facet in text)
        return found[-1] if found else ""


@cache
def _telling_facets() -> frozenset[str]:
    return words().facets - words().plain_facets


@cache
def _facet_tokens() -> frozenset[str]:
    return frozenset(token for facet in words().facets for token in facet.split("-"))
