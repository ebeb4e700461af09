"""The kinds of slip, one module each, found by name.

A module has `CLAIM`, the type of claim that it changes, and `change(claim, evidence)` → the change that makes of this
claim an error that an editor would call one, or None where nobody could know.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def changes() -> dict[str, ModuleType]:
    """Return the kinds of slip by name, in sorted order."""
    return {name: import_module(f"{__name__}.{name}") for name in sorted(info.name for info in iter_modules(__path__))}
