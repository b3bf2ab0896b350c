"""One text: read it, record it, hear it, keep it; somebody else listens and says yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.studio import may_join
from app.i18n import language_named
from app.i18n.protected import MY_VOICE
from app.journeys.my_voice import agreed_on
from app.journeys.studio import Prompt, may_speak, prompts_in, record_text, recorded_in
from app.platform import Recording
from app.records import Recorded, StudioRight
from app.views.interpreter import interpreter
from app.views.kit import body, card, empty_state, quiet, screen, stack, tonal_button
from app.views.recording import Speak
from app.views.session import use_live, use_ports, use_session, use_words
from app.views.studio.one_recording import OneRecording
from app.views.studio.studio import PATH
from app.views.studio.who import without_the_right


@ft.component
def Text() -> ft.View:
    t = use_session().words
    asked = ft.use_route_params()
    code, key = asked.get("code", ""), asked.get("key", "")
    prompt = ft.use_memo(lambda: next((one for one in prompts_in(code) if one.key == key), None), [code, key])
    name, back = t.isolated(language_named(code).own_name), f"{PATH}/{code}"
    parts = [ft.Container(content=Saying(prompt, code), key=f"say-{key}")] if prompt else [nothing_to_say()]
    return screen(name, parts, t=t, path=f"{back}/{key}", back=back)


def nothing_to_say() -> ft.Control:
    """For a text that is no more."""
    return empty_state(ft.Icons.MIC_NONE, use_words()("There is nothing here."))


@ft.component
def Saying(prompt: Prompt, code: str, face: ft.Control | None = None) -> ft.Control:
    """What is to be said in that language, a microphone for who may, and what was recorded. `face`: its picture."""
    ports, t = use_ports(), use_words()
    recorded = use_live(lambda: recorded_in(ports, code, prompt.key), Recorded)
    may = use_live(lambda: may_speak(ports, code), StudioRight)
    row = ft.use_memo(ports.new_row, [recorded[0].id if recorded else "", prompt.key])
    agrees, agree = ft.use_state(agreed_on(ports) is not None)

    async def keep(recording: Recording) -> None:
        await record_text(ports, row=row, language=code, key=prompt.key, recording=recording, agrees=agrees)

    said: list[ft.Control] = [body(t.isolated(prompt.text), size=26, strong=True)]
    if prompt.danish != prompt.text:
        said.append(quiet(t.isolated(prompt.danish), size=18))
    shown: ft.Control = stack(said)
    if face is not None:
        shown = ft.Row([face, ft.Container(content=shown, expand=True)], spacing=16)
    parts: list[ft.Control] = [card(shown, key="prompt")]
    if not may:
        parts.append(without_the_right(t, ports))
    elif may_join(recorded, ports.me.person.hex()):
        # Words: a button: the text above is now read aloud into the microphone
        parts.append(Speak(t("Record"), t("Keep"), keep) if agrees else Agree(lambda: agree(True)))
    parts += [OneRecording(one) for one in recorded]
    return stack(parts, spacing=16)


@ft.component
def Agree(yes: Callable[[], Any]) -> ft.Control:
    """Asked before the first recording, and never again."""
    t = use_words()
    asked = body(t("May everybody here hear your voice?"), size=18, strong=True)
    told = quiet(t("Learners hear it in the app, without your name. You can take all of it back on any day."))
    # Words: a button: somebody agrees that her recorded voice is used in the app
    agree = tonal_button(t("Yes, use my voice"), yes, key="agree", icon=ft.Icons.CHECK)
    return stack([*interpreter(t, MY_VOICE), card(stack([asked, told, agree]))])
