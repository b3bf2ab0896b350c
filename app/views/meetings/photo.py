"""One photo of a letter, large, to be read; fetched first where it is not on this phone."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n.words import first_up
from app.journeys.attachments import content_of, fetch, how_far, take_away
from app.journeys.carrying import is_whole
from app.records import Attachment
from app.views.carrying import how_far_words
from app.views.forms import use_doing, use_once
from app.views.kit import empty_state, problem, quiet, quiet_button, screen, tonal_button
from app.views.session import go, use_live, use_ports, use_session, use_words

ZOOM = 6


@ft.component
def ShowPhoto() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    ft.use_state(session.carrying)
    asked = ft.use_route_params()
    back = f"/meetings/{asked.get('id', '')}"
    path = f"{back}/photo/{asked.get('photo', '')}"
    there = use_live(lambda: ports.store.get(Attachment, asked.get("photo", "")), Attachment)
    one = there if there and is_whole(there) else None
    saw = use_once(lambda: ports.store.seen(one) if one else None)
    content: Any = ft.use_state(None)
    sure, set_sure = ft.use_state(False)
    doing = use_doing()
    whole, set_whole = content
    far = how_far(ports, one) if one else None

    async def look() -> None:
        async def read() -> None:
            if one is not None and whole is None:
                set_whole(await content_of(ports, one))

        await doing.wait_for(read)

    ft.use_effect(look, [far.here if far else 0])

    def begin() -> None:
        if one is not None and far is not None and far.here < far.parts:
            fetch(ports, one)
            session.carrying.soon(ports)

    ft.use_effect(begin, [])
    if one is None or far is None:
        gone = empty_state(ft.Icons.IMAGE_NOT_SUPPORTED_OUTLINED, t("This photo is no longer here."))
        return screen(t("Photo of a letter"), [gone], t=t, path=path, back=back)

    def now() -> None:
        session.carrying.soon(ports, asked=True)

    def away() -> None:
        if not sure:
            set_sure(True)
        elif saw is not None and doing.do(lambda: take_away(ports, one, saw)):
            go(back)

    parts: list[ft.Control] = [problem(doing.trouble)]
    if whole is not None:
        letter = ft.Image(src=whole, fit=ft.BoxFit.CONTAIN, semantics_label=t("Photo of a letter"), key="whole")
        parts.append(ft.InteractiveViewer(content=letter, min_scale=1, max_scale=ZOOM))
    parts.append(quiet(how_far_words(t, far, ports)))
    if far.wait and far.there < far.parts:
        parts.append(tonal_button(t("Do not wait"), now, key="now", busy=session.carrying.running))
    words = t("Yes, take it away for everybody") if sure else t("Take it away")
    parts.append(quiet_button(words, away, key="away", icon=ft.Icons.DELETE_OUTLINE))
    day = first_up(t.day(one.added_on, ports.today())) if one.added_on else ""
    return screen(t("Photo of a letter"), parts, t=t, path=path, back=back, under=day)
