"""Something is said into the microphone: one tap begins, one tap hands it on; what was not heard well is said first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from app.domain.loudness import Loudness, loudness
from app.domain.voice_messages import MOST_S
from app.i18n import N_
from app.platform import Recording
from app.views.forms import use_doing
from app.views.kit import problem, quiet, quiet_button, stack, tonal_button, warm_button
from app.views.kit.sound import level_bar
from app.views.session import use_ports, use_words

HEARD = {
    Loudness.NOTHING: N_("Nothing was heard. Hold the phone closer."),
    Loudness.QUIET: N_("It is very quiet. Hold the phone closer."),
    Loudness.LOUD: N_("It crackles. Hold the phone a little away."),
}
NO_MICROPHONE = N_("This phone cannot record here.")
WHY = {
    "refused": N_("The microphone is not allowed. Allow it in the phone’s settings for this page."),
    "none": NO_MICROPHONE,
}


@ft.component
def Speak(
    name: str,
    done: str,
    on_said: Callable[[Recording], Awaitable[Any]],
    key_: str = "speak",
    *,
    large: bool = False,
    at_once: bool = False,
) -> ft.Control:
    """`name` on the button that begins, `done` on the one that ends and hands it to `on_said`; `large` on her face.

    `at_once`: the tap that led here has begun it.
    """
    ports, t = use_ports(), use_words()
    recorder = ports.platform.recorder
    now, set_now = ft.use_state((-1.0, 0.0))  # (level, seconds) while it listens
    asked, set_asked = ft.use_state(False)
    kept: Any = ft.use_state(None)
    trouble, set_trouble = ft.use_state("")
    wanted: Any = ft.use_ref(False)
    doing = use_doing()
    taken, set_taken = kept

    lasts: Any = ft.use_ref(False)

    def leave() -> None:
        if lasts.current:
            recorder.stop(keep=False)

    ft.use_effect(lambda: None, [], cleanup=leave)
    if not recorder.there:
        return quiet(t(NO_MICROPHONE))

    async def hand_on(said: Recording) -> None:
        if await doing.wait_for(lambda: on_said(said)):
            set_taken(None)

    async def begin() -> None:
        if lasts.current:
            return
        wanted.current = False
        set_trouble("")
        set_taken(None)
        set_asked(True)
        lasts.current = True
        said = await recorder.record(MOST_S, lambda level, seconds: set_now((level, seconds)))
        lasts.current = False
        set_asked(False)
        set_now((-1.0, 0.0))
        if said.why:
            set_trouble(t(WHY[said.why]) if said.why in WHY else "")
            return
        how = loudness(said.seconds, said.db, said.clipped)
        if how == Loudness.GOOD and wanted.current:
            await hand_on(said)
            return
        set_trouble(t(HEARD[how]) if how in HEARD else "")
        set_taken(None if how == Loudness.NOTHING else said)

    async def listen_at_once() -> None:
        if at_once:
            await begin()

    ft.use_effect(listen_at_once, [])

    def end() -> None:
        wanted.current = True
        recorder.stop(keep=True)

    def drop() -> None:
        recorder.stop(keep=False)
        set_taken(None)
        set_trouble("")

    async def send() -> None:
        if taken is not None:
            await hand_on(taken)

    main = warm_button if large else tonal_button
    # Words: a button: what was just recorded is not kept
    away = quiet_button(t("Throw away"), drop, key=f"{key_}-drop", icon=ft.Icons.DELETE_OUTLINE)
    if asked and now[0] >= 0:
        said_for = f"{int(now[1]) // 60}:{int(now[1]) % 60:02d}"
        # Words: beside a bar that moves with the voice: the microphone is on
        bar = level_bar(now[0], said_for, name=t("I am listening"), key=f"{key_}-level")
        return stack([bar, main(done, end, key=f"{key_}-done", icon=ft.Icons.SEND), away])
    if asked:
        return stack([quiet(t("Opening the microphone …"), size=18), away])
    told = problem(trouble or doing.trouble, key=f"{key_}-problem")
    if taken is not None:
        again = quiet_button(t("Say it again"), begin, key=f"{key_}-again", icon=ft.Icons.REPLAY)
        return stack([told, main(done, send, key=f"{key_}-send", icon=ft.Icons.SEND), again, away])
    return stack([told, main(name, begin, key=key_, icon=ft.Icons.MIC)])
