"""What all tests share: examples that are the same at every run, and no deadline on a shared machine."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("ours", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", max_examples=5_000, deadline=None)  # HYPOTHESIS=search: look for new examples
settings.load_profile(os.environ.get("HYPOTHESIS", "ours"))
