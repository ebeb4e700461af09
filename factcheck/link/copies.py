"""Near copies: articles that share most of their runs of words count as one source.

{article: fingerprint} → {article: its copies}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

_SHARED_AT_LEAST = 5
_SHARE = 0.5
_COMMON = 500


def copies(fingerprints: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[str, ...]]:
    """Return, for each article that has any, its near copies in order.

    Two articles are copies when the shorter has half or more of its runs in the other. A run in over _COMMON articles
    is boilerplate and counts for nothing.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for article, runs in sorted(fingerprints.items()):
        for run in runs:
            holders[run].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for found in holders.values():
        if 1 < len(found) <= _COMMON:
            shared.update((a, b) for i, a in enumerate(found) for b in found[i + 1 :])
    found_copies: dict[str, list[str]] = defaultdict(list)
    for (a, b), count in sorted(shared.items()):
        if count >= _SHARED_AT_LEAST and count >= _SHARE * min(len(fingerprints[a]), len(fingerprints[b])):
            found_copies[a].append(b)
            found_copies[b].append(a)
    return {article: tuple(sorted(others)) for article, others in found_copies.items()}
