"""The commit hook in a scratch repository, and the steps of the example workflow, as their users run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

yaml: Any = pytest.importorskip("yaml", reason="PyYAML, which comes with pre-commit, is not installed")

ROOT = Path(__file__).parent.parent
AGREEING = (
    "OSLO, April 26, 2019. The Oslo summit of Ada Berg and Ole Dahl was held on April 25, 2019, in the town hall."
)
OTHER = "BERGEN, April 27, 2019. The Oslo summit of Ada Berg and Ole Dahl was held on April {day}, 2019, at noon."
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a program in a folder, away from the settings of whoever runs the tests."""
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    apart = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    apart |= {"PATH": found, "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "hooks")}
    apart |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_COLOR": "never"}
    apart |= {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, cwd=folder, env=apart | more, capture_output=True, text=True, check=False)

    return run


def write(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def commit(run: Run, folder: Path) -> str:
    """Put all of a folder into a new repository and return the commit."""
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "all")):
        done = run(folder, "git", *words)
        assert done.returncode == 0, done.stderr
    return run(folder, "git", "rev-parse", "HEAD").stdout.strip()


def scratch(run: Run, tmp_path: Path, **options: object) -> Path:
    """Return a repository of two articles that has the hook, run by the factcheck that is installed here."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hooks = write(tmp_path / "factcheck", {".pre-commit-hooks.yaml": manifest})
    hook = {"id": "factcheck", "language": "system", **options}
    repository = {"repo": str(hooks), "rev": commit(run, hooks), "hooks": [hook]}
    texts = {
        "articles/a.txt": AGREEING,
        "articles/b.txt": OTHER.format(day=26),
        ".pre-commit-config.yaml": yaml.safe_dump({"repos": [repository]}),
    }
    return write(tmp_path / "desk", texts)


def test_hook_stops_a_commit_until_the_articles_agree(run: Run, tmp_path: Path) -> None:
    desk = scratch(run, tmp_path)
    commit(run, desk)
    assert run(desk, sys.executable, "-m", "pre_commit", "install").returncode == 0
    write(desk, {"articles/c.txt": OTHER.format(day=25)})
    run(desk, "git", "add", ".")
    refused = run(desk, "git", "commit", "-m", "a third article")
    assert refused.returncode == 1
    assert "factcheck" in refused.stderr
    assert "articles/b.txt:1:" in refused.stderr
    assert "[event-date]" in refused.stderr
    write(desk, {"articles/b.txt": OTHER.format(day=25)})
    run(desk, "git", "add", ".")
    accepted = run(desk, "git", "commit", "-m", "a third article")
    assert accepted.returncode == 0, accepted.stderr
    assert "Passed" in accepted.stderr


def test_hook_takes_other_arguments(run: Run, tmp_path: Path) -> None:
    desk = scratch(run, tmp_path, args=["--fail-on", "never", "articles"])
    commit(run, desk)
    done = run(desk, sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert (done.returncode, "Passed" in done.stdout) == (0, True)


def test_hook_leaves_other_files_alone(run: Run, tmp_path: Path) -> None:
    desk = scratch(run, tmp_path)
    commit(run, desk)
    write(desk, {"photo.jpg": "none"})
    run(desk, "git", "add", ".")
    done = run(desk, sys.executable, "-m", "pre_commit", "run")
    assert (done.returncode, "(no files to check)Skipped" in done.stdout) == (0, True)


def test_steps_of_the_example_workflow(run: Run, tmp_path: Path) -> None:
    workflow = yaml.safe_load((ROOT / "examples" / "github-workflow.yml").read_text(encoding="utf-8"))
    steps = {step.get("name"): step for step in workflow["jobs"]["factcheck"]["steps"]}
    assert steps["Install"]["run"] == "pip install factcheck"
    desk = write(tmp_path / "desk", {"articles/a.txt": AGREEING, "articles/b.txt": OTHER.format(day=26)})
    summary = tmp_path / "summary.md"
    variables = workflow["env"] | {"GITHUB_STEP_SUMMARY": str(summary)}
    compared = run(desk, "bash", "-euc", steps["Compare"]["run"], **variables)
    assert compared.returncode == 1, compared.stderr
    assert "::error file=articles/b.txt,line=1," in compared.stdout
    assert "::error file=articles/a.txt,line=1," in compared.stdout
    assert run(desk, "bash", "-euc", steps["Summary"]["run"], **variables).returncode == 0
    assert summary.read_text(encoding="utf-8").startswith("# Do these articles agree?")
    folder = desk / steps["Report"]["with"]["path"]
    assert sorted(path.name for path in folder.iterdir()) == ["report.html", "report.md", "report.sarif"]
    assert (desk / steps["Alerts"]["with"]["sarif_file"]).exists()
