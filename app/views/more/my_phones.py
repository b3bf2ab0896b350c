"""Her own phones: which there are, another one signed in by herself, a lost one shut out by herself."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n import N_
from app.journeys.closing import close_my_phone
from app.journeys.copied import goes_on_alone
from app.journeys.invite import Invitation
from app.journeys.phones import Phone
from app.journeys.readmit import readmit
from app.views.forms import use_doing
from app.views.kit import body, good_news, keep_button, problem, quiet, quiet_button, row, screen, sheet, stack
from app.views.letter.page import at_top
from app.views.more.circle_words import paper
from app.views.more.invite import HandOver
from app.views.more.known import phone_said, use_device, use_phones
from app.views.session import go, use_ports, use_session

PATH = "/more/phones"


@ft.component
def MyPhones() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    phones, why = use_phones()
    ever = enumerate((phones or {}).get(ports.me.person, []), 1)  # numbered alike on each of them, for good
    mine = [(number, one) for number, one in ever if not one.shut]

    def line(number: int, phone: Phone) -> ft.Control:
        this = phone.device == ports.keyring.device
        lost = quiet_button(t("Report lost"), lambda: go(f"{PATH}/{phone.device.hex()}"), key=f"lost-{number}")
        return row(
            t("Phone %(num)d", num=number),
            under=phone_said(t, phone, ports.today(), this=this),
            leading=ft.Icon(ft.Icons.SMARTPHONE, color=ft.Colors.PRIMARY),
            trailing=None if this else lost,
            key=f"phone-{number}",
        )

    lines = [line(number, phone) for number, phone in mine]
    known = sheet(lines, key="mine") if mine else quiet(t("One moment"))
    alone = [quiet(t("This phone is a copy of another. It goes on as a phone of its own."))]
    sign = ft.Icon(ft.Icons.KEY_OUTLINED, color=ft.Colors.PRIMARY)
    title, forgets, another = N_("My phones"), N_("If I forget my PIN"), N_("Another phone")
    helper = row(t(forgets), leading=sign, on_tap=lambda: go("/more/helper"), key="to-helper", arrow=True)
    return screen(
        t(title),
        [problem(why), *([] if why else [known]), *(alone if goes_on_alone(ports) else []), sheet([helper])],
        t=t,
        path=PATH,
        back=session.trail.tab,
        actions=at_top(t, title, forgets, another),
        foot=[keep_button(t(another), lambda: go(f"{PATH}/new"), key="new")],
    )


@ft.component
def AnotherPhone() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    made: tuple[Invitation | None, Any] = ft.use_state(None)
    invitation, set_invitation = made

    async def make() -> None:
        async def step() -> None:
            set_invitation(await readmit(ports, person=ports.me.person))

        await doing.wait_for(step)

    if invitation is not None:
        shown: list[ft.Control] = [HandOver(invitation, ports.me.name), quiet(t("It works for 15 minutes."))]
        return screen(t("Another phone"), shown, t=t, path=f"{PATH}/new", back=PATH)
    says = [
        (ft.Icons.QR_CODE, t("You get a code here. Scan it with your other phone.")),
        (ft.Icons.PASSWORD, t("There you choose a PIN anew. Both phones open the same things.")),
        (ft.Icons.VISIBILITY_OFF_OUTLINED, t("Show the code to nobody: who has it reads what you read.")),
    ]
    return screen(
        t("Another phone"),
        [problem(doing.trouble), paper(says, key="another")],
        t=t,
        path=f"{PATH}/new",
        back=PATH,
        foot=[keep_button(t("One moment") if doing.busy else t("Make the code"), make, key="make", busy=doing.busy)],
    )


@ft.component
def LostPhone() -> ft.View:
    ports, session = use_ports(), use_session()
    t, device = session.words, use_device()
    doing = use_doing()
    done, set_done = ft.use_state(False)

    async def shut() -> None:
        if await doing.wait_for(lambda: close_my_phone(ports, device)):
            set_done(True)

    if done:
        said = [good_news(t("That phone is shut out."), key="shut")]
        foot = [keep_button(t("Done"), lambda: go(PATH), key="done")]
    else:
        erases = t("The phone erases what belongs to others when it has a connection.")
        unsent = t("What you wrote lately may be only on that phone. It can still be handed in.")
        lost = t("Photos and voices that were not sent yet are lost.")
        said = [
            body(t("That phone of yours can no longer read anything new."), size=18, strong=True),
            stack([quiet(each, size=15) for each in (erases, unsent, lost)], spacing=4),
        ]
        words = t("One moment") if doing.busy else t("Shut this phone out")
        foot = [keep_button(words, shut, key="end", busy=doing.busy)]
    return screen(
        t("A phone was lost"), [problem(doing.trouble), *said], t=t, path=f"{PATH}/{device.hex()}", back=PATH, foot=foot
    )
