"""The vocabulary of names, compiled from the lexicon once: tries over lower-case tokens, and sets of words."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from factcheck import gazetteer, lexicon
from factcheck.extract.tokens import Tokens
from factcheck.gazetteer import Place


class Entry(Struct, frozen=True):
    """What a known name stands for.

    `kind` is "place", "adjective", "organization" or "other" (no name of any kind). `exact` holds the tokens as they
    must be printed, for abbreviations ("US", "WHO"), else None; one `after_comma` counts only there ("Flint, Mich.").
    `name` is the canonical name.
    """

    kind: str
    name: str
    place: Place | None = None
    exact: tuple[str, ...] | None = None
    after_comma: bool = False


class Trie:
    """Phrases over lower-case tokens, for the longest match at a token."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, words: list[str], value: object) -> None:
        """Add a phrase unless it is there already; the first one added counts."""
        node = self.root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault("", []).append(value)

    def match(self, lower: list[str], first: int, limit: int) -> tuple[int, list[Any]] | None:
        """Return the end of the longest phrase that begins at token `first`, and its values."""
        node = self.root.get(lower[first])
        if node is None:
            return None
        found = None
        index = first + 1
        while True:
            if "" in node:
                found = (index, node[""])
            if index >= limit:
                return found
            node = node.get(lower[index])
            if node is None:
                return found
            index += 1


def words(text: str) -> list[str]:
    """Return a phrase's tokens: "Editor-in-Chief" → ["Editor", "-", "in", "-", "Chief"]."""
    # Most phrases are words and blanks alone, and need no tokenizer.
    return text.split(" ") if text.replace(" ", "").isalpha() else Tokens(text).text


@cache
def known_names() -> Trie:
    """Return the trie of nations, regions, organisations and things that are no names."""
    trie = Trie()
    for name, entry in (*_place_names(), *_adjectives(), *_organizations(), *_others()):
        tokens = words(name)
        trie.add([token.lower().replace("’", "'") for token in tokens], entry)
        if "'" in name:
            trie.add([token.lower().replace("'", "’") for token in tokens], entry)
    return trie


def _exact(name: str) -> tuple[str, ...] | None:
    """Return the tokens as printed where a name is an abbreviation: "US", "IS", "G7"; None for "Russia"."""
    letters = [char for char in name if char.isalpha()]
    if all(char.isupper() for char in letters) and len(name) < 6:
        return tuple(words(name))
    return None


def _place_names() -> list[tuple[str, Entry]]:
    nations, places = lexicon.load("nations"), lexicon.load("places")
    names: list[tuple[str, str]] = []
    for entry in nations["countries"].values():
        names += [(name, entry["name"]) for name in (entry["name"], *entry["names"])]
    for table in (nations["parts"], nations["former"]):
        for title, entry in table.items():
            names += [(name, title) for name in (title, *entry["names"])]
    for table in ("continents", "regions", "islands", "peninsulas", "waters", "mountains", "facilities"):
        for title, entry in places[table].items():
            names += [(name, title) for name in (title, *entry.get("names", ()))]
    names += [(province, province) for provinces in places["provinces"].values() for province in provinces]
    names += [(state, state) for state in gazetteer.states()]
    names += [(name, "European Union") for name in lexicon.load("organizations")["unions"]["names"]]
    known = [(name, Entry("place", title, _place(title), _exact(name))) for name, title in names]
    return known + [(short, _state(short, full)) for short, full in places["state-abbreviations"].items()]


def _state(short: str, name: str) -> Entry:
    """Return the entry of "Calif.", which counts only after a comma."""
    state = next((place for place in gazetteer.known(name) if place.country == "US"), None)
    return Entry("place", name, state, tuple(words(short)), after_comma=True)


def _place(name: str) -> Place:
    found = gazetteer.known(name)
    return found[0] if found else Place(name, "region")


