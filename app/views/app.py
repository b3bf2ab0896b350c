"""The app as one component: first start, the lock, or the screens of the person who opened it."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from app.domain.roles import MENTEE, PARTNER
from app.i18n import Words
from app.views.half_typed import HalfTyped
from app.views.kit.buttons import keep_button, quiet_button
from app.views.kit.targets import enlarge
from app.views.routes import GUEST, LETTER, OUT, STAFF, TURNED
from app.views.session import LOCKED, NEW, OPEN, TOGETHER, Session, SessionContext
from app.views.way_back import back_from

FACES = {MENTEE: LETTER, PARTNER: GUEST}
"""All others work here."""


@ft.component
def App(session: Session) -> Any:
    seen, _seen = ft.use_state(session)
    ft.use_state(session.told)  # another role, or out: another face
    enlarge(ft.context.page, letter=seen.hers, few=seen.simple)
    ft.use_effect(_on_the_glass(ft.context.page, session), [session.phase])
    ft.use_effect(lambda: _corner(session), [session.cornered])
    _ask_first(session.words, session.half_typed)
    return SessionContext(session, lambda: _inside(seen))


def _on_the_glass(page: ft.Page, session: Session) -> Callable[[], Awaitable[None]]:
    """Says when the screen was sent, then asks Flutter something small: when it answers, that screen is painted."""
    phase = session.phase

    async def told() -> None:
        session.drawn.set()
        with contextlib.suppress(RuntimeError, TimeoutError, TypeError):  # nor need Flet understand what it says
            await page.get_device_info()
        if session.phase == phase:  # a late word about the lock says nothing of what lies behind it
            session.seen.set()

    return told


def _ask_first(t: Words, half: HalfTyped) -> None:
    """Over the screen while a way back waits for her word."""
    ft.use_state(half)
    asked = half.leaving
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=ft.Text(t("Throw this away?")),
            content=ft.Text(t("What you wrote here is not kept yet.")),
            actions=[
                quiet_button(t("Throw away"), lambda: half.answered(away=True), key="away-yes"),
                # Words: a button: she does not leave what she is writing
                keep_button(t("Keep on writing"), lambda: half.answered(away=False), key="away-no", wide=False),
            ],
            on_dismiss=lambda: half.shut(asked),
        )
        if asked
        else None
    )


def _corner(session: Session) -> None:
    """On her face the page draws a corner that hides everything at once."""
    page = session.ports.platform.lock_page
    if page is not None:
        page.corner(shown=session.cornered)


def _inside(session: Session) -> Any:
    if session.phase == OPEN and session.ports.open:
        if session.told.out:
            return Face(OUT, Gone, key="out")  # type: ignore[call-arg]  # every component takes a key
        face = session.told.role if session.told.role in FACES else ""
        return Face(FACES.get(face, STAFF), Lost, key=f"face-{face}")  # type: ignore[call-arg]
    if session.phase == TOGETHER and session.ports.open:
        if session.handed:
            return AsksBack() if session.asks_back else Face(TURNED, ToHerPage, key="turned")  # type: ignore[call-arg]
        return GoesRound() if session.here else ReadTogether()
    if session.phase == LOCKED:
        return Locked()
    if session.phase == NEW:
        return New()
    return [ft.View(route="/")]  # the plain page draws the lock over it


@ft.component
def ReadTogether() -> Any:
    from app.views.together import Together

    return [Together()]


@ft.component
def AsksBack() -> Any:
    from app.views.mentees.turned import AskBack

    return [AskBack()]


@ft.component
def ToHerPage() -> Any:
    from app.views.mentees.turned import Elsewhere

    return Elsewhere()


@ft.component
def GoesRound() -> Any:
    from app.views.mentors.turned import Turned

    return [Turned()]


@ft.component
def Face(routes: list[ft.Route], not_found: Any) -> Any:
    """One of the app's faces; another one begins anew, and remembers no page of the one before."""
    return ft.Router(routes, not_found=not_found, manage_views=True)


@ft.component
def Locked() -> Any:
    from app.views.start.unlock import Unlock

    return [Unlock()]


@ft.component
def New() -> Any:
    from app.views.start.first import FirstStart

    return [FirstStart()]


@ft.component
def Lost() -> ft.Control:
    """An address that leads nowhere: home is one tap away."""
    from app.views.kit import empty_state, keep_button
    from app.views.session import go, use_words

    t = use_words()
    home = keep_button(t("To Today"), lambda: go("/"), key="home", wide=False)
    return empty_state(ft.Icons.EXPLORE_OUTLINED, t("There is nothing here."), "", home)


@ft.component
def Gone() -> ft.Control:
    """Where she was when this phone was closed: the same words as on its first screen."""
    from app.views.out import OutWords

    return OutWords()


def lead_back(page: ft.Page, session: Session) -> None:
    """The system's back gesture and Flutter's own go the same way as our arrow, and ask as it does."""

    def pop() -> None:
        page.navigate(back_from(page.route, session.trail.tab))

    def back() -> None:
        session.half_typed.first(page.route, pop)

    page.on_view_pop = lambda _event: back()
    session.half_typed.hold = lambda half: session.ports.platform.hold_back(back if half else None)
