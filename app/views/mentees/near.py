"""How she finds me on her phone: my name and face, my voice, and the number that she calls with one tap."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.journeys.greeting import face_of, greet_her_too
from app.journeys.near import be_near, mine
from app.ports import Refusal
from app.records import Mentee, Near
from app.views.forms import use_doing, use_draft
from app.views.kit import Field, card, face, heading, keep_button, problem, quiet, quiet_button, screen, stack
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def ReachMe() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    mentee = use_live(lambda: ports.store.get(Mentee, path.rpartition("/")[2]), Mentee)
    now = use_live(lambda: mine(ports, mentee) if mentee else None, Near)
    draft, _change = use_draft(lambda: {"phone": now.phone if now else ""})
    doing = use_doing()

    async def keep() -> None:
        async def kept() -> None:
            if mentee is None:
                raise Refusal(N_("There is nothing here."))
            await greet_her_too(ports, be_near(ports, mentee=mentee, phone=draft["phone"]))
            session.carrying.soon(ports)

        if await doing.wait_for(kept):
            go(path)

    drawn = face(face_of(now) if now else b"", ports.me.picture, size=64)
    called = ft.Container(content=heading(t.isolated(ports.me.name), level=2, size=22, beside=80), expand=True)
    named = ft.Row([drawn, called], spacing=16)
    mine_too = quiet_button(
        t("My face and my voice"), lambda: go("/more/face"), key="to-face", icon=ft.Icons.FACE_OUTLINED
    )
    return screen(
        t("How she reaches you"),
        [
            problem(doing.trouble),
            card(stack([named, mine_too])),
            Field("phone", draft["phone"], lambda text: draft.update(phone=text), label=t("My number"), ltr=True),
            quiet(t("She sees your name, your face and this number. A tap calls you.")),
        ],
        t=t,
        path=f"{path}/near",
        back=path,
        foot=[keep_button(t("Keep"), keep)],
    )
