"""The records that the stages hand on: articles, claims with typed values, subjects, findings.

Everything here is frozen data. Offsets are Python string offsets (code points) into the article's text; dates are
`datetime.date`, both ends of an interval inclusive, None where an end is open or unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field

from factcheck import rows

SubjectType: TypeAlias = Literal["event", "person", "organization", "place", "article"]
Certainty: TypeAlias = Literal["asserted", "planned", "negated", "hypothetical"]
Severity: TypeAlias = Literal["error", "warning", "note"]
Verdict: TypeAlias = Literal["conflict", "variant", "reconciled"]
Kind: TypeAlias = Literal[
    "date",
    "duration",
    "anniversary",
    "title",
    "location",
    "ordinal",
    "age",
    "quantity",
    "quote",
    "alias",
]


# -- articles ---------------------------------------------------------------------------------------------------------


class Cue(Struct, frozen=True):
    """One thing an article says about its own date.

    `start` and `end` are None for a cue from metadata. `agrees` tells whether it fits the date that was settled on,
    `leans` other spans that the cue rests on (the stated origin of an anniversary).
    """

    kind: str
    text: str
    start: int | None
    end: int | None
    says: str
    agrees: bool
    leans: tuple[tuple[int, int], ...] = ()


class Published(Struct, frozen=True):
    """When an article appeared, as far as it is known.

    `timex` keeps what is printed when no year can be had ("XXXX-04-24"; `earliest` and `latest` are then None).
    """

    earliest: date | None
    latest: date | None
    inferred: bool
    timex: str
    cues: tuple[Cue, ...] = ()


class Dateline(Struct, frozen=True):
    """Place of filing as printed at the head of the copy; `country` is ISO 3166 alpha-2."""

    place: str
    start: int
    end: int
    country: str | None = None


class Article(Struct, frozen=True):
    """One article: its text exactly as read, and what it says of itself.

    `article` is the path below the given folder, or the `id` of a JSON line; `path` and `line` say where on disk it
    stands (`line` is 1 except in JSON Lines). `stated` is the publication date that metadata gives, verbatim.
    """

    article: str
    text: str
    path: str = ""
    line: int = 1
    format: str = "text"
    encoding: str = "utf-8"
    title: str | None = None
    stated: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    words: int = 0
    published: Published | None = None
    dateline: Dateline | None = None
    copies: tuple[str, ...] = ()


# -- claims -----------------------------------------------------------------------------------------------------------


class SubjectRef(Struct, frozen=True):
    """What a claim is about. In an extraction the id is local to the article; linking makes it global."""

    id: str
    type: SubjectType
    name: str


Life: TypeAlias = Literal["birth", "death"]
TenureSays: TypeAlias = Literal["since", "begun", "ended", "held"]


class Tenure(Struct, frozen=True):
    """What a time says of somebody's time in an office.

    `says`: "since" where it is when the office began, or how long or in which year of it, and the person holds it to
    this day; "begun" and "ended" where it is when it began or ended; "held" where it is how long or from when to when
    it was held. `office`, `rank`, `organization`, `country` as in a title; all None for "in office", "in power". The
    first and last day on which it can have begun and ended follow from the words; None where they are unknown.
    """

    says: TenureSays
    office: str | None = None
    rank: str | None = None
    organization: str | None = None
    country: str | None = None
    begin_earliest: date | None = None
    begin_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None


class DateValue(Struct, frozen=True):
    """A point in time. `timex` is a TIMEX3 value, X where a digit is unknown.

    `weekday` is the English weekday when one is printed in the span or the span is one. `inferred` maps the parts
    that the text does not print ("year", "month", "day") to what they were inferred from. `role` is "header" or
    "dateline" where the article dates itself. `begin` and `end` are the TIMEX3 values of a range's two ends.
    `impossible` says why the printed date cannot be ("February 2019 has 28 days", "the range ends before it begins:
    from 2015 to 2012"); `timex` then has X for what cannot be, and `earliest` and `latest` are None. The second end of
    a reversed range keeps its value and days. `tenure` where it tells of a time in an office; `life` where it is the
    day or year of a person's birth or death.
    """

    timex: str
    type: Literal["DATE", "TIME", "SET"] = "DATE"
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    inferred: Mapping[str, str] | None = None
    weekday: str | None = None
    role: Literal["header", "dateline"] | None = None
    begin: str | None = None
    end: str | None = None
    impossible: str | None = None
    tenure: Tenure | None = None
    life: Life | None = None


class DurationValue(Struct, frozen=True):
    """A length of time. `relation` is "since", "until", "lasting", … where the text ties the length to its subject.

    `tenure` where it is a time in an office.
    """

    timex: str
    mod: str | None = None
    begin: date | None = None
    end: date | None = None
    relation: str | None = None
    tenure: Tenure | None = None


class AnniversaryValue(Struct, frozen=True):
    """The `count`-th return of an event's day; the origin interval is what count and `as_of` imply."""

    count: int
    of: str
    as_of: date | None = None
    origin_earliest: date | None = None
    origin_latest: date | None = None


class TitleValue(Struct, frozen=True):
    """An office as a person is given it. `office` is canonical and lower case, without the rank.

    `exclusive` names the class of offices of which one person holds one at a time ("minister"), or None.
    `unique` tells that one person at a time holds this office of this organisation or country.
    """

    office: str
    rank: str | None = None
    organization: str | None = None
    country: str | None = None
    raw: str = ""
    descriptor: bool = False
    former: bool = False
    status: str | None = None
    exclusive: str | None = None
    unique: bool = False


class LocationValue(Struct, frozen=True):
    """Where something is or was; `within` lists containers, nearest first."""

    place: str
    within: tuple[str, ...] = ()
    country: str | None = None
    geonameid: int | None = None
    dateline: bool = False


class OrdinalValue(Struct, frozen=True):
    """A rank in a series; `series` is the series' normalised key, empty where it is not understood.

    `tenure` where it is a year of a time in an office: "her third year in office".
    """

    rank: int
    of: str
    series: str = ""
    tenure: Tenure | None = None


class AgeValue(Struct, frozen=True):
    """Completed years of life on a day, and the interval of birth dates that they imply.

    `current` tells that the age is of the time that the article reports, whether or not its date is known.
    """

    years: int
    as_of: date | None = None
    born_earliest: date | None = None
    born_latest: date | None = None
    current: bool = False


class QuantityValue(Struct, frozen=True):
    """A number of something, or `low` to `high`; `frame` is the class of what is counted ("killed", "injured").

    `part` is true for what adds up to a whole with other counts ("including three children"); `role` is what a sum or
    a measure tells ("price", "wind").
    """

    number: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    mod: str | None = None
    frame: str | None = None
    part: bool = False
    role: str | None = None


class QuoteValue(Struct, frozen=True):
    """Words in quotation marks, case and punctuation folded, and who said them."""

    words: str
    speaker: str | None = None


class AliasValue(Struct, frozen=True):
    """Names that the text itself says are one thing."""

    names: tuple[str, ...]


class BaseClaim(Struct, frozen=True, tag_field="kind", kw_only=True):
    """What all claims share. `text == article.text[start:end]` always holds; so does `sentence` lie in the text.

    `anchors` are the ids of claims that the value leans on. `subject` is None where nothing named is dated, counted or
    placed.
    """

    id: str
    article: str
    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    subject: SubjectRef | None = None
    asserted_by: str | None = None
    certainty: Certainty = "asserted"
    anchors: tuple[str, ...] = ()


class DateClaim(BaseClaim, tag="date", frozen=True, kw_only=True):
    """A point in time that a text gives."""

    value: DateValue


class DurationClaim(BaseClaim, tag="duration", frozen=True, kw_only=True):
    """A length of time that a text gives."""

    value: DurationValue


class AnniversaryClaim(BaseClaim, tag="anniversary", frozen=True, kw_only=True):
    """The return of an event's day."""

    value: AnniversaryValue


class TitleClaim(BaseClaim, tag="title", frozen=True, kw_only=True):
    """An office or descriptor given to a person."""

    value: TitleValue


class LocationClaim(BaseClaim, tag="location", frozen=True, kw_only=True):
    """A place where something was, or the dateline."""

    value: LocationValue


class OrdinalClaim(BaseClaim, tag="ordinal", frozen=True, kw_only=True):
    """A rank in a series."""

    value: OrdinalValue


class AgeClaim(BaseClaim, tag="age", frozen=True, kw_only=True):
    """A person's age."""

    value: AgeValue


class QuantityClaim(BaseClaim, tag="quantity", frozen=True, kw_only=True):
    """A number of something."""

    value: QuantityValue


class QuoteClaim(BaseClaim, tag="quote", frozen=True, kw_only=True):
    """Words in quotation marks."""

    value: QuoteValue


class AliasClaim(BaseClaim, tag="alias", frozen=True, kw_only=True):
    """Names that are one thing."""

    value: AliasValue


Claim: TypeAlias = (
    DateClaim
    | DurationClaim
    | AnniversaryClaim
    | TitleClaim
    | LocationClaim
    | OrdinalClaim
    | AgeClaim
    | QuantityClaim
    | QuoteClaim
    | AliasClaim
)


def kind_of(claim: BaseClaim) -> Kind:
    """Return the claim's kind as it stands in JSON."""
    return claim.__struct_config__.tag  # type: ignore[return-value]


# -- what extraction finds beside claims ------------------------------------------------------------------------------


class Mention(Struct, frozen=True):
    """One place where a text speaks of a thing; `named` is false for "the ambassador"."""

    start: int
    end: int
    text: str
    named: bool = True


class Entity(Struct, frozen=True):
    """A person, organisation or place inside one article, its mentions in text order.

    `id` is "<type>:<slug of the fullest name>", unique in its article. `country` is ISO 3166 alpha-2. `aliases` are
    names that the text states to be one with it. `places` are containers that the text states ("Russky Island in
    Vladivostok"), as entity ids.
    """

    id: str
    type: SubjectType
    name: str
    mentions: tuple[Mention, ...] = ()
    country: str | None = None
    geonameid: int | None = None
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


class Event(Struct, frozen=True):
    """An event inside one article: who, what, when, where.

    `head` is the class of its head word in the lexicon ("meeting"); `object` what it acts on where that tells events
    of one class apart ("diplomatic relations"), `facet` what makes it a part of an event ("one-on-one"). `participants`
    are entity ids or "country:KP", `places` names of places. `earliest` to `latest` is what its dates have in common.
    """

    id: str
    head: str
    name: str
    object: str = ""
    facet: str = ""
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    ordinal: int | None = None
    certainty: Certainty = "asserted"
    mentions: tuple[Mention, ...] = ()


class Extraction(Struct, frozen=True):
    """All that one article yields: the article with its self-description filled in, and what it says.

    `fingerprint` holds checksums of runs of words, by which near copies are known.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    fingerprint: tuple[int, ...] = ()


# -- subjects ---------------------------------------------------------------------------------------------------------


class SubjectMention(Struct, frozen=True):
    """One place where an article names a subject."""

    article: str
    start: int
    end: int
    text: str


class Subject(Struct, frozen=True):
    """One thing across articles. `merged` tells each merge: the two names, the level, the score."""

    id: str
    type: SubjectType
    name: str
    spellings: tuple[str, ...] = ()
    mentions: tuple[SubjectMention, ...] = ()
    merged: tuple[str, ...] = ()
    country: str | None = None
    within: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    head: str | None = None


class Corpus(Struct, frozen=True):
    """What linking hands to checking: claims whose subjects are global, in order of article and offset."""

    articles: Mapping[str, Article]
    claims: tuple[Claim, ...]
    subjects: Mapping[str, Subject]


# -- findings ---------------------------------------------------------------------------------------------------------


class Passage(Struct, frozen=True):
    """A quotation that supports a value: the claim's span and the sentence around it, with line numbers from 1."""

    article: str
    start: int
    end: int
    text: str
    line: int
    sentence: str


class FindingValue(Struct, frozen=True):
    """Equal values of a finding, and who gives them; `sources` counts independent articles."""

    value: str
    sources: int
    claims: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class Finding(Struct, frozen=True):
    """What a rule found: `explanation` holds each step that led here, with figures, `levels` those that decided."""

    id: str
    rule: str
    severity: Severity
    verdict: Verdict
    subject: SubjectRef
    message: str
    values: tuple[FindingValue, ...] = ()
    explanation: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


class Problem(Struct, frozen=True):
    """A file or rule that could not be used; `fatal` is false where it was used in part."""

    where: str
    message: str
    remedy: str = ""
    kind: Literal["input", "rule"] = "input"


class Skipped(Struct, frozen=True):
    """A file that was left unread on purpose."""

    where: str


class RuleNote(Struct, frozen=True):
    """What a rule says of itself to a reader: what it flags, why that matters, what to do instead."""

    id: str
    summary: str
    severity: Severity
    why: str = ""
    instead: str = ""


class ReviewNote(Struct, frozen=True):
    """A verdict that somebody gave on a finding, and whether it still keeps the finding out of the report.

    `state`: "holds"; "expired" (its last day is past), "changed" (a statement reads otherwise now), "orphaned" (no
    such finding any more). `about` and `says` are the finding's subject and message as they were.
    """

    finding: str
    rule: str
    about: str
    says: str
    verdict: str
    reason: str
    state: Literal["holds", "expired", "changed", "orphaned"]
    until: date | None = None


class Result(Struct, frozen=True):
    """Everything a run produces; `rules` are those that ran, in order of their ids.

    A finding whose review holds is not among the `findings`. `skipped` are files that the tool itself wrote.
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    stats: Mapping[str, int] = field(default_factory=dict)
    rules: tuple[RuleNote, ...] = ()
    reviews: tuple[ReviewNote, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def to_records(self, what: Literal["findings", "claims", "articles"] = "findings") -> list[dict[str, Any]]:
        """Return findings, claims or articles as flat rows for a table: plain values, lists of strings, ISO dates."""
        return rows.of(what, getattr(self, what))
