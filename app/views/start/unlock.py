"""The lock, drawn by Flutter: where no plain page draws it (a desktop), and after *Lock now*."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.ports import Refusal
from app.views.kit import Keypad, picture, plain, problem, quiet, quiet_button, wait_out
from app.views.session import NEW, use_ports, use_session

SHORTEST = 6


@ft.component
def Unlock() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    profiles = ports.platform.profiles()
    last = ports.platform.recall("last_profile")
    known = [each.id for each in profiles]
    chosen, set_chosen = ft.use_state(last if last in known else known[0] if known else "")
    busy, set_busy = ft.use_state(False)
    trouble, set_trouble = ft.use_state(t(session.trouble))
    tries, set_tries = ft.use_state(0)
    seconds, set_seconds = ft.use_state(0)

    async def opening(pin: str) -> None:
        from app.journeys.lock import unlock

        set_busy(True)
        try:
            await unlock(ports, profile_id=chosen, pin=pin)
        except Refusal as no:
            set_trouble(t(no.text, **no.blanks))
            set_tries(lambda times: times + 1)
            await wait_out(getattr(no, "wait_ms", 0), ports.clock.now, set_seconds)
            set_busy(False)
        except PermissionError:
            set_trouble(t("Brobygger is open in another tab."))
            set_busy(False)
        else:
            session.opened()

    def face(profile_id: str, name: str) -> ft.Control:
        here = profile_id == chosen
        inner = ft.Container(
            content=picture(name, size=64),
            key=f"profile-{profile_id}",
            padding=6,
            border_radius=44,
            bgcolor=ft.Colors.PRIMARY if here else None,
            ink=True,
            on_click=lambda: set_chosen(profile_id),
        )
        words = _called(t, name)
        return ft.MergeSemantics(content=ft.Semantics(button=True, label=words, selected=here, content=inner))

    faces = ft.Row(
        [face(each.id, each.picture) for each in profiles], wrap=True, alignment=ft.MainAxisAlignment.CENTER, spacing=12
    )
    return plain(
        [
            ft.Container(height=16),
            faces,
            problem(trouble),
            Keypad(opening, busy=busy, least=SHORTEST, key=f"{chosen}-{tries}"),  # type: ignore[call-arg]
            ft.Container(
                content=quiet_button(t("Somebody new"), lambda: session.become(NEW), key="somebody-new"),
                alignment=ft.Alignment.CENTER,
            ),
            ft.Container(
                content=quiet(
                    t.many("Wait %(num)d second.", "Wait %(num)d seconds.", seconds) if seconds else t("Your PIN")
                ),
                alignment=ft.Alignment.CENTER,
            ),
        ],
        path="/lock",
    )


def _called(t: Words, name: str) -> str:
    from app.views.kit import PICTURES

    return t(PICTURES[name]) if name in PICTURES else t("Somebody")
