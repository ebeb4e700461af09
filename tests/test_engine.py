"""Engines yield the results of the work in the order of the items, or say plainly that they cannot."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import engine
from factcheck.engine import processes, serial
from factcheck.errors import FactcheckError


def double(number: int) -> int:
    return number * 2


def die(number: int) -> int:
    os._exit(number)


@given(st.lists(st.integers()))
def test_the_reference_maps(items: list[int]) -> None:
    assert list(serial.run(double, items, 1)) == [item * 2 for item in items]


def test_processes_equal_the_reference() -> None:
    items = list(range(100))
    assert list(processes.run(double, items, 2)) == list(serial.run(double, items, 1))


@pytest.mark.parametrize(("items", "jobs"), [([], 4), ([7], 4), ([7, 8], 1)])
def test_little_work_stays_in_this_process(items: list[int], jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(processes, "run")
    assert list(engine.run(double, items, jobs)) == [item * 2 for item in items]


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(FactcheckError, match=r"^a worker process died; try fewer --jobs; memory may be short$"):
        list(engine.run(die, [1, 1, 1, 1], 2))
