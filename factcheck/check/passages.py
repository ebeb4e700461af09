"""Claims that stand in the same place of near copies of one text.

Comes in: a corpus. Goes out: for each claim of a copy the place that it has in the text that all are copies of.
"""

from __future__ import annotations

from functools import cached_property

from factcheck.check.alignment import Alignment, Words, roots
from factcheck.model import BaseClaim, Corpus, SubjectRef, kind_of

Place = tuple[str, str, str]


class Passages:
    """The places of a corpus; copies are laid side by side once, on first use."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._alignments: dict[str, Alignment] = {}

    @cached_property
    def roots(self) -> dict[str, str]:
        """The article that stands for all its copies, by the name of each that has any."""
        return roots({name: article.copies for name, article in self._corpus.articles.items()})

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {name: Words(self._corpus.articles[name].text) for name in self.roots}

    def place(self, claim: BaseClaim) -> tuple[Place, SubjectRef] | None:
        """Return the place of a claim and the article to name; None where it has none in a copy."""
        root = self.roots.get(claim.article)
        if root is None:
            return None
        if claim.article not in self._alignments:
            self._alignments[claim.article] = Alignment(self._words[root], self._words[claim.article])
        word = self._alignments[claim.article].place(claim.start, claim.end)
        if word is None:
            return None
        title = self._corpus.articles[root].title or root
        return (root, f"{word:06}", kind_of(claim)), SubjectRef(f"article:{root}", "article", title)
