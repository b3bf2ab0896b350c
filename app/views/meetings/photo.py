"""One photo of a letter beside a meeting, large; it can be taken away for everybody."""

from __future__ import annotations

import flet as ft

from app.i18n.words import first_up
from app.journeys.attachments import take_away
from app.journeys.carrying import is_whole
from app.records import Attachment
from app.views.forms import use_doing, use_once
from app.views.gone import no_longer_here
from app.views.kit import problem, quiet_button, screen
from app.views.session import go, use_live, use_ports, use_words
from app.views.whole_photo import WholePhoto


@ft.component
def ShowPhoto() -> ft.View:
    ports, t = use_ports(), use_words()
    asked = ft.use_route_params()
    back = f"/meetings/{asked.get('id', '')}"
    path = f"{back}/photo/{asked.get('photo', '')}"
    there = use_live(lambda: ports.store.get(Attachment, asked.get("photo", "")), Attachment)
    one = there if there and is_whole(there) else None
    saw = use_once(lambda: ports.store.seen(one) if one else None)
    sure, set_sure = ft.use_state(False)
    doing = use_doing()
    if one is None:
        icon, text = ft.Icons.IMAGE_NOT_SUPPORTED_OUTLINED, t("This photo is no longer here.")
        return no_longer_here(t, t("Photo of a letter"), icon, text, path=path, back=back)

    def away() -> None:
        if not sure:
            set_sure(True)
        elif saw is not None and doing.do(lambda: take_away(ports, one, saw)):
            go(back)

    words = t("Yes, take it away for everybody") if sure else t("Take it away")
    button = quiet_button(words, away, key="away", icon=ft.Icons.DELETE_OUTLINE)
    day = first_up(t.day(one.added_on, ports.today())) if one.added_on else ""
    parts = [problem(doing.trouble), WholePhoto(one), button]
    return screen(t("Photo of a letter"), parts, t=t, path=path, back=back, under=day)
