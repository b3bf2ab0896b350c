"""The recovery sheets: a member who is nobody, for the day when no steward has a phone that opens."""

from __future__ import annotations

RECOVERY = "recovery"
"""What the logs say in place of a role. It sets no field of any noun."""


def recovered(circle_kind: str) -> bool:
    """Whether the sheets open such a circle: every one but what is a person's own."""
    return circle_kind != "own"
