"""What a rule file says, as typed records.

A rule picks claims, groups them, and compares the distinct values of each group by ordered levels; the first level
that holds decides. Its examples are its proof.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct

from factcheck.model import Certainty, Kind, Severity

Ruling: TypeAlias = Literal["agrees", "reconciled", "variant", "conflict", "incomparable"]
Key: TypeAlias = Literal["subject", "person", "article", "office", "words", "passage"]
Conditions: TypeAlias = dict[str, Any]


class Where(Struct, frozen=True, forbid_unknown_fields=True):
    """Which claims of the kinds a rule looks at.

    `has` and `lacks` name fields of the value that must be filled or empty (empty: false, absent); `values` gives the
    legal values of fields, `not_values` the barred ones. A field that a kind does not have is not asked of it.
    """

    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    values: dict[str, tuple[str | int | bool, ...]] = {}
    not_values: dict[str, tuple[str | int | bool, ...]] = {}
    subject: tuple[str, ...] = ()
    certainty: tuple[Certainty, ...] = ("asserted", "planned")


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a comparison. Every condition of `when` must hold, and none of `unless`.

    `of` is "each" for a level that looks at one value by itself. `severity` and `message` override the rule's.
    """

    name: str
    verdict: Ruling
    when: Conditions
    unless: Conditions = {}
    of: Literal["pair", "each"] = "pair"
    severity: Severity | None = None
    message: str | None = None
    note: str = ""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """Short articles that must be flagged, or near misses that must not.

    `published` gives the articles' dates, one for one, "" for none. `level` names the level that must decide.
    """

    flag: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    level: str | None = None
    why: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the articles of the example."""
        return self.flag or self.passes


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule. `source` is the file it came from."""

    id: str
    summary: str
    claims: tuple[Kind | Literal["spelling", "cue"], ...]
    same: Key
    severity: Severity
    message: str
    level: tuple[Level, ...]
    example: tuple[Example, ...] = ()
    where: Where = Where()
    why: str = ""
    instead: str = ""
    source: str = ""
