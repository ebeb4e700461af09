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
    said = f"“{left.claims[0].text or value.cue}” says {value.says}"
    rest = ", ".join(value.against)
    published = context.published(article)
    if published.earliest is not None:
        own = f"the article is dated {write(published)}"
        steps: tuple[str, ...] = (f"{said}; {own}", f"its date rests on {rest}") if rest else (f"{said}; {own}",)
    else:
        steps = (f"{said}, which does not fit {rest or 'the rest'}",)
    cites = (*value.claims, *(claim.id for claim in context.self_dated.get(article, ())))
    return Outcome(value.agrees == argument, steps, cites)
