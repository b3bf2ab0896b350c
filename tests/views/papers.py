"""The page that was made to be printed."""

from __future__ import annotations

from html import unescape

from tests.world import Phone


def printed(phone: Phone) -> str:
    """The page that was shown last."""
    found = sorted(phone.folder.rglob("paper*.html"), key=lambda path: path.stat().st_mtime_ns)
    return unescape(found[-1].read_text("utf-8"))
