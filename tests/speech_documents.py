"""Documents for tests of speech: texts of our own with the names in them marked by hand."""

from __future__ import annotations

from typing import Literal

from factcheck.extract.document import Document
from factcheck.extract.names import Name
from factcheck.extract.tokens import Tokens
from factcheck.model import Article, Entity, Mention

Forms = list[list[str]]
Type = Literal["person", "organization"]


def marked(text: str, people: Forms, organizations: Forms) -> Document:
    """Return a document whose names are the given forms and nothing else.

    The first form of each list is the entity's name; a form with a small letter first is a mention without a name.
    """
    document = Document(Article(article="case", text=text))
    found: list[tuple[Name, str]] = []
    for kind, lists in (("person", people), ("organization", organizations)):
        for forms in lists:
            found += _mentions(document.tokens, kind, forms)  # type: ignore[arg-type]
    found.sort(key=lambda pair: (pair[0].first, -pair[0].stop))
    kept: list[tuple[Name, str]] = []
    for name, full in found:
        if not kept or name.first >= kept[-1][0].stop:
            kept.append((name, full))
    document.__dict__["names"] = tuple(name for name, _ in kept)
    document.__dict__["entities"] = _entities(document, kept)
    return document


def _mentions(tokens: Tokens, kind: Type, forms: list[str]) -> list[tuple[Name, str]]:
    found = []
    for form in forms:
        words = Tokens(form).text
        named = words[-1][0].isupper() and words[0].lower() != "the"
        for first in range(len(tokens) - len(words) + 1):
            if tokens.text[first : first + len(words)] == words:
                start, end = tokens.span(first, first + len(words))
                name = Name(start, end, first, first + len(words), kind, f"{kind}:{forms[0]}", named=named)
                found.append((name, forms[0]))
    return found


def _entities(document: Document, found: list[tuple[Name, str]]) -> tuple[Entity, ...]:
    entities: dict[str, Entity] = {}
    for name, full in found:
        mention = Mention(name.start, name.end, document.text[name.start : name.end], name.named)
        before = entities.get(name.entity)
        mentions = (*before.mentions, mention) if before else (mention,)
        entities[name.entity] = Entity(name.entity, name.type, full, mentions)
    return tuple(entities[key] for key in sorted(entities))
