"""Tokens → capitalised runs: where a name that the vocabulary does not know begins and ends.

"Ursula von der Leyen"   "Choe son-hui"   "Procter & Gamble"   "Federal Agency for Press and Mass Communications"
"""

from __future__ import annotations

from factcheck import gazetteer
from factcheck.extract.document import Document
from factcheck.extract.names import offices
from factcheck.extract.names.offices import Office
from factcheck.extract.names.vocabulary import Entry, Trie, Words, known_names, word_sets
from factcheck.extract.tokens import Tokens

_LINKS = frozenset({"of", "for", "on", "to"})
_ARTICLE = "the"
_SAINTS = frozenset({"st", "saint"})
_SHORT_SUFFIXES = frozenset({"jr", "sr", "esq"})
_QUOTES = frozenset({'"', "“", "‘"})
_MARKS = frozenset({".", "'", "’", "'s", "’s"}) | _QUOTES
_CLOSING_QUOTES = frozenset({'"', "”", "’"})
_LONGEST_NICKNAME = 4
_LONGEST_NAME_IN_LY = 6
_LONGEST_HEAD = 8
_LONGEST_HONOUR = 4
_LONGEST_INNER = 4  # letters of a word between hyphens: "Port-au-Prince", "Newcastle-upon-Tyne"


