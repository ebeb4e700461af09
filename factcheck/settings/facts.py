"""What the desk holds true → articles of its own, which are compared with the others like any.

Each fact becomes a sentence. Those on offices hold for a time: they stand in an article for each month of which
something was read, dated in it, so that an office is weighed against the holder it had then.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from factcheck.check.decoding import decode, unknown
from factcheck.check.intervals import spell
from factcheck.model import Article, Extraction, Problem
from factcheck.settings.record import Fact, Settings

FORMAT = "facts"
_FORMS = "either person and office, or event and date or place, or says"


def fault(fact: Mapping[str, Any]) -> str:
    """Return what is wrong with the shape of a fact, "" where nothing is."""
    filled = {key for key, value in fact.items() if value}
    forms = [{"person", "office"} <= filled, "event" in filled and bool(filled & {"date", "place"}), "says" in filled]
    return "" if sum(forms) == 1 else f"needs {_FORMS}"


def load(settings: Settings) -> tuple[tuple[tuple[str, Fact], ...], tuple[Problem, ...]]:
    """Return the facts of a settings file and of the files it names, each with its file, and what could not be used."""
    facts = [(settings.path, fact) for fact in settings.fact]
    problems: list[Problem] = []
    for name in settings.facts:
        path = settings.folder / name
        found, faults = _read(path)
        facts += [(str(path), fact) for fact in found]
        problems += [Problem(str(path), told, "mend the file of facts") for told in faults]
    return tuple(facts), tuple(problems)


def articles(facts: Iterable[tuple[str, Fact]], read: Sequence[Extraction]) -> tuple[Article, ...]:
    """Return the articles that state the facts, for what was read: those on offices once for each month of it."""
    lasting: dict[str, list[Fact]] = {}
    held: dict[str, list[Fact]] = {}
    for path, fact in facts:
        (held if fact.person else lasting).setdefault(path, []).append(fact)
    found = [_article(Path(path).as_posix(), path, kept, None) for path, kept in lasting.items()]
    for path, kept in held.items():
        for day in _months(read):
            current = [one for one in kept if (one.since or day) <= day <= (one.until or day)]
            if current:
                found.append(_article(f"{Path(path).as_posix()} ({day:%Y-%m})", path, current, day))
    return tuple(sorted(found, key=lambda article: article.article))


def sentence(fact: Fact) -> str:
    """Return a fact as a sentence: "Kari Moe, foreign minister of Norway, holds the office."."""
    if fact.says:
        return fact.says.strip().rstrip(".") + "."
    if fact.person:
        return f"{fact.person}, {fact.office}, holds the office."
    event = fact.event.strip()
    when = f" on {spell(fact.date)}" if fact.date else ""
    where = f" in {fact.place}" if fact.place else ""
    opening = event if event.lower().startswith(("the ", "a ", "an ")) else f"the {event}"
    return f"{opening[:1].upper()}{opening[1:]} was held{where}{when}."


def _article(name: str, path: str, facts: Sequence[Fact], day: date | None) -> Article:
    text = "\n\n".join(map(sentence, facts))
    return Article(article=name, text=text, path=path, format=FORMAT, stated=day.isoformat() if day else None)


def _months(read: Sequence[Extraction]) -> list[date]:
    """Return the first known day of each month in which an article appeared."""
    days = sorted(
        one.article.published.latest for one in read if one.article.published and one.article.published.latest
    )
    return list({(day.year, day.month): day for day in reversed(days)}.values())


def _read(path: Path) -> tuple[list[Fact], list[str]]:
    rows = _rows(path)
    if isinstance(rows, str):
        return [], [rows]
    facts: list[Fact] = []
    faults: list[str] = []
    for place, row in rows:
        fact, wrong = decode(row, Fact)
        told = list(wrong) or list(filter(None, [fault(row)]))
        faults += [f"{place}: {one}" for one in told]
        facts += [fact] if fact and not told else []
    return facts, faults


def _rows(path: Path) -> list[tuple[str, dict[str, Any]]] | str:
    """Return the facts of a file as plain data, each with its place; or what is wrong with the file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return list(_csv(text)) if path.suffix.lower() == ".csv" else _tables(tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        return f"cannot be read: {getattr(error, 'strerror', None) or error}"
    except tomllib.TOMLDecodeError as error:
        return f"not TOML: {error}"
    except csv.Error as error:
        return f"not CSV: {error}"


def _tables(data: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]] | str:
    other = next((key for key in data if key != "fact"), None)
    if other is not None:
        return unknown(other, ["fact"])
    return [(f"fact {number}", dict(one)) for number, one in enumerate(data.get("fact", ()), 1)]


def _csv(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    reader = csv.DictReader(StringIO(text, newline=""), restkey="", restval="")
    for row in reader:
        filled = {key.strip(): value.strip() for key, value in row.items() if key and value and value.strip()}
        if filled:
            yield f"line {reader.line_num}", filled
