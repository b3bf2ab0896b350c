"""Somebody says what is being written, as a Danish word: heard once more before it is kept, or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.i18n import N_
from app.platform import Played, Recording
from app.views.aloud import use_sounding
from app.views.kit import quiet, quiet_button, speaker_button, stack
from app.views.recording import Speak
from app.views.session import use_ports, use_words


@dataclass(frozen=True)
class Saying:
    """Marked texts: the button that begins, the one that plays it, and what is kept with it."""

    begin: str
    hear: str
    kept: str


WORD = Saying(
    # Words: a button: somebody says a Danish word into the microphone, so that a learner can hear it
    N_("Say the word"),
    # Words: a button: somebody hears the Danish word that she just recorded
    N_("Hear the word"),
    # Words: beside a button that plays it: the recording of a word is kept together with the word
    N_("Your voice is kept with the word."),
)


@ft.component
def SayWord(said: Recording | None, hold: Callable[[Recording | None], None], words: Saying = WORD) -> ft.Control:
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
        return Speak(t(words.begin), t("Done"), take, "say-word")
    listen = speaker_button(t(words.hear), hear, speaking=speaking, key="hear-said")
    told = ft.Container(content=quiet(t(words.kept)), expand=True)
    away = quiet_button(t("Throw away"), lambda: hold(None), key="throw-away", icon=ft.Icons.DELETE_OUTLINE)
    return stack([ft.Row([listen, told], spacing=8), away], spacing=4)
