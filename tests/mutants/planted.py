"""The bugs: what stands in a file, what stands there instead, and the one test that must then fail."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "sync/head.py"
HUB, PHONE, JOURNEYS = "tests/hub/test_", "tests/sync/test_", "tests/journeys/test_"


class Planted(NamedTuple):
    """`found` stands in `file` exactly once; with `instead` in its place `test` fails, and passes without."""

    name: str
    file: str
    found: str
    instead: str
    test: str
