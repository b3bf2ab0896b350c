"""The one who walks with her: her face, one large tap that says who she is, one that calls, one that speaks to her."""

from __future__ import annotations

from functools import partial
from typing import Any

import flet as ft

from app.domain.roles import MENTOR
from app.domain.studio import aloud
from app.journeys.greeting import face_of, greeting_of
from app.journeys.near import near_her
from app.journeys.studio_sound import none_there
from app.ports import Ports
from app.records import Attachment, Mentee, Near
from app.views.aloud import in_both, say_all, use_sounding
from app.views.kit import body, card, face, large_sign, problem, quiet, stack, tappable
from app.views.kit.texts import narrow
from app.views.kit.theme import LETTER_CORNER
from app.views.letter.near_words import ROLES, call, this_is
from app.views.session import use_live, use_ports, use_session
from app.views.sounding import use_sound

FACE = 88


def my_person(ports: Ports, mentee: Mentee | None = None) -> Near | None:
    """Her mentor, or who else is near her; None as long as nobody has told how she is found."""
    found = near_her(ports, mentee)
    return next((one for one in found if one.role == MENTOR), found[0] if found else None)


@ft.component
def ThisIs(one: Near) -> ft.Control:
    """At the top of her letter. On the phone of who sits beside her nobody is called."""
    ports, session = use_ports(), use_session()
    t = session.words
    speaks, set_speaks = ft.use_state(False)
    row: list[ft.Control] = []
    if one.phone and not session.handed:
        calls = t("Call %(name)s", name=one.name)
        row.append(large_sign(ft.Icons.CALL, calls, partial(call, one.phone), key=f"my-call-{one.id}"))
    may_speak = one.person and ports.platform.recorder.there and not session.handed
    if may_speak and not speaks:
        name = t("Speak to %(name)s", name=one.name)
        row.append(large_sign(ft.Icons.MIC, name, lambda: set_speaks(True), key=f"my-speak-{one.id}"))
    parts: list[ft.Control] = [Hello(one)]
    if row:
        parts.append(ft.Row(row, spacing=12))
    if speaks:
        from app.views.letter.voices import VoicesWith

        parts.append(VoicesWith(one, at_once=True))
    return card(stack(parts), padding=16, radius=LETTER_CORNER, key=f"this-is-{one.id}")


@ft.component
def Hello(one: Near, size: int = FACE) -> ft.Control:
    """Her face and her name; a tap plays what she said of herself, or else the phone says who she is."""
    ports, session = use_ports(), use_session()
    t, voice = session.words, ports.platform.voice
    greeting = use_live(lambda: greeting_of(ports, one), Attachment)
    recorded = use_sound(greeting, asked=True)
    speaking, sound = use_sounding()
    said = aloud(in_both(t, lambda words: this_is(words, one)), voice.tags, none_there)
    here = recorded.far is not None and recorded.far.here == recorded.far.parts

    async def tap() -> None:
        if said and not here:
            await sound(lambda: say_all(ports, said))
        else:
            await recorded.tap()

    sounds = bool(greeting or said)
    plays = speaking or recorded.playing
    sign = ft.Icons.STOP_CIRCLE_OUTLINED if plays else ft.Icons.VOLUME_UP if sounds else ft.Icons.VOLUME_OFF_OUTLINED
    words: list[ft.Control] = [body(t.isolated(one.name) or t("Somebody"), size=24, strong=True)]
    if one.role in ROLES:
        words.append(quiet(t(ROLES[one.role]), size=18))
    icon = ft.Icon(sign, size=32, color=ft.Colors.PRIMARY if sounds else ft.Colors.ON_SURFACE_VARIANT)
    line = _laid(face(face_of(one), one.picture, size=size), words, icon)
    name = t("Listen: %(what)s", what=this_is(t, one))
    key = f"hello-{one.id}"
    shown: Any = tappable(line, tap, key=key, name=name) if sounds else ft.Container(content=line, key=key)
    return stack([shown, problem(recorded.trouble, key=f"{key}-problem")], spacing=4)


def _laid(drawn: ft.Control, words: list[ft.Control], icon: ft.Control) -> ft.Control:
    """In one line; on a narrow phone the words below, where a name has room."""
    told = ft.Column(words, spacing=2, alignment=ft.MainAxisAlignment.CENTER)
    middle = ft.CrossAxisAlignment.CENTER
    if narrow():
        top = ft.Row([drawn, ft.Container(expand=True), icon], vertical_alignment=middle)
        return ft.Column([top, told], spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Row([drawn, ft.Container(content=told, expand=True), icon], spacing=12, vertical_alignment=middle)
