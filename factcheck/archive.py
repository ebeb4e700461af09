"""Claims of articles already read, kept in one SQLite file between runs, so that a new text is checked against them.

An article is kept as its extraction, under its name, with the words by which linking could take one of its people,
organisations, places or events for one of another article. A check reads only the articles that share such a word.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from factcheck.errors import FactcheckError
from factcheck.link.normal import fold, sound
from factcheck.model import Claim, Extraction, Published, kind_of

_KIND = "factcheck archive"
_TABLES = """
create table about (key text primary key, value text not null) without rowid;
create table article (
  name text primary key, digest text not null, outlet text, published blob, words integer not null,
  claims integer not null, content blob not null
) without rowid;
create table shared (word text not null, article text not null, primary key (word, article)) without rowid;
create index shared_article on shared (article);
"""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Extraction).decode
_published = msgspec.msgpack.Decoder(Published | None).decode


class Entry(msgspec.Struct, frozen=True):
    """What the archive knows of an article without reading its claims."""

    article: str
    published: Published | None
    outlet: str | None
    words: int
    claims: int


class Added(msgspec.Struct, frozen=True):
    """What adding articles did, by how many."""

    new: int
    changed: int
    same: int


class Stats(msgspec.Struct, frozen=True):
    """What an archive holds. `earliest` and `latest` are the days of its first and last article, where known."""

    articles: int
    words: int
    claims: int
    kinds: dict[str, int]
    earliest: str | None
    latest: str | None
    bytes: int


class Archive:
    """An open archive; use `opened`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection

    def add(self, extractions: Iterable[Extraction]) -> Added:
        """Keep articles; one whose name is known takes the place of the kept one where its content differs."""
        counts: Counter[str] = Counter()
        with self._connection:
            for extraction in extractions:
                counts[self._add(extraction)] += 1
        return Added(counts["new"], counts["changed"], counts["same"])

    def entries(self) -> Iterator[Entry]:
        """Yield what is known of each article, in order of their names."""
        rows = self._connection.execute("select name, published, outlet, words, claims from article order by name")
        for name, published, outlet, words, claims in rows:
            yield Entry(name, _published(published), outlet, words, claims)

    def remove(self, patterns: Iterable[str]) -> tuple[str, ...]:
        """Forget the articles whose names fit a pattern, all or none. Raises FactcheckError where one fits none."""
        names = [name for (name,) in self._connection.execute("select name from article order by name")]
        chosen: list[str] = []
        for pattern in patterns:
            fitting = [name for name in names if fnmatchcase(name, pattern)]
            if not fitting:
                remedy = "`factcheck archive list` names its articles"
                raise FactcheckError(f"holds no article {pattern!r}", where=str(self._path), remedy=remedy)
            chosen += fitting
        with self._connection:
            for name in chosen:
                self._forget(name)
        return tuple(sorted(set(chosen)))

    def stats(self) -> Stats:
        """Return how much the archive holds."""
        entries = list(self.entries())
        kinds = Counter(str(kind_of(claim)) for claim in self._claims())
        days = sorted(
            day.isoformat()
            for one in entries
            if one.published
            for day in (one.published.earliest, one.published.latest)
            if day
        )
        return Stats(
            articles=len(entries),
            words=sum(one.words for one in entries),
            claims=sum(kinds.values()),
            kinds=dict(sorted(kinds.items())),
            earliest=days[0] if days else None,
            latest=days[-1] if days else None,
            bytes=self._path.stat().st_size,
        )

    def related(self, extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
        """Return the kept articles that could speak of something that these speak of, without those of their names."""
        given = list(extractions)
        own = {extraction.article.article for extraction in given}
        words = sorted({word for extraction in given for word in shared_words(extraction)})
        names: set[str] = set()
        for word in words:
            rows = self._connection.execute("select article from shared where word = ?", (word,))
            names.update(name for (name,) in rows)
        return tuple(self._read(name) for name in sorted(names - own))

    def _claims(self) -> Iterator[Claim]:
        for (name,) in self._connection.execute("select name from article order by name").fetchall():
            yield from self._read(name).claims

    def _add(self, extraction: Extraction) -> str:
        name, content = extraction.article.article, _encode(extraction)
        digest = sha256(content).hexdigest()
        known = self._connection.execute("select digest from article where name = ?", (name,)).fetchone()
        if known == (digest,):
            return "same"
        self._forget(name)
        article = extraction.article
        row = (name, digest, article.outlet, _encode(article.published), article.words, len(extraction.claims))
        self._connection.execute("insert into article values (?, ?, ?, ?, ?, ?, ?)", (*row, zlib.compress(content)))
        pairs = [(word, name) for word in sorted(shared_words(extraction))]
        self._connection.executemany("insert into shared values (?, ?)", pairs)
        return "changed" if known else "new"

    def _forget(self, name: str) -> None:
        self._connection.execute("delete from article where name = ?", (name,))
        self._connection.execute("delete from shared where article = ?", (name,))

    def _read(self, name: str) -> Extraction:
        (content,) = self._connection.execute("select content from article where name = ?", (name,)).fetchone()
        return _decode(zlib.decompress(content))


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Archive]:
    """Open an archive for a `with` block. Raises FactcheckError where it is none, is missing, or cannot be read."""
    if not create and not path.is_file():
        raise FactcheckError("no such archive", where=str(path), remedy="`factcheck archive add` makes one")
    try:
        connection = sqlite3.connect(path)
        try:
            _prepare(path, connection)
            yield Archive(path, connection)
        finally:
            connection.close()
    except (sqlite3.Error, zlib.error, msgspec.DecodeError) as error:
        remedy = "name an archive that `factcheck archive add` made, or make it anew"
        raise FactcheckError(f"cannot be used as an archive: {error}", where=str(path), remedy=remedy) from error


def shared_words(extraction: Extraction) -> frozenset[str]:
    """Return the words by which linking could take something of an article for something of another one."""
    words = {f"country:{code}" for event in extraction.events for code in _countries(event.participants)}
    words |= {" ".join(fold(place)) for event in extraction.events for place in event.places}
    for entity in extraction.entities:
        for name in (entity.name, *entity.aliases):
            folded = fold(name)
            words |= {" ".join(folded)} if entity.type == "place" else {sound(word) for word in folded}
    return frozenset(words) - {""}


def _countries(participants: Iterable[str]) -> Iterator[str]:
    return (who.removeprefix("country:") for who in participants if who.startswith("country:"))


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    """Make the tables of a new archive; of an old one see that this version can read it."""
    tables = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    if not tables:
        with connection:
            connection.executescript(_TABLES)
            connection.executemany("insert into about values (?, ?)", [("kind", _KIND), ("shape", _shape())])
        return
    about = dict(connection.execute("select key, value from about")) if "about" in tables else {}
    if about.get("kind") != _KIND:
        raise FactcheckError("is a database of something else", where=str(path), remedy="name another file")
    if about.get("shape") != _shape():
        remedy = "make it anew: `factcheck archive add NEW PATH…`"
        raise FactcheckError("was made by another version of factcheck", where=str(path), remedy=remedy)


@cache
def _shape() -> str:
    """Return a fingerprint of the records that an archive holds."""
    schema = msgspec.json.encode(msgspec.json.schema(Extraction), order="sorted")
    return sha256(schema).hexdigest()[:16]
