"""Who takes part in an event: the names before and after its word, lists of names, pronouns, "the two countries".

"Russian President Vladimir Putin and North Korean leader Kim Jong-un met" → person:kim-jong-un, person:vladimir-putin
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from factcheck import gazetteer
from factcheck.extract.events.vocabulary import forms, is_verb, words
from factcheck.model import Entity

if TYPE_CHECKING:
    from factcheck.extract.document import Document

_TITLE_GAP = 6
_JOINERS = frozenset([",", "and", "&", "-", "–", "/"])
_AUXILIARIES = frozenset(
    ["has", "have", "had", "also", "then", "later", "was", "were", "will", "to", "and", "first", "last"]
)
_PRONOUNS = frozenset(["he", "she"])
_POSSESSIVES = frozenset(["'s", "’s"])
_BOUNDS = frozenset([".", ";", ":", "(", ")", '"', "“", "”", "who", "which", "that"])


class Participants:
    """Reads the participants of one document's events; names go by their index in `document.names`."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.tokens
        self._lower = document.tokens.lower
        self._words = words()
        self.names = document.names
        self.name_at = {i: n for n, name in enumerate(self.names) for i in range(name.first, name.stop)}
        self._firsts = [name.first for name in self.names]
        self._states = frozenset(entity.id for entity in document.entities if _is_state(entity))

    # -- after the word ------------------------------------------------------------------------------------------

    def after_noun(self, stop: int, high: int) -> tuple[list[int], int]:
        """Read "between X and Y", "with X", "of X and Y" after a noun; return the names and where the phrase ends."""
        found: list[int] = []
        end = stop
        while end < high and self._lower[end] in self._words.between:
            names, after = self._listed(end + 1, high)
            if not names:
                break
            found += names
            end = after
        return found, end

    def after_verb(self, stop: int, high: int) -> tuple[list[int], int]:
        """Read "(with) X and Y" after a verb; return the names and where the phrase ends."""
        start = stop + 1 if stop < high and self._lower[stop] in {"with", "by", "against"} else stop
        names, end = self._listed(start, high)
        return (names, end) if names else ([], stop)

    def _listed(self, start: int, high: int) -> tuple[list[int], int]:
        """Return the names listed from token `start` on, each after a few words of title at most, and their end."""
        found: list[int] = []
        position = start
        for n in range(bisect_left(self._firsts, start), len(self.names)):
            name = self.names[n]
            if name.first >= high or not self._title_between(position, name.first, n, joined=bool(found)):
                break
            found.append(n)
            position = name.stop
        return found, position

    def _title_between(self, start: int, stop: int, n: int, *, joined: bool) -> bool:
        """Tell whether the tokens before name n are its title or a joiner: '', 'and', 'Russian President'."""
        gap = self._lower[start:stop]
        if len(gap) > _TITLE_GAP or not all(self._in_title(word) for word in gap):
            return False
        if not joined:
            return True
        if gap[:1] == [","]:
            # "with Vladimir Putin, the diplomat stressed": a comma and no name is no list.
            return self.names[n].named
        return not gap or gap[0] in _JOINERS or self._owned_from(start)

    def _in_title(self, word: str) -> bool:
        known = self._words
        outside = word in known.locative or word in known.temporal or word in known.light or word in _BOUNDS
        return not outside and not is_verb(word) and not _is_head(word)

    def _owned_from(self, start: int) -> bool:
        """Tell whether the name before token `start` owns what follows: 'Russian', "Russia's", 'U.S. President'."""
        index = self.name_at.get(start - 1)
        if index is None:
            return False
        title = self._tokens.text[start][0].isupper() and self.names[index].type == "place"
        return self.names[index].adjective or self._lower[start] in _POSSESSIVES or title

    # -- before the word -----------------------------------------------------------------------------------------

    def before_verb(self, i: int, low: int) -> list[int]:
        """Return the names before the verb at i: 'X and Y met', 'X, long a critic, has met', 'he met'."""
        j = i
        while j > low and self._lower[j - 1] in _AUXILIARIES:
            j -= 1
        if j == low:
            return []
        if self._lower[j - 1] == "who" and j - 1 > low:
            return self._ending_at(j - 2 if self._lower[j - 2] == "," else j - 1, low)
        if self._lower[j - 1] in _PRONOUNS:
            return self.pronoun(j - 1)
        if self._lower[j - 1] == ",":
            return self._before_comma(j - 1, low)
        return self._ending_at(j, low)

    def _ending_at(self, position: int, low: int) -> list[int]:
        """Return the names joined up to token `position`, in text order."""
        found: list[int] = []
        while position > low and position - 1 in self.name_at:
            index = self.name_at[position - 1]
            found.append(index)
            position = self._before_title(self.names[index].first, low)
        return found[::-1]

    def _before_title(self, position: int, low: int) -> int:
        """Step left over a title and a joiner to where the name before may end."""
        j = position
        while j > low and position - j < _TITLE_GAP and j - 1 not in self.name_at:
            if not self._in_title(self._lower[j - 1]):
                return position
            j -= 1
        index = self.name_at.get(j - 1) if j > low else None
        joined = index is not None and (self._lower[j] in _JOINERS or self._owned_from(j))
        return j if joined else position

    def _before_comma(self, comma: int, low: int) -> list[int]:
        """Read the subject before a comma.

        the names between two commas: 'the heads of A and B, X and Y, met'
        else the first person of the sentence: 'X, long a critic of Y, met'
        """
        opening = next((j for j in range(comma - 1, low, -1) if self._lower[j] == ","), None)
        between = range(opening + 1, comma) if opening is not None else range(0)
        if between and all(j in self.name_at or self._lower[j] in _JOINERS for j in between):
            return sorted({self.name_at[j] for j in between if j in self.name_at})
        return self._first(low, comma)

    def _first(self, low: int, stop: int) -> list[int]:
        """Return the first person of tokens `low` to `stop`, else the first organisation."""
        found = range(bisect_left(self._firsts, low), bisect_left(self._firsts, stop))
        for kind in ("person", "organization"):
            first = next((n for n in found if self.names[n].type == kind), None)
            if first is not None:
                return [first]
        return []

    def pronoun(self, i: int) -> list[int]:
        """Return whom a pronoun stands for: the last person before it in its sentence, else the first of the last."""
        index = self._tokens.sentence(i)
        same = self._people(self._tokens.sentences[index][0], i)
        return same[-1:] or (self._people(*self._tokens.sentences[index - 1])[:1] if index else [])

    def _people(self, low: int, stop: int) -> list[int]:
        found = range(bisect_left(self._firsts, low), bisect_left(self._firsts, stop))
        return [n for n in found if self.names[n].type == "person"]

    # -- who it is -----------------------------------------------------------------------------------------------

    def sort(self, found: list[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Part names into participants (people, organisations, states) and places (sites and the like)."""
        sites = [n for n in found if self._is_site(n)]
        alone = len(sites) < 2
        places = tuple(n for n in sites if alone and not self.names[n].metonym)
        participants = {self._participant(n) for n in found if n not in places} - {""}
        people = {p for p in participants if not p.startswith("country:")}
        if people and self._qualify(found):
            participants = people
        return tuple(sorted(participants)), places

    def _participant(self, n: int) -> str:
        name = self.names[n]
        if name.type == "place" and name.country:
            return f"country:{name.country}"
        return name.entity if name.type != "place" or name.entity in self._states else ""

    def _qualify(self, found: list[int]) -> bool:
        """Tell whether the countries among the names only qualify people ("Russian President Vladimir Putin")."""
        countries = [n for n in found if self.names[n].type == "place"]
        return all(n + 1 < len(self.names) and self.names[n + 1].type != "place" for n in countries)

    def _is_site(self, n: int) -> bool:
        name = self.names[n]
        return name.type == "place" and not name.adjective and name.entity not in self._states

    def pair(self, first: int, stop: int) -> tuple[str, ...]:
        """Resolve "the two countries" in tokens `first` to `stop` to the two countries most spoken of before."""
        for j in range(max(first - 1, 0), stop):
            heads = self._lower[j + 1 : j + 3] if self._lower[j] in {"two", "both"} else ()
            if any(word in self._words.pair_heads for word in heads):
                return self._main_pair(j)
        return ()

    def _main_pair(self, i: int) -> tuple[str, ...]:
        seen = Counter(name.country for name in self.names if name.country and name.first < i)
        ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return tuple(sorted(f"country:{country}" for country, _ in ranked[:2]))


def _is_head(word: str) -> bool:
    return any(len(form.tokens) == 1 and form.part != "remembered" for form in forms().get(word, ()))


def _is_state(entity: Entity) -> bool:
    """Tell whether an entity is a country, present or former, or a nation inside one."""
    if entity.type != "place":
        return False
    found = gazetteer.look_up(entity.name)
    return bool(found) and found[0].kind in {"country", "part", "former"}
