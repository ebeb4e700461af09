"""The JSON Schema of a rule file, for editors that complete and check a rule as it is typed."""

from __future__ import annotations

from typing import Any

import msgspec

from factcheck.check.comparators import comparators
from factcheck.check.rule import Rule

_REFERENCE = "#/$defs/{name}"


def schema() -> dict[str, Any]:
    """Return the schema; the conditions of a level are the comparators that there are."""
    arguments = {name: module.ARGUMENT for name, module in comparators().items()}
    shapes, definitions = msgspec.json.schema_components([Rule, *arguments.values()], ref_template=_REFERENCE)
    definitions["Conditions"] = {
        "type": "object",
        "properties": dict(zip(arguments, shapes[1:], strict=True)),
        "additionalProperties": False,
    }
    for part in ("when", "unless"):
        definitions["Level"]["properties"][part] = {"$ref": _REFERENCE.format(name="Conditions")}
    examples = definitions["Example"]["properties"]
    examples["pass"] = examples.pop("passes")
    del definitions["Rule"]["properties"]["source"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "factcheck rule"}
    return {**head, **shapes[0], "$defs": definitions}
