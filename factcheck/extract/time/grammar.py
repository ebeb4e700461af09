"""Tokens → drafts: one pass over the trigger words, each handed to its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from factcheck.extract.time import (
    clock,
    dates,
    days,
    eras,
    numeric,
    periods,
    rates,
    references,
    seasons,
    units,
    year_parts,
)
from factcheck.extract.time.drafts import Draft, Scan
from factcheck.extract.time.vocabulary import words
from factcheck.extract.tokens import Tokens

Reader: TypeAlias = Callable[[Scan, int], Draft | None]

# "25.04.2019": what no dictionary can list
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


def drafts(tokens: Tokens) -> tuple[Scan, list[Draft]]:
    """Return the drafts of a text in order, none overlapping, weak ones among them."""
    scan = Scan(tokens)
    table = triggers()
    found: list[Draft] = []
    for i in _starts(tokens, table):
        if i < scan.floor and not (found and found[-1].weak):
            continue
        reader = table.get(tokens.lower[i], numeric.dotted)
        if found and found[-1].weak:
            scan.floor = found[-2].stop if len(found) > 1 else 0
        draft = reader(scan, i)
        if draft is not None:
            while found and draft.first < found[-1].stop:
                found.pop()
            found.append(draft)
        scan.floor = found[-1].stop if found else 0
    return scan, found


def _starts(tokens: Tokens, table: dict[str, Reader]) -> list[int]:
    hits = list(tokens.hits(table.get))
    dotted = [tokens.at(match.start()) for match in _DOTTED.finditer(tokens.source)]
    return sorted({*hits, *(i for i in dotted if i < len(tokens))}) if dotted else hits


def _month(scan: Scan, i: int) -> Draft | None:
    """Read a month, or a holiday that begins with one: "May Day", "April Fools' Day"."""
    if scan.lower[i] in ("may", "april") and (found := seasons.holiday(scan, i)):
        return found
    draft = dates.month(scan, i)
    return days.month_prefix(scan, draft) if draft else None


def _night(scan: Scan, i: int) -> Draft | None:
    """Read "night" as part of a day, else "three nights" as a length."""
    return (
        units.unit(scan, i)
        if scan.low(i - 1) in words().numbers or scan.low(i - 1).isdigit()
        else days.daypart(scan, i)
    )


@cache
def triggers() -> dict[str, Reader]:
    """Return the reader of each trigger word; a later table takes over from an earlier one."""
    vocabulary = words()
    table: dict[str, Reader] = {}
    for vocabulary_table, reader in (
        (vocabulary.holidays, seasons.holiday),
        (vocabulary.movable, seasons.holiday),
    ):
        table.update(dict.fromkeys((key[0] for key in vocabulary_table), reader))
    table.update(dict.fromkeys(vocabulary.edges, year_parts.edge))
    table["half"] = year_parts.half
    table["fiscal"] = year_parts.fiscal
    codes = ("", *(f"{n:02d}" for n in range(100)), *(str(n) for n in range(1950, 2061)))
    table.update(dict.fromkeys((f"fy{code}" for code in codes), year_parts.fiscal_code))
    table["turn"] = eras.turn
    for plain in ("moment", "present", "modern", "time", "past", "date"):
        table[plain] = references.phrase
    table.update(dict.fromkeys(vocabulary.references, references.reference))
    table.update(dict.fromkeys(vocabulary.sets, rates.frequency))
    table.update(dict.fromkeys(vocabulary.units, units.unit))
    table.update(dict.fromkeys(vocabulary.seasons, seasons.season))
    table.update(dict.fromkeys(vocabulary.dayparts, days.daypart))
    table["night"] = _night
    table["period"] = periods.year_earlier
    table["overnight"] = days.overnight
    table.update(dict.fromkeys(vocabulary.deictic, days.deictic))
    table.update(dict.fromkeys(vocabulary.years, dates.year))
    table.update(dict.fromkeys((f"{n}s" for n in range(1000, 2100, 10)), eras.decade))
    table.update(dict.fromkeys((f"{n}s" for n in range(10, 100, 10)), eras.decade))
    table.update(dict.fromkeys(vocabulary.decades, eras.decade))
    table.update(dict.fromkeys(("bc", "bce", "b.c.", "b.c.e.", "ad", "a.d."), eras.before_christ))
    table.update(dict.fromkeys(("m", "am", "pm", "a.m.", "p.m."), clock.meridiem))
    table.update(dict.fromkeys((f"{h}{m}" for h in range(1, 13) for m in ("am", "pm")), clock.meridiem))
    table.update(dict.fromkeys((f"{h:02d}{m}" for h in range(60) for m in ("am", "pm")), clock.meridiem))
    table.update(
        dict.fromkeys((*(f"q{n}" for n in range(1, 10)), *(f"h{n}" for n in range(1, 5))), year_parts.coded_part)
    )
    table.update(dict.fromkeys(vocabulary.universal - {"z"}, clock.four_digits))
    table.update(
        dict.fromkeys(
            (f"{h}.{m:02d}{half}" for h in range(1, 13) for m in range(60) for half in ("am", "pm")), clock.meridiem
        )
    )
    table["'"] = table["’"] = numeric.apostrophe
    table["/"] = numeric.slashed
    table[":"] = clock.colon
    table["o'clock"] = table["o’clock"] = clock.oclock
    table.update(dict.fromkeys(vocabulary.weekday_plurals, days.weekday))
    table.update(dict.fromkeys(vocabulary.weekdays, days.weekday))
    table.update(dict.fromkeys(vocabulary.months, _month))
    table.update(dict.fromkeys((word for word in vocabulary.ordinal_days if word[0].isdigit()), days.day_of_month))
    return table
