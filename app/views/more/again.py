"""A new phone or a forgotten PIN: she is let in again, face to face, with a code that works for 15 minutes."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.journeys.invite import Invitation
from app.journeys.readmit import readmit
from app.views.forms import use_doing
from app.views.kit import keep_button, problem, quiet, screen
from app.views.more.circle_words import paper
from app.views.more.invite import HandOver
from app.views.more.known import called, steward, use_people, use_person
from app.views.more.person import again_words, lost
from app.views.session import use_ports, use_session


@ft.component
def LetInAgain() -> ft.View:
    ports, session = use_ports(), use_session()
    t, person = session.words, use_person()
    stewards = steward(ports, use_people())
    doing = use_doing()
    made: tuple[Invitation | None, Any] = ft.use_state(None)
    invitation, set_invitation = made
    if person is None:
        return lost(t)
    path, name = f"/more/person/{person.person.hex()}", called(t, person)
    if invitation is not None:
        known = [
            HandOver(invitation, person.card.name),
            quiet(t("It works for 15 minutes.")),
            quiet(
                t("Is the old phone lost? Report it on her page.")
                if stewards
                else t("Is the old phone lost? Tell your coordinator.")
            ),
        ]
        return screen(t("Hand it over"), known, t=t, path=f"{path}/again", back=path)

    async def let_in() -> None:
        async def step() -> None:
            set_invitation(await readmit(ports, person=person.person))

        await doing.wait_for(step)

    says = [
        (ft.Icons.PEOPLE_OUTLINED, t("Only face to face. You must see that it is %(name)s.", name=name)),
        (ft.Icons.QR_CODE, t("You get a code. She scans it with the phone she will use.")),
        (ft.Icons.CLOUD_DOWNLOAD_OUTLINED, t("She gets what the server has. What was only on her phone is lost.")),
    ]
    made_now = t("One moment") if doing.busy else t("She is here with me")
    return screen(
        again_words(t, person),
        [problem(doing.trouble), paper(says, key="face-to-face")],
        t=t,
        path=f"{path}/again",
        under=name,
        back=path,
        foot=[keep_button(made_now, let_in, key="let-in", busy=doing.busy)],
    )
