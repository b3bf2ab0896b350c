"""What is protected, and what is not: in words for the person whose phone this is."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE
from app.i18n import N_
from app.i18n.protected import WHAT_IS_LEFT
from app.views.aloud import Speaker, in_both
from app.views.interpreter import her_interpreter, interpreter
from app.views.kit import body, card, quiet_button, screen, stack
from app.views.letter.dial import marked
from app.views.letter.page import at_top
from app.views.session import go, use_ports, use_session

ALL = (
    (ft.Icons.LOCK_OUTLINED, N_("The lock"), N_("It stops somebody who picks up your phone. A longer one stops more.")),
    (
        ft.Icons.PHONELINK_ERASE,
        N_("A forgotten PIN"),
        N_("Without it nobody can open this phone, not even we. You are let in again and get what the server has."),
    ),
    (
        ft.Icons.CLOUD_OUTLINED,
        N_("The server"),
        N_("It keeps what you write, sealed. It sees who shares with whom, when, and how much. It cannot read a word."),
    ),
    (
        ft.Icons.GROUPS_OUTLINED,
        N_("The others"),
        N_("Those who share a file can read it. What somebody has read, nobody can take back."),
    ),
    (
        ft.Icons.PHOTO_CAMERA_OUTLINED,
        # Words: a phone on which the app erased what it had, because its owner left or lost it
        N_("An erased phone"),
        N_("What the app kept is gone then. A picture of the screen or a copy of the phone may still be there."),
    ),
)
HERS = (
    (
        ft.Icons.PHONELINK_OFF,
        N_("A lost phone"),
        N_("Tell your mentor at once. It is shut out and erases when it connects. Till then its lock protects it."),
    ),
    (
        ft.Icons.FINGERPRINT,
        N_("The app itself"),
        # Words: an address = where on the network the app was installed from, as in a browser
        N_("Your phone has it from one address. Who owns that address could send another app. Ask us if it looks new."),
    ),
)
STAFF = (
    (
        ft.Icons.NOTES,
        N_("Notes"),
        N_("Only her mentor and her worker read them. Coordinators read facts. She herself reads her plan."),
    ),
    (
        ft.Icons.PHONELINK_OFF,
        N_("A lost phone"),
        N_(
            "Tell your coordinator at once. It is shut out and erases when it connects. Till then its lock protects it."
        ),
    ),
    (
        ft.Icons.CONTENT_COPY,
        N_("A copied phone"),
        N_("Who copies the whole phone can try all short PINs and pictures in days. Five words stop that."),
    ),
    (
        ft.Icons.DESCRIPTION_OUTLINED,
        N_("Recovery sheets"),
        N_("Who has enough of them reads all that is shared, notes too. All phones show when they are made and used."),
    ),
    (
        ft.Icons.FINGERPRINT,
        N_("The app itself"),
        N_("It comes from one address. Who controls that could hand out another app. Compare the fingerprint."),
    ),
)


@ft.component
def Protected() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    hers = ports.me.role == MENTEE
    told = (*ALL, *(HERS if hers else STAFF))
    asks = (her_interpreter if hers else interpreter)(t, WHAT_IS_LEFT)

    def one(icon: ft.IconData, name: str, says: str) -> ft.Control:
        called = ft.Container(content=body(t(name), strong=True), expand=True)
        head = ft.Row([ft.Icon(icon, color=ft.Colors.PRIMARY), called], spacing=12)
        if not hers:
            return ft.MergeSemantics(content=card(stack([head, body(t(says))], spacing=8)))
        aloud = [*in_both(t, marked(name)), *in_both(t, marked(says))]
        head.controls.append(Speaker(aloud, t(name), or_nothing=True))
        return card(stack([head, body(t(says))], spacing=8))

    # Words: a way to the names of those whose pictures, fonts and programs the app is made with
    whose = N_("Whose work is in it")
    credit = quiet_button(t(whose), lambda: go("/more/credits"), key="to-credits")
    title = N_("What is protected")
    return screen(
        t(title),
        [*asks, stack([one(*each) for each in told]), credit],
        t=t,
        path="/more/protected",
        back=session.trail.tab,
        actions=at_top(t, title, whose),
    )
