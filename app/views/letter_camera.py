"""A letter of hers is photographed: on her own phone, or on the phone of who sits beside her."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.journeys.letters import send_letter
from app.views.camera import take_photo
from app.views.forms import Doing, use_doing
from app.views.session import use_ports, use_session


def use_letter_camera(
    plan: str, on_sent: Callable[[], object] | None = None
) -> tuple[Doing, Callable[[], Awaitable[None]]]:
    """`plan`: the space of her plan. She wants it read: her tap does not wait for Wi-Fi."""
    ports, session = use_ports(), use_session()
    doing = use_doing()

    async def photograph() -> None:
        row, shot = ports.new_row(), ports.new_row()
        photo = await take_photo(ports, doing)
        if photo is None:
            return

        async def keep() -> None:
            await send_letter(ports, row=row, photo=shot, space=plan, content=photo.content, thumb=photo.thumb)
            session.carrying.soon(ports, asked=True)

        if await doing.wait_for(keep) and on_sent:
            on_sent()

    return doing, photograph
