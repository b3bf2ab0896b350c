"""The lock, drawn by Flutter: where no plain page draws it (a desktop), and after *Lock now*."""

from __future__ import annotations

import flet as ft

from app.domain.refusal import Refusal
from app.i18n import Words
from app.views.kit import Asks, picture, plain, quiet_button, stack
from app.views.session import NEW, use_ports, use_session


@ft.component
def Unlock() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    profiles = {each.id: each for each in ports.platform.profiles()}
    last = ports.platform.recall("last_profile")
    chosen, set_chosen = ft.use_state(last if last in profiles else next(iter(profiles), ""))

    async def opening(pin: str) -> None:
        from app.journeys.lock import unlock_or_say

        await unlock_or_say(ports, profile_id=chosen, pin=pin)
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
        [face(each.id, each.picture) for each in profiles.values()],
        wrap=True,
        alignment=ft.MainAxisAlignment.CENTER,
        spacing=12,
    )
    return plain(
        [
            ft.Container(height=16),
            faces,
            Asks(profiles[chosen].lock, opening, trouble=_said(t, session.trouble), key=chosen),  # type: ignore[call-arg]
            ft.Container(
                content=quiet_button(t("Somebody new"), lambda: session.become(NEW), key="somebody-new"),
                alignment=ft.Alignment.CENTER,
            ),
            Numbers(),
        ],
        path="/lock",
    )


@ft.component
def Numbers() -> ft.Control:
    """Telephone numbers that help, opened in place: nobody has to unlock for them."""
    session = use_session()
    shown, show = ft.use_state(False)
    sign, words = ft.Icons.CALL_OUTLINED, session.words("Numbers that help")
    button = quiet_button(words, lambda: show(not shown), key="numbers", icon=sign)
    parts: list[ft.Control] = [ft.Container(content=button, alignment=ft.Alignment.CENTER)]
    if shown:
        from app.views.letter.helps import papers

        parts += papers(session)
    return stack(parts, spacing=16)


def _said(t: Words, trouble: Refusal | None) -> str:
    return t(trouble.text, **trouble.blanks) if trouble else ""


def _called(t: Words, name: str) -> str:
    from app.views.kit import PICTURES

    return t(PICTURES[name]) if name in PICTURES else t("Somebody")
