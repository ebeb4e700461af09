"""Strict decoding that tells every fault of a document, not the first alone.

Comes in: plain data and a msgspec Struct type. Goes out: the record or None, and the faults, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

Record = TypeVar("Record", bound=msgspec.Struct)


def decode(data: Mapping[str, Any], kind: type[Record]) -> tuple[Record | None, tuple[str, ...]]:
    """Return the record that plain data stands for, or None and what is wrong with it.

    {"sumary": "…"} → (None, ('sumary: unknown key (did you mean "summary"?)', 'summary: missing'))
    """
    faults = tuple(_faults(data, kind, ""))
    return (None, faults) if faults else (msgspec.convert(data, kind), ())


def unknown(key: str, legal: Iterable[str]) -> str:
    """Return the words for a key that nothing reads."""
    near = get_close_matches(key, sorted(legal), n=1, cutoff=0.6)
    hint = f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(sorted(legal))}"
    return f"{key}: unknown key ({hint})"


def _faults(data: Mapping[str, Any], kind: type[msgspec.Struct], place: str) -> Iterable[str]:
    known = {field.encode_name: field for field in fields(kind)}
    for key in data:
        if key not in known:
            yield f"{place}{unknown(key, known)}"
    for name, field in known.items():
        if name in data:
            yield from _value_faults(data[name], field, f"{place}{name}")
        elif field.required:
            yield f"{place}{name}: missing"


def _value_faults(value: Any, field: FieldInfo, place: str) -> Iterable[str]:
    item = _item(field.type)
    if item is not None and isinstance(value, list):
        for number, entry in enumerate(value, 1):
            yield from _entry_faults(entry, item, f"{place} {number}: ")
    elif isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
        yield from _entry_faults(value, field.type, f"{place}: ")
    else:
        yield from _plain_faults(value, field.type, place)


def _entry_faults(value: Any, kind: type[msgspec.Struct], place: str) -> Iterable[str]:
    if isinstance(value, Mapping):
        yield from _faults(value, kind, place)
    else:
        yield f"{place}expected a table, got {type(value).__name__}"


def _plain_faults(value: Any, kind: Any, place: str) -> Iterable[str]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        legal = _legal(kind)
        said = str(error)
        yield f"{place}: {said[:1].lower()}{said[1:]}" + (f" (one of: {', '.join(legal)})" if legal else "")


def _legal(kind: Any) -> list[str]:
    """Return the words that a Literal, or a list of one, allows."""
    inner = [name for argument in get_args(kind) for name in _legal(argument)]
    return inner or ([kind] if isinstance(kind, str) else [])


def _item(kind: Any) -> type[msgspec.Struct] | None:
    """Return the Struct type of a list of tables, else None."""
    arguments = get_args(kind)
    if get_origin(kind) in (tuple, list) and arguments and isinstance(arguments[0], type):
        return arguments[0] if issubclass(arguments[0], msgspec.Struct) else None
    return None
