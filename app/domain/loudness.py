"""Whether a recording is heard well: measured where it was made, judged here."""

from __future__ import annotations

from enum import StrEnum

QUIET_DB = -38.0
"""Decibels below full scale of what was spoken, silence left out. Speech close to a phone lies at -30 to -15."""

LOUD_PART = 0.002
"""The part of all samples at full scale from which a voice crackles."""

LEAST_S = 0.4


class Loudness(StrEnum):
    """What to say of it."""

    GOOD = "good"
    QUIET = "quiet"
    LOUD = "loud"
    NOTHING = "nothing"


def loudness(seconds: float, db: float | None, clipped: float) -> Loudness:
    """`db` None: the device could not measure it, and nobody is blamed for that."""
    if seconds < LEAST_S:
        return Loudness.NOTHING
    if clipped > LOUD_PART:
        return Loudness.LOUD
    return Loudness.QUIET if db is not None and db < QUIET_DB else Loudness.GOOD
