"""Precision and recall of the corpora, group by group: `python -m tests.scores [AREA…] [--missed]`.

An area is a module `tests/scored_<area>.py` whose `cases()` yields a Case for each text of its corpus: what must be
found there and what is, as lines that are compared as they stand. Expectations are written before the tool is asked; a
case that it misses stands in `tests/corpus/known-misses.toml`, and tests/test_scores.py holds that list to be exact: a
case that starts to fail fails the tests, and one that starts to pass has to leave the list.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_MISSES = HERE / "corpus" / "known-misses.toml"


class Case(NamedTuple):
    """One text of a group: what must be found and what is. `key` tells the case from all others of its group."""

    group: str
    key: str
    expected: Sequence[str]
    found: Sequence[str]

    @property
    def missed(self) -> bool:
        """Tell whether something is missing or too much."""
        return Counter(self.expected) != Counter(self.found)


class Score(NamedTuple):
    """Sums over the cases of a group."""

    cases: int = 0
    missed: int = 0
    right: int = 0
    expected: int = 0
    found: int = 0

    def add(self, case: Case) -> Score:
        """Return the score with one more case."""
        right = (Counter(case.expected) & Counter(case.found)).total()
        return Score(
            self.cases + 1,
            self.missed + case.missed,
            self.right + right,
            self.expected + len(case.expected),
            self.found + len(case.found),
        )

    def plus(self, other: Score) -> Score:
        """Return the sum of two scores."""
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def row(self) -> tuple[str, ...]:
        """Return cases, cases missed, precision and recall as they are printed."""
        precision = f"{self.right / self.found:.3f}" if self.found else "-"
        recall = f"{self.right / self.expected:.3f}" if self.expected else "-"
        return str(self.cases), str(self.missed), precision, recall


def areas() -> list[str]:
    """Return the areas in order: the modules beside this one that are named for one."""
    return sorted(path.stem.removeprefix("scored_") for path in HERE.glob("scored_*.py"))


@cache
def cases(area: str) -> tuple[Case, ...]:
    """Return the cases of an area, worked out by the tool as it is now."""
    return tuple(import_module(f"scored_{area}").cases())


def scores(found: Sequence[Case]) -> dict[str, Score]:
    """Return the score of each group, in order of their first case."""
    table: dict[str, Score] = {}
    for case in found:
        table[case.group] = table.get(case.group, Score()).add(case)
    return table


def known_misses() -> dict[str, set[str]]:
    """Return the keys of the cases of each group that are known to be missed."""
    if not _MISSES.exists():
        return {}
    return {group: set(keys) for group, keys in tomllib.loads(_MISSES.read_text(encoding="utf-8")).items()}


def main() -> None:
    """Print the table, and with --missed what is missing (-) and too much (+) in each case missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of {', '.join(areas())}; all unless told")
    parser.add_argument("--missed", action="store_true", help="print each case that is missed")
    given = parser.parse_args()
    print(f"{'group':44} {'cases':>6} {'missed':>6} {'precision':>9} {'recall':>6}")
    for area in given.areas or areas():
        found = cases(area)
        total = Score()
        for group, score in scores(found).items():
            _print(group, score)
            total = total.plus(score)
            for case in found if given.missed else ():
                if case.group == group and case.missed:
                    _print_missed(case)
        _print(f"{area}: all", total)


def _print(name: str, score: Score) -> None:
    held, missed, precision, recall = score.row
    print(f"{name:44} {held:>6} {missed:>6} {precision:>9} {recall:>6}")


def _print_missed(case: Case) -> None:
    print(f"    {case.key}")
    for line in sorted((Counter(case.expected) - Counter(case.found)).elements()):
        print(f"        - {line}")
    for line in sorted((Counter(case.found) - Counter(case.expected)).elements()):
        print(f"        + {line}")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
