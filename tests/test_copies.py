"""Near copies: one wire text in several papers is one source."""

from __future__ import annotations

from factcheck.extract import extract
from factcheck.link import link
from factcheck.model import Article

_WIRE = (
    "The harbour authority of Tarvik closed two of its seven piers on Monday after divers had found cracks in the "
    "concrete, a spokeswoman said. Ferries to the outer islands sail from the northern quay until further notice. "
    "Repairs are expected to take eleven weeks and to cost about four million crowns, most of which the region pays. "
    "Fishermen complained that nobody had told them before the cranes arrived."
)
_OTHER = (
    "Voters in the province of Alta Loma go to the polls next week to choose a new assembly. Nine parties are on the "
    "ballot, two of them founded this year, and no forecast gives any of them a majority of the forty seats. Turnout "
    "fell to a third at the last election, and the commission has opened more polling stations in the valleys."
)


def _copies(**texts: str) -> dict[str, tuple[str, ...]]:
    corpus = link(extract(Article(name, text)) for name, text in texts.items())
    return {name: article.copies for name, article in corpus.articles.items()}


def test_a_copy_is_known_after_cuts_and_changes() -> None:
    edited = "From our correspondent. " + _WIRE.replace("eleven weeks", "twelve weeks").rpartition("Fishermen")[0]
    assert _copies(wire=_WIRE, edited=edited, other=_OTHER) == {"edited": ("wire",), "other": (), "wire": ("edited",)}


def test_a_quoted_sentence_makes_no_copy() -> None:
    quoting = _OTHER + " " + _WIRE.partition(". ")[0] + "."
    assert _copies(wire=_WIRE, quoting=quoting) == {"quoting": (), "wire": ()}
