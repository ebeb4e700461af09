"""Measurements, outside the tests: `python -m benchmarks` prints a table."""
