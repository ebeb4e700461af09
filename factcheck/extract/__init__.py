"""Article → claims: one pass of the tokenizer, shared layers, then one module per kind of claim.

Comes in: an Article as read. Goes out: an Extraction, its article completed with what the copy says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from msgspec.structs import replace

from factcheck.extract import kinds
from factcheck.extract.document import Document
from factcheck.extract.fingerprint import fingerprint
from factcheck.model import Article, Claim, Extraction


def extract(article: Article) -> Extraction:
    """Return everything that an article yields, claims in order of offset and kind."""
    document = Document(article)
    claims = sorted(_claims(document), key=lambda claim: (claim.start, claim.end, claim.id))
    return Extraction(
        article=_described(document),
        claims=tuple({claim.id: claim for claim in claims}.values()),
        entities=document.entities,
        events=document.events,
        fingerprint=fingerprint(document.tokens),
    )


def _claims(document: Document) -> Iterator[Claim]:
    for module in _kinds():
        yield from module.extract(document)


@cache
def _kinds() -> tuple[ModuleType, ...]:
    """Import the modules of `kinds` by name in sorted order."""
    return tuple(import_module(f"{kinds.__name__}.{info.name}") for info in sorted(iter_modules(kinds.__path__)))


def _described(document: Document) -> Article:
    masthead = document.masthead
    return replace(
        document.article,
        title=document.article.title or masthead.headline,
        outlet=document.article.outlet or masthead.outlet,
        language=document.article.language or masthead.language,
        words=len(document.tokens.words),
        published=document.published,
        dateline=masthead.dateline,
    )
