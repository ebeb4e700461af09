"""Cases of names and titles as one line each, for corpora that read easily."""

from __future__ import annotations

import tomllib
from pathlib import Path

from factcheck.extract import names
from factcheck.extract.document import Document
from factcheck.extract.names import Name, Title
from factcheck.model import Article

CORPUS = Path(__file__).parent / "corpus" / "names"


def read(text: str) -> Document:
    """Return a document of a text, nothing extracted yet."""
    return Document(Article(article="case", text=text))


def cases(file: str) -> list[tuple[str, str, list[str]]]:
    """Return construct, text and expected lines of each case of a corpus file."""
    tables = tomllib.loads((CORPUS / f"{file}.toml").read_text(encoding="utf-8"))
    return [(name, text, expected) for name, table in tables.items() for text, *expected in table["cases"]]


def mentions(text: str) -> list[str]:
    """Return the mentions of a text: "place: Kiev = Kyiv / UA"."""
    document = read(text)
    full = {entity.id: entity.name for entity in document.entities}
    return [_mention(document.text[name.start : name.end], name, full[name.entity]) for name in document.names]


def _mention(text: str, name: Name, full: str) -> str:
    parts = [f"{name.type}: {text}"]
    if full != text:
        parts.append(f"= {full}")
    if name.country:
        parts.append(f"/ {name.country}")
    marks = {"adjective": name.adjective, "government": name.metonym, "not named": not name.named}
    return " ".join([*parts, *(f"({mark})" for mark, holds in marks.items() if holds)])


def titles(text: str) -> list[str]:
    """Return the titles of a text: "Jan Novak: deputy foreign minister / CZ"."""
    document = read(text)
    full = {entity.id: entity.name for entity in document.entities}
    return [_title(title, full[title.entity]) for title in names.titles(document)]


def _title(title: Title, full: str) -> str:
    value = title.value
    former = "former" if value.former else ""
    parts = [f"{full}:", former, value.status or "", value.rank or "", value.office]
    if value.organization:
        parts.append(f"@ {value.organization}")
    if value.country:
        parts.append(f"/ {value.country}")
    if not title.named:
        parts.append("(not named)")
    return " ".join(part for part in parts if part)
