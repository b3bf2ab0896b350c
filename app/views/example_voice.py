"""An example of what she is good at, told by her: said, heard by who walks with her, said anew or thrown away."""

from __future__ import annotations

import flet as ft

from app.journeys.one_voice import say_anew, unsay
from app.journeys.spoken import sound_of
from app.platform import Recording
from app.records import Attachment, Strength
from app.views.forms import use_doing
from app.views.kit import problem, quiet, quiet_button, speaker_button, stack
from app.views.recording import Speak
from app.views.session import use_live, use_ports, use_session
from app.views.sounding import use_sound


@ft.component
def HearExample(one: Strength) -> ft.Control:
    """One tap plays it, another stops it."""
    ports, t = use_ports(), use_session().words
    sounding = use_sound(use_live(lambda: sound_of(ports, one), Attachment), asked=True)
    told = t("Voice message")
    play = speaker_button(
        t("Listen: %(what)s", what=told), sounding.tap, speaking=sounding.playing, key=f"hear-{one.kind}"
    )
    said = ft.Container(content=quiet(told), expand=True)
    return stack([ft.Row([play, said], spacing=8), problem(sounding.trouble)], spacing=4)


@ft.component
def TellExample(one: Strength) -> ft.Control:
    """She need not write it."""
    ports, session = use_ports(), use_session()
    t = session.words
    row = ft.use_memo(ports.new_row, [one.voice])
    doing = use_doing()

    async def keep(recording: Recording) -> None:
        await say_anew(ports, row=row, shown=one, recording=recording)
        session.carrying.soon(ports)

    parts: list[ft.Control] = [HearExample(one)] if one.voice else []
    parts.append(Speak(t("Say it anew") if one.voice else t("Record me"), t("Keep"), keep, "tell"))
    if one.voice:
        away = lambda: doing.do(lambda: unsay(ports, one))
        parts.append(quiet_button(t("Throw away"), away, key="untell", icon=ft.Icons.DELETE_OUTLINE))
    parts.append(problem(doing.trouble))
    return stack(parts)
