"""What factcheck.toml can say, as typed records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct, field

from factcheck.model import Severity


class RuleSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which rules run: folders of more rules (relative to the file), only these ids, or all but those."""

    folders: tuple[str, ...] = ()
    defaults: bool = True
    only: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """How far a source is trusted: articles whose name fits a pattern, or those of an outlet; others have 1."""

    trust: int
    article: str = ""
    outlet: str = ""


class Alias(Struct, frozen=True, forbid_unknown_fields=True):
    """Names of one person, organisation or place; the first is the house spelling."""

    names: tuple[str, ...]


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """What the desk holds true: an office and its holder, an event with its day and place, or a sentence."""

    person: str = ""
    office: str = ""
    since: date | None = field(default=None, name="from")
    until: date | None = field(default=None, name="to")
    event: str = ""
    date: date | None = None
    place: str = ""
    says: str = ""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `facts` are further files (TOML or CSV), `reviews` the file of verdicts; relative to `folder`.

    `path` is the file itself, "" where there is none.
    """

    rules: RuleSettings = RuleSettings()
    severity: dict[str, Severity] = {}
    source: tuple[Source, ...] = ()
    alias: tuple[Alias, ...] = ()
    fact: tuple[Fact, ...] = ()
    facts: tuple[str, ...] = ()
    reviews: str = "reviews.toml"
    path: str = ""

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are relative to."""
        return Path(self.path).parent
