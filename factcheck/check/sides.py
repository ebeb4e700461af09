"""Claims → groups of comparable claims → the distinct values of each group, its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from factcheck.check.context import Context
from factcheck.check.labels import identity, label
from factcheck.check.readings import cues, printed, spellings
from factcheck.check.rule import Rule, Where
from factcheck.model import AnniversaryClaim, SubjectRef, TitleClaim, kind_of

# An office is held and words are said by people, so there the person is the value.
PEOPLED = frozenset({"office", "words"})
# Fewer words than this are no saying that tells its speaker.
SAYING = 7


class Side(Struct, frozen=True):
    """One distinct value of a group and the claims that give it, in order of article and offset."""

    kind: str
    label: str
    value: Any
    claims: tuple[Any, ...]

    @property
    def planned(self) -> bool:
        """Tell whether nobody says that it has happened."""
        return all(claim.certainty == "planned" for claim in self.claims)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Return whose words these are, where every claim is somebody's words."""
        names = {claim.asserted_by for claim in self.claims}
        return () if None in names else tuple(sorted(names))


class Group(Struct, frozen=True):
    """Claims that may speak of one thing."""

    subject: SubjectRef
    sides: tuple[Side, ...]


def groups(rule: Rule, context: Context) -> Iterator[Group]:
    """Yield the groups of a rule in order of their key, their sides best supported first, then as they stand."""
    found: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    refs: dict[tuple[str, ...], SubjectRef] = {}
    for claim in sorted(_selected(rule, context), key=place):
        keyed = key_of(rule, claim, context)
        if keyed is not None:
            key, ref = keyed
            found[key].append(claim)
            refs.setdefault(key, ref)
    for key in sorted(found):
        yield Group(refs[key], _sides(rule, found[key], context))


def _sides(rule: Rule, claims: Iterable[Any], context: Context) -> tuple[Side, ...]:
    distinct: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for claim in claims:
        person = (claim.subject.id,) if rule.same in PEOPLED and claim.subject else ()
        distinct[(str(kind_of(claim)), *identity(claim, context), *person)].append(claim)
    sides = [_side(rule, key[0], found, context) for key, found in distinct.items()]
    return tuple(sorted(sides, key=lambda side: (-context.sources(side.claims), place(side.claims[0]), side.label)))


def place(claim: Any) -> tuple[str, int, int, str]:
    """Return where a claim stands, to sort by."""
    return claim.article, claim.start, claim.end, claim.id


def _side(rule: Rule, kind: str, claims: list[Any], context: Context) -> Side:
    return Side(kind, _name(rule, claims[0], context), claims[0].value, tuple(claims))


def _name(rule: Rule, claim: Any, context: Context) -> str:
    if rule.same in PEOPLED and claim.subject:
        return str(claim.subject.name)
    return label(claim, context)


def _selected(rule: Rule, context: Context) -> Iterator[Any]:
    kinds = set(rule.claims)
    if "spelling" in kinds:
        names = printed(context.corpus, context.passages.roots) if rule.same == "passage" else spellings(context.corpus)
        yield from (claim for claim in names if passes(claim, rule.where))
    if "cue" in kinds:
        yield from (claim for claim in cues(context.corpus) if passes(claim, rule.where))
    for claim in context.corpus.claims:
        if kind_of(claim) in kinds and passes(claim, rule.where) and claim.id not in context.celebrations:
            yield claim


def passes(claim: Any, where: Where) -> bool:
    """Tell whether a rule looks at a claim."""
    if claim.certainty not in where.certainty:
        return False
    if where.subject and (claim.subject is None or claim.subject.type not in where.subject):
        return False
    fields = claim.value.__struct_fields__
    return (
        all(getattr(claim.value, name) not in (None, False, "", ()) for name in where.has if name in fields)
        and all(getattr(claim.value, name) in (None, False, "", ()) for name in where.lacks if name in fields)
        and all(getattr(claim.value, name) in legal for name, legal in where.values.items() if name in fields)
        and not any(getattr(claim.value, name) in barred for name, barred in where.not_values.items() if name in fields)
    )


def key_of(rule: Rule, claim: Any, context: Context) -> tuple[tuple[str, ...], SubjectRef] | None:
    """Return what a claim is grouped by under a rule, and what its group is about; None where it is not grouped."""
    if rule.same == "article":
        article = context.article(claim.article)
        name = (article.title if article else None) or claim.article
        return (claim.article,), SubjectRef(id=f"article:{claim.article}", type="article", name=name)
    if rule.same == "passage":
        return context.passages.place(claim)
    if claim.subject is None:
        return _unnamed(claim) if rule.same == "subject" else None
    if rule.same == "office":
        return _office(claim)
    if rule.same == "words":
        return _words(claim)
    subject = _person(claim, context) if rule.same == "person" else claim.subject
    return ((subject.id,), subject) if subject else None


def _unnamed(claim: Any) -> tuple[tuple[str, ...], SubjectRef] | None:
    """Return an anniversary's origin by its words, in its own article alone; None for any other claim."""
    if not isinstance(claim, AnniversaryClaim) or not claim.value.of:
        return None
    words = " ".join(claim.value.of.casefold().split())
    name = claim.value.of
    return (claim.article, words), SubjectRef(id=f"event:{'-'.join(words.split())}", type="event", name=name)


def _words(claim: Any) -> tuple[tuple[str, ...], SubjectRef] | None:
    """Return a saying by its words, None where they are so few that anybody says them."""
    said = claim.value.words.split()
    if len(said) < SAYING:
        return None
    printed = claim.text.split()
    short = " ".join(printed[:SAYING]).rstrip(",.;!?") + ("…" if len(printed) > SAYING else "")
    return (claim.value.words,), SubjectRef(id=f"event:{'-'.join(said[:SAYING])}", type="event", name=f"“{short}”")


def _person(claim: Any, context: Context) -> SubjectRef | None:
    """Return the person a claim is about, or who alone takes part in the event that it is about: a birth, an oath."""
    if claim.subject.type == "person":
        return claim.subject  # type: ignore[no-any-return]
    event = context.subject(claim)
    parts = event.participants if event is not None and event.type == "event" else ()
    person = context.corpus.subjects.get(parts[0]) if len(parts) == 1 else None
    return SubjectRef(person.id, "person", person.name) if person is not None and person.type == "person" else None


def _office(claim: TitleClaim) -> tuple[tuple[str, ...], SubjectRef] | None:
    """Return the chair that a title names, None where its body and country are unknown."""
    value = claim.value
    body = (value.organization or "").casefold()
    if not body and not value.country:
        return None
    key = (value.office, value.rank or "", value.country or "", body)
    name = " ".join(filter(None, [value.rank, value.office])) + f" ({value.organization or value.country})"
    slug = "-".join(part for part in " ".join(key).replace(".", " ").split())
    return key, SubjectRef(id=f"organization:{slug}", type="organization", name=name)
