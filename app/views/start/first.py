"""First start, one question a screen: language by its own name, letters, the door, a picture, a lock twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.domain.locks import PICTURES, PIN
from app.domain.roles import MENTEE
from app.i18n import N_, Words
from app.ports import Refusal
from app.views.forms import use_once
from app.views.kit import (
    Chooses,
    icon_button,
    plain,
    problem,
    quiet_button,
    waiting,
)
from app.views.session import use_ports, use_session
from app.views.start.asked import Asked, welcome
from app.views.start.doors import Doors, FounderForm, InvitedForm
from app.views.start.languages import FirstOfAll
from app.views.start.pictures import ChoosePicture
from app.views.text_sizes import TextSizes

LANGUAGE, LETTERS, DOOR, CODE, FOUND, SHEETS, LOOK, PICTURE, MUCH, CALLED, LOCK, WORKING, COMPARE = (
    "language",
    "letters",
    "door",
    "code",
    "found",
    "sheets",
    "look",
    "picture",
    "much",
    "called",
    "lock",
    "working",
    "compare",
)
BEFORE = {
    LETTERS: LANGUAGE,
    DOOR: LETTERS,
    CODE: DOOR,
    FOUND: DOOR,
    SHEETS: DOOR,
    LOOK: DOOR,
    PICTURE: DOOR,
    MUCH: PICTURE,
    CALLED: MUCH,
    LOCK: PICTURE,
}


@dataclass
class Newcomer:
    """What she has said so far. Nothing of it is kept before the last step."""

    secret: str = ""
    founder_code: str = ""
    organisation: str = ""
    area: str = ""
    name: str = ""
    picture: str = ""
    pin: str = ""
    kind: str = PIN
    signs: Any = ()  # the four pictures, once she is in
    invited: Any = None  # what `join` found: app.journeys.join.Joined
    recovered: bool = False  # by recovery sheets: there is nobody to compare pictures with


@ft.component
def FirstStart() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    who = use_once(lambda: Newcomer(secret=ports.platform.start_secret()))
    step, set_step = ft.use_state(LANGUAGE)
    trouble, set_trouble = ft.use_state("")
    kind, set_kind = ft.use_state(PIN)

    def to(next_step: str, why: str = "") -> None:
        set_trouble(why)
        set_step(next_step)

    async def look() -> None:
        """Reads the invitation; nothing is spent yet."""
        from app.journeys.join import join

        to(WORKING)
        try:
            who.invited = await join(ports, secret=who.secret)
            who.name, who.picture = who.invited.name, who.invited.picture
            to(LOOK)
        except Refusal as no:
            to(CODE, t(no.text, **no.blanks))

    async def settle() -> None:
        """Everything at once: keys, lock, the step with the hub."""
        from app.journeys.refusals import refusal_at_the_lock

        to(WORKING)
        try:
            if who.invited is not None:
                from app.journeys.compare import my_pictures
                from app.journeys.join import enrol

                await enrol(ports, who.invited, pin=who.pin, kind=who.kind, picture=who.picture)
                who.signs = () if who.recovered else await my_pictures(ports)
            else:
                from app.domain.roles import COORDINATOR
                from app.journeys.found import found_organisation
                from app.keys.enrolment import Card

                await found_organisation(
                    ports,
                    code=who.founder_code,
                    name=who.organisation,
                    area=who.area,
                    member=Card(who.name, COORDINATOR, who.picture),
                    pin=who.pin,
                    kind=who.kind,
                )
        except Exception as fault:  # noqa: BLE001 - nobody is left waiting
            no = refusal_at_the_lock(fault, session.called)
            back = LOCK if who.recovered else CODE if who.invited is not None else FOUND
            to(back, t(no.text, **no.blanks))
        else:
            if who.signs:
                to(COMPARE)
            else:
                session.opened()

    async def language(code: str) -> None:
        page = ft.context.page
        try:
            await session.speak(page, code)
        except Refusal as no:
            set_trouble(t(no.text))
            return
        to(LETTERS)

    async def sized() -> None:
        if who.secret:
            await look()
        else:
            to(DOOR)

    async def code(secret: str) -> None:
        who.secret = secret
        await look()

    async def by_camera() -> None:
        from app.journeys.join import scan

        try:
            seen = await scan(ports)
        except Refusal as no:
            to(CODE, t(no.text, **no.blanks))
        else:
            if seen:
                await code(seen)

    def found(**said: str) -> None:
        vars(who).update(said)
        who.invited = None
        to(PICTURE)

    def recovered(joined: Any) -> None:
        who.invited, who.recovered = joined, True
        to(PICTURE)

    def chosen(name: str) -> None:
        who.picture = name
        to(MUCH if who.invited is not None and who.invited.role == MENTEE else LOCK)

    async def locked(pin: str) -> None:
        who.kind, who.pin = kind, pin
        await settle()

    if step == LANGUAGE:
        known = ports.platform.profiles()
        return plain([*([_back(t, session.to_lock)] if known else []), problem(trouble), FirstOfAll(language)])
    if step == WORKING:
        from app.views.coming import HowFar

        return plain([waiting(t("One moment")), HowFar()], center=True)
    if step == COMPARE:
        from app.views.more.compare import Comparing

        hint = t("The other phone shows them at your name.")
        later = t("Later, under Settings") if ports.me.role == MENTEE else t("Later, under More")
        return plain(
            [Comparing([who.signs], hint, session.opened, on_lock=session.lock, on_later=session.opened, later=later)]
        )
    parts: list[ft.Control] = [
        _back(t, lambda: to(BEFORE[step])),
        problem(trouble),
    ]
    if step == LETTERS:
        parts += [Asked(N_("How large shall the letters be?")), TextSizes(sized)]
    elif step == DOOR:
        parts.append(Doors(lambda: to(CODE), lambda: to(FOUND), lambda: to(SHEETS)))
    elif step == CODE:
        parts.append(InvitedForm(who.secret, code, by_camera if ports.platform.scans else None))
    elif step == FOUND:
        parts.append(FounderForm(vars(who), found))
    elif step == SHEETS:
        from app.views.start.recover import Recovering

        parts.append(Recovering(recovered))
    elif step == LOOK:
        parts.append(welcome(t, who.invited, lambda: to(PICTURE)))
    elif step == PICTURE:
        parts.append(ChoosePicture(who.picture, chosen))
    elif step == MUCH:
        from app.views.how_much import HowMuch

        named = ports.platform.lock_page is not None
        parts += [Asked(N_("How much shall be on the screen?")), HowMuch(lambda: to(CALLED if named else LOCK))]
    elif step == CALLED:
        from app.views.start.names import Names

        parts.append(Names(lambda: to(LOCK)))
    else:
        other, called = (PICTURES, t("Pictures, not digits")) if kind == PIN else (PIN, t("Digits, not pictures"))
        parts += [
            Chooses(kind, locked, head=Asked, key=kind),  # type: ignore[call-arg]
            quiet_button(called, lambda: set_kind(other), key=f"to-{other}"),
        ]
    return plain(parts)


def _back(t: Words, on_tap: Callable[[], None]) -> ft.Control:
    return ft.Row([icon_button(ft.Icons.ARROW_BACK, t("Back"), on_tap, key="back")])
