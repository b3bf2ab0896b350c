"""Compare four pictures with the other phone: mine, or those of a person whom somebody let in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.domain.roles import MENTEE
from app.i18n import Words
from app.journeys.compare import my_pictures, pictures_of
from app.journeys.people import people
from app.keys.pictures import Sign
from app.records import MemberCard
from app.views.kit import body, heading, keep_button, quiet, quiet_button, screen, section, signs, stack, tonal_button
from app.views.session import go, use_live, use_ports, use_session, use_words


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
    part = Comparing([four], hint, leave, session.lock) if four else quiet(t("One moment"), size=16)
    return screen(t("Compare pictures"), [part], t=t, path="/more/compare", back=leave)


@ft.component
def ComparePerson() -> ft.View:
    """Those of each phone that this person is signed in with."""
    ports, session = use_ports(), use_session()
    t, who = session.words, str(ft.use_route_params().get("person", ""))
    found = use_live(lambda: next((one for one in people(ports) if one.person.hex() == who), None), MemberCard)
    hers: Any = ft.use_state(())
    phones, set_phones = hers
    joined = found.devices if found else ()

    async def look() -> None:
        if found is not None and joined:
            set_phones(await pictures_of(ports, found.person))

    ft.use_effect(look, [joined])
    if not joined:
        part: ft.Control = quiet(t("Nobody joined with this invitation yet."), size=16)
    elif not phones:
        part = quiet(t("One moment"), size=16)
    else:
        part = Comparing(phones, _where(found.card.role if found else "", t), lambda: go("/more/team"))
    name = found.card.name if found else ""
    return screen(
        t("Compare pictures"), [part], t=t, path=f"/more/team/{who}", back="/more/team", under=t.isolated(name)
    )


@ft.component
def Comparing(
    phones: Sequence[Sequence[Sign]],
    hint: str,
    on_same: Callable[[], Any],
    on_lock: Callable[[], Any] | None = None,
    on_later: Callable[[], Any] | None = None,
    later: str = "",
) -> ft.Control:
    """The question, its two answers, and what to do after a *No*. The newest of `phones` stands first."""
    t = use_words()
    differ, set_differ = ft.use_state(False)
    if differ:
        parts: list[ft.Control] = [
            heading(t("Do not go on")),
            body(t("Somebody else may have used the invitation.")),
            body(t("Tell the coordinator before you write anything.")),
            body(t("Nothing is lost.")),
        ]
        if on_lock:
            parts.append(keep_button(t("Lock now"), on_lock, key="lock-now", icon=ft.Icons.LOCK_OUTLINED))
        parts.append(tonal_button(t("Look again"), lambda: set_differ(False), key="look-again"))
        return stack(parts, spacing=16)
    newest, *older = [
        signs([(one.picture, one.dots) for one in four], t=t, key=f"signs-{at}") for at, four in enumerate(phones)
    ]
    parts = [
        heading(t("Do you both see the same four?")),
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
