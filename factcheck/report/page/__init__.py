"""Result → one HTML page that needs nothing else: no network, no other file.

`build` turns a result into the records that the template fills in; the template escapes every word of them. Style and
script are files beside it, and the page's own security policy lets nothing else run.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from importlib.resources import files
from typing import Any

from factcheck.model import Result
from factcheck.report.page import cards, matrix, texts, timeline
from factcheck.report.page.people import People
from factcheck.report.wording import counted, lapsed

_SECTIONS = (
    ("error", "Errors", "These cannot all be true, or break a sum or the calendar. Look them up first."),
    ("warning", "Warnings", "Probably one side is wrong. Worth a look before the next edition."),
    ("note", "Notes", "Mostly one fact in different words or spellings. Choose one."),
    (
        "agrees",
        "Reconciled",
        "Looks different, and agrees once the arithmetic is done. Nothing to do; the sums are shown.",
    ),
)


def build(result: Result, folder: str) -> dict[str, Any]:
    """Return all that the template names; links to files are relative to `folder`."""
    numbers = {article.article: number for number, article in enumerate(result.articles)}
    people = People(result)
    made = cards.build(result, numbers, people)
    quoted = texts.build(result, folder)
    verdicts = Counter(finding.verdict for finding in result.findings)
    style, script = _asset("style.css"), _asset("script.js")
    return {
        "style": style,
        "script": script,
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
        "articles": quoted,
        "verdicts": verdicts,
        "counted": counted,
        "claims": len(result.claims),
        "subjects": len(result.subjects),
        "sections": [
            (key, heading, intro, [card for card in made if card.severity == key]) for key, heading, intro in _SECTIONS
        ],
        "total": len(made),
        "filters": _filters(made, people, quoted),
        "timeline": timeline.build(result, numbers),
        "matrix": matrix.build(result, numbers),
        "reviews": [(note, "" if note.state == "holds" else lapsed(note)) for note in result.reviews],
        "problems": result.problems,
    }


def _filters(
    made: list[cards.Card], people: People, quoted: list[texts.Text]
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return each menu: its name, what it shows for "all", and its choices with how many findings each leaves."""
    severities = Counter(card.severity for card in made)
    rules = Counter(card.rule for card in made)
    persons = Counter(number for card in made for number in card.people)
    named = Counter(number for card in made for number in card.articles)
    return [
        (
            "severity",
            "Every severity",
            [(key, f"{heading} ({severities[key]})") for key, heading, _ in _SECTIONS if severities[key]],
        ),
        ("rule", "Every rule", [(rule, f"{rule} ({count})") for rule, count in sorted(rules.items())]),
        (
            "person",
            "Everybody",
            sorted(((str(n), f"{people.names[n]} ({count})") for n, count in persons.items()), key=_by_label),
        ),
        ("article", "Every article", [(str(n), f"{quoted[n].name} ({named[n]})") for n in sorted(named)]),
    ]


def _by_label(choice: tuple[str, str]) -> tuple[str, str]:
    return choice[1].casefold(), choice[0]


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
