"""Conditions that a level can set, one module each, found by name.

A module has `ARGUMENT`, the type of the condition's value in a rule file, and
`compare(left, right, argument, context)` → Outcome. In a level of "each", both sides are the same.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def comparators() -> dict[str, ModuleType]:
    """Return the comparators by name, in sorted order."""
    return {name: import_module(f"{__name__}.{name}") for name in sorted(info.name for info in iter_modules(__path__))}
