"""Somebody says the Danish word that is being written: heard once more before it is kept, or thrown away."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.platform import Played, Recording
from app.views.aloud import use_sounding
from app.views.kit import quiet, quiet_button, speaker_button, stack
from app.views.recording import Speak
from app.views.session import use_ports, use_words


@ft.component
def SayWord(said: Recording | None, hold: Callable[[Recording | None], None]) -> ft.Control:
    """`said` is held by the form around it until that is kept; nothing is written before."""
    ports, t = use_ports(), use_words()
    speaking, sound = use_sounding()

    async def take(recording: Recording) -> None:
        hold(recording)

    async def play() -> bool:
        return said is not None and await ports.platform.voice.play(said.content) == Played.WHOLE

    async def hear() -> None:
        await sound(play)

    if said is None:
        # Words: a button: somebody says a Danish word into the microphone, so that a learner can hear it
        return Speak(t("Say the word"), t("Done"), take, "say-word")
    # Words: a button: somebody hears the Danish word that she just recorded
    listen = speaker_button(t("Hear the word"), hear, speaking=speaking, key="hear-said")
    # Words: beside a button that plays it: the recording of a word is kept together with the word
    told = ft.Container(content=quiet(t("Your voice is kept with the word.")), expand=True)
    away = quiet_button(t("Throw away"), lambda: hold(None), key="throw-away", icon=ft.Icons.DELETE_OUTLINE)
    return stack([ft.Row([listen, told], spacing=8), away], spacing=4)
