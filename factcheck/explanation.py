"""A finding, or two claims, told step by step in words that an editor reads.

Comes in: the corpus, the rules, and what is asked about. Goes out: lines of text. Nothing is decided here: the rules
are asked again, and every answer is written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.check import Rule
from factcheck.check.description import describe
from factcheck.check.trace import Pair, Trace, Tried, pairs, trace
from factcheck.model import Claim, Corpus, Finding, FindingValue, Subject, kind_of

# So many comparisons of a finding, and passages of a value, are told in full.
_TOLD = 6


def of_rule(rule: Rule, findings: Sequence[Finding] = ()) -> str:
    """Return a rule's page, and what it found where articles were read."""
    lines = [describe(rule).rstrip()]
    if findings:
        lines += ["", f"**Found here:** {len(findings)}", ""]
        lines += [f"- {one.id} ({one.verdict}): {one.message}" for one in findings]
    return "\n".join(lines) + "\n"


def of_finding(finding: Finding, rule: Rule, corpus: Corpus) -> str:
    """Return a finding's whole story: what stands where, how the rule weighed it, why it was taken for one thing."""
    lines = [f"{finding.message}", "", f"Finding {finding.id}: {finding.verdict}, {finding.severity}."]
    lines += [f"Rule {rule.id}: {rule.summary}. {rule.why}".rstrip(), "", "What is said:"]
    lines += [line for value in finding.values for line in _value(value)]
    lines += ["", "Why:", *(f"  {number}. {step}" for number, step in enumerate(finding.explanation, 1))]
    lines += ["", f"How {rule.id} came to this (it asks its levels in order, and the first that holds decides):"]
    lines += list(_comparisons(pairs(corpus, rule, finding)))
    subject = corpus.subjects.get(finding.subject.id)
    if subject is not None:
        lines += ["", "What it is about:", f"  {_described(subject, corpus)}"]
        lines += [f"  taken for one: {merge}" for merge in subject.merged]
    if rule.instead:
        lines += ["", f"What to do: {rule.instead}"]
    return "\n".join(lines) + "\n"


def of_claims(left: Claim, right: Claim, corpus: Corpus, rules: Sequence[Rule]) -> str:
    """Return why two claims were not compared or did not clash: for each rule the test that stopped them."""
    traces = trace(corpus, rules, left.id, right.id)
    kinds = {str(kind_of(left)), str(kind_of(right))}
    both = [one for one in traces if kinds <= set(_rule(rules, one.rule).claims)]
    lines = [*_claim("First", left, corpus), *_claim("Second", right, corpus), ""]
    lines += [_outcome(both, kinds), ""]
    for one in sorted(both, key=lambda one: bool(one.barred)):
        lines += list(_traced(one))
    others = [one.rule for one in traces if one not in both]
    if others:
        lines += [f"Not asked, for they compare one of the two with other kinds of claim: {', '.join(others)}."]
    return "\n".join(lines).rstrip() + "\n"


def _rule(rules: Iterable[Rule], wanted: str) -> Rule:
    return next(rule for rule in rules if rule.id == wanted)


def _value(value: FindingValue) -> Iterator[str]:
    sources = "1 source" if value.sources == 1 else f"{value.sources} sources"
    yield f"  {value.value} ({sources})"
    for passage in value.passages[:_TOLD]:
        yield f"    {passage.article}:{passage.line} “{_line(passage.text)}” in: {passage.sentence}"
    if len(value.passages) > _TOLD:
        yield f"    … and {len(value.passages) - _TOLD} more passages"


def _comparisons(found: Sequence[Pair]) -> Iterator[str]:
    for pair in found[:_TOLD]:
        yield f"  “{pair.left}”" + ("" if pair.left == pair.right else f" against “{pair.right}”")
        yield from (f"    {line}" for line in _asked(pair.tried))
    if len(found) > _TOLD:
        yield f"  … and {len(found) - _TOLD} more comparisons that came out alike"
    if not found:
        yield "  the comparison rests on passages that are no claims (spellings, or an article's own date)"


def _asked(tried: Sequence[Tried]) -> Iterator[str]:
    for number, one in enumerate(tried, 1):
        if one.holds:
            steps = f": {'; '.join(one.steps)}" if one.steps else ""
            yield f"{number}. {one.level}: yes, so {one.verdict}{steps}"
        else:
            yield f"{number}. {one.level}: no, {one.stopped}"


def _traced(found: Trace) -> Iterator[str]:
    if found.barred:
        yield f"{found.rule} did not compare them: {found.barred}."
    else:
        yield f"{found.rule} compared them:"
        yield from (f"  {line}" for line in _asked(found.tried))
        if found.decided is None:
            yield "  No level holds, so it says nothing."
    yield ""


def _outcome(traces: Sequence[Trace], kinds: set[str]) -> str:
    if not traces:
        return f"No rule compares claims of {' and '.join(sorted(kinds))} with each other."
    decided = [(one.rule, one.decided) for one in traces if one.decided]
    told = [f"{rule} calls them {level.verdict} (“{level.level}”)" for rule, level in decided if level]
    return f"In short: {'; '.join(told)}." if told else "In short: no rule compared the two."


def _claim(name: str, claim: Claim, corpus: Corpus) -> Iterator[str]:
    text = corpus.articles[claim.article].text
    line = text.count("\n", 0, claim.start) + 1
    yield f"{name}: “{_line(claim.text)}” ({claim.article}:{line}), a claim of {kind_of(claim)}, {claim.id}"
    yield f"  in: {_line(text[slice(*claim.sentence)])}"
    subject = corpus.subjects.get(claim.subject.id) if claim.subject else None
    about = _described(subject, corpus) if subject else (claim.subject.name if claim.subject else "nothing named")
    said = f"; the words of {claim.asserted_by}" if claim.asserted_by else ""
    yield f"  about {about}; {claim.certainty}{said}"


def _described(subject: Subject, corpus: Corpus) -> str:
    """Return what is known of a subject: "“talks of A and B” (event): who A, B; where Hanoi; in 2 articles"."""
    people = [corpus.subjects[one].name if one in corpus.subjects else one for one in subject.participants]
    articles = {mention.article for mention in subject.mentions}
    parts = [f"who {', '.join(people)}"] if people else []
    parts += [f"where {', '.join(subject.within)}"] if subject.within else []
    parts += [f"in {len(articles)} article{'s' if len(articles) != 1 else ''}"] if articles else []
    return f"“{subject.name}” ({subject.type})" + (f": {'; '.join(parts)}" if parts else "")


def _line(text: str) -> str:
    return " ".join(text.split())
