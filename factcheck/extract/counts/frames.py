"""The class of what is counted: killed, injured, missing, arrested, … from the words around a number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.counts import units, vocabulary

if TYPE_CHECKING:
    from factcheck.extract.tokens import Tokens

HUMAN = frozenset(
    {
        "casualties",
        "killed",
        "injured",
        "missing",
        "arrested",
        "charged",
        "rescued",
        "displaced",
        "evacuated",
        "kidnapped",
        "infected",
        "vaccinated",
        "attendance",
        "aboard",
    }
)
_ACTIVE = frozenset({"attendance"})  # those counted do it themselves: "5,000 people joined a march"
_PERSONAL = HUMAN - {"killed", "missing", "casualties"}  # animals are killed too, and planes go missing
_RIGHT = 7  # words between what is counted and "killed"
_LEFT = 6  # words between "killing" and the number
_TOLL = 12  # words between "death toll" and the number
_OF = 2
_INSERTED = 12  # words that ", including …," may have


class Frame(NamedTuple):
    """The class of a count, and the tokens `first` to `stop` of the word that tells it."""

    name: str
    first: int
    stop: int


def of(tokens: Tokens, first: int, stop: int, unit: str, named: bool) -> Frame | None:
    """Return the class of a count whose words are tokens `first` to `stop`, None where the text gives none.

    `unit` is what is counted, `named` is false where the text prints the number alone.

    "killing | 12"   "12 people | were killed"   "| 12 deaths"   "the death toll rose to | 56"
    """
    if named:
        noun = vocabulary.ending(vocabulary.nouns(), tokens.lower, stop)
        if noun is not None and noun[1] >= first:
            return Frame(noun[0], noun[1], stop)
    frame = _right(tokens, stop, named=named) or _left(tokens, first) or _toll(tokens, first) or _aboard(tokens, stop)
    return None if frame is None or (frame.name in _PERSONAL and not units.is_person(unit)) else frame


def _aboard(tokens: Tokens, stop: int) -> Frame | None:
    """Read where people were, where nothing tells what became of them: "120 people | on board sank"."""
    found = vocabulary.starting(vocabulary.whereabouts(), tokens.lower, stop)
    return Frame(found[0], stop, found[1]) if found is not None else None


def _right(tokens: Tokens, stop: int, *, named: bool) -> Frame | None:
    """Read a participle after the count; one that takes an object is a verb with another subject."""
    _, limit = tokens.sentences[tokens.sentence(max(stop - 1, 0))]
    passive = False
    stop = _past_insertion(tokens, stop, limit) if named else stop
    for i in range(stop, min(limit, stop + _RIGHT)):
        found = vocabulary.starting(vocabulary.participles(), tokens.lower, i)
        if found is not None:
            frame, end = found
            if not passive and frame not in _ACTIVE and _takes_object(tokens, end):
                return None
            return Frame(_joint(frame, _listed(tokens, end)), i, end)
        if tokens.lower[i] not in vocabulary.words("skip", "after"):
            return None
        passive = passive or tokens.lower[i] in _be()
    return None


def _past_insertion(tokens: Tokens, stop: int, limit: int) -> int:
    """Step over what is put in between two commas, and over its closing comma: "| , including two children, | were"."""
    if stop + 1 >= limit or tokens.text[stop] != ",":
        return stop
    if tokens.lower[stop + 1] in _be():
        return stop + 1
    if tokens.lower[stop + 1] not in vocabulary.words("part", "inserted"):
        return stop
    closing = (i for i in range(stop + 2, min(limit, stop + _INSERTED)) if tokens.text[i] == ",")
    return next(closing, stop - 1) + 1


def _takes_object(tokens: Tokens, at: int) -> bool:
    """Tell "two men killed | a guard" from "two men killed in the blast"."""
    if at >= len(tokens):
        return False
    word = tokens.lower[at]
    return word in _determiners() or word[0].isdigit() or word in vocabulary.triggers()


def _left(tokens: Tokens, first: int) -> Frame | None:
    """Read a verb before the count: "killed at least | 12", "left | 12 dead" is read on the right."""
    floor = max(tokens.sentences[tokens.sentence(first)][0], first - _LEFT)
    i = first
    while i > floor:
        found = vocabulary.ending(vocabulary.verbs(), tokens.lower, i)
        if found is not None:
            frame, verb = found
            if _is_passive(tokens, verb):
                return None
            return Frame(_joint(frame, _listed_before(tokens, verb)), verb, i)
        if tokens.lower[i - 1] not in vocabulary.words("skip", "before"):
            return None
        i -= 1
    return None


def _joint(frame: str, other: str | None) -> str:
    """Return "casualties" where one number counts several fates: "180 dead, wounded or missing"."""
    return frame if other in {None, frame} else "casualties"


def _listed(tokens: Tokens, at: int) -> str | None:
    """Return the class of "or wounded", ", injured" after another class, None where a number comes first."""
    while at < len(tokens) and tokens.lower[at] in _LINKS:
        at += 1
    found = vocabulary.starting(vocabulary.participles(), tokens.lower, at) if tokens.lower[at - 1] in _LINKS else None
    return found[0] if found and not _takes_object(tokens, found[1]) else None


def _listed_before(tokens: Tokens, verb: int) -> str | None:
    """Return the class of "killed or" before another verb."""
    at = verb
    while at > 0 and tokens.lower[at - 1] in _LINKS:
        at -= 1
    found = vocabulary.ending(vocabulary.verbs(), tokens.lower, at) if at < verb else None
    return found[0] if found else None


_LINKS = frozenset({"or", "and", ",", "/"})


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Tell "were killed 12 days ago" from "had killed 12"."""
    return any(word in _be() for word in tokens.lower[max(0, verb - 2) : verb])


def _toll(tokens: Tokens, first: int) -> Frame | None:
    """Read "the death toll has risen to | 56" and "the murder of | five people"."""
    named = _noun_of(tokens, first)
    if named is not None:
        return named
    floor = max(tokens.sentences[tokens.sentence(first)][0], first - _TOLL)
    for i in range(first, floor, -1):
        found = vocabulary.ending(vocabulary.tolls(), tokens.lower, i)
        if found is not None:
            return Frame(found[0], found[1], i)
        if not tokens.text[i - 1][0].isalpha():
            return None
    return None


def _noun_of(tokens: Tokens, first: int) -> Frame | None:
    """Read a noun of the class, "of", and the count: "the deaths of at least | 12 people"."""
    if first < _OF or tokens.lower[first - 1] != "of":
        return None
    noun = vocabulary.ending(vocabulary.acts(), tokens.lower, first - 1)
    return Frame(noun[0], noun[1], first - 1) if noun is not None else None


@cache
def _be() -> frozenset[str]:
    return frozenset({"is", "are", "was", "were", "be", "been", "being"})


@cache
def _determiners() -> frozenset[str]:
    return frozenset({"the", "a", "an", "his", "her", "their", "its", "another", "several", "themselves", "more"})
