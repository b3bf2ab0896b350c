"""What all tests share: examples that are the same at every run, and no deadline on a shared machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ours", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", max_examples=5_000, deadline=None)  # HYPOTHESIS=search: look for new examples
settings.load_profile(os.environ.get("HYPOTHESIS", "ours"))


HERE = Path(__file__).parent
IN_BROWSERS = ("e2e", "pwa", "demo", "keys/test_in_chromium.py")


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups after us
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker walks with browsers, which want a processor each, and begins at once; the others share the rest."""
    walks = [item for item in items if item.path.relative_to(HERE).as_posix().startswith(IN_BROWSERS)]
    for item in items:
        item.add_marker(pytest.mark.xdist_group("browsers" if item in walks else str(item.path)))
    items[:] = walks + [item for item in items if item not in walks]
