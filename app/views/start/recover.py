"""With recovery sheets on an empty phone: sheet by sheet, by camera or typed; then who she is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.journeys.join import Joined, scan
from app.journeys.recover import Opened, let_in, open_sheets
from app.keys.sheets import Sheet, add
from app.views.forms import use_doing
from app.views.kit import (
    Field,
    body,
    choice,
    good_news,
    heading,
    keep_button,
    problem,
    quiet,
    quiet_button,
    stack,
    tonal_button,
    waiting,
)
from app.views.session import use_ports, use_words

NOBODY_YET = "new"


@ft.component
def Recovering(on_in: Callable[[Joined], None]) -> ft.Control:
    ports, t = use_ports(), use_words()
    gathered: tuple[tuple[Sheet, ...], Any] = ft.use_state(())
    sheets, set_sheets = gathered
    found: tuple[Opened | None, Any] = ft.use_state(None)
    opened, set_opened = found
    key: Any = ft.use_ref(None)
    who, set_who = ft.use_state("")
    typed: Any = ft.use_ref("")
    name: Any = ft.use_ref("")
    doing = use_doing()

    def forget() -> None:
        if key.current is not None:
            key.current.close()

    ft.use_effect(lambda: None, [], cleanup=forget)

    async def open_them(enough: Sequence[Sheet]) -> None:
        key.current = await open_sheets(ports, enough)
        set_opened(key.current)

    def write(text: str) -> None:
        typed.current = text

    def call(text: str) -> None:
        name.current = text

    async def take(text: str) -> None:
        more = add(sheets, text)
        set_sheets(more)
        typed.current = ""
        if len(more) >= more[0].needed:
            await open_them(more)

    async def by_hand() -> None:
        await doing.wait_for(lambda: take(typed.current))

    async def by_camera() -> None:
        async def step() -> None:
            seen = await scan(ports)
            if seen:
                await take(seen)

        await doing.wait_for(step)

    async def again() -> None:
        await doing.wait_for(lambda: open_them(sheets))

    async def enter() -> None:
        async def step() -> None:
            if opened is None:
                return
            known = next((one for one in opened.stewards if one.person.hex() == who), None)
            given = known.card.name if known else name.current
            on_in(await let_in(ports, opened, name=given, person=known.person if known else None))

        await doing.wait_for(step)

    if doing.busy:
        return waiting(t("One moment"))
    if opened is not None:
        names = [(one.person.hex(), t.isolated(one.card.name)) for one in opened.stewards]
        parts: list[ft.Control] = [
            heading(t("They open %(organisation)s", organisation=opened.organisation)),
            problem(doing.trouble),
            body(t("You become a coordinator. Everybody here sees that the sheets were used.")),
            choice(
                # Words: heading over names: which of these are you?
                t("Who are you?"),
                [*names, (NOBODY_YET, t("Somebody else"))],
                who,
                set_who,
                key="who",
                may_be_none=False,
            ),
        ]
        if who == NOBODY_YET:
            parts.append(Field("name", "", call, label=t("Your own name")))
        if who:
            parts.append(keep_button(t("Go on"), enter, key="go-on"))
        return stack(parts, spacing=16)
    # Words: so many recovery sheets of those that are needed
    have = t("%(have)d of %(needed)d sheets", have=len(sheets), needed=sheets[0].needed) if sheets else ""
    parts = [heading(t("Recovery sheets")), good_news(have, key="have"), problem(doing.trouble)]
    if sheets and len(sheets) >= sheets[0].needed:
        parts += [
            keep_button(t("Try again"), again, key="again"),
            quiet_button(t("Begin with other sheets"), lambda: set_sheets(()), key="other-sheets"),
        ]
        return stack(parts, spacing=16)
    parts.append(quiet(t("One sheet after the other, in any order."), size=16))
    if ports.platform.scans:
        parts.append(tonal_button(t("Scan a sheet"), by_camera, key="scan", icon=ft.Icons.QR_CODE_SCANNER))
    field = Field(f"sheet-{len(sheets)}", typed.current, write, label=t("Or type its letters"), ltr=True, lines=3)
    parts += [field, keep_button(t("Take this sheet"), by_hand, key="take")]
    return stack(parts, spacing=16)
