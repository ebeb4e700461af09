"""Messages: a rule's words with a fixed set of fields filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = ("subject", "values", "first", "second", "count", "sources", "sum", "note")
# "{subject}"
_FIELD = re.compile(r"\{([^{}]*)\}")


def unknown_fields(template: str) -> tuple[str, ...]:
    """Return the fields of a template that nothing fills: "{subjct} has" → ("subjct",)."""
    return tuple(name for name in _FIELD.findall(template) if name not in FIELDS)


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Return the template with its fields filled in, and its first letter a capital."""
    text = _FIELD.sub(lambda found: fields.get(found[1], found[0]), template)
    return text[:1].upper() + text[1:]
