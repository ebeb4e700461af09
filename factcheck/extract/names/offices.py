"""Tokens → office phrases: [rank] office, as printed anywhere in the text.

"First Deputy Foreign Minister" → rank "first deputy", office "foreign minister"
"the heads of TASS and KCNA"    → office "head", plural
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from factcheck import lexicon
from factcheck.extract.names.vocabulary import Trie, word_sets, words
from factcheck.extract.tokens import Tokens

_ELECT = (["-", "elect"], ["-", "designate"])


class Post(Struct, frozen=True):
    """An office of the lexicon; see lexicon/offices.toml for the fields."""

    office: str
    sector: str
    exclusive: str | None = None
    unique: bool = False
    descriptor: bool = False
    plural: bool = False
    abbreviated: bool = False
    exact: bool = False


class Office(Struct, frozen=True):
    """An office phrase: tokens `first` to `stop` (exclusive), `ranks` as printed and lower case."""

    first: int
    stop: int
    post: Post
    rank: str | None = None
    head: int = 0
    elect: bool = False


def find(tokens: Tokens, sentence_stop: list[int]) -> list[Office]:
    """Return the office phrases of a text in order, none overlapping, each the longest at its place."""
    starts = _starts()
    found: list[Office] = []
    done = 0
    for index in tokens.hits(starts.__contains__):
        if index >= done:
            office = _at(tokens, index, sentence_stop[index])
            if office:
                if tokens.lower[office.stop : office.stop + 2] in _ELECT:
                    office = Office(office.first, office.stop + 2, office.post, office.rank, office.head, elect=True)
                found.append(office)
                done = office.stop
    return found


def _at(tokens: Tokens, first: int, limit: int) -> Office | None:
    """Return the office that begins at a token, with its rank, or None."""
    word = tokens.lower[first]
    whole = _office(tokens, first, limit) if word in posts().root else None
    ranked = None
    after_rank = ranks().match(tokens.lower, first, limit) if word in ranks().root else None
    if after_rank and after_rank[0] < limit:
        start = after_rank[0]
        if tokens.text[start] == "-" and start + 1 < limit:
            start += 1
        inner = _at(tokens, start, limit)
        if inner:
            rank = " ".join(tokens.lower[first : after_rank[0]])
            ranked = Office(first, inner.stop, inner.post, f"{rank} {inner.rank}" if inner.rank else rank, inner.head)
    if ranked and (not whole or ranked.stop > whole.stop):
        return ranked
    return whole


def _office(tokens: Tokens, first: int, limit: int) -> Office | None:
    match = posts().match(tokens.lower, first, limit)
    if match and _ends_body(tokens, first, match[0]):
        return None
    if match and _runs_into_body(tokens, match[0], limit):
        match = posts().match(tokens.lower, first, match[0] - 1)
    if not match or _is_forename(tokens, first, match[0]):
        return None
    stop, values = match
    for post in values:
        if not post.abbreviated:
            return Office(first, stop, post, head=first)
        if post.exact and not _precedes_given_name(tokens, first, stop):
            continue
        if tokens.text[first][0].isupper():
            dotted = stop < limit and tokens.text[stop] == "." and tokens.glued(stop)
            return Office(first, stop + dotted, post, head=first)
    return None


def _precedes_given_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell "DI Sam Cole" from "DC Comics"."""
    return tokens.text[first].isupper() and stop < len(tokens) and tokens.lower[stop] in word_sets().given


def _is_forename(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell "Marine Le Pen" from "Marine Tom Ash": a given name before a particle in capitals."""
    if stop - first > 1 or stop >= len(tokens) or not tokens.text[stop][0].isupper():
        return False
    return tokens.lower[first] in word_sets().given and tokens.lower[stop] in word_sets().leading


def _ends_body(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell "Banking Committee | chairman" from "committee chairman": the first word ends a body's name."""
    if stop - first < 2 or not first or not tokens.text[first][0].isupper() or tokens.text[stop - 1][0].isupper():
        return False
    return tokens.text[first - 1][0].isupper() and tokens.lower[first] in word_sets().body


def _runs_into_body(tokens: Tokens, stop: int, limit: int) -> bool:
    """Tell "secretary of the Security Council" from "secretary of the treasury": a body's name goes on."""
    if stop >= limit or not tokens.text[stop - 1][0].isupper() or not tokens.text[stop][0].isupper():
        return False
    return tokens.lower[stop] in word_sets().body


@cache
def _starts() -> frozenset[str]:
    return frozenset(chain(posts().root, ranks().root))


@cache
def ranks() -> Trie:
    """Return the trie of printed ranks."""
    trie = Trie()
    for form in lexicon.load("offices")["ranks"]["forms"]:
        trie.add([word.lower() for word in words(form)], form)
    return trie


@cache
def posts() -> Trie:
    """Return the trie of offices, plural forms and names of ministers included."""
    trie = Trie()
    for form, post in chain(_listed(), _ministers()):
        tokens = [word.lower() for word in words(form)]
        trie.add(tokens, post)
        if not post.abbreviated:
            _add_plural(trie, tokens, post)
    return trie


def _add_plural(trie: Trie, tokens: list[str], post: Post) -> None:
    """Add "foreign ministers", "secretaries of state", "chiefs of staff", "attorneys general"."""
    plural = Post(post.office, post.sector, post.exclusive, post.unique, post.descriptor, plural=True)
    head = _head_index(tokens)
    trie.add([*tokens[:head], _plural(tokens[head]), *tokens[head + 1 :]], plural)


def _head_index(tokens: list[str]) -> int:
    for index, token in enumerate(tokens):
        if token in ("of", "for", "to", "-", "at", "without", "in") and index:
            return index - 1
    return len(tokens) - 1


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("wife"):
        return word[:-2] + "ves"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def _listed() -> Iterator[tuple[str, Post]]:
    groups: list[dict[str, Any]] = lexicon.load("offices")["group"]
    for group in sorted(groups, key=lambda group: bool(group.get("abbreviated"))):
        abbreviated = group.get("abbreviated", False)
        for entry in group["offices"]:
            forms = [form.strip() for form in entry.split("|")]
            post = Post(
                forms[0],
                group["sector"],
                group.get("exclusive"),
                group.get("unique", False),
                group.get("descriptor", False),
                abbreviated=abbreviated,
                exact=group.get("exact", False),
            )
            yield from ((form, post) for form in (forms[1:] if abbreviated else forms))


def _ministers() -> Iterator[tuple[str, Post]]:
    for name in lexicon.load("offices")["portfolios"]["names"]:
        post = Post(f"{name.removeprefix('the ')} minister", "government", "minister", True)
        secretary = Post(f"{name.removeprefix('the ')} secretary", "government", "minister", True)
        if not name.startswith("the "):
            yield f"{name} minister", post
            yield f"{name} secretary", secretary
        for link in ("of", "for", "of the", "for the"):
            yield f"minister {link} {name}", post
            yield f"secretary {link} {name}", secretary
