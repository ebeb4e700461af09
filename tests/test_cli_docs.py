"""What the README and docs/cli.md say of the command line is so."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from conftest import Command

DOCS = Path(__file__).parent.parent / "docs"


def test_cli_page_is_up_to_date() -> None:
    page = runpy.run_path(str(DOCS / "generate_cli.py"))["page"]
    kept = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert page() == kept, "out of date; renew with: python docs/generate_cli.py"


def test_the_rule_in_the_readme_works(command: Command, tmp_path: Path) -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", readme, flags=re.DOTALL)
    (tmp_path / "talks-length.toml").write_text(text, encoding="utf-8")
    outcome = command("rules", "test", "talks-length", "--rules", tmp_path)
    assert outcome == (0, "talks-length: passed\n  example 1 (flag): fired two lengths\n", "")


def test_every_page_that_the_readme_links_to_exists() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert links
    assert [link for link in links if not (DOCS.parent / link).exists()] == []


def test_the_readme_is_short_and_its_first_blocks_are_the_two_commands() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 120
    blocks = re.findall(r"```sh\n(.*?)```", readme, flags=re.DOTALL)
    assert [block.split()[-2:] for block in blocks] == [["run", "seeds/"], ["&&", ".venv/bin/pytest"]]
