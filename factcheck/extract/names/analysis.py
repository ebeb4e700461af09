"""One document → its names, entities, stated aliases and titles, computed once and shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck import gazetteer
from factcheck.extract.document import Document
from factcheck.extract.names.context import ORGANIZATION, PERSON, PLACE
from factcheck.extract.names.evidence import Evidence
from factcheck.extract.names.mentions import Found
from factcheck.extract.names.organizations import Bodies
from factcheck.extract.names.record import Name, Title
from factcheck.extract.names.resolution import People, Thing, place_thing, slug
from factcheck.extract.names.segments import Segment, Segmenter
from factcheck.gazetteer import Place
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
        self.places: dict[str, Thing] = {}
        self.found = list(self._typed(self.segmenter.find()))
        self._resolve()
        self._identify()
        self._mark_metonyms()
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
        self._adopt(types, unknown)
        for segment in segments:
            if segment.kind == "unknown":
                yield from self._unknown(segment, types)
            elif segment.kind == "adjective":
                yield Found(segment.first, segment.stop, PLACE, segment.entry, adjective=True)
            elif segment.kind != "other":
                kind = PERSON if self._is_bearer(segment) else segment.kind
                yield Found(segment.first, segment.stop, kind, segment.entry if kind == segment.kind else None)

    def _adopt(self, types: dict[str, str], unknown: list[Segment]) -> None:
        """Let parts of names in full have their type: "Angers" after "Sandy Angers" is no city."""
        surnames: set[str] = set()
        for form, kind in types.items():
            tokens = form.split(" ")
            if kind == PERSON and len(tokens) > 1 and self._may_bear(tokens):
                surnames.add(tokens[-1])
                surnames.add(" ".join(tokens[-2:]))
                if tokens[0].lower() in self.words.eastern or tokens[0].lower() in self.words.given:
                    surnames.add(tokens[0])
                if "-" in tokens:
                    surnames.add(" ".join(tokens[-3:]))
        self.surnames = surnames
        bodies = {form.split(" ")[0] for form, kind in types.items() if kind == ORGANIZATION and " " in form}
        for segment in unknown:
            form = self.evidence.form(segment)
            if form in surnames:
                types[form] = PERSON
            elif form in bodies and types.get(form) != PLACE and form.lower() not in self.words.common:
                types[form] = ORGANIZATION

    def _is_bearer(self, segment: Segment) -> bool:
        """Tell whether a known name is a person's here: "Williams" after "Serena Williams", "Mr Jordan"."""
        if segment.stop - segment.first > 1 or segment.kind == "other" or self.text[segment.first].isupper():
            return False
        before = self.lower[segment.first - 1] if segment.first else ""
        if before == "." and segment.first > 1:
            before = self.lower[segment.first - 2]
        if before in ("mr", "mrs", "ms", "dr"):
            return True
        if before in self.words.place_strong or self.text[segment.first] not in self.surnames:
            return False
        return segment.kind == ORGANIZATION or self.lower[segment.first] in self.words.ambiguous

    def _may_bear(self, tokens: list[str]) -> bool:
        """Tell whether the last word of a person's form can stand for the person: "Jobs" of "Steve Jobs"."""
        return gazetteer.fold(tokens[0]) in self.words.given or not self._is_thing(tokens[-1].lower())

    def _is_thing(self, word: str) -> bool:
        """Tell whether the last word of a form is a common noun rather than a surname: "Developer Program"."""
        words = self.words
        common = word in words.other or word in words.body or word in words.common
        return common and word not in words.family and word not in words.given

    def _unknown(self, segment: Segment, types: dict[str, str]) -> Iterator[Found]:
        form = self.evidence.form(segment)
        kind = types.get(form)
        if kind:
            yield Found(segment.first, segment.stop, kind)
        elif segment.headline or segment.opens:
            yield from self._inside_headline(segment, types)

    def _inside_headline(self, segment: Segment, types: dict[str, str]) -> Iterator[Found]:
        """Yield the parts of a run in a headline that are names in running text elsewhere."""
        index = segment.first
        while index < segment.stop:
            for stop in range(min(segment.stop, index + _LONGEST_KNOWN_FORM), index, -1):
                kind = types.get(" ".join(self.text[index:stop]))
                if kind:
                    yield Found(index, stop, kind)
                    index = stop - 1
                    break
            index += 1

    # -- entities -----------------------------------------------------------------------------------------------------

    def name_of(self, found: Found) -> str:
        """Return a mention's words with single blanks."""
        text = self.tokens.slice(found.first, found.stop)
        return " ".join(text.split()) if "\n" in text or "  " in text else text

    def _resolve(self) -> None:
        context = self._context()
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
                found.thing = self._resolve_place(found, index, context)
        self.bodies.settle(self._stated_short_forms())
        for found in self.found:
            if found.type == ORGANIZATION and found.thing:
                found.thing = self.bodies.settled(found.thing)

    def _parts(self, found: Found) -> list[str]:
        """Return a person's words without particles, suffixes and marks, hyphenated ones as one."""
        printed = [part for part in self.name_of(found).replace(".", " ").split() if part]
        kept = [part for part in printed if part.lower() not in self.words.leading | self.words.suffixes]
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

    def _context(self) -> Counter[str]:
        """Count the names of countries and regions that the article names."""
        return Counter(found.entry.name for found in self.found if found.entry and found.entry.place)

    def _resolve_place(self, found: Found, index: int, context: Counter[str]) -> Thing:
        name = self.name_of(found)
        container = self._stated_container(index)
        local = Counter({container: 1}) if container else context
        place, canonical = place_thing(found.entry, name, local)
        if found.entry and place and len(gazetteer.known(name)) > 1:
            place = self._nearest_country(found, gazetteer.known(name))
        if place and container and container not in place.within and place.kind == "city" and not found.entry:
            match = [other for other in gazetteer.look_up(name) if container in other.within]
            place, canonical = (match[0], match[0].name) if match else (place, canonical)
        key = f"{canonical}|{place.country if place else ''}|{place.within[:1] if place else ''}"
        thing = self.places.get(key)
        if not thing:
            thing = self.places[key] = Thing(PLACE, canonical)
            if place:
                thing.country, thing.geonameid = place.country, place.geonameid
        if name not in thing.forms and not found.adjective:
            thing.forms.append(name)
        return thing

    def _nearest_country(self, found: Found, places: tuple[Place, ...]) -> Place:
        """Choose between the country and the state of Georgia by the place named nearest to it in the paragraph."""
        paragraph = self.tokens.paragraph(found.first)
        near: dict[int, str] = {}
        for other in self.found:
            if other.type == PLACE and other is not found and self.tokens.paragraph(other.first) == paragraph:
                for place in (other.entry.place,) if other.entry else gazetteer.look_up(self.name_of(other))[:1]:
                    if place and place.country and place.name != places[0].name:
                        near.setdefault(abs(other.first - found.first), place.country)
        for _, country in sorted(near.items()):
            for place in places:
                if place.country == country:
                    return place
        return places[0]

    def _stated_container(self, index: int) -> str | None:
        """Return the container that stands right after a place: "Mobile, Alabama"; "Russky Island in Vladivostok"."""
        found = self.found[index]
        if index + 1 >= len(self.found):
            return None
        following = self.found[index + 1]
        between = self.lower[found.stop : following.first]
        if following.type == PLACE and not following.adjective and following.entry and between in ([","], ["in"]):
            return following.entry.name
        return None

    def _stated_short_forms(self) -> Iterator[tuple[Thing, str]]:
        """Yield organisations with the short form that a bracket gives: "Korean Central News Agency (KCNA)"."""
        for found in self.found:
            if found.type != ORGANIZATION or not found.thing:
                continue
            short = self.bracketed(found.stop)
            if short:
                yield found.thing, short

    def bracketed(self, stop: int) -> str | None:
        """Return the abbreviation in a bracket that opens at a token: "(KCNA)" → "KCNA"."""
        if self.text[stop : stop + 1] != ["("] or self.text[stop + 2 : stop + 3] != [")"]:
            return None
        word = self.text[stop + 1]
        return word if sum(char.isupper() for char in word) >= 2 else None

    # -- what a place stands for --------------------------------------------------------------------------------------

    def _mark_metonyms(self) -> None:
        """Mark cities that stand for their government: subject of a verb of saying or doing, owner of a policy."""
        governing = self.words.speech | self.words.org_verbs | _GOVERNING
        for found in self.found:
            if found.type != PLACE or found.adjective or not gazetteer.capital_of(self.name_of(found)):
                continue
            before = self.lower[found.first - 1] if found.first else ""
            after = self.lower[found.stop] if found.stop < len(self.lower) else ""
            if before in self.words.place_prepositions or before in self.words.place_strong:
                found.metonym = before in ("from", "to") and after in governing
            else:
                found.metonym = self._acts(found, before, after, governing)

    def _acts(self, found: Found, before: str, after: str, governing: frozenset[str]) -> bool:
        if self.text[found.first].isupper() and len(self.text[found.first]) > 3:
            return False
        if after in governing or after in ("'s", "’s") or before in ("with", "between", "by", "put", "help", "urge"):
            return True
        coordinated = self.lower[found.stop : found.stop + 1] == ["and"] or before == "and"
        return coordinated and found.stop + 1 < len(self.text) and self._near_capital(found)

    def _near_capital(self, found: Found) -> bool:
        """Tell whether another capital is coordinated with this one: "Pyongyang and Moscow have strengthened"."""
        return any(
            other is not found
            and other.type == PLACE
            and min(abs(other.first - found.stop), abs(found.first - other.stop)) == 1
            for other in self.found
            if abs(other.first - found.first) < 6 and gazetteer.capital_of(self.name_of(other))
        )

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
        """Return the things behind the mentions, ordered by id."""
        mentions: dict[str, list[Mention]] = {}
        for name in self.document.names:
            text = self.document.text[name.start : name.end]
            mentions.setdefault(name.entity, []).append(Mention(name.start, name.end, text, name.named))
        return tuple(
            Entity(
                thing.id,
                thing.type,  # type: ignore[arg-type]
                thing.name,
                tuple(mentions.get(thing.id, ())),
                thing.country,
                thing.geonameid,
                tuple(thing.aliases),
                tuple(thing.within),
            )
            for thing in sorted(self._things(), key=lambda thing: thing.id)
        )


_GOVERNING = frozenset(
    {"has", "have", "had", "is", "was", "will", "would", "could", "should", "may", "must", "wants", "wanted", "insists"}
)
