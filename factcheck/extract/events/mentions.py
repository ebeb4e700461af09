"""Mentions of events: head words, the phrase around them, who takes part and what is acted on.

"the summit meeting between Russian President Vladimir Putin and North Korean leader Kim Jong-un"
→ head "meeting", participants person:vladimir-putin, person:kim-jong-un
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck import gazetteer
from factcheck.extract.events.objects import after_noun, after_verb, before_participle, before_passive
from factcheck.extract.events.vocabulary import Form, classes, follow_a_noun, forms, is_verb, ordinals, words
from factcheck.model import Entity

if TYPE_CHECKING:
    from factcheck.extract.document import Document

_NAME_GAP = 6
_JOINERS = frozenset([",", "and", "&", "-", "–", "/"])
_AUXILIARIES = frozenset(
    ["has", "have", "had", "also", "then", "later", "was", "were", "will", "to", "and", "first", "last"]
)
_PRONOUNS = frozenset(["he", "she"])
_HYPHENS = frozenset("-–")
_ARTICLES = frozenset(["the", "a", "an"])
_BEFORE_VERBS = frozenset(["to", "will", "would", "not", "could", "should", "may", "might", "can", "must"])
# Classes whose verb takes a place as its object: "visited Chile".
_MOVES = frozenset(["visit", "arrival", "departure"])


class Draft(Struct, frozen=True):
    """A mention before times and places are tied to it.

    Token indices: the phrase is `first` to `stop`, its head word `head_first` to `head_stop`. `premodified` and
    `postmodified` are indices into `document.names` that stand before and after the head inside the phrase.
    """

    form: Form
    first: int
    stop: int
    head_first: int
    head_stop: int
    sentence: int
    object: str
    participants: tuple[str, ...]
    places: tuple[int, ...]
    ordinal: int | None
    fresh: bool
    facet: str


class Reader:
    """Reads the mentions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.names = document.names
        self.words = words()
        self._name_firsts = [name.first for name in self.names]
        self._states = frozenset(entity.id for entity in document.entities if is_state(entity))
        self._name_at = {i: n for n, name in enumerate(self.names) for i in range(name.first, name.stop)}

        self._time_at = {i for time in document.times for i in range(time.first, time.stop)}

    def drafts(self) -> Iterator[Draft]:
        """Yield the mentions in text order."""
        table, last = forms(), -1
        for i in self.tokens.hits(table.get):
            if i < last or (i in self._name_at and self._inside_name(i)) or i in self._time_at or self._in_skip(i):
                continue
            form = self._form(i, table)
            if form is not None:
                last = i + len(form.tokens)
                yield self._draft(form, i)

    def _in_skip(self, i: int) -> bool:
        return any(start <= self.tokens.start[i] < end for start, end in self.document.masthead.skip)

    def _inside_name(self, i: int) -> bool:
        """Tell whether token i is part of a name that is more than the event ("Crash Bandicoot Ltd.")."""
        name = self.names[self._name_at[i]]
        return name.type != "organization" or i + 1 < name.stop

    def _form(self, i: int, table: dict[str, tuple[Form, ...]]) -> Form | None:
        lower = self.tokens.lower
        found = [form for form in table[lower[i]] if tuple(lower[i : i + len(form.tokens)]) == form.tokens]
        if not found:
            return None
        before = lower[i - 1] if i else ""
        verb = next((form for form in found if form.part == "verb"), None)
        if before in _BEFORE_VERBS or (verb is found[0] and before not in _ARTICLES):
            return verb
        noun = next((form for form in found if form.part == "noun"), None)
        return noun if noun is not None and not self._modifies(i + len(noun.tokens), noun, table) else None

    def _modifies(self, stop: int, form: Form, table: dict[str, tuple[Form, ...]]) -> bool:
        """Tell whether a head noun only qualifies the next word: 'one-on-one meeting', 'launch customer'."""
        if stop >= len(self.tokens) or stop in self._name_at or stop in self._time_at:
            return False
        word = self.tokens.lower[stop]
        if any(other.part == "noun" and other.head == form.head for other in table.get(word, ())):
            return True
        plain = word.isalpha() and self.tokens.text[stop] == word and not word.endswith(("ly", "s"))
        return plain and word not in follow_a_noun() and not is_verb(word) and not self._new_clause(stop)

    def _new_clause(self, stop: int) -> bool:
        """Tell whether the word at `stop` is the subject of what follows: 'since the summit | trade has doubled'."""
        opened = any(word in self.words.temporal for word in self.tokens.lower[max(0, stop - _NAME_GAP) : stop])
        following = self.tokens.lower[stop + 1] if stop + 1 < len(self.tokens) else ""
        return opened and (following in self.words.light or is_verb(following))

    # -- the phrase ----------------------------------------------------------------------------------------------

    def _draft(self, form: Form, i: int) -> Draft:
        stop = i + len(form.tokens)
        sentence = self.tokens.sentence(i)
        low, high = self.tokens.sentences[sentence]
        if form.part == "noun":
            return self._noun(form, i, stop, sentence, low, high)
        return self._verb(form, i, stop, sentence, low, high)

    def _noun(self, form: Form, i: int, stop: int, sentence: int, low: int, high: int) -> Draft:
        first, before = self._premodifiers(i, low)
        if first > low and self.tokens.lower[first - 1] in self.words.carriers:
            before += self._subjects(first - 1, low)
        end, after = self._postmodifiers(stop, high)
        acted_on = after_noun(self.tokens, stop, self._before_time(stop, high)) if classes()[form.head].object else ""
        participants, places = self._sort([*before, *after])
        pair = self._pair(first, end)
        lead = self.tokens.lower[first:i]
        return Draft(
            form=form,
            first=first,
            stop=end,
            head_first=i,
            head_stop=stop,
            sentence=sentence,
            object=acted_on,
            participants=participants or pair,
            places=places,
            ordinal=next((ordinals()[word] for word in lead if word in ordinals()), None),
            fresh=bool(lead) and lead[0] in self.words.fresh,
            facet=self._facet(first, i),
        )

    def _verb(self, form: Form, i: int, stop: int, sentence: int, low: int, high: int) -> Draft:
        before = self._subjects(i, low)
        end, after = self._objects(stop, high)
        acted_on = ""
        if classes()[form.head].object:
            acted_on = self._acted_on(i, stop, low, high)
        participants, places = self._sort(before)
        if form.head in _MOVES:
            places += tuple(n for n in after if self.names[n].type == "place" and not self.names[n].adjective)
            after = [n for n in after if self.names[n].type != "place"]
        more, others = self._sort(after)
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
            participants=participants or self._pair(low, i),
            places=places,
            ordinal=ordinal,
            fresh=False,
            facet="",
        )

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

    def _postmodifiers(self, stop: int, high: int) -> tuple[int, list[int]]:
        """Read "between X and Y", "with X", "of X and Y" after a noun."""
        lower, found, end = self.tokens.lower, [], stop
        while end < high and lower[end] in self.words.between:
            names, after = self._listed(end + 1, high)
            if not names:
                break
            found += names
            end = after
        return end, found

    def _objects(self, stop: int, high: int) -> tuple[int, list[int]]:
        """Read "(with) X and Y" after a verb."""
        start = stop + 1 if stop < high and self.tokens.lower[stop] in {"with", "by", "against"} else stop
        names, end = self._listed(start, high)
        return (end, names) if names else (stop, [])

    def _listed(self, start: int, high: int) -> tuple[list[int], int]:
        """Return the names listed from token `start` on, each after a few words of title at most, and their end."""
        found: list[int] = []
        position = start
        for n in range(bisect_left(self._name_firsts, start), len(self.names)):
            name = self.names[n]
            if name.first >= high or not self._title_gap(position, name.first, bool(found)):
                break
            found.append(n)
            position = name.stop
        return found, position

    def _title_gap(self, start: int, stop: int, joined: bool) -> bool:
        """Tell whether the tokens before a name are its title or a joiner: '', 'and', 'Russian President'."""
        if stop - start > _NAME_GAP:
            return False
        for j in range(start, stop):
            word = self.tokens.lower[j]
            if (
                word in self.words.locative
                or is_verb(word)
                or word in {".", ";", ":", "(", ")", '"', "“", "”", "who", "which"}
            ):
                return False
            if word in self.words.light:
                return False
        return not joined or start == stop or self.tokens.lower[start] in _JOINERS or self.names_touch(start)

    def names_touch(self, start: int) -> bool:
        """Tell whether the name before token `start` was an adjective or a possessor of what follows."""
        index = self._name_at.get(start - 1)
        return index is not None and (self.names[index].adjective or self.tokens.lower[start] in {"'s", "’s"})

    def _subjects(self, i: int, low: int) -> list[int]:
        """Return the names that the verb at i has before it: 'X and Y met', 'X, long a critic, has met', 'he met'."""
        lower, j = self.tokens.lower, i
        while j > low and lower[j - 1] in _AUXILIARIES:
            j -= 1
        if j > low and lower[j - 1] in _PRONOUNS:
            return self._pronoun(j - 1)
        if j > low and lower[j - 1] == ",":
            return self._first_name(low, i)
        if j == low or j - 1 not in self._name_at:
            return []
        found, position = [], j
        while position > low and position - 1 in self._name_at:
            index = self._name_at[position - 1]
            found.append(index)
            position = self.names[index].first
            position = self._before_title(position, low)
        return found[::-1]

    def _before_title(self, position: int, low: int) -> int:
        """Step left over a title and a joiner to where the name before may end."""
        lower, j = self.tokens.lower, position
        while j > low and position - j < _NAME_GAP and j - 1 not in self._name_at:
            if lower[j - 1] in self.words.locative or is_verb(lower[j - 1]):
                return position
            j -= 1
        index = self._name_at.get(j - 1) if j > low else None
        joined = index is not None and (lower[j] in _JOINERS or self.names[index].adjective)
        return j if joined else position

    def _first_name(self, low: int, i: int) -> list[int]:
        n = bisect_left(self._name_firsts, low)
        while n < len(self.names) and self.names[n].first < i:
            if not self.names[n].adjective and self.names[n].type != "place":
                return [n]
            n += 1
        return []

    def _pronoun(self, i: int) -> list[int]:
        """Return the last person named before a pronoun, within this sentence and the one before."""
        floor = self.tokens.sentences[max(0, self.tokens.sentence(i) - 1)][0]
        n = bisect_left(self._name_firsts, i) - 1
        while n >= 0 and self.names[n].first >= floor:
            if self.names[n].type == "person":
                return [n]
            n -= 1
        return []

    # -- who, and what is acted on -------------------------------------------------------------------------------

    def _sort(self, found: list[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Part names into participants (people, organisations, countries) and places (sites and the like)."""
        participants: list[str] = []
        places: list[int] = []
        sites = [n for n in found if self._is_site(n)]
        for n in found:
            name = self.names[n]
            if self._is_site(n) and len(sites) < 2 and not name.metonym:
                places.append(n)
            elif name.type == "place" and name.country:
                participants.append(f"country:{name.country}")
            elif name.type != "place" or name.entity in self._states:
                participants.append(name.entity)
        people = [p for p in participants if not p.startswith("country:")]
        if people and len(people) < len(participants) and self._owned(found):
            participants = people
        return tuple(sorted(set(participants))), tuple(places)

    def _owned(self, found: list[int]) -> bool:
        """Tell whether the countries among the names only qualify people ("Russian President Vladimir Putin")."""
        countries = [n for n in found if self.names[n].type == "place"]
        return all(n + 1 < len(self.names) and self.names[n + 1].type != "place" for n in countries)

    def _is_site(self, n: int) -> bool:
        name = self.names[n]
        return name.type == "place" and not name.adjective and name.entity not in self._states

    def _pair(self, first: int, stop: int) -> tuple[str, ...]:
        """Resolve "the two countries" in tokens `first` to `stop` to the two countries most spoken of before."""
        lower = self.tokens.lower
        for j in range(max(first - 1, 0), stop):
            if lower[j] in {"two", "both"} and any(word in self.words.pair_heads for word in lower[j + 1 : j + 3]):
                return self._main_pair(j)
        return ()

    def _main_pair(self, i: int) -> tuple[str, ...]:
        seen = Counter(name.country for name in self.names if name.country and name.first < i)
        ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return tuple(sorted(f"country:{country}" for country, _ in ranked[:2]))

    def _facet(self, first: int, i: int) -> str:
        text = self.tokens.slice(first, i).lower() if first < i else ""
        found = sorted(facet for facet in self.words.facets - self.words.plain_facets if facet in text)
        return found[-1] if found else ""


@cache
def _facet_tokens() -> frozenset[str]:
    return frozenset(token for facet in words().facets for token in facet.split("-"))


def is_state(entity: Entity) -> bool:
    """Tell whether an entity is a country, present or former, or a nation inside one."""
    if entity.type != "place":
        return False
    found = gazetteer.look_up(entity.name)
    return bool(found) and found[0].kind in {"country", "part", "former"}
