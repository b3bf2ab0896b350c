"""What somebody's camera gives next."""

from __future__ import annotations

from app.platform import Photo
from tests.world import Phone


def takes(phone: Phone, content: bytes) -> None:
    """What her camera gives next."""
    phone.ports.platform.to_photograph = Photo(content, b"\xff\xd8thumb")  # type: ignore[attr-defined]
