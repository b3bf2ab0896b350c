"""How this phone is locked: the lock of now is asked first, then the new one twice. Until the end the old one opens."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.domain.locks import PICTURES, PIN, WORDS
from app.domain.roles import STAFF
from app.i18n import N_
from app.journeys.lock import kind_of_lock
from app.journeys.passkey import add_passkey, drop_passkey, has_passkey
from app.views.forms import use_doing
from app.views.kit import (
    Asks,
    Chooses,
    body,
    good_news,
    heading,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    sheet,
    stack,
)
from app.views.letter.page import at_top
from app.views.session import go, use_ports, use_session

KINDS = {
    PIN: (ft.Icons.DIALPAD, N_("Digits"), ""),
    PICTURES: (ft.Icons.GRID_VIEW_OUTLINED, N_("Six pictures"), N_("As strong as six digits.")),
    WORDS: (ft.Icons.NOTES, N_("Five words"), N_("They hold when the whole phone is copied.")),
}
SAFE = "safe"
"""The step that tells what a passkey is before it is made."""


@ft.component
def HowLocked() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    staff = ports.me.role in STAFF
    shown: Any = ft.use_state(None)
    opened, set_opened = shown  # what the old lock gave
    typed, set_typed = ft.use_state("")
    kind, set_kind = ft.use_state("")
    words, set_words = ft.use_state("")
    safe, set_safe = ft.use_state(False)
    doing = use_doing()
    done, set_done = ft.use_state("")

    async def look() -> None:
        set_safe(staff and await ports.platform.passkeys_there())

    ft.use_effect(look, [])

    async def asked(pin: str) -> None:
        from app.journeys.lock import try_pin

        set_typed(pin)
        set_opened(await try_pin(ports, pin=pin))

    async def to(each: str) -> None:
        from app.journeys.five_words import five_words

        async def step() -> None:
            set_words(await five_words(ports) if each == WORDS else "")
            set_kind(each)

        await doing.wait_for(step)

    async def chosen(pin: str) -> None:
        from app.journeys.lock import set_pin

        await set_pin(ports, opened, new=pin, kind=kind)
        set_done(t("From now on the new lock opens this phone."))

    async def switch(how: Any, said: str) -> None:
        async def step() -> None:
            await how(ports, opened, pin=typed)
            set_done(said)

        await doing.wait_for(step)

    async def switch_on() -> None:
        await switch(add_passkey, t("From now on the phone's safe is asked as well."))

    async def switch_off() -> None:
        await switch(drop_passkey, t("From now on the lock alone opens this phone."))

    def page(*parts: ft.Control) -> ft.View:
        where, shown = N_("How this phone is locked"), [problem(doing.trouble), *parts]
        heard = at_top(t, where)
        return screen(t(where), shown, t=t, path="/more/lock", back=lambda: go(session.trail.tab), actions=heard)

    if done:
        end = keep_button(t("Done"), lambda: go(session.trail.tab), key="done")
        return page(good_news(done, key="lock-changed"), end)
    now = kind_of_lock(ports)
    if opened is None:
        return page(Asks(now, asked))
    if kind == SAFE:
        told = [
            heading(t("Finger, face or code as well")),
            body(t("The phone keeps one more key in its safe. Who copies your files has not got it.")),
            body(t("If the phone is lost or set up anew, somebody must let you in again.")),
        ]
        return page(stack(told), keep_button(t("Switch it on"), switch_on, key="safe-on", busy=doing.busy))
    if kind:
        return page(Chooses(kind, chosen, words=words, key=kind))  # type: ignore[call-arg]

    def one(each: str) -> ft.Control:
        async def tapped() -> None:
            await to(each)

        icon, name, under = KINDS[each]
        here = quiet(t("now")) if each == now else None
        leading = ft.Icon(icon, color=ft.Colors.PRIMARY)
        return row(t(name), under=t(under), leading=leading, trailing=here, on_tap=tapped, key=f"to-{each}", arrow=True)

    kinds = [one(each) for each in KINDS if staff or each != WORDS]
    head = stack([heading(t("Choose a lock")), quiet(t("The same kind anew, or another."), size=16)], spacing=8)
    parts: list[ft.Control] = [head, sheet(kinds)]
    finger = ft.Icon(ft.Icons.FINGERPRINT, color=ft.Colors.PRIMARY)
    if has_passkey(ports):
        parts.append(sheet([row(t("No longer finger or face"), leading=finger, on_tap=switch_off, key="safe-off")]))
    elif safe:
        name = t("Finger, face or code as well")
        parts.append(sheet([row(name, leading=finger, on_tap=lambda: set_kind(SAFE), key="to-safe", arrow=True)]))
    elif staff:
        parts.append(quiet(t("This phone lends the app no key of its own. Five words are the strongest lock here.")))
    return page(*parts)