class Runs:
    """Tells runs of one document apart; all state is the document's tokens, its offices and the vocabulary."""

    def __init__(self, document: Document) -> None:
        self.tokens: Tokens = document.tokens
        self.text = self.tokens.text
        self.lower = self.tokens.lower
        self.words: Words = word_sets()
        self.trie: Trie = known_names()
        self.stops: list[int] = []
        for first, stop in self.tokens.sentences:
            self.stops += [stop] * (stop - first)
        self.masked = self._mask(document)
        self.offices: list[Office] = offices.find(self.tokens, self.stops)
        self.office_at = {office.first: office for office in self.offices}
        self.time_starts = frozenset(time.first for time in document.times)
        self.body_stops: set[int] = set()
        self.lead = self.tokens.at(document.masthead.lead)
        self.inside_office = bytearray(len(self.tokens) + 1)
        for office in self.offices:
            self.inside_office[office.first + 1 : office.stop] = b"\1" * (office.stop - office.first - 1)

    def _is_given_name(self, index: int, office: Office, limit: int) -> bool:
        """Tell "Dean Smith" and "Major League Baseball" from "Dean of Harvard": a title that is a name here."""
        if office.stop - office.first > 1 or office.rank:
            return False
        following = index + 1
        if following >= limit or not self.text[following][0].isupper():
            return False
        return (
            self._is_heading(following)
            or self._honours(office, limit)
            or (self.lower[index] in self.words.given and office.post.sector not in ("government", "military"))
        )

    def _honours(self, office: Office, limit: int) -> bool:
        """Tell "Queen Elizabeth Hospital" and "King Fahd Causeway" from "Queen Elizabeth"."""
        if office.post.exclusive != "head of state" and office.post.office not in ("prince", "princess"):
            return False
        stop = office.stop
        last = min(limit, office.stop + _LONGEST_HONOUR)
        while stop < last and self.text[stop][0].isupper() and not self.masked[stop]:
            stop += 1
        return stop - office.stop > 1 and self._is_heading(stop - 1)

    def _known(self, index: int, limit: int) -> tuple[int, Entry] | None:
        if self.lower[index] not in self.trie.root:
            return None
        match = self.trie.match(self.lower, index, limit)
        if not match:
            return None
        stop, entries = match
        for entry in entries:
            if entry.exact is None:
                if self.text[stop - 1][0].isupper() or stop - index > 1:
                    return stop, entry
            elif tuple(self.text[index:stop]) == entry.exact and (
                not entry.after_comma or (index and self.text[index - 1] == ",")
            ):
                return stop, entry
        return None

    def _is_body(self, index: int) -> bool:
        return self.lower[index] in self.words.body and self.text[index][0].isupper()

    def _is_function(self, index: int) -> bool:
        """Tell "The" and "I" from the initial of "A. Smith" and from given names ("Will", "An")."""
        word = self.lower[index]
        if word.endswith("ly") and word not in self.words.given and len(word) > _LONGEST_NAME_IN_LY:
            return True
        if word not in self.words.function or word in self.words.given:
            return False
        return len(word) > 1 or word in ("i", "a")

    def _is_heading(self, index: int) -> bool:
        """Tell whether a word heads the name of a body or thing: "Conference" after "Developers"."""
        thing = self.lower[index] in self.words.other and self.lower[index] not in self.words.given
        return self._is_body(index) or thing or self._is_feature(index)

    def _is_feature(self, index: int) -> bool:
        """Tell "Bishop Street", "President Hotel" and "King County" from "General Park"."""
        word = self.lower[index]
        feature = word in self.words.facility or word in self.words.nature or word in self.words.settled
        return feature and word not in self.words.family and self.text[index][0].isupper()

    def _is_forename(self, index: int, known: tuple[int, Entry], limit: int) -> bool:
        """Tell "Jordan Pickett" from "Jordan": a place's name that is a given name, with a surname after it."""
        stop, entry = known
        word = self.lower[index]
        if stop - index > 1 or stop >= limit:
            return False
        if entry.kind not in ("place", "other"):
            named = self.lower[stop] in self.words.given or self.lower[stop] in self.words.family
            return word in self.words.given and named and self.text[stop][0].isupper() and entry.exact is None
        aged = index > 1 and self.lower[index - 2 : index] == ["-", "old"] and entry.kind == "place"
        if entry.kind == "place" and word not in self.words.ambiguous and not aged:
            return False
        if not (aged or word in self.words.given) or not self.text[stop][0].isupper() or self.masked[stop]:
            return False
        following = self.lower[stop]
        if following in self.words.speech or (following in self.words.common and following not in self.words.family):
            return False
        return stop not in self.office_at and not self._known(stop, limit) and not self._is_heading(stop)

    def _closes_body(self, stop: int) -> bool:
        """Tell whether a run ends like a company or body: "Motors", "Co.", "LLC"."""
        last = stop - 2 if self.text[stop - 1] == "." else stop - 1
        return self._is_body(last) or self.lower[last] in self.words.legal

    def _is_initial(self, index: int) -> bool:
        return len(self.text[index]) == 1 and index + 1 < len(self.text) and self.text[index + 1] == "."

    def _run_stop(self, first: int, limit: int) -> int:
        """Return the end of the capitalised run that begins at a token.

        Samples: "Vladimir Putin", "John F. Kennedy", "Ursula von der Leyen", "Choe son-hui", "Procter & Gamble",
        "Federal Agency for Press and Mass Communications".
        """
        index = first + 1
        while index < limit:
            step = self._step(first, index, limit)
            if not step:
                break
            index += step
        return index

    def _step(self, first: int, index: int, limit: int) -> int:
        """Return by how many tokens the run goes on at `index`, 0 where it ends."""
        text = self.text[index]
        if text[0].isupper():
            return (
                0 if self.masked[index] or (self._breaks(first, index, limit) and not self._leads(first, index)) else 1
            )
        following = self.text[index + 1] if index + 1 < limit else ""
        if text in _MARKS:
            nickname = self._nickname(first, index, limit) if text in _QUOTES else 0
            return nickname or self._mark(first, index, following, limit)
        if following == "-" and index == first + 1 and self.lower[first] in self.words.eastern:
            return self._korean(index, limit)
        if text == "-":
            return self._hyphen(first, index, following, limit)
        if not following:
            return 0
        if text in ("&", "+") and following[0].isupper():
            return 2
        if text in self.words.inner:
            return self._particle(index, limit)
        if text in _LINKS and self._opens_body(first, index):
            return self._linked(index, limit)
        if text == "and" and following[0].isupper() and self._joins_domains(first, index, limit):
            return 2
        return 0

    def _leads(self, first: int, index: int) -> bool:
        """Tell "Royal | Canadian Navy" and "MV | Princess Ashika": a first word that any name may follow."""
        word = self.lower[first]
        leading = word in self.words.leading_thing and self.text[first].isupper()
        return index == first + 1 and (leading or word in self.words.royal)

    def _breaks(self, first: int, index: int, limit: int) -> bool:
        """Tell whether a capitalised token begins something of its own: an office, a nation, a known name."""
        office = self.office_at.get(index)
        if office and self._owns_body(office.stop, limit):
            return False
        if office and not (office.post.plural or self._ends_name(first, index, office, limit)):
            return office.post.sector != "society" or not office.post.descriptor
        if self.lower[index] in self.words.function and len(self.text[index]) > 1:
            named = self.lower[index] in self.words.inner or self.lower[index] in self.words.given
            return not named and not self._is_syllable(first, index)
        if self._follows_field(first, index) or self._follows_body(first, index, limit):
            return True
        known = self._known(index, limit)
        if not known or self.lower[index - 1] in ("of", "for", "&", "and", "the"):
            return False
        if known[1].kind == "organization":
            return known[1].exact is not None or known[0] - index > 1
        if known[1].kind == "place" and index == first + 1 and self._ends_with_place(first, index):
            return False
        if known[1].kind == "adjective" and self.lower[first] not in self.words.given:
            return not self._runs_to_body(known[0], limit)
        return known[1].kind != "other"

    def _is_syllable(self, first: int, index: int) -> bool:
        """Tell "Moon Jae | In said" from "Kim Jong | In Seoul": the second half of a Korean given name."""
        words, after = self.words, self.text[index + 1 : index + 2]
        korean = index == first + 2 and self.lower[first] in words.eastern and self.lower[index - 1] in words.syllables
        return korean and self.lower[index] in words.syllables and not (after and after[0][0].isupper())

    def _runs_to_body(self, index: int, limit: int) -> bool:
        """Tell whether capitalised words go on to the head of a body: "African | Methodist Episcopal Church"."""
        stop = index
        while stop < min(limit, index + _LONGEST_HONOUR) and self.text[stop][0].isupper() and not self.masked[stop]:
            stop += 1
        return stop > index and self._is_body(stop - 1)

    def _ends_with_place(self, first: int, index: int) -> bool:
        """Tell "East Palestine" and "Denzel Washington" from "Former Washington": a place's name ends another name."""
        word = self.lower[first]
        if word in self.words.compass:
            return True
        surname = self.lower[index] in self.words.ambiguous and self.lower[index] in self.words.family
        return surname and word not in self.words.common and word not in self.words.status and word.isalpha()

    def _owns_body(self, mark: int, limit: int) -> bool:
        """Tell "Harris County Sheriff's Office" from "the sheriff's deputies"."""
        if (
            mark + 1 >= limit
            or self.lower[mark] not in ("'s", "’s")
            or self.lower[mark - 1] not in self.words.possessors
        ):
            return False
        return any(self._is_body(index) for index in range(mark + 1, min(mark + 3, limit)))

    def _feature_stop(self, first: int, stop: int, limit: int) -> int:
        """Return the end of a feature's name that begins with a known place: "Congo" + "River"; 0 where none does."""
        last = index = stop
        while index < limit and self.text[index][0].isupper() and not self.masked[index]:
            known = self._known(index, limit)
            if known and known[1].kind != "place":
                return 0
            index += 1
            if self._is_feature(index - 1):
                last = index
        known_city = last > stop and bool(gazetteer.look_up(self.tokens.slice(first, last)))
        return last if last > stop and (last == index or known_city) else 0

    def _follows_field(self, first: int, index: int) -> bool:
        """Tell where a person begins after an office's field: "Commissioner for Competition Neelie Kroes"."""
        if self.lower[index] not in self.words.given or not first or self.lower[first - 1] not in ("for", "of"):
            return False
        domains, common, given = self.words.domains, self.words.common, self.words.given
        return all((word in domains or word in common) and word not in given for word in self.lower[first:index])

    def _follows_body(self, first: int, index: int, limit: int) -> bool:
        """Tell where a person begins after a body's name: "of the National Bank of Poland Adam Wrona", "of Lagos"."""
        if first and self.lower[first - 1] == "of" and self.lower[index] in self.words.given:
            city = self.tokens.slice(first, index)
            if self.lower[first] not in self.words.given and gazetteer.look_up(city):
                return True
        if self.lower[index] not in self.words.given or index + 1 >= limit or not self.text[index + 1][0].isupper():
            return False
        linked = not {"of", "for"}.isdisjoint(self.lower[first:index])
        return linked and self.lower[index - 1] not in ("of", "for", "the", "and") and not self._is_body(index + 1)

    def _ends_name(self, first: int, index: int, office: Office, limit: int) -> bool:
        """Tell whether a word that may be an office is the end of a name here: "Martin Luther King said"."""
        if office.stop - office.first > 1 or office.rank:
            return False
        if office.stop < limit and self.text[office.stop][0].isupper():
            return self._is_heading(office.stop)
        return self.lower[first] in self.words.given and not self.text[index].isupper()

    def _mark(self, first: int, index: int, following: str, limit: int) -> int:
        """Go on over the mark of an initial or short form: "John F. Kennedy", "St. Louis", "Apple Inc.", "O' Leary".

        Also over a possessive inside a body's name: "People's Party", "St. Peter's Square".
        """
        before, mark = self.lower[index - 1], self.text[index]
        capital = following[:1].isupper()
        if not self.tokens.glued(index):
            return 0
        if mark in ("'s", "’s"):
            if self.lower[first] in _SAINTS and index > first + 1 and capital and self._is_heading(index + 1):
                return 2
            owned = index == first + 1 and capital and self.lower[index + 1] in self.words.owned
            if owned and before not in self.words.given:
                return 2
            inside = before in self.words.possessors and capital
            return 2 * (inside and any(map(self._is_body, range(index + 1, min(index + 4, limit)))))
        if mark in _QUOTES:
            return 0
        if mark != ".":
            owner = before.endswith("s") and index + 1 < limit and self._is_body(index + 1)
            return 2 * (capital and (before in ("o", "d") or owner))
        if (before in self.words.legal and before not in self.words.body) or before in _SHORT_SUFFIXES:
            return 1
        return int(capital and (len(before) == 1 or before in ("st", "mt", "ft")))

    def _nickname(self, first: int, index: int, limit: int) -> int:
        """Go on over a nickname in quotation marks inside a person's name: 'Joaquín "El Chapo" Guzmán'."""
        if gazetteer.fold(self.text[first]) not in self.words.given:
            return 0
        for close in range(index + 2, min(index + 2 + _LONGEST_NICKNAME, limit - 1)):
            if self.text[close] in _CLOSING_QUOTES:
                return close + 2 - index if self.text[close + 1][0].isupper() else 0
        return 0

    def _hyphen(self, first: int, index: int, following: str, limit: int) -> int:
        """Go on over a hyphen inside a name: "Jong-un", "Jean-Claude", "son-hui"; not in "EADS-led", "DPRK-Russia"."""
        if not following or not self.tokens.glued(index) or not self.tokens.glued(index + 1):
            return 0
        if following[0].isupper():
            return 0 if self._known(index + 1, limit) or self._known_alone(index - 1) else 2
        if self._is_inner(index + 1, limit):
            return 4
        korean = self.lower[index - 1] in self.words.syllables and self.lower[index + 1] in self.words.syllables
        if korean and (index - 1 > first or self.lower[first] in self.words.eastern):
            return 2
        opening = self.lower[first]
        surname = index - 1 > first and (opening in self.words.given or opening in self.words.eastern)
        return 2 if surname and following.isalpha() and following not in self.words.tails else 0

    def _is_inner(self, index: int, limit: int) -> bool:
        """Tell the short word between two hyphens of one name: "Port-au-Prince", "Newcastle-upon-Tyne"."""
        if index + 2 >= limit or len(self.text[index]) > _LONGEST_INNER or self.text[index + 1] != "-":
            return False
        glued = self.tokens.glued(index + 1) and self.tokens.glued(index + 2)
        return glued and self.text[index].isalpha() and self.text[index + 2][0].isupper()

    def _korean(self, index: int, limit: int) -> int:
        """Go on over a given name printed in lower case after a Korean family name: "Choe son-hui"."""
        parts = self.lower[index : index + 3 : 2]
        glued = self.tokens.glued(index + 1) and index + 2 < limit and self.tokens.glued(index + 2)
        return 3 if glued and len(parts) == 2 and all(part in self.words.syllables for part in parts) else 0

    def _known_alone(self, index: int) -> bool:
        known = self._known(index, index + 1)
        return bool(known and known[1].kind in ("place", "adjective", "organization"))

    def _particle(self, index: int, limit: int) -> int:
        """Go on over one to three particles: "von der Leyen", "Fattah al-Sisi"; also a lower-case "son-hui"."""
        last = index
        while last + 1 < limit and last - index < 3 and (self.text[last] in self.words.inner or self.text[last] == "-"):
            last += 1
        if not self.text[last][0].isupper() or self.masked[last]:
            return 0
        if (
            self.text[index] in ("e", "y", "do", "as", "la", "le", "e")
            and self.lower[index - 1] not in self.words.given
        ):
            return 0
        return last - index + 1

    def _opens_body(self, first: int, index: int) -> bool:
        """Tell whether the run so far is the head of a body or place: "Ministry of", "Port of"."""
        head = self.lower[index - 1]
        if head in self.words.opening_feature and self.lower[index] == "of" and index == first + 1:
            return self.text[first][0].isupper()
        opens = head in self.words.opening or (head == "district" and any(map(self._is_body, range(first, index))))
        return opens and self.text[index - 1][0].isupper() and index - first < _LONGEST_HEAD

    def _linked(self, index: int, limit: int) -> int:
        step = 1
        if index + 1 < limit and self.lower[index + 1] == _ARTICLE:
            step = 2
        if index + step < limit and self.text[index + step][0].isupper() and not self.masked[index + step]:
            return step + 1
        return 0

    def _joins_domains(self, first: int, index: int, limit: int) -> bool:
        """Tell whether "and" stands inside a body's name: "Press and Mass Communications", "Food and Drug Board"."""
        if self.lower[index - 1] not in self.words.domains or self.lower[index + 1] not in self.words.domains:
            return False
        inside = any(word in self.words.opening for word in self.lower[first:index]) or self.lower[first - 1] == "the"
        return inside or any(self._is_body(i) for i in range(index + 1, min(index + 5, limit)))

    def _mask(self, document: Document) -> bytearray:
        """Mark the tokens in which no names are sought: dates, and the masthead's outlet and handles."""
        masked = bytearray(len(self.tokens) + 1)
        for time in document.times:
            masked[time.first : time.stop] = b"\1" * (time.stop - time.first)
        for start, end in document.masthead.skip:
            first, stop = self.tokens.at(start), self.tokens.at(end)
            masked[first:stop] = b"\1" * (stop - first)
        return masked
