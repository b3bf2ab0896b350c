"""One photo, of a letter or from work, large; fetched first where it is not on this phone."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.journeys.attachments import content_of, fetch, how_far
from app.records import Attachment
from app.views.carrying import how_far_words
from app.views.forms import use_doing
from app.views.kit import problem, quiet, stack, tonal_button
from app.views.session import use_ports, use_session, use_words

ZOOM = 6


@ft.component
def WholePhoto(one: Attachment, *, at_once: bool = False, name: str = "") -> ft.Control:
    """The photo, how far it is, and a way not to wait; `at_once` never waits for Wi-Fi: to open it is to want it.

    `name`: what it shows, where that is no letter.
    """
    ports, t, session = use_ports(), use_words(), use_session()
    ft.use_state(session.carrying)
    content: Any = ft.use_state(None)
    doing = use_doing()
    whole, set_whole = content
    far = how_far(ports, one)

    async def look() -> None:
        async def read() -> None:
            if whole is None:
                set_whole(await content_of(ports, one))

        await doing.wait_for(read)

    ft.use_effect(look, [far.here])

    def begin() -> None:
        if far.here < far.parts:
            fetch(ports, one)
            session.carrying.soon(ports, asked=at_once)

    ft.use_effect(begin, [])

    def now() -> None:
        session.carrying.soon(ports, asked=True)

    parts: list[ft.Control] = [problem(doing.trouble)]
    if whole is not None:
        letter = ft.Image(src=whole, fit=ft.BoxFit.CONTAIN, semantics_label=name or t("Photo of a letter"), key="whole")
        parts.append(ft.InteractiveViewer(content=letter, min_scale=1, max_scale=ZOOM))
    parts.append(quiet(how_far_words(t, far, ports)))
    if far.wait and far.there < far.parts:
        parts.append(tonal_button(t("Do not wait"), now, key="now", busy=session.carrying.running))
    return stack(parts)
