"""Which people a finding is about: its subject, who takes part in the event, and whose words are quoted."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Finding, Result


class People:
    """The people of a result, numbered in order of their names; `of` gives the numbers for a finding."""

    def __init__(self, result: Result) -> None:
        persons = sorted((one.name, one.id) for one in result.subjects.values() if one.type == "person")
        self.names = [name for name, _ in persons]
        self._numbers = {ident: number for number, (_, ident) in enumerate(persons)}
        self._spelled: dict[str, int] = {}
        for ident, number in self._numbers.items():
            for spelling in (result.subjects[ident].name, *result.subjects[ident].spellings):
                self._spelled.setdefault(spelling, number)
        self._subjects = result.subjects
        self._claims = {claim.id: claim for claim in result.claims}

    def of(self, finding: Finding) -> tuple[int, ...]:
        """Return the numbers of the people that a finding is about, in order."""
        claims = [self._claims[ident] for value in finding.values for ident in value.claims if ident in self._claims]
        found = {self._numbers.get(ident) for ident in self._named(finding, claims)}
        found |= {self._spelled.get(claim.asserted_by) for claim in claims if claim.asserted_by}
        return tuple(sorted(number for number in found if number is not None))

    def _named(self, finding: Finding, claims: list[Claim]) -> Iterator[str]:
        idents = {finding.subject.id, *(claim.subject.id for claim in claims if claim.subject)}
        for ident in sorted(idents):
            yield ident
            subject = self._subjects.get(ident)
            yield from subject.participants if subject else ()
