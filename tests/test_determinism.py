"""Same input, same options: same bytes, whatever the order, the hash seed, the time zone, the clock or the jobs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command

SEEDS = Path(__file__).parent.parent / "seeds"
# A machine whose clock stands at CLOCK, for everything that asks Python what time it is. What the two classes make are
# ordinary dates, and ordinary dates pass for theirs.
CLOCK = """\
import datetime as module, os, time

real_date, real_datetime = module.date, module.datetime
at = real_datetime.fromisoformat(os.environ["CLOCK"])

class Like(type):
    def __instancecheck__(cls, other):
        return isinstance(other, cls.__mro__[1])

class Date(real_date, metaclass=Like):
    def __new__(cls, *parts, **named):
        return real_date(*parts, **named)

    today = classmethod(lambda cls: at.date())

class DateTime(real_datetime, metaclass=Like):
    def __new__(cls, *parts, **named):
        return real_datetime(*parts, **named)

    today = classmethod(lambda cls: at.replace(tzinfo=None))
    utcnow = classmethod(lambda cls: at.replace(tzinfo=None))
    now = classmethod(lambda cls, tz=None: at.astimezone(tz) if tz else at.replace(tzinfo=None))

module.date, module.datetime = Date, DateTime
gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime
time.time = lambda: at.timestamp()
time.time_ns = lambda: int(at.timestamp()) * 10**9
time.gmtime = lambda seconds=None: gmtime(at.timestamp() if seconds is None else seconds)
time.localtime = lambda seconds=None: localtime(at.timestamp() if seconds is None else seconds)
time.strftime = lambda form, moment=None: strftime(form, moment or time.localtime())
"""


def run(folder: Path, form: str = "json", *, clock: str = "", **environment: str) -> bytes:
    """Return the report on a folder by a process of its own."""
    code = f"{CLOCK if clock else ''}\nfrom factcheck.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "run", ".", "--format", form, "--output", "-"],
        cwd=folder,
        env=os.environ | environment | {"CLOCK": clock},
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    return run(SEEDS, PYTHONHASHSEED="0", TZ="UTC")


def test_hash_seed(expected: bytes) -> None:
    assert run(SEEDS, PYTHONHASHSEED="1", TZ="UTC") == expected


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_time_zone(expected: bytes, zone: str) -> None:
    assert run(SEEDS, TZ=zone) == expected


@pytest.mark.parametrize("moment", ["1999-12-31T23:59:59+00:00", "2031-04-26T00:00:01+00:00"])
def test_clock(expected: bytes, moment: str) -> None:
    assert run(SEEDS, clock=moment) == expected


def test_the_clock_is_really_set() -> None:
    code = (
        f"{CLOCK}\nimport datetime\nprint(datetime.date.today(), datetime.datetime.now(datetime.UTC).year, time.time())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"CLOCK": "1999-12-31T23:59:59+00:00"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == ["1999-12-31", "1999", "946684799.0"]


def test_order_of_files(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEEDS)
    names = sorted(path.name for path in SEEDS.iterdir() if path.name != "README.md")
    reports = {
        command("run", *order, "--format", form, "--output", "-").out
        for form in ("md",)
        for order in (names, names[::-1], names[5:] + names[:5])
    }
    assert len(reports) == 1


def test_order_in_which_a_folder_lists_its_files(tmp_path: Path, expected: bytes) -> None:
    for path in sorted(SEEDS.iterdir(), reverse=True):
        shutil.copy(path, tmp_path / path.name)
    assert run(tmp_path) == expected


def test_jobs(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEEDS)
    outcomes = [command("run", ".", "--format", "json", "--output", "-", "--jobs", jobs) for jobs in ("1", "2")]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].status == 0
