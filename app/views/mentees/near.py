"""How she finds me on her phone: my name and picture, and the number that she calls with one tap."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.journeys.near import be_near, mine
from app.ports import Refusal
from app.records import Mentee, Near
from app.views.forms import use_doing, use_draft
from app.views.kit import Field, card, heading, keep_button, picture, problem, quiet, screen
from app.views.session import go, use_live, use_ports, use_words


@ft.component
def ReachMe() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    mentee = use_live(lambda: ports.store.get(Mentee, path.rpartition("/")[2]), Mentee)
    now = use_live(lambda: mine(ports, mentee) if mentee else None, Near)
    draft, _change = use_draft(lambda: {"phone": now.phone if now else ""})
    doing = use_doing()

    def keep() -> None:
        def step() -> None:
            if mentee is None:
                raise Refusal(N_("There is nothing here."))
            be_near(ports, mentee=mentee, phone=draft["phone"])

        if doing.do(step):
            go(path)

    face = ft.Row(
        [picture(ports.me.picture, size=64), heading(t.isolated(ports.me.name), level=2, size=22)], spacing=16
    )
    return screen(
        t("How she reaches you"),
        [
            problem(doing.trouble),
            card(face),
            Field("phone", draft["phone"], lambda text: draft.update(phone=text), label=t("My number"), ltr=True),
            quiet(t("She sees your name, your picture and this number. A tap calls you.")),
        ],
        t=t,
        path=f"{path}/near",
        back=path,
        foot=[keep_button(t("Keep"), keep)],
    )
