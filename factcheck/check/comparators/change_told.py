"""Changes of office that some text tells."""

from __future__ import annotations

from factcheck.check.context import Context
from factcheck.check.outcome import Outcome
from factcheck.check.sides import Side

ARGUMENT = bool


def compare(left: Side, right: Side, argument: bool, context: Context) -> Outcome:
    """Hold where a text tells that one of the people took up or left an office at issue (false: where none does).

    Of one person in two offices an appointment must be told: who leaves office has none instead.
    """
    people = {claim.subject.id for side in (left, right) for claim in side.claims if claim.subject}
    offices = {left.value.office, right.value.office, "appointment", *(["resignation"] if len(people) > 1 else [])}
    articles = {claim.article for side in (left, right) for claim in side.claims}
    return Outcome(any(context.changes_office(person, offices, articles) for person in people) == argument)
