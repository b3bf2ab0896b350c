"""How to hide it all, and honestly what a browser cannot hide; and what the app is called on this phone."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.i18n.protected import HIDING
from app.views.aloud import Speaker, in_both
from app.views.interpreter import her_interpreter
from app.views.kit import heading, paper
from app.views.letter.dial import marked, told
from app.views.letter.page import her_screen
from app.views.session import use_session
from app.views.start.names import Names

HIDES = (
    ("books", N_("Tap the book in the corner. Everything is hidden at once.")),
    ("locked", N_("Tap the same corner again. Then only your lock opens it.")),
    ("envelope", N_("What you were writing and did not keep is gone.")),
)
# Words: heading over what no app in a browser can prevent
CANNOT_HIDE = N_("What we cannot hide")
CANNOT = (
    ("phone", N_("The list of open apps can show an old picture. Close the app there.")),
    ("camera", N_("A picture that somebody took of the screen stays with them.")),
    ("map", N_("The browser can remember the address of this page. Delete it there.")),
)


@ft.component
def HowToHide() -> ft.View:
    session = use_session()
    t = session.words

    def one(picture: str, text: str) -> ft.Control:
        speaker = Speaker(in_both(t, marked(text)), t(text))
        return paper([told(session, marked(text), size=20)], picture=picture, size=56, speaker=speaker)

    parts = [
        *her_interpreter(t, HIDING),
        *(one(*each) for each in HIDES),
        heading(t(CANNOT_HIDE), level=2),
        *(one(*each) for each in CANNOT),
    ]
    return her_screen(N_("Hide everything"), parts, also=[CANNOT_HIDE], path="/more/hide", back="/more", spacing=16)


@ft.component
def WhatItIsCalled() -> ft.View:
    return her_screen(N_("Its name on this phone"), [Names()], path="/more/called", back="/more", spacing=16)
