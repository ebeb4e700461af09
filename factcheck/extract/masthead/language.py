"""Which language a text is in, by a vote of stop-words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.extract.masthead import vocabulary

if TYPE_CHECKING:
    from factcheck.extract.tokens import Tokens

_SAMPLE = 200
_LEAST = 3
_SHARE = 0.12
_LEAD = 1.5
_ENGLISH = 0.2


def tell(tokens: Tokens) -> str | None:
    """Return the ISO 639-1 code of the language whose stop-words are clearly the commonest; None where unsure.

    "The ministers met in Riga and said that the talks would go on." → "en"
    """
    sample = tokens.lower[:_SAMPLE]
    if len(sample) >= _LEAST and sum(map(vocabulary.words("languages", "en").__contains__, sample)) > _ENGLISH * len(
        sample
    ):
        return "en"
    known = vocabulary.languages()
    words = [word for word in sample if word[0].isalpha()]
    votes = Counter(language for word in words for language in known.get(word, ()))
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    if not ranked:
        return None
    best, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    return best if count >= max(_LEAST, _SHARE * len(words), _LEAD * second) else None
