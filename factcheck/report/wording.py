"""Counts and summaries in words."""

from __future__ import annotations

from factcheck.model import Result, ReviewNote

_STEPS = 3


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: 1, "article" → "1 article"; 1200, "claim" → "1,200 claims"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def upfront(steps: int) -> int:
    """Return how many steps of an explanation to show before the rest is folded: 4 → 4, 6 → 3."""
    return steps if steps <= _STEPS + 1 else _STEPS


def agree(number: int) -> str:
    """Return how many findings are reconciled: 1 → "1 more looks different and agrees"."""
    return f"{number:,} more {'looks different and agrees' if number == 1 else 'look different and agree'}"


def lapsed(review: ReviewNote) -> str:
    """Return why a review keeps nothing out of the report any more."""
    why = {
        "expired": f"its last day was {review.until}",
        "changed": "a statement of the finding has changed",
        "orphaned": "there is no such finding any more",
    }
    return why.get(review.state, review.state)


def summary(result: Result) -> str:
    """Return what a run read and found, in a few lines."""
    stats = result.stats
    lines = [
        f"Read {counted(stats['articles'], 'article')}, {counted(stats['words'], 'word')}: "
        f"{counted(stats['claims'], 'claim')} about {counted(stats['subjects'], 'subject')}.",
        f"Found {counted(stats['conflict'], 'conflict')} and {counted(stats['variant'], 'variant')}; "
        f"{agree(stats['reconciled'])}.",
    ]
    if stats.get("reviewed"):
        lines.append(f"Left out {counted(stats['reviewed'], 'finding')} that somebody has reviewed.")
    if stats["problems"]:
        lines.append(f"Could not use {counted(stats['problems'], 'file or rule', 'files or rules')}.")
    return "".join(f"{line}\n" for line in lines)
