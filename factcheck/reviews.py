"""Verdicts on findings, kept in a file that people commit: reviews.toml → which findings stay out of the report.

A review holds for its finding, and for the same finding with more passages, until a sentence that it rests on reads
otherwise, or its last day is past. A file is read strictly; a faulty entry is a problem and the others still hold.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from factcheck.check.decoding import decode, unknown
from factcheck.errors import FactcheckError
from factcheck.model import Article, Finding, Problem, ReviewNote

Verdict: TypeAlias = Literal["first-wrong", "second-wrong", "both-wrong", "both-right", "unclear"]
State: TypeAlias = Literal["holds", "expired", "changed", "orphaned"]
_HEAD = """\
# Verdicts on findings of factcheck, written by `factcheck review`; commit this file.
# A finding listed here stays out of the report until one of its statements changes or its last day is past.
"""


class Review(Struct, frozen=True, forbid_unknown_fields=True):
    """One verdict. `values` are the finding's in order (first, second), `statements` fingerprints of its sentences."""

    finding: str
    rule: str
    about: str
    says: str
    verdict: Verdict
    reason: str
    values: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    until: date | None = None


def of(finding: Finding, verdict: Verdict, reason: str, until: date | None = None) -> Review:
    """Return the review of a finding."""
    return Review(
        finding=finding.id,
        rule=finding.rule,
        about=finding.subject.name,
        says=finding.message,
        verdict=verdict,
        reason=reason,
        values=tuple(value.value for value in finding.values),
        statements=tuple(sorted(statements(finding))),
        until=until,
    )


def statements(finding: Finding) -> frozenset[str]:
    """Return a fingerprint of each sentence that a finding quotes, with its article."""
    quoted = {(passage.article, passage.sentence) for value in finding.values for passage in value.passages}
    return frozenset(sha256("\0".join(one).encode()).hexdigest()[:12] for one in quoted)


def apply(
    findings: Sequence[Finding], reviews: Sequence[Review], today: date | None
) -> tuple[tuple[Finding, ...], tuple[ReviewNote, ...]]:
    """Return the findings that no review keeps out, and what became of each review."""
    index = {finding.id: finding for finding in findings}
    kept_out: set[str] = set()
    notes = []
    for review in reviews:
        finding = index.get(review.finding) or next((one for one in findings if _same(review, one)), None)
        state = _state(review, finding, today)
        if finding is not None and state == "holds":
            kept_out.add(finding.id)
        notes.append(_note(review, state))
    return tuple(one for one in findings if one.id not in kept_out), tuple(notes)


def newest(articles: Iterable[Article]) -> date | None:
    """Return the latest day on which one of some articles appeared: the day by which reviews are weighed."""
    days = (article.published.latest for article in articles if article.published)
    return max((day for day in days if day), default=None)


def load(path: Path) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """Return the reviews of a file in order of their findings, and what is wrong with the rest; none without a file.

    The last of several on one finding counts.
    """
    if not path.exists():
        return (), ()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return (), (_problem(path, f"cannot be read: {getattr(error, 'strerror', None) or error}"),)
    except tomllib.TOMLDecodeError as error:
        return (), (_problem(path, f"not TOML: {error}"),)
    found: dict[str, Review] = {}
    problems = [_problem(path, unknown(key, ["review"])) for key in data if key != "review"]
    for number, one in enumerate(_entries(data), 1):
        review, faults = decode(one, Review) if isinstance(one, Mapping) else (None, ("expected a table",))
        problems += [_problem(path, f"review {number}: {fault}") for fault in faults]
        if review is not None:
            found[review.finding] = review
    return tuple(review for _, review in sorted(found.items())), tuple(problems)


def save(path: Path, reviews: Iterable[Review]) -> None:
    """Write reviews in order of their findings. Raises FactcheckError where that cannot be done."""
    ordered = sorted(reviews, key=lambda review: review.finding)
    text = _HEAD + "".join(f"\n[[review]]\n{''.join(_lines(review))}" for review in ordered)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        fault = f"cannot be written: {error.strerror or error}"
        raise FactcheckError(fault, where=str(path), remedy="choose another file with --reviews") from error


def _same(review: Review, finding: Finding) -> bool:
    """Tell whether a finding is the reviewed one, grown by passages since."""
    values = tuple(value.value for value in finding.values)
    named = (finding.rule, finding.subject.name) == (review.rule, review.about)
    return named and sorted(values) == sorted(review.values) and frozenset(review.statements) <= statements(finding)


def _state(review: Review, finding: Finding | None, today: date | None) -> State:
    if finding is None:
        return "orphaned"
    if not frozenset(review.statements) <= statements(finding):
        return "changed"
    return "expired" if review.until and today and review.until < today else "holds"


def _note(review: Review, state: State) -> ReviewNote:
    return ReviewNote(
        finding=review.finding,
        rule=review.rule,
        about=review.about,
        says=review.says,
        verdict=review.verdict,
        reason=review.reason,
        state=state,
        until=review.until,
    )


def _entries(data: Mapping[str, Any]) -> list[Any]:
    found = data.get("review", [])
    return found if isinstance(found, list) else [found]


def _lines(review: Review) -> Iterator[str]:
    for name in ("finding", "rule", "about", "says", "verdict", "reason"):
        yield f"{name} = {_quoted(getattr(review, name))}\n"
    if review.until:
        yield f"until = {review.until.isoformat()}\n"
    for name in ("values", "statements"):
        yield f"{name} = [{', '.join(map(_quoted, getattr(review, name)))}]\n"


def _quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are TOML's, save for the one character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _problem(path: Path, message: str) -> Problem:
    return Problem(str(path), message, "mend the file of reviews", "rule")
