"""How those whom I walk with see and hear me: a photo or my picture, and a few words in my own voice, once for all."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.greeting import face_of, greet, greeting_of, mine_everywhere, say_nothing, show_face
from app.platform import Recording
from app.records import Attachment, Near
from app.views.camera import take_photo
from app.views.forms import use_doing
from app.views.kit import (
    empty_state,
    face,
    problem,
    quiet,
    quiet_button,
    screen,
    section,
    speaker_button,
    stack,
    tonal_button,
)
from app.views.recording import Speak
from app.views.session import use_live, use_ports, use_session
from app.views.sounding import use_sound

PATH = "/more/face"
LARGE = 144


@ft.component
def MyFace() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    found = use_live(lambda: mine_everywhere(ports), Near)
    if not found:
        # Words: to a mentor whom nobody was given to yet; it follows "You walk with nobody yet."
        hint = t("Come back when you walk with somebody.")
        parts: list[ft.Control] = [empty_state(ft.Icons.FACE_OUTLINED, t("You walk with nobody yet."), hint)]
    else:
        shown = next((one for one in found if one.photo or one.voice), found[0])
        readers = t.many(
            "%(num)d person whom you walk with sees and hears it. Nobody else does.",
            "%(num)d people whom you walk with see and hear it. Nobody else does.",
            len(found),
        )
        parts = [_Face(shown), _Voice(shown), quiet(readers)]
    return screen(t("My face and my voice"), parts, t=t, path=PATH, back="/more")


@ft.component
def _Face(shown: Near) -> ft.Control:
    ports, t = use_ports(), use_session().words
    doing = use_doing()

    async def photograph() -> None:
        photo = await take_photo(ports, doing)
        if photo is not None:
            doing.do(lambda: show_face(ports, photo))

    # Words: a button: the mentor takes or chooses a photo of herself
    take = tonal_button(t("Photo of me"), photograph, key="photograph", icon=ft.Icons.PHOTO_CAMERA_OUTLINED)
    parts: list[ft.Control] = [
        problem(doing.trouble),
        ft.Row([face(face_of(shown), ports.me.picture, size=LARGE)], alignment=ft.MainAxisAlignment.CENTER),
        take,
    ]
    if shown.photo:
        # Words: a button: instead of her photo, the mentor shows the drawing that she chose when she came
        drawn = t("My drawing instead")
        parts.append(
            quiet_button(drawn, lambda: doing.do(lambda: show_face(ports, None)), key="no-photo", icon=ft.Icons.BRUSH)
        )
    else:
        parts.append(quiet(t("Without a photo they see this drawing.")))
    return section(t("My face"), [stack(parts)])


@ft.component
def _Voice(shown: Near) -> ft.Control:
    """What was said, to be heard and thrown away; and once more."""
    ports, session = use_ports(), use_session()
    t = session.words
    greeting = use_live(lambda: greeting_of(ports, shown), Attachment)
    sounding = use_sound(greeting, asked=True)
    row = ft.use_memo(ports.new_row, [greeting.id if greeting else ""])
    doing = use_doing()

    async def keep(recording: Recording) -> None:
        await greet(ports, row=row, recording=recording)
        session.carrying.soon(ports, asked=True)

    parts: list[ft.Control] = []
    if greeting:
        name = t("My greeting")
        play = speaker_button(
            t("Listen: %(what)s", what=name), sounding.tap, speaking=sounding.playing, key="listen-greeting"
        )
        parts.append(ft.Row([play, ft.Container(content=quiet(name), expand=True)], spacing=8))
    # Words: a button: the mentor says who she is, for those whom she walks with
    parts.append(Speak(t("Say it anew") if greeting else t("Say who you are"), t("Keep"), keep, "greet"))
    parts.append(quiet(_for_example(t, ports.me.name)))
    if greeting:
        away = lambda: doing.do(lambda: say_nothing(ports))
        parts.append(quiet_button(t("Throw away"), away, key="ungreet", icon=ft.Icons.DELETE_OUTLINE))
    parts.append(problem(sounding.trouble or doing.trouble))
    return section(t("My voice"), [stack(parts)])


def _for_example(t: Words, name: str) -> str:
    # Words: what a mentor may say into the phone, for her mentee who hears it with one tap
    return t("For example: “This is %(name)s. Call me when you like.”", name=name)
