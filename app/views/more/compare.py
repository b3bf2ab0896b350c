"""Compare four pictures with the other phone: mine, or those of a person whom somebody let in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.domain.roles import MENTEE
from app.i18n import N_, Words
from app.journeys.compare import my_pictures, pictures_of
from app.keys.pictures import Sign
from app.views.kit import body, heading, keep_button, quiet, quiet_button, screen, section, signs, stack, tonal_button
from app.views.letter.page import at_top
from app.views.more.known import called, steward, use_people, use_person
from app.views.more.person import lost
from app.views.session import go, use_ports, use_session, use_words
from app.views.start.asked import Asked


@ft.component
def CompareMine() -> ft.View:
    """My own, for whoever let me in."""
    ports, session = use_ports(), use_session()
    t = session.words
    mine: Any = ft.use_state(())
    four, set_four = mine

    async def look() -> None:
        set_four(await my_pictures(ports))

    ft.use_effect(look, [])

    def leave() -> None:
        go(session.trail.tab)

    hint = t("The other phone shows them at your name.")
    part = Comparing([four], hint, leave, on_lock=session.lock) if four else quiet(t("One moment"), size=16)
    title = N_("Compare pictures")
    return screen(t(title), [part], t=t, path="/more/compare", back=leave, actions=at_top(t, title))


@ft.component
def ComparePerson() -> ft.View:
    """Those of each phone that this person is signed in with."""
    ports, session = use_ports(), use_session()
    t, who = session.words, use_person()
    may_shut_out = steward(ports, use_people())
    hers: Any = ft.use_state(())
    phones, set_phones = hers
    joined = who.devices if who else ()

    async def look() -> None:
        if who is not None and joined:
            set_phones(await pictures_of(ports, who.person))

    ft.use_effect(look, [joined])
    if who is None:
        return lost(t)
    page = f"/more/person/{who.person.hex()}"

    def leave() -> None:
        go(page)

    if not joined:
        part: ft.Control = quiet(t("No phone signed in yet."), size=16)
    elif not phones:
        part = quiet(t("One moment"), size=16)
    else:
        part = Comparing(phones, _where(who.card.role, t), leave, on_shut_out=leave if may_shut_out else None)
    return screen(t("Compare pictures"), [part], t=t, path=f"{page}/compare", back=page, under=called(t, who))


@ft.component
def Comparing(
    phones: Sequence[Sequence[Sign]],
    hint: str,
    on_same: Callable[[], Any],
    *,
    on_lock: Callable[[], Any] | None = None,
    on_shut_out: Callable[[], Any] | None = None,
    on_later: Callable[[], Any] | None = None,
    later: str = "",
) -> ft.Control:
    """The question, its two answers, and what to do after a *No*. The newest of `phones` stands first.

    `on_shut_out`: this person may shut phones out, and finds there how.
    """
    t = use_words()
    differ, set_differ = ft.use_state(False)
    if differ:
        parts: list[ft.Control] = [
            heading(t("Do not go on")),
            body(t("Somebody else may have used the invitation.")),
            body(
                t("Report that phone lost, then invite anew.")
                if on_shut_out
                else t("Tell the coordinator before you write anything.")
            ),
            body(t("Nothing is lost.")),
        ]
        if on_lock:
            parts.append(keep_button(t("Lock now"), on_lock, key="lock-now", icon=ft.Icons.LOCK_OUTLINED))
        if on_shut_out:
            parts.append(keep_button(t("Her phones"), on_shut_out, key="to-phones", icon=ft.Icons.PHONELINK_ERASE))
        parts.append(tonal_button(t("Look again"), lambda: set_differ(False), key="look-again"))
        return stack(parts, spacing=16)
    newest, *older = [
        signs([(one.picture, one.dots) for one in four], t=t, key=f"signs-{at}") for at, four in enumerate(phones)
    ]
    parts = [
        Asked(N_("Do you both see the same four?")),
        quiet(hint, size=16),
        newest,
        keep_button(t("Yes"), on_same, key="same", icon=ft.Icons.CHECK),
        tonal_button(t("No"), lambda: set_differ(True), key="differ", icon=ft.Icons.CLOSE),
    ]
    if on_later:
        parts.append(quiet_button(later, on_later, key="later"))
    parts += [section(t("An older phone"), [four]) for four in older]
    return stack(parts, spacing=16)


def _where(role: str, t: Words) -> str:
    """Where the other phone has them: a mentee's has no *More*."""
    if role == MENTEE:
        return t("The other phone shows them under Settings.")
    return t("The other phone shows them under More.")
