"""The camera or the gallery of the phone: what it gave, or in words why it gave nothing."""

from __future__ import annotations

from app.i18n import N_
from app.platform import Photo
from app.ports import Ports, Refusal
from app.views.forms import Doing


async def take_photo(ports: Ports, doing: Doing) -> Photo | None:
    """None when she took none, or when this phone cannot open it, which `doing` says then."""
    try:
        return await ports.platform.pick_photo()
    except OSError:
        doing.do(_cannot_open)
        return None


def _cannot_open() -> None:
    raise Refusal(N_("This photo cannot be opened. Take it once more with the camera."))
