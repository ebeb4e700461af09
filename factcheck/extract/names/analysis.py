"""One document → its names, entities, stated aliases and titles, computed once and shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extract.document import Document
from factcheck.extract.names.evidence import Evidence
from factcheck.extract.names.forms import LARGE_CITY, ORGANIZATION, PERSON, PLACE
from factcheck.extract.names.geography import Geography
from factcheck.extract.names.mentions import Found
from factcheck.extract.names.organizations import Bodies
from factcheck.extract.names.record import Name, Title
from factcheck.extract.names.resolution import People, Thing, may_abbreviate, slug
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.model import Entity, Mention

_LONGEST_KNOWN_FORM = 5


class Analysis:
    """The people, organisations and places of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.text, self.lower = self.tokens.text, self.tokens.lower
        self.segmenter = Segmenter(document)
        self.words = self.segmenter.words
        self.evidence = Evidence(self.segmenter)
        self.people = People()
        self.bodies = Bodies()
        self.surnames: set[str] = set()
        self.spoken: dict[str, str] = {}
        self.found = list(self._typed(self.segmenter.find()))
        self.found += self._disguised()
        self.found.sort(key=lambda found: found.first)
        places = Geography(self)
        self._resolve(places)
        self._identify()
        places.mark_governments()
        self.wholes = places.wholes
        from factcheck.extract.names.holders import Titles
        from factcheck.extract.names.references import References

        titles = Titles(self)
        named = titles.find()
        references = References(self, titles, named)
        anaphoric = references.find()
        self.references = references.found
        self.titles: tuple[Title, ...] = tuple(sorted((*named, *anaphoric), key=lambda t: (t.start, t.end, t.entity)))

    # -- types --------------------------------------------------------------------------------------------------------

    def _typed(self, segments: list[Segment]) -> Iterator[Found]:
        """Yield the segments that are names, each with its type."""
        unknown = [segment for segment in segments if segment.kind == "unknown"]
        types = self.evidence.decide(unknown)
        known = {self.text[segment.first] for segment in segments if self._opens_known_body(segment)}
        self._adopt(types, unknown, known)
        for segment in segments:
            if segment.kind == "unknown":
                yield from self._unknown(segment, types)
            elif segment.kind == "adjective":
                yield Found(segment.first, segment.stop, PLACE, segment.entry, adjective=True)
            elif (kind := PERSON if self._is_bearer(segment) else segment.kind) != "other":
                yield Found(segment.first, segment.stop, kind, segment.entry if kind == segment.kind else None)

    def _opens_known_body(self, segment: Segment) -> bool:
        """Tell whether a known body's first word may stand for it: "Northrop" of "Northrop Grumman"."""
        if segment.kind != ORGANIZATION or segment.stop - segment.first < 2:
            return False
        word = self.lower[segment.first]
        return not (word in self.words.common or word in self.words.given or gazetteer.look_up(word))

    def _adopt(self, types: dict[str, str], unknown: list[Segment], known: set[str]) -> None:
        """Let parts of names in full have their type: "Angers" after "Sandy Angers" is no city."""
        surnames = self.surnames
        for form, kind in types.items():
            tokens = form.split(" ")
            if kind == PERSON and len(tokens) > 1 and self._may_bear(tokens):
                surnames.add(tokens[-1])
                surnames.add(" ".join(tokens[-2:]))
                if tokens[0].lower() in self.words.eastern or tokens[0].lower() in self.words.given:
                    surnames.add(tokens[0])
                if "-" in tokens:
                    surnames.add(" ".join(tokens[-3:]))
        bodies = known | {form.split(" ")[0] for form, kind in types.items() if kind == ORGANIZATION and " " in form}
        for segment in unknown:
            form = segment.form
            if form in surnames:
                types[form] = PERSON
            elif form in bodies and types.get(form) != PLACE and form.lower() not in self.words.common:
                types[form] = ORGANIZATION

    def _is_bearer(self, segment: Segment) -> bool:
        """Tell whether a known name is a person's here: "Williams" after "Serena Williams", "Mr Jordan"."""
        if segment.stop - segment.first > 1 or self.text[segment.first].isupper():
            return False
        before = self.lower[segment.first - 1] if segment.first else ""
        if before == "." and segment.first > 1:
            before = self.lower[segment.first - 2]
        if before in ("mr", "mrs", "ms", "dr"):
            return True
        if before in self.words.place_strong:
            return False
        if self.lower[segment.stop : segment.stop + 2] == [",", "who"]:
            return self.lower[segment.first] in self.words.family
        if self.text[segment.first] not in self.surnames:
            return False
        if segment.kind == "other":
            return before != "the"
        return segment.kind == ORGANIZATION or self.lower[segment.first] in self.words.ambiguous

    def _disguised(self) -> list[Found]:
        """Return surnames of the article's people that are also common words or offices: "King", "May", "Son"."""
        offices = {self.text[office.first] for office in self.segmenter.offices if office.stop - office.first == 1}
        wanted = {name for name in self.surnames if name in offices or name.lower() in self.words.function}
        if not wanted:
            return []
        covered = {index for found in self.found for index in range(found.first, found.stop)}
        return [
            Found(index, index + 1, PERSON)
            for index, text in enumerate(self.text)
            if text in wanted
            and index not in covered
            and not self.segmenter.masked[index]
            and self._stands_alone(index)
        ]

    def _stands_alone(self, index: int) -> bool:
        """Tell "King said" from "the King", "King Harald" and the "May" that begins a question."""
        before = self.lower[index - 1] if index else "."
        after = self.text[index + 1] if index + 1 < len(self.text) else "."
        if before in ("the", "a", "an") or after[0].isupper():
            return False
        if self.lower[index] in self.words.function and before in (".", "?", "!", "”", '"', "“"):
            return after in self.words.speech or after in ("'s", "’s")
        return True

    def _may_bear(self, tokens: list[str]) -> bool:
        """Tell whether the last word of a person's form can stand for the person: "Jobs" of "Steve Jobs"."""
        first = gazetteer.fold(tokens[0])
        return first in self.words.given or not (self._is_thing(tokens[-1].lower()) and self._is_thing(first))

    def _is_thing(self, word: str) -> bool:
        """Tell whether the last word of a form is a common noun rather than a surname: "Developer Program"."""
        words = self.words
        common = word in words.other or word in words.body or word in words.common
        return common and word not in words.family and word not in words.given

    def _unknown(self, segment: Segment, types: dict[str, str]) -> Iterator[Found]:
        form = segment.form
        kind = types.get(form)
        if kind:
            yield Found(segment.first, segment.stop, kind)
        elif segment.headline or segment.opens:
            yield from self._inside_headline(segment, types)

    def _inside_headline(self, segment: Segment, types: dict[str, str]) -> Iterator[Found]:
        """Yield the parts of a run in a headline that are names in running text elsewhere, in whatever case."""
        forms = self._spoken(types)
        index = segment.first
        while index < segment.stop:
            found = self._known_form(segment, index, forms)
            if found:
                yield found
            index = found.stop if found else index + 1

    def _spoken(self, types: dict[str, str]) -> dict[str, str]:
        """Return the forms of the article's names and the surnames of its people, in lower case, with their types."""
        if not self.spoken:
            self.spoken = {name.lower(): PERSON for name in self.surnames if name.lower() not in self.words.common}
            self.spoken |= {form.lower(): kind for form, kind in types.items()}
        return self.spoken

    def _known_form(self, segment: Segment, index: int, forms: dict[str, str]) -> Found | None:
        """Return the longest name known from elsewhere that begins at a token of a headline."""
        if not self.text[index][0].isupper() or self.segmenter.masked[index]:
            return None
        for stop in range(min(segment.stop, index + _LONGEST_KNOWN_FORM), index, -1):
            kind = forms.get(" ".join(self.lower[index:stop]))
            if kind:
                return Found(index, stop, kind)
        if segment.shouting:
            return self._known_place(segment, index)
        return self._known_city(index) if segment.headline else None

    def _known_place(self, segment: Segment, index: int) -> Found | None:
        """Return the nation, region, body or large city that is named at a token of a sentence in capitals."""
        stop, entries = self.segmenter.trie.match(self.lower, index, segment.stop) or (index, [])
        for entry in entries:
            if entry.exact is None and entry.kind != "other":
                adjective = entry.kind == "adjective"
                return Found(index, stop, PLACE if adjective else entry.kind, entry, adjective=adjective)
        return self._known_city(index)

    def _known_city(self, index: int) -> Found | None:
        """Return the large city that is named at a token of a headline."""
        word, words = self.lower[index], self.words
        if word in words.ambiguous or word in words.common or word in words.given or word in words.family:
            return None
        cities = gazetteer.look_up(word)
        return Found(index, index + 1, PLACE) if cities and cities[0].population >= LARGE_CITY else None

    # -- entities -----------------------------------------------------------------------------------------------------

    def name_of(self, found: Found) -> str:
        """Return a mention's words with single blanks."""
        text = self.tokens.slice(found.first, found.stop)
        return " ".join(text.split()) if "\n" in text or "  " in text else text

    def _resolve(self, places: Geography) -> None:
        for found in self.found:
            if found.type == PERSON and len(self._parts(found)) > 1:
                found.thing = self.people.full(self.name_of(found))
                self._note_sex(found)
        recent: list[Thing] = []
        for index, found in enumerate(self.found):
            if found.type == PERSON:
                self._resolve_person(found, recent)
            elif found.type == ORGANIZATION:
                found.thing = self.bodies.add(self.name_of(found), found.entry)
            else:
                found.thing = places.resolve(found, index)
        self.bodies.settle(self._stated_short_forms())
        places.contain()
        for found in self.found:
            if found.type == ORGANIZATION and found.thing:
                found.thing = self.bodies.settled(found.thing)

    def _parts(self, found: Found) -> list[str]:
        """Return a person's words without particles, suffixes and marks, hyphenated ones as one."""
        printed = [part for part in self.name_of(found).replace(".", " ").split() if part]
        words = self.words
        kept = [part for part in printed if not ((low := part.lower()) in words.leading or low in words.suffixes)]
        return kept or printed

    def _note_sex(self, found: Found) -> None:
        before = self.lower[found.first - 1] if found.first else ""
        if before == "." and found.first > 1:
            before = self.lower[found.first - 2]
        if found.thing:
            found.thing.male |= before in self.words.male
            found.thing.female |= before in self.words.female

    def _resolve_person(self, found: Found, recent: list[Thing]) -> None:
        if not found.thing:
            name = self.name_of(found)
            before = self.lower[max(found.first - 2, 0) : found.first]
            female = self._sex_of_address(before)
            found.thing = self.people.short(name, recent, female=female) or self.people.full(name)
            if name not in found.thing.forms:
                found.thing.forms.append(name)
            self._note_sex(found)
            self._take_particles(found)
        recent.append(found.thing)

    def _sex_of_address(self, before: list[str]) -> bool | None:
        """Return whether the words before a name address a woman; None where they tell nothing."""
        if any(word in self.words.female for word in before):
            return True
        return False if any(word in self.words.male for word in before) else None

    def _take_particles(self, found: Found) -> None:
        """Let a surname keep its particles in lower case: "van Bronckhorst", "al-Sisi"."""
        while found.thing and found.first:
            index = found.first - 1
            if self.text[index] == "-" and index and self.tokens.glued(found.first):
                index -= 1
            if self.text[index] not in self.words.inner or self.text[index] not in found.thing.parts:
                return
            found.first = index

    def _stated_short_forms(self) -> Iterator[tuple[Thing, str]]:
        """Yield organisations with the short form that a bracket gives: "Korean Central News Agency (KCNA)"."""
        for found in self.found:
            if found.type != ORGANIZATION or not found.thing:
                continue
            short = self.bracketed(found.stop)
            if short and may_abbreviate(short, self.name_of(found)):
                yield found.thing, short

    def bracketed(self, stop: int) -> str | None:
        """Return the abbreviation in a bracket that opens at a token: "(KCNA)" → "KCNA"."""
        if self.text[stop : stop + 1] != ["("] or self.text[stop + 2 : stop + 3] != [")"]:
            return None
        word = self.text[stop + 1]
        return word if sum(char.isupper() for char in word) >= 2 else None

    # -- out ----------------------------------------------------------------------------------------------------------

    def _identify(self) -> None:
        """Give each thing its id; two things of one name get a number."""
        seen: Counter[str] = Counter()
        for thing in self._things():
            base = f"{thing.type}:{slug(thing.name) or 'x'}"
            seen[base] += 1
            thing.id = base if seen[base] == 1 else f"{base}-{seen[base]}"

    def _things(self) -> list[Thing]:
        things: dict[int, Thing] = {}
        for found in self.found:
            if found.thing:
                things.setdefault(id(found.thing), found.thing)
        return list(things.values())

    def names(self) -> tuple[Name, ...]:
        """Return the mentions in text order, none overlapping."""
        everything = sorted((*self.found, *self.references), key=lambda found: (found.first, found.stop))
        return tuple(self._name(found, found.thing) for found in everything if found.thing)

    def _name(self, found: Found, thing: Thing) -> Name:
        start, end = self.tokens.span(found.first, found.stop)
        return Name(
            start,
            end,
            found.first,
            found.stop,
            found.type,  # type: ignore[arg-type]
            thing.id,
            country=thing.country,
            named=found.named,
            adjective=found.adjective,
            metonym=found.metonym,
        )

    def entities(self) -> tuple[Entity, ...]:
        """Return the things behind the mentions, ordered by id.

        A place told with what it lies in is mentioned by both: "San Jose, California", and "California" inside it.
        """
        mentions: dict[str, list[Mention]] = {}
        for name in self.document.names:
            end = self.tokens.end[self.wholes[name.first] - 1] if name.first in self.wholes else name.end
            text = self.document.text[name.start : end]
            mentions.setdefault(name.entity, []).append(Mention(name.start, end, text, name.named))
        return tuple(
            Entity(
                thing.id,
                thing.type,  # type: ignore[arg-type]
                thing.name,
                tuple(mentions.get(thing.id, ())),
                thing.country,
                thing.geonameid,
                tuple(thing.aliases),
                tuple(outer.id for outer in thing.within),
            )
            for thing in sorted(self._things(), key=lambda thing: thing.id)
        )
