"""Somebody who shares a file as closely as this person has a new phone: it waits for a key that only she can give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.i18n import Words
from app.journeys.readmit import GiveBack, give_back
from app.ports import Ports
from app.views.forms import use_doing
from app.views.kit import body, card, good_news, problem, quiet, quiet_button, stack, tonal_button
from app.views.session import use_ports, use_session, use_told


@ft.component
def GivingBack(on_given: Callable[[], None]) -> ft.Control:
    """A card for each, and after the last one the good news; `on_given` after each."""
    ports, session, told = use_ports(), use_session(), use_told()
    t = session.words
    doing = use_doing()
    news, set_news = ft.use_state("")
    giving: tuple[GiveBack | None, Any] = ft.use_state(None)
    given, set_given = giving  # the last one she tapped on

    async def give(one: GiveBack) -> None:
        async def step() -> None:
            set_given(one)
            await give_back(ports, one)

        if await doing.wait_for(step):
            set_news(t("Given back. She reads it after her next sync."))
            on_given()
            told.look_who_waits(ports)

    def paper(one: GiveBack) -> ft.Control:
        async def giving_back() -> None:
            await give(one)

        key = one.person.person.hex()
        name = t.isolated(one.person.card.name) or t("Somebody")
        lines: list[ft.Control] = [
            ft.Row(
                [
                    ft.Icon(ft.Icons.PHONELINK_SETUP, color=ft.Colors.PRIMARY),
                    ft.Container(body(t("%(name)s has a new phone.", name=name), strong=True), expand=True),
                ],
                spacing=12,
            ),
            body(_ask(t, ports, one)),
            quiet(t("Only if she told you herself.")),
            ft.Row(
                [
                    tonal_button(
                        t("One moment") if doing.busy and given == one else t("Give back"),
                        giving_back,
                        key=f"give-{key}",
                        busy=doing.busy,
                    ),
                    quiet_button(t("Not now"), lambda: told.not_now(one), key=f"not-now-{key}"),
                ],
                wrap=True,
                spacing=8,
            ),
        ]
        return card(stack(lines), key=f"back-{key}")

    notices = [problem(doing.trouble), good_news(news, key="given")] if doing.trouble or news else []
    return stack([*notices, *(paper(one) for one in told.back)], spacing=16)


def _ask(t: Words, ports: Ports, one: GiveBack) -> str:
    held = ports.keyring.circles.get(one.circle)
    if held is not None and held.kind == "file":
        return t("Give her back what you both read about %(whose)s?", whose=one.name)
    return t("Give her back what you both read in %(place)s?", place=one.name)
