"""Rule files → rules, and every fault of every file as a problem.

One TOML file is one rule; its id is the file's stem. A broken rule is left out, the rest are used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from factcheck.check.comparators import comparators
from factcheck.check.decoding import decode, unknown
from factcheck.check.readings import CueValue, SpellingValue
from factcheck.check.rule import Level, Rule
from factcheck.check.template import FIELDS, unknown_fields
from factcheck.model import Claim, Problem

# In TOML an example says `pass`, which Python keeps for itself.
_RENAMED = {"pass": "passes"}


def shipped() -> Path:
    """Return the folder of the rules that come with the tool."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load(folders: Sequence[Path] = (), *, defaults: bool = True) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """Return the rules of folders, the shipped ones first, in order of file name, and what is wrong with the rest.

    A file may stand in for a folder. The second rule of one id is left out.
    """
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for folder in ([shipped()] if defaults else []) + list(folders):
        if not folder.exists():
            problems.append(_problem(str(folder), "no such folder", "name a folder of rule files"))
        for path in [folder] if folder.is_file() else sorted(folder.glob("*.toml")):
            rule, faults = read(path)
            problems += [_problem(_place(path), fault) for fault in faults]
            if rule is not None and rule.id in rules:
                told = f"id: “{rule.id}” is already the id of {rules[rule.id].source}"
                problems.append(_problem(_place(path), told, "rename the file and its id"))
            elif rule is not None:
                rules[rule.id] = rule
    return tuple(rules.values()), tuple(problems)


def read(path: Path) -> tuple[Rule | None, tuple[str, ...]]:
    """Return the rule of a file, or None and every fault of it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, (f"cannot be read: {error}",)
    return parse(text, stem=path.stem, source=_place(path))


def parse(text: str, *, stem: str, source: str = "") -> tuple[Rule | None, tuple[str, ...]]:
    """Return the rule that a file's text says, or None and every fault of it."""
    try:
        data = _renamed(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return None, (f"not TOML: {error}",)
    rule, faults = decode(data, Rule)
    faults = (*faults, *_beyond(data, stem))
    if rule is None or faults:
        return None, faults
    return replace(rule, source=source, level=tuple(_typed(level) for level in rule.level)), ()


def _renamed(data: dict[str, Any]) -> dict[str, Any]:
    examples = data.get("example")
    if isinstance(examples, list):
        data["example"] = [
            {_RENAMED.get(key, key): value for key, value in one.items()} if isinstance(one, dict) else one
            for one in examples
        ]
    return data


def _typed(level: Level) -> Level:
    known = comparators()
    return replace(
        level,
        when={name: msgspec.convert(value, known[name].ARGUMENT) for name, value in level.when.items()},
        unless={name: msgspec.convert(value, known[name].ARGUMENT) for name, value in level.unless.items()},
    )


def _beyond(data: Mapping[str, Any], stem: str) -> Iterator[str]:
    """Yield the faults that the shape of the records does not tell."""
    if isinstance(data.get("id"), str) and data["id"] != stem:
        yield f"id: “{data['id']}” is not the file's name, “{stem}”"
    yield from _template_faults(data.get("message"), "message")
    levels = data.get("level")
    if levels == []:
        yield "level: at least one is needed"
    for number, level in enumerate(levels if isinstance(levels, list) else [], 1):
        if isinstance(level, Mapping):
            yield from _template_faults(level.get("message"), f"level {number}: message")
            for part in ("when", "unless"):
                yield from _condition_faults(level.get(part), f"level {number}: {part}: ")
    yield from _where_faults(data)
    yield from _example_faults(data.get("example"), levels)


def _template_faults(template: Any, place: str) -> Iterator[str]:
    if isinstance(template, str):
        for name in unknown_fields(template):
            yield f"{place}: {{{name}}}: no such field (one of: {', '.join(FIELDS)})"


def _condition_faults(conditions: Any, place: str) -> Iterator[str]:
    if not isinstance(conditions, Mapping):
        return
    for name, value in conditions.items():
        if name not in comparators():
            yield f"{place}{unknown(name, comparators())}"
            continue
        kind = comparators()[name].ARGUMENT
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            if not isinstance(value, Mapping):
                yield f"{place}{name}: expected a table, got {type(value).__name__}"
                continue
            _, faults = decode(value, kind)
        else:
            _, faults = decode({name: value}, msgspec.defstruct("Condition", [(name, kind)]))
            yield from (f"{place}{fault}" for fault in faults)
            continue
        yield from (f"{place}{name}: {fault}" for fault in faults)


def _where_faults(data: Mapping[str, Any]) -> Iterator[str]:
    where = data.get("where")
    if not isinstance(where, Mapping):
        return
    kinds: list[type[msgspec.Struct]] = [*map(_value_type, get_args(Claim)), SpellingValue, CueValue]
    known = {name for kind in kinds for name in kind.__struct_fields__}
    for key in ("has", "lacks", "values", "not_values"):
        names = where.get(key, ())
        for name in names if isinstance(names, (list, Mapping)) else ():
            if name not in known:
                yield f"where: {key}: {unknown(str(name), known)}"


def _value_type(claim: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """Return the type of a kind of claim's value."""
    kind: type[msgspec.Struct] = next(f.type for f in msgspec.structs.fields(claim) if f.name == "value")
    return kind


def _example_faults(examples: Any, levels: Any) -> Iterator[str]:
    names = {level.get("name") for level in levels if isinstance(level, Mapping)} if isinstance(levels, list) else set()
    for number, one in enumerate(examples if isinstance(examples, list) else [], 1):
        if not isinstance(one, Mapping):
            continue
        if ("flag" in one) == ("passes" in one):
            yield f"example {number}: needs either flag or pass"
        texts, dates = one.get("flag") or one.get("passes") or [], one.get("published")
        if isinstance(texts, list) and isinstance(dates, list) and len(dates) != len(texts):
            yield f"example {number}: published: {len(dates)} dates for {len(texts)} articles"
        if one.get("level") is not None and one["level"] not in names:
            yield f"example {number}: level: no level is named “{one['level']}”"


def _place(path: Path) -> str:
    return path.as_posix() if len(path.parts) < 2 else f"{path.parent.name}/{path.name}"


def _problem(where: str, message: str, remedy: str = "mend the rule file") -> Problem:
    return Problem(where=where, message=message, remedy=remedy, kind="rule")
