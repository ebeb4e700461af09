"""What an article says of its own date."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.intervals import write
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:  # noqa: ARG001
    """Hold where a cue fits the date that was settled on (with false: where it does not)."""
    value, article = left.value, left.claims[0].article
    own = write(context.published(article))
    said = f"“{left.claims[0].text or value.cue}” says {value.says}; the article is dated {own}"
    cites = (*value.claims, *(claim.id for claim in context.self_dated.get(article, ())))
    against = (f"its date rests on: {', '.join(value.against)}",) if value.against else ()
    return Outcome(value.agrees == argument, (said, *against), cites)
