"""What a run is told beside its articles: rules, settings, reviews, an archive, how many processes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from factcheck.settings.record import Settings


class Plan(Struct, frozen=True):
    """The options of a run.

    `rules` are folders of rules beside those of the settings and the shipped ones. `as_of` dates articles that do not
    tell their own date. `reviews` is the file of verdicts, None to leave none out; `today` is the day by which they are
    weighed, by default the newest article's. With an `archive` only what touches the articles read is reported.
    """

    rules: tuple[Path, ...] = ()
    default_rules: bool = True
    as_of: date | None = None
    jobs: int = 1
    settings: Settings = Settings()
    reviews: Path | None = None
    today: date | None = None
    archive: Path | None = None


def settings(config: Path | None = None) -> Settings:
    """Return what a settings file says: the one given, else the nearest factcheck.toml, else nothing.

    Raises SettingsError with every fault of it.
    """
    from factcheck.settings import file

    found = config or file.find(Path.cwd())
    return file.read(Path(os.path.relpath(found))) if found else Settings()


def make(
    *,
    rules: Sequence[Path] = (),
    default_rules: bool = True,
    as_of: date | None = None,
    jobs: int = 1,
    config: Path | None = None,
    reviews: Path | None = None,
    today: date | None = None,
    archive: Path | None = None,
) -> Plan:
    """Return a plan, with the settings of `config` or the nearest factcheck.toml, and the reviews that belong to it."""
    chosen = settings(config)
    return Plan(
        rules=tuple(rules),
        default_rules=default_rules,
        as_of=as_of,
        jobs=jobs,
        settings=chosen,
        reviews=reviews or chosen.folder / chosen.reviews,
        today=today,
        archive=archive,
    )
