"""Prints how many near misses of the corpus of time yield a time expression: `python tests/near_misses.py`.

The table is in Markdown, one row for each construct, and stands in docs/time.md.
"""

from __future__ import annotations

from time_cases import groups, told

HEAD = ("near misses among", "cases", "yield a time", "rate")


def rows() -> list[tuple[str, int, int]]:
    """Return for each construct its near misses and how many of them yield something."""
    return [
        (group["about"], len(misses), sum(bool(told(text, group["at"])) for text in misses))
        for _, group in groups()
        if (misses := group.get("misses", []) + group.get("open", []))
    ]


def table() -> str:
    """Return the table, the sum in its last row."""
    found = rows()
    total = ("all", sum(cases for _, cases, _ in found), sum(wrong for _, _, wrong in found))
    lines = [f"| {' | '.join(HEAD)} |", "| --- | ---: | ---: | ---: |"]
    lines += [f"| {about} | {cases} | {wrong} | {wrong / cases:.1%} |" for about, cases, wrong in (*found, total)]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
