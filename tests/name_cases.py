"""Cases of names and titles as one line each, for corpora that read easily."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from factcheck.extract import names
from factcheck.extract.document import Document
from factcheck.extract.names import Name, Title
from factcheck.model import Article

CORPUS = Path(__file__).parent / "corpus" / "names"
_MARK = re.compile(r"\[([pol?]) ([^\]]+)\]")  # "[p Ann Lee]"
_TYPES = {"p": "person", "o": "organization", "l": "place"}


def read(text: str) -> Document:
    """Return a document of a text, nothing extracted yet."""
    return Document(Article(article="case", text=text))


def cases(file: str) -> list[tuple[str, str, list[str]]]:
    """Return construct, text and expected lines of each case of a corpus file."""
    tables = tomllib.loads((CORPUS / f"{file}.toml").read_text(encoding="utf-8"))
    return [(name, text, expected) for name, table in tables.items() for text, *expected in table["cases"]]


def marked(file: str) -> list[tuple[str, str, list[str], set[tuple[int, int]]]]:
    """Return construct, text, the names asked for and the spans left open of each case of a marked corpus file.

    "[p Ann Lee] left [l Gao]." → "Ann Lee left Gao.", ["person: Ann Lee @0", "place: Gao @13"], set()
    """
    tables = tomllib.loads((CORPUS / f"{file}.toml").read_text(encoding="utf-8"))
    return [(name, *_unmarked(text)) for name, table in tables.items() for text in table["cases"]]


def _unmarked(text: str) -> tuple[str, list[str], set[tuple[int, int]]]:
    plain, asked, optional, position = "", [], set(), 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        start, position = len(plain), match.end()
        plain += match[2]
        if match[1] == "?":
            optional.add((start, len(plain)))
        else:
            asked.append(f"{_TYPES[match[1]]}: {match[2]} @{start}")
    return plain + text[position:], asked, optional


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
