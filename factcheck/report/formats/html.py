"""Findings as one HTML page for editors: opens anywhere, needs no network, and runs nothing but its own script."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from factcheck.model import Result
from factcheck.report.page import build


def render(result: Result, folder: str) -> str:
    """Return the page; links to files are relative to `folder`."""
    return _template().render(build(result, folder)).lstrip()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("factcheck.report", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")
