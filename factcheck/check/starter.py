"""A kind of claim → the text of a new rule file: commented, complete, and passing its own test."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from factcheck import lexicon
from factcheck.check.template import FIELDS
from factcheck.model import Kind, Severity

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # talks-length
_TEXT = """\
# A rule of factcheck. Prove it:  factcheck rules test {id} --rules FOLDER
# Every condition that a level can set, and what it asks: docs/rules.md; as JSON Schema: factcheck rules schema

id = {quoted_id}
# One line, shown in lists and reports.
summary = {summary}
# Why a reader or an editor should care, and what to do about it. Both stand in the rule's page and in reports.
why = ""
instead = ""

# The kinds of claim that are compared: {kinds}.
claims = [{kind}]
# Claims are compared that share this: subject (one event, person, place …), person, article or office.
same = "subject"
# Of a conflict: error, warning or note.
severity = {severity}
# What the report says. Fields: {fields}.
message = "The values given for {{subject}} do not agree: {{values}}"

# Which of these claims are looked at at all. Also: has, lacks (fields of the value), values, not_values.
[where]
{about}certainty = ["asserted"]

# Two values are held against these levels in order; the first whose conditions all hold decides.
# Verdicts: agrees, reconciled (looks different, agrees), variant (one fact in other words), conflict, incomparable.
[[level]]
name = "they agree"
when = {agrees}
verdict = "agrees"

[[level]]
name = "they clash"
when = {clashes}
verdict = "conflict"

# The last level takes what is left.
[[level]]
name = "anything else"
when = {{}}
verdict = "incomparable"

# Short articles that must be flagged; `level` names the level that must decide.
[[example]]
flag = [
{flag}]
level = "they clash"

# A near miss that must not be flagged. Write one for each mistake that the rule could make.
[[example]]
pass = [
{spared}]
why = {why}
"""


def kinds() -> tuple[str, ...]:
    """Return the kinds of claim that a rule can be begun with."""
    return tuple(sorted(lexicon.load("rule_starts")))


def is_id(ident: str) -> bool:
    """Tell whether an id is one: lower-case words and figures joined by hyphens."""
    return _ID.fullmatch(ident) is not None


def text(ident: str, kind: str, *, severity: Severity = "warning", summary: str = "") -> str:
    """Return the text of a rule file that compares one of the `kinds` of claim."""
    start: Mapping[str, Any] = lexicon.load("rule_starts")[kind]
    return _TEXT.format(
        id=ident,
        quoted_id=_quoted(ident),
        summary=_quoted(summary or f"One thing is given a different {kind}"),
        kind=_quoted(kind),
        kinds=", ".join(get_args(Kind)),
        fields=", ".join(f"{{{name}}}" for name in FIELDS),
        severity=_quoted(severity),
        about=f"subject = [{_quoted(start['about'])}]\n" if start["about"] else "",
        agrees=start["agrees"],
        clashes=start["clashes"],
        flag=_listed(start["flag"]),
        spared=_listed(start["pass"]),
        why=_quoted(start["why"]),
    )


def _listed(texts: Sequence[str]) -> str:
    return "".join(f"  {_quoted(one)},\n" for one in texts)


def _quoted(words: str) -> str:
    """Return a TOML basic string; JSON's escapes are TOML's, save for the one character that JSON leaves as it is."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")
