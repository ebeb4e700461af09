"""Decades, centuries, eras: "the 1990s", "the sixties", "the 20th century", "480 BC"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan

_DASHES = frozenset("-–—‑")


def decade(scan: Scan, i: int) -> Draft | None:
    """Read "1990s", "the 90s", "the sixties", "'80s"; not "in his sixties", "the over-60s"."""
    word = scan.lower[i]
    draft = Draft("date", i, i + 1)
    if len(word) == 5:
        draft.decade = int(word[:3])
        return draft
    before = scan.low(i - 1)
    if before in ("'", "’", "‘") and scan.glued(i):
        draft.first = i - 1
    elif before in ("-", "–"):
        if scan.low(i - 2) not in ("mid", "early", "late"):
            return None
    elif before == "and" and scan.low(i - 2)[:1].isdigit() and scan.low(i - 2).endswith("0s"):
        pass  # the 1960s and 70s
    elif before != "the" and (before not in ("early", "late", "mid") or scan.low(i - 2) != "the"):
        return None
    number = int(word[:-1]) if word[0].isdigit() else scan.words.decades[word]
    draft.decade = (190 if number >= 20 else 200) + number // 10
    return draft


_ERAS = frozenset(["bc", "bce", "b.c.", "b.c.e.", "ad", "a.d.", "ce"])


def century(scan: Scan, i: int) -> Draft | None:
    """Read "the 20th century", "nineteenth-century", "the 19th and 20th centuries"."""
    j = i - 1
    if scan.low(j) in _DASHES:
        j -= 1
    number = scan.words.ordinals.get(scan.low(j))
    first = j
    if number is None or j < scan.floor or not 1 <= number <= 30:
        return None
    if scan.low(j - 1) in ("-", "–") and scan.low(j - 2) in ("twenty",):
        first, number = j - 2, 20 + number
    elif scan.low(j - 1) == "twenty":
        first, number = j - 1, 20 + number
    if scan.capital(i) and scan.capital(i + 1) and not scan.line_break(i + 1) and scan.low(i + 1) not in _ERAS:
        return None  # 21st Century Fox
    draft = Draft("date", first, i + 1)
    draft.century = number - 1
    if scan.low(i + 1) in ("bc", "bce", "b.c.", "b.c.e."):
        draft.bc, draft.century, draft.stop = True, number - 1, i + 2
    return draft


def left_century(scan: Scan, right: Draft, floor: int) -> Draft | None:
    """Read "the 19th" before "and 20th centuries"."""
    j = right.first - 1
    if scan.lower[right.stop - 1] != "centuries" or scan.low(j) not in ("and", "to", "or", "-", "–") or j - 1 < floor:
        return None
    number = scan.words.ordinals.get(scan.low(j - 1))
    if number is None or right.century is None or not number <= right.century:
        return None
    draft = Draft("date", j - 1, j)
    draft.century, draft.bc = number - 1, right.bc
    return draft


def before_christ(scan: Scan, i: int) -> Draft | None:
    """Read "480 BC" and "AD 70", "70 AD"."""
    if not scan.raw(i).isupper() or scan.lower[i] not in _ERAS:
        return None
    later = scan.lower[i] in ("ad", "a.d.", "ce")
    for j in (i - 1, i + 1) if later else (i - 1,):
        word = scan.low(j)
        if word.isdigit() and len(word) <= 4 and word != "0" and j >= scan.floor:
            draft = Draft("date", min(i, j), max(i, j) + 1)
            draft.year, draft.bc = int(word), not later
            return draft
        if word[:-1].isdigit() and word.endswith("0s") and j == i - 1 and not later:
            draft = Draft("date", j, i + 1)
            draft.decade, draft.bc = int(word[:-2]), True
            return draft
    return None


def turn(scan: Scan, i: int) -> Draft | None:
    """Read "the turn of the century", "the turn of the 20th century", "the turn of the millennium"."""
    if scan.low(i + 1) != "of" or scan.low(i + 2) not in ("the", "last", "this") or scan.line_break(i + 2):
        return None
    j = i + 3
    draft = Draft("date", i, j + 1)
    draft.mod, draft.part = "APPROX", "TURN"
    number = scan.words.ordinals.get(scan.low(j))
    if number and scan.low(j + 1) == "century" and number <= 30:
        draft.year, draft.part, draft.stop = max(1, (number - 1) * 100), "", j + 2
    elif scan.low(j) == "millennium":
        draft.year, draft.part = 2000, ""
    elif scan.low(j) != "century":
        return None
    if scan.low(i - 1) == "the" and i - 1 >= scan.floor:
        draft.first = i - 1
    return draft
