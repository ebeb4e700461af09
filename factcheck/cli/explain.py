"""The command that tells why a finding fired, what a rule does, or why two claims did not clash."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options, terminal
from factcheck.cli.options import AsOf, Config, Jobs, NoDefaultRules, RuleFolders
from factcheck.cli.terminal import Status

if TYPE_CHECKING:
    from factcheck.check import Rule
    from factcheck.model import Claim, Corpus, Finding
    from factcheck.pipeline import Inquiry
    from factcheck.plan import Plan

_FINDING = re.compile(r"f[0-9a-f]{3,12}")  # f0d1c2b3a495
_CLAIM = re.compile(r"c[0-9a-f]{3,12}")  # c0d1c2b3a495
_PLACE = re.compile(r"(?P<article>.+?):(?P<line>\d+)(?::(?P<words>.+))?")  # a.txt:3   a.txt:3:on Monday
_SHOWN = 8


def explain(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="[FINDING|RULE] PATH",
            show_default=False,
            help="What to explain, and the articles that it is about.",
        ),
    ],
    claims: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--claims", metavar="A B", show_default=False, help="Two claims, each as its id or as ARTICLE:LINE[:WORDS]."
        ),
    ] = None,
    rules: RuleFolders = None,
    no_default_rules: NoDefaultRules = False,
    as_of: AsOf = None,
    jobs: Jobs = 1,
    config: Config = None,
) -> None:
    """Tell why a finding fired, step by step; what a rule does and found; or what kept two claims from a clash.

    A rule needs no PATH. Findings have their ids in every report, claims theirs in `factcheck extract`; the first
    letters of an id are enough.
    """
    wanted, paths = (None, given) if claims else (given[0], given[1:])
    plan = options.plan(rules=rules, no_default_rules=no_default_rules, as_of=as_of, jobs=jobs, config=config)
    if wanted and not paths:
        terminal.result(_page(wanted, _rules(plan), ()))
        terminal.leave(Status.DONE)
    done = inquiry(paths, plan)
    terminal.result(_between(done, *claims) if claims else _told(wanted or "", done))
    terminal.leave(Status.UNUSABLE if done.problems else Status.DONE)


def inquiry(paths: list[str], plan: Plan) -> Inquiry:
    """Return what questions about findings are answered from; what could not be used is told on standard error."""
    from factcheck import pipeline

    with terminal.Bar() as bar:
        done = pipeline.inquire(paths, plan, bar)
    terminal.warn(done.problems)
    terminal.mention(done.skipped)
    return done


def _rules(plan: Plan) -> tuple[Rule, ...]:
    from factcheck.settings import file

    rules, problems = file.rules_of(plan.settings, plan.rules, defaults=plan.default_rules)
    terminal.warn(problems)
    return rules


def _told(wanted: str, done: Inquiry) -> str:
    if any(rule.id == wanted for rule in done.rules) or not _FINDING.fullmatch(wanted):
        return _page(wanted, done.rules, done.findings)
    from factcheck import explanation

    finding = named(wanted, done.findings)
    rule = next(rule for rule in done.rules if rule.id == finding.rule)
    return explanation.of_finding(finding, rule, done.corpus)


def named(wanted: str, findings: tuple[Finding, ...]) -> Finding:
    """Return the one finding whose id begins so; anything else is a wrong command line."""
    found = [finding for finding in findings if finding.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    known = [finding.id for finding in found or findings]
    if found:
        raise typer.BadParameter(f"{wanted!r} begins several findings: {', '.join(known)}", param_hint="FINDING")
    near = get_close_matches(wanted, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else _listed(known, "these articles yield none")
    raise typer.BadParameter(f"no finding of these articles is called {wanted!r}; {hint}", param_hint="FINDING")


def _listed(known: list[str], none: str) -> str:
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return f"there are {', '.join(known[:_SHOWN])}{more}" if known else none


def _page(wanted: str, rules: tuple[Rule, ...], findings: tuple[Finding, ...]) -> str:
    from factcheck import explanation

    rule = next((rule for rule in rules if rule.id == wanted), None)
    if rule is None:
        near = get_close_matches(wanted, [rule.id for rule in rules], n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`factcheck rules list` names the rules"
        if _FINDING.fullmatch(wanted):
            hint = "a finding needs the PATHs of its articles after it"
        raise typer.BadParameter(f"no rule is called {wanted!r}; {hint}", param_hint="RULE")
    return explanation.of_rule(rule, [finding for finding in findings if finding.rule == wanted])


def _between(done: Inquiry, first: str, second: str) -> str:
    from factcheck import explanation

    left, right = _claim(first, done.corpus), _claim(second, done.corpus)
    if left.id == right.id:
        raise typer.BadParameter("both name one and the same claim", param_hint="--claims")
    return explanation.of_claims(left, right, done.corpus, done.rules)


def _claim(given: str, corpus: Corpus) -> Claim:
    found = [claim for claim in corpus.claims if claim.id.startswith(given)] if _CLAIM.fullmatch(given) else []
    place = _PLACE.fullmatch(given)
    if not found and place:
        found = [claim for claim in corpus.claims if _stands(claim, place, corpus)]
        found = [claim for claim in found if " ".join(claim.text.split()) == place["words"]] or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise typer.BadParameter(
            f"no claim is called {given!r}; `factcheck extract` lists the claims", param_hint="--claims"
        )
    shown = "; ".join(f"{claim.id} “{' '.join(claim.text.split())}”" for claim in found[:_SHOWN])
    raise typer.BadParameter(f"{given!r} names {len(found)} claims: {shown}", param_hint="--claims")


def _stands(claim: Claim, place: re.Match[str], corpus: Corpus) -> bool:
    if claim.article != place["article"]:
        return False
    line = corpus.articles[claim.article].text.count("\n", 0, claim.start) + 1
    return line == int(place["line"]) and (place["words"] or "") in " ".join(claim.text.split())
