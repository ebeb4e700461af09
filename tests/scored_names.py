"""Corpora of names → scored cases: mentions, titles, and pairs of names that are one or two."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from factcheck.extract.names.record import Name
from factcheck.link import organizations, people
from factcheck.link.normal import fold
from name_cases import cases as lines_of
from name_cases import marked, mentions, read, titles
from scores import Case

_LINK = Path(__file__).parent / "corpus" / "link"
_BEARER = re.compile(
    r"(?P<name>[^(]+?)(?: \((?P<office>[^,)]+), (?P<country>[A-Z]{2})\))?"
)  # "V. Titov (minister, RU)"


def cases() -> Iterator[Case]:
    """Yield the cases of mentions, titles and pairs."""
    for file, look in (("people", mentions), ("places", mentions), ("titles", titles), ("posts", titles)):
        for construct, text, expected in lines_of(file):
            yield Case(f"{file}: {construct}", text, expected, look(text))
    for file in ("news", "geography"):
        for construct, text, asked, optional in marked(file):
            yield Case(f"{file}: {construct}", text, asked, list(_named(text, optional)))
    yield from _pairs()


def _named(text: str, optional: set[tuple[int, int]]) -> Iterator[str]:
    """Yield the names found in a text as they are marked: "place: Gao @31"; adjectives and what is left open apart."""
    for name in read(text).names:
        if name.named and not name.adjective and not any(_meets(name, span) for span in optional):
            yield f"{name.type}: {text[name.start : name.end]} @{name.start}"


def _meets(name: Name, span: tuple[int, int]) -> bool:
    return name.start < span[1] and span[0] < name.end


def _pairs() -> Iterator[Case]:
    tables = tomllib.loads((_LINK / "pairs.toml").read_text(encoding="utf-8"))
    for construct, table in tables.items():
        joined = _one_person if table["type"] == "person" else _one_body
        for verdict in ("same", "different"):
            for pair in table[verdict]:
                expected = ["one"] if verdict == "same" else []
                found = ["one"] if joined(*pair) else []
                yield Case(f"pairs: {construct}", " = ".join(pair), expected, found)


def _one_person(a: str, b: str) -> bool:
    return len(people.link([_person(a, "a.txt"), _person(b, "b.txt")]).members()) == 1


def _person(text: str, article: str) -> people.PersonName:
    match = _BEARER.fullmatch(text)
    assert match is not None, text
    known = partial(filter, None)
    return people.PersonName(
        name=match["name"],
        words=fold(match["name"]),
        countries=frozenset(known([match["country"]])),
        offices=frozenset(known([match["office"]])),
        articles=frozenset([article]),
    )


def _one_body(a: str, b: str) -> bool:
    return len(organizations.link([_body(a), _body(b)]).members()) == 1


def _body(text: str) -> organizations.OrganizationName:
    return organizations.OrganizationName(text, organizations.core(text))
