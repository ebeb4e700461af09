"""The present, past and future without a date: "now", "recently", "in the near future", "at the moment"."""

from __future__ import annotations

from factcheck.extract.time.drafts import Draft, Scan


def reference(scan: Scan, i: int) -> Draft | None:
    """Read "now", "currently", "more recently", "soon", "the future"."""
    word = scan.lower[i]
    draft = Draft("reference", i, i + 1)
    draft.value = scan.words.references[word]
    before, after = scan.low(i - 1), scan.low(i + 1)
    if word == "now":
        return _now(scan, draft, before, after)
    if word == "future":
        return _future(scan, draft, before, after)
    if word == "soon":
        return draft if _tells_future(scan, i) else None
    if word == "recently" and before == "as":  # as recently as last month
        return None
    if word == "recently" and before in ("more", "most", "very", "quite"):
        draft.first = i - 1
    return draft


def _tells_future(scan: Scan, i: int) -> bool:
    """Tell "will soon begin", "soon to be" from "soon the town fell"."""
    if scan.low(i - 1) in ("as", "so", "too", "how") or scan.low(i + 1) in ("after", "afterwards"):
        return False
    around = [scan.low(k) for k in (i - 3, i - 2, i - 1, i + 1)]
    return "to" in around[2:] or any(word in scan.words.near["modals"] for word in around)


def _now(scan: Scan, draft: Draft, before: str, after: str) -> Draft | None:
    """Leave out "now that"; take "right now" whole, "until now" without its preposition."""
    if after == "that" or _is_initials(scan, draft.first):
        return None
    if before in ("right", "just") and scan.low(draft.first - 2) != "not":
        draft.first -= 1
    return draft


def _is_initials(scan: Scan, i: int) -> bool:
    """Tell the body called NOW from a word of a headline in capitals."""
    around = [scan.raw(k) for k in (i - 1, i + 1) if scan.raw(k).isalpha()]
    return scan.text[i].isupper() and not any(word.isupper() for word in around)


def _future(scan: Scan, draft: Draft, before: str, after: str) -> Draft | None:
    """Read "in the future", "the near future", "in future"; not "future talks", "his future"."""
    if before == "in":
        return draft
    if before in scan.words.near["future_adjectives"] and scan.low(draft.first - 2) in ("the", "a"):
        draft.first -= 2
    elif before == "the" and scan.low(draft.first - 2) in ("in", "for") and after not in ("of", "president", "king"):
        draft.first -= 1
    else:
        return None
    return draft


def phrase(scan: Scan, i: int) -> Draft | None:
    """Read "at the moment", "at present", "at the same time" where the last word is a trigger."""
    word, before, before2 = scan.lower[i], scan.low(i - 1), scan.low(i - 2)
    draft = Draft("reference", i, i + 1)
    draft.value = "PRESENT_REF"
    if (
        word == "moment"
        and before in ("the", "this")
        and before2 == "at"
        and scan.low(i + 1) not in ("of", "when", "that")
    ):
        draft.first = i - 1
        return draft
    if word in ("present", "modern") and (found := _present_day(scan, draft, before)):
        return found
    if word == "date":
        return draft if _to_date(scan, i) else None
    if word == "present" and before == "at":
        return draft
    if word == "time":
        return _time_word(scan, draft, before, before2)
    if word == "past" and before == "the" and before2 == "in" and scan.low(i + 1) in scan.words.near["past_after"]:
        draft.first, draft.value = i - 1, "PAST_REF"
        return draft
    return None


def _present_day(scan: Scan, draft: Draft, before: str) -> Draft | None:
    """Read "present-day", "modern day", "to the present day"."""
    i = draft.first
    j = i + 1 + (scan.low(i + 1) in ("-", "‑") and scan.glued(i + 1))
    if scan.low(j) != "day" or scan.line_break(j):
        return None
    draft.stop = j + 1
    if before == "the" and i - 1 >= scan.floor and scan.low(j + 1) in scan.words.near["clause_ends"]:
        draft.first = i - 1
    return draft


def _to_date(scan: Scan, i: int) -> bool:
    """Tell "the largest find to date," from "they began to date."."""
    near = scan.words.near
    return (
        scan.low(i - 1) == "to"
        and scan.low(i + 1) in near["clause_ends"]
        and scan.low(i - 2) not in near["to_verb_before"]
        and not scan.line_break(i)
    )


def _time_word(scan: Scan, draft: Draft, before: str, before2: str) -> Draft | None:
    """Read "at this time", "by that time"."""
    if scan.low(draft.stop) in scan.words.near["time_after_reject"]:
        return None
    if before not in ("this", "that") or before2 not in scan.words.near["time_before"]:
        return None
    draft.first -= 1
    draft.value = "PRESENT_REF" if before == "this" else "PAST_REF"
    return draft
