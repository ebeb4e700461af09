"""Corpora built by hand from short tables: the claims that extraction and linking would hand to the check.

A claim is a table such as {in = "a", date = "on April 25", of = "event:summit", timex = "2019-04-25"}: the article, the
kind with the words, what it is about, and the fields of its value. Each claim is one line of its article's text, and
one sentence unless it is `joined` to the line before, or all of the article is one sentence (`whole`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

import msgspec

from factcheck import timex
from factcheck.model import Article, Claim, Corpus, Cue, Dateline, Published, Subject, SubjectMention, SubjectRef

TYPES: dict[str, Any] = {kind.__struct_config__.tag: kind for kind in get_args(Claim)}
_OWN = {"in", "of", "by", "certainty", "anchors", "id", "name", "joined", "whole", "of_what"}


def corpus(case: Mapping[str, Any]) -> Corpus:
    """Return the corpus of a case: `articles` (name → published, copies, cues), `claims`, `subjects`."""
    entries: Sequence[Mapping[str, Any]] = case.get("claims", [])
    described: dict[str, Any] = {entry["in"]: {} for entry in entries} | case.get("articles", {})
    texts = {name: _text(name, table, entries) for name, table in described.items()}
    claims = [_claim(number, entry, texts[entry["in"]], entries) for number, entry in enumerate(entries, 1)]
    return Corpus(
        articles={name: _article(name, table, texts[name]) for name, table in sorted(described.items())},
        claims=tuple(sorted(claims, key=lambda claim: (claim.article, claim.start))),
        subjects=_subjects(case, claims, texts),
    )


def _words(entry: Mapping[str, Any]) -> tuple[str, str]:
    kind = next(kind for kind in TYPES if kind in entry)
    return kind, entry[kind]


def _text(name: str, table: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> str:
    lines = [f"{_words(entry)[1]}." for entry in entries if entry["in"] == name]
    return "\n".join([*lines, table.get("text", "")]) + "\n"


def _claim(number: int, entry: Mapping[str, Any], text: str, entries: Sequence[Mapping[str, Any]]) -> Any:
    kind, words = _words(entry)
    before = sum(len(_words(one)[1]) + 2 for one in entries[: number - 1] if one["in"] == entry["in"])
    value = {key: item for key, item in entry.items() if key not in _OWN and key != kind}
    if kind == "date" and "earliest" not in value:
        value["earliest"], value["latest"] = timex.interval(value["timex"])
    if kind == "anniversary" and "origin_earliest" not in value and "as_of" in value:
        year = value["as_of"].year - value["count"]
        value |= {"origin_earliest": date(year, 1, 1), "origin_latest": date(year, 12, 31)}
    if kind in ("anniversary", "ordinal"):
        value["of"] = entry.get("of_what", "")
    assert text[before : before + len(words)] == words
    return TYPES[kind](
        id=entry.get("id", f"c{number}"),
        article=entry["in"],
        text=words,
        start=before,
        end=before + len(words),
        sentence=_sentence(entry, text, before, before + len(words) + 1),
        subject=_ref(entry),
        asserted_by=entry.get("by"),
        certainty=entry.get("certainty", "asserted"),
        anchors=tuple(entry.get("anchors", ())),
        value=msgspec.convert(value, _value_type(TYPES[kind])),
    )


def _sentence(entry: Mapping[str, Any], text: str, start: int, end: int) -> tuple[int, int]:
    if entry.get("whole"):
        return 0, len(text)
    return (text.rfind("\n", 0, start - 1) + 1 if entry.get("joined") else start), end


def _value_type(kind: Any) -> Any:
    return next(field.type for field in msgspec.structs.fields(kind) if field.name == "value")


def _ref(entry: Mapping[str, Any]) -> SubjectRef | None:
    if "of" not in entry:
        return None
    kind, _, name = entry["of"].partition(":")
    return SubjectRef(entry["of"], kind, entry.get("name", name.replace("-", " ")))


def _article(name: str, table: Mapping[str, Any], text: str) -> Article:
    published = None
    if "published" in table or "cues" in table:
        first, last = timex.interval(table.get("published", "XXXX"))
        cues = tuple(_cue(one, text) for one in table.get("cues", ()))
        published = Published(first, last, table.get("inferred", False), table.get("published", ""), cues)
    return Article(
        article=name,
        text=text,
        published=published,
        copies=tuple(table.get("copies", ())),
        dateline=Dateline(table["dateline"], 0, len(table["dateline"])) if table.get("dateline") else None,
    )


def _cue(table: Mapping[str, Any], text: str) -> Cue:
    start = text.index(table["text"])
    end = start + len(table["text"])
    return Cue(table["kind"], table["text"], start, end, table["says"], table["agrees"])


def _subjects(case: Mapping[str, Any], claims: Sequence[Any], texts: Mapping[str, str]) -> dict[str, Subject]:
    refs = {claim.subject.id: claim.subject for claim in claims if claim.subject}
    found = {ident: Subject(id=ident, type=ref.type, name=ref.name) for ident, ref in refs.items()}
    for ident, table in case.get("subjects", {}).items():
        kind, _, name = ident.partition(":")
        mentions = tuple(_mention(one, texts) for one in table.get("mentions", ()))
        found[ident] = Subject(
            id=ident,
            type=kind,
            name=table.get("name", name.replace("-", " ")),
            spellings=tuple(dict.fromkeys(mention.text for mention in mentions)),
            mentions=mentions,
            merged=tuple(table.get("merged", ())),
            within=tuple(table.get("within", ())),
            participants=tuple(table.get("participants", ())),
            head=table.get("head"),
        )
    return found


def _mention(place: Sequence[str], texts: Mapping[str, str]) -> SubjectMention:
    article, name = place
    start = texts[article].index(name)
    return SubjectMention(article, start, start + len(name), name)
