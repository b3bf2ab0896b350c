"""Another PIN: the one of now, then the new one twice. Until the last tap the old one opens."""

from __future__ import annotations

import flet as ft

from app.ports import Refusal
from app.views.kit import Keypad, good_news, heading, keep_button, problem, quiet, screen, wait_out
from app.views.session import go, use_ports, use_session

OLD, NEW, AGAIN, DONE = "old", "new", "again", "done"


@ft.component
def ChangePin() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    step, set_step = ft.use_state(OLD)
    trouble, set_trouble = ft.use_state("")
    tries, set_tries = ft.use_state(0)
    seconds, set_seconds = ft.use_state(0)
    busy, set_busy = ft.use_state(False)
    old, set_old = ft.use_state("")
    new, set_new = ft.use_state("")

    def to(next_step: str, why: str = "") -> None:
        set_trouble(why)
        set_tries(lambda times: times + 1)
        set_step(next_step)

    async def now(pin: str) -> None:
        """Tried at once: she hears of a slip before she has thought of a new one."""
        from app.journeys.lock import try_pin

        set_busy(True)
        try:
            await try_pin(ports, pin=pin)
        except Refusal as no:
            to(OLD, t(no.text, **no.blanks))
            await wait_out(getattr(no, "wait_ms", 0), ports.clock.now, set_seconds)
        else:
            set_old(pin)
            to(NEW)
        set_busy(False)

    def first(pin: str) -> None:
        set_new(pin)
        to(AGAIN)

    async def second(pin: str) -> None:
        from app.journeys.lock import set_pin

        if pin != new:
            to(NEW, t("The two were not the same. Choose a PIN again."))
            return
        set_busy(True)
        try:
            await set_pin(ports, old=old, new=pin)
        except Refusal as no:
            to(OLD, t(no.text, **no.blanks))
        else:
            to(DONE)
        set_busy(False)

    def page(*parts: ft.Control) -> ft.View:
        return screen(
            t("Change the PIN"), [problem(trouble), *parts], t=t, path="/more/pin", back=lambda: go(session.trail.tab)
        )

    if step == DONE:
        kept = good_news(t("From now on the new PIN opens this phone."), key="pin-changed")
        return page(kept, keep_button(t("Done"), lambda: go(session.trail.tab), key="done"))
    title, hint, then = {
        OLD: (t("Your PIN of now"), "", now),
        NEW: (t("Choose a PIN"), t("At least 6 digits. It opens Brobygger on this phone."), first),
        AGAIN: (t("The same PIN once more"), "", second),
    }[step]
    if seconds:
        hint = t.many("Wait %(num)d second.", "Wait %(num)d seconds.", seconds)
    return page(
        ft.Column([heading(title), quiet(hint, size=16)] if hint else [heading(title)], spacing=8),
        Keypad(then, busy=busy, key=f"{step}-{tries}"),  # type: ignore[call-arg]
    )
