"""A text as a QR code: dark on white also at night, for that is how cameras read it, and never the small kind.

Of a short text segno would make a Micro QR, which hardly any phone reads.
"""

from __future__ import annotations

import io
from typing import Any  # Any: segno says no types


def png(text: str) -> bytes:
    """For the screen."""
    return _saved(text, kind="png", scale=8, border=3)


def svg(text: str) -> str:
    """For paper, to stand in a page."""
    return _saved(text, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=4).decode()


def _saved(text: str, **how: Any) -> bytes:
    import segno

    picture = io.BytesIO()
    segno.make_qr(text, error="m").save(picture, **how)
    return picture.getvalue()