def _adjectives() -> list[tuple[str, Entry]]:
    nations = lexicon.load("nations")
    pairs: list[tuple[str, str]] = []
    for entry in nations["countries"].values():
        pairs += [(form, entry["name"]) for form in entry["adjectives"]]
    for table in (nations["parts"], nations["former"]):
        pairs += [(form, name) for name, entry in table.items() for form in entry["adjectives"]]
    pairs += list(nations["adjectives"].items())
    pairs += [(f"{form}s", name) for form, name in pairs if not form.endswith(("s", "h", "ese", "men", "man"))]
    return [(form, Entry("adjective", name, _place(name))) for form, name in pairs]


def _organizations() -> list[tuple[str, Entry]]:
    tables = lexicon.load("organizations")
    names = [name for table in tables["known"].values() for name in table]
    short = tables["short"]
    found = [(name, Entry("organization", short.get(name, name), exact=_exact(name))) for name in (*names, *short)]
    return [*found, *((plain, entry) for name, entry in found if (plain := gazetteer.plain(name)) != name)]


def _others() -> list[tuple[str, Entry]]:
    tables = lexicon.load("organizations")
    calendar = lexicon.load("names_common")["calendar"]["words"]
    peoples = lexicon.load("nations")["peoples"]["words"].split()
    return [(name, Entry("other", name)) for name in (*tables["other"]["products"], *calendar, *peoples)]


class Words(Struct, frozen=True):
    """Sets of lower-case words."""

    given: frozenset[str]
    family: frozenset[str]
    renowned: frozenset[str]
    eastern: frozenset[str]
    inner: frozenset[str]
    leading: frozenset[str]
    suffixes: frozenset[str]
    patronymics: tuple[str, ...]
    function: frozenset[str]
    common: frozenset[str]
    body: frozenset[str]
    opening: frozenset[str]
    legal: frozenset[str]
    domains: frozenset[str]
    other: frozenset[str]
    nature: frozenset[str]
    settled: frozenset[str]
    facility: frozenset[str]
    owned: frozenset[str]
    leading_feature: frozenset[str]
    roads: frozenset[str]
    compass: frozenset[str]
    opening_feature: frozenset[str]
    ambiguous: frozenset[str]
    likely: frozenset[str]
    before_org: frozenset[str]
    after_org: frozenset[str]
    team: frozenset[str]
    matches: frozenset[str]
    against: frozenset[str]
    holdings: frozenset[str]
    published: frozenset[str]
    possessors: frozenset[str]
    org_verbs: frozenset[str]
    speech: frozenset[str]
    personal: frozenset[str]
    suffered: frozenset[str]
    place_prepositions: frozenset[str]
    place_verbs: frozenset[str]
    peopled: frozenset[str]
    happenings: frozenset[str]
    where: frozenset[str]
    crossings: frozenset[str]
    shores: frozenset[str]
    rulers: frozenset[str]
    sites: frozenset[str]
    bidding: frozenset[str]
    leading_thing: frozenset[str]
    royal: frozenset[str]
    place_strong: frozenset[str]
    before_place: frozenset[str]
    after_place: frozenset[str]
    honorifics: frozenset[str]
    women: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    syllables: frozenset[str]
    tails: frozenset[str]
    nicknames: dict[str, frozenset[int]]
    status: frozenset[str]


