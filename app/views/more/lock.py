"""How this phone is locked: the lock of now is asked first, then the new one twice. Until the end the old one opens."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.domain.locks import PICTURES, PIN
from app.i18n import N_
from app.journeys.lock import kind_of_lock
from app.views.kit import Asks, Chooses, good_news, heading, keep_button, quiet, row, screen, sheet, stack
from app.views.session import go, use_ports, use_session

KINDS = {
    PIN: (ft.Icons.DIALPAD, N_("Digits")),
    PICTURES: (ft.Icons.GRID_VIEW_OUTLINED, N_("Six pictures")),
}


@ft.component
def HowLocked() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    now = kind_of_lock(ports)
    shown: Any = ft.use_state(None)
    opened, set_opened = shown  # what the old lock gave
    kind, set_kind = ft.use_state("")
    done, set_done = ft.use_state("")

    async def asked(pin: str) -> None:
        from app.journeys.lock import try_pin

        set_opened(await try_pin(ports, pin=pin))

    async def chosen(pin: str) -> None:
        from app.journeys.lock import set_pin

        await set_pin(ports, opened, new=pin, kind=kind)
        set_done(t("From now on the new lock opens this phone."))

    def page(*parts: ft.Control) -> ft.View:
        where = t("How this phone is locked")
        return screen(where, list(parts), t=t, path="/more/lock", back=lambda: go(session.trail.tab))

    if done:
        return page(
            good_news(done, key="lock-changed"), keep_button(t("Done"), lambda: go(session.trail.tab), key="done")
        )
    if opened is None:
        return page(Asks(now, asked))
    if kind:
        return page(Chooses(kind, chosen, key=kind))  # type: ignore[call-arg]

    def one(each: str) -> ft.Control:
        icon, name = KINDS[each]
        here = quiet(t("now")) if each == now else None
        leading = ft.Icon(icon, color=ft.Colors.PRIMARY)
        return row(t(name), leading=leading, trailing=here, on_tap=lambda: set_kind(each), key=f"to-{each}", arrow=True)

    head = stack([heading(t("Choose a lock")), quiet(t("The same kind anew, or another."), size=16)], spacing=8)
    return page(head, sheet([one(each) for each in KINDS]))
