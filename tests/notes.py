"""Long notes for tests: no deflate makes them small, and no ten digits of theirs read as a CPR number by chance."""

from __future__ import annotations

_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")


def long_note(content: bytes) -> str:
    """Two letters a byte."""
    return content.hex().translate(_NO_DIGITS)
