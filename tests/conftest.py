"""What all tests share: examples that are the same at every run, no deadline on a shared machine, worlds in memory."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from build.decks.compile import compiled_once
from tests.world import World, in_memory

World.memory = in_memory()  # `make bench`, which measures keeping, stays on the disk

settings.register_profile("ours", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", max_examples=5_000, deadline=None)  # HYPOTHESIS=search: look for new examples
settings.load_profile(os.environ.get("HYPOTHESIS", "ours"))

compiled_once()  # the packs that the app asks for; a moment, and nothing when no deck has changed