@cache
def word_sets() -> Words:
    """Return the word sets of the lexicon."""
    names, common = lexicon.load("names"), lexicon.load("names_common")
    orgs, places = lexicon.load("organizations"), lexicon.load("places")
    offices = lexicon.load("offices")
    features = places["feature-words"]
    function = frozenset(common["function"]["words"].split())
    return Words(
        given=frozenset(" ".join(names["given"].values()).split()),
        family=frozenset(names["family"]["common"].split()) | frozenset(names["korean"]["surnames"].split()),
        renowned=frozenset(names["family"]["renowned"].split()),
        eastern=frozenset(names["korean"]["surnames"].split()) | frozenset(names["given"]["east-asian"].split()[:230]),
        inner=frozenset(names["particles"]["inner"]),
        leading=frozenset(names["particles"]["leading"]),
        suffixes=frozenset(names["particles"]["suffixes"]),
        patronymics=tuple(names["patronymics"]["endings"]),
        function=function,
        common=function | frozenset(common["content"]["words"].split()),
        body=frozenset(orgs["heads"]["body"]),
        opening=frozenset(orgs["heads"]["opening"]),
        legal=frozenset(orgs["legal"]["forms"]),
        domains=frozenset(orgs["domains"]["words"]),
        other=frozenset(orgs["other"]["heads"]),
        nature=_lowered(features["nature"]),
        settled=_lowered(features["settled"]),
        facility=_lowered(features["facility"]),
        owned=_lowered(features["owned"]),
        leading_feature=_lowered(features["leading"]),
        roads=_lowered(features["roads"]),
        opening_feature=_lowered(features["opening"]),
        compass=_lowered(features["compass"]),
        ambiguous=frozenset(places["ambiguous"]["words"]),
        likely=frozenset(places["ambiguous"]["likely"]),
        before_org=frozenset(orgs["cues"]["before"]),
        after_org=frozenset(orgs["cues"]["after"]),
        team=frozenset(orgs["cues"]["team"]),
        matches=frozenset(orgs["cues"]["matches"]),
        against=frozenset(orgs["cues"]["against"]),
        holdings=frozenset(orgs["cues"]["holdings"]),
        published=frozenset(orgs["cues"]["published"]),
        possessors=frozenset(orgs["possessors"]["words"]),
        org_verbs=frozenset(orgs["cues"]["verbs"]),
        speech=frozenset(orgs["cues"]["speech"]),
        personal=frozenset(orgs["cues"]["personal"]),
        suffered=frozenset(orgs["cues"]["suffered"]),
        place_prepositions=frozenset(orgs["place-cues"]["prepositions"]),
        sites=frozenset(orgs["place-cues"]["sites"]),
        peopled=frozenset(orgs["place-cues"]["peopled"]),
        happenings=frozenset(orgs["place-cues"]["happenings"]),
        where=frozenset(orgs["place-cues"]["where"]),
        crossings=frozenset(orgs["place-cues"]["crossings"]),
        shores=frozenset(orgs["place-cues"]["shores"]),
        rulers=frozenset(orgs["place-cues"]["rulers"]),
        bidding=frozenset(orgs["cues"]["bidding"]),
        leading_thing=frozenset(orgs["other"]["leading"]),
        royal=frozenset(orgs["other"]["royal"]),
        place_verbs=frozenset(orgs["place-cues"]["verbs"]),
        place_strong=frozenset(orgs["place-cues"]["strong"]),
        before_place=frozenset(orgs["place-cues"]["before"]),
        after_place=frozenset(orgs["place-cues"]["after"]),
        honorifics=frozenset(offices["honorifics"]["forms"]),
        women=frozenset(names["female"]["names"].split()),
        male=frozenset(offices["honorifics"]["male"]),
        female=frozenset(offices["honorifics"]["female"]),
        tails=frozenset(names["compounds"]["tails"]),
        syllables=_syllables(names["korean"]),
        nicknames=_nicknames(names["nicknames"]["lists"]),
        status=_status_words(offices["status"]),
    )


def _status_words(status: dict[str, list[str]]) -> frozenset[str]:
    """Return the words of status that never begin a name: "Former", "Acting"; "Young" and "Grand" may."""
    return frozenset(word for kind, forms in status.items() if kind != "plain" for word in forms)


def _lowered(items: list[str]) -> frozenset[str]:
    return frozenset(item.lower() for item in items)


def _syllables(korean: dict[str, Any]) -> frozenset[str]:
    """Return every Korean syllable in every romanisation: "jong", "un", "hui", "son"."""
    return frozenset(
        a + b + c for a in korean["initials"] for b in korean["medials"] for c in korean["finals"] if a or c or b
    )


def _nicknames(lists: list[list[str]]) -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, forms in enumerate(lists):
        for form in forms:
            table.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in table.items()}
