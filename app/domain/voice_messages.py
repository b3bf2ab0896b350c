"""How long a voice message is, and how long it is kept."""

from __future__ import annotations

from datetime import date, timedelta

MOST_S = 60
"""Seconds; about 150 kB."""

KEPT_DAYS = 90
"""From the day it was sent: it was said to be heard, not to be kept. Her plan is where things stay."""

OTHERS_WAIT_DAYS = 14
"""Who spoke takes it away on its day; any other phone only so much later."""


def sent_before(day: date, *, mine: bool) -> str:
    """What was `sent` earlier than this has had its time, on that day."""
    days = KEPT_DAYS if mine else KEPT_DAYS + OTHERS_WAIT_DAYS
    return (day - timedelta(days=days)).isoformat()
