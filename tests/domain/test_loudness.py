"""Whether a recording is heard well."""

from __future__ import annotations

import pytest

from app.domain.loudness import Loudness, loudness


@pytest.mark.parametrize(
    ("seconds", "db", "clipped", "said"),
    [
        (3, -20, 0, Loudness.GOOD),
        (3, None, 0, Loudness.GOOD),  # a device that cannot measure
        (3, -45, 0, Loudness.QUIET),
        (3, -3, 0.01, Loudness.LOUD),
        (3, -3, 0.001, Loudness.GOOD),
        (0.1, -20, 0, Loudness.NOTHING),
        (0, -60, 0, Loudness.NOTHING),
    ],
)
def test_a_recording_is_good_quiet_loud_or_nothing(seconds: float, db: float, clipped: float, said: Loudness) -> None:
    assert loudness(seconds, db, clipped) == said
