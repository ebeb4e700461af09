"""What a run is told beside its articles: rules, settings, reviews, an archive, how many processes."""

from __future__ import annotations

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
