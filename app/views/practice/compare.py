"""She says it, and hears herself beside the model. Nobody judges; her voice is forgotten when she goes on."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n.protected import MY_OWN_VOICE
from app.views.interpreter import her_interpreter
from app.views.kit import big_speaker, quiet
from app.views.session import use_ports, use_words

LONGEST_S = 6
READY, RECORDING = "ready", "recording"
NOT_HERE = {"none", "refused"}


@ft.component
def Compare(word: str) -> ft.Control:
    """A microphone, and once she has spoken, herself: under the model, which is heard as often as she likes."""
    t, device = use_words(), use_ports().platform
    recorder = device.recorder
    now, become = ft.use_state(READY)
    hers, hold = ft.use_state(b"")  # here and nowhere else
    on_screen: Any = ft.use_ref(None)

    def begin() -> None:
        on_screen.current = True

    def leave() -> None:
        on_screen.current = False
        recorder.stop(keep=False)

    ft.use_effect(begin, [word], cleanup=leave)

    async def record() -> None:
        if now == RECORDING:
            recorder.stop(keep=True)
            return
        device.voice.hush()
        become(RECORDING)
        taken = await recorder.record(LONGEST_S, lambda _level, _seconds: None)
        if on_screen.current:
            hold(taken.content)
            become(taken.why if taken.why in NOT_HERE else READY)

    async def play() -> None:
        await device.voice.play(hers)

    if not recorder.there:
        return ft.Container()
    if now in NOT_HERE:
        # Words: there is no microphone, or she did not allow it
        return quiet(t("Say it aloud. This phone cannot record you."), size=16)
    sign = ft.Icons.STOP if now == RECORDING else ft.Icons.MIC
    # Words: a button: her voice is recorded, on this phone only
    buttons = [big_speaker(t("Record me"), record, speaking=False, key="record", sign=sign)]
    if hers and now == READY:
        # Words: a button: she hears her own voice, as it was just recorded
        heard = big_speaker(t("Hear me"), play, speaking=False, key="hear-me", sign=ft.Icons.RECORD_VOICE_OVER)
        buttons.append(heard)
    row = ft.Row(buttons, alignment=ft.MainAxisAlignment.CENTER, spacing=12, wrap=True)
    # Words: under a microphone: her recorded voice is kept nowhere
    asks = her_interpreter(t, MY_OWN_VOICE)
    told = quiet(t("Only you hear it. It is forgotten when you go on."), size=14)
    told.text_align = ft.TextAlign.CENTER
    return ft.Column([row, *asks, told], spacing=12, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
