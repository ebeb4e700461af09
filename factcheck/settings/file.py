"""factcheck.toml → Settings, and the rules that these leave.

The file is found upwards from the working folder. Everything in it is read strictly: each fault is told with its place,
the legal values and the nearest spelling, all at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from factcheck.check import Rule, load
from factcheck.check.decoding import decode, unknown
from factcheck.errors import SettingsError
from factcheck.model import Problem, Severity
from factcheck.settings import facts
from factcheck.settings.record import Settings

NAME = "factcheck.toml"
_OWN = frozenset({"path"})


def find(folder: Path) -> Path | None:
    """Return the nearest factcheck.toml in a folder or one above it."""
    found = (above / NAME for above in (folder, *folder.parents))
    return next((path for path in found if path.is_file()), None)


def read(path: Path) -> Settings:
    """Return what a file says. Raises SettingsError with every fault of it, a line each."""
    data = _toml(path)
    settings, faults = decode({key: value for key, value in data.items() if key not in _OWN}, Settings)
    faults = tuple(_precise(fault, data) for fault in faults) + tuple(_beyond(data))
    if settings is None or faults:
        raise SettingsError.of(str(path), faults)
    return replace(settings, path=str(path))


def rules_of(
    settings: Settings, folders: Sequence[Path] = (), *, defaults: bool = True
) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """Return the rules that settings leave, at their severities, and what could not be used.

    `folders` come after those of the settings; `defaults` false leaves out the shipped rules whatever the file says.
    """
    own = [settings.folder / folder for folder in settings.rules.folders]
    rules, problems = load([*own, *folders], defaults=defaults and settings.rules.defaults)
    known = [rule.id for rule in rules]
    kept = tuple(_graded(rule, settings) for rule in rules if _wanted(rule.id, settings))
    unfit = tuple(_unfit(settings, known)) if defaults else ()
    return kept, (*problems, *unfit)


def _wanted(ident: str, settings: Settings) -> bool:
    only = settings.rules.only
    return (not only or ident in only) and ident not in settings.rules.off


def _graded(rule: Rule, settings: Settings) -> Rule:
    """Return a rule whose conflicts have the severity that the settings give."""
    severity = settings.severity.get(rule.id)
    if severity is None:
        return rule
    levels = tuple(replace(level, severity=None) if level.verdict == "conflict" else level for level in rule.level)
    return replace(rule, severity=severity, level=levels)


def _unfit(settings: Settings, known: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each rule that is named and not there."""
    named = (("rules: only", settings.rules.only), ("rules: off", settings.rules.off), ("severity", settings.severity))
    for place, idents in named:
        for ident in idents:
            if ident not in known:
                told = unknown(ident, known).replace("unknown key", "no such rule")
                yield Problem(settings.path, f"{place}: {told}", "`factcheck rules list` names the rules", "rule")


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError.of(str(path), (f"cannot be read: {reason}",)) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError.of(str(path), (f"not TOML: {error}",)) from error


def _precise(fault: str, data: Mapping[str, Any]) -> str:
    """Name the rule whose severity is none: "severity: person-age: “grave” (one of: error, warning, note)"."""
    grades = data.get("severity")
    if fault.startswith("severity: ") and isinstance(grades, Mapping):
        legal = get_args(Severity)
        wrong = next((name for name, grade in grades.items() if grade not in legal), None)
        if wrong:
            return f"severity: {wrong}: “{grades[wrong]}” is no severity (one of: {', '.join(legal)})"
    return fault


def _beyond(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the faults that the shape of the records does not tell."""
    for number, source in enumerate(_tables(data, "source"), 1):
        if ("article" in source) == ("outlet" in source):
            yield f"source {number}: needs either article (a pattern) or outlet"
        if isinstance(source.get("trust"), int) and not 0 <= source["trust"] <= 10:
            yield f"source {number}: trust: {source['trust']} is not between 0 and 10"
    for number, alias in enumerate(_tables(data, "alias"), 1):
        if isinstance(alias.get("names"), list) and len(alias["names"]) < 2:
            yield f"alias {number}: names: at least two are needed, the house spelling first"
    for number, fact in enumerate(_tables(data, "fact"), 1):
        found = facts.fault(fact)
        if found:
            yield f"fact {number}: {found}"


def _tables(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = data.get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
