"""One text: read it, record it, hear it, keep it; somebody else listens and says yes."""

from __future__ import annotations

import flet as ft

from app.domain.beside import beside
from app.domain.roles import STEWARDS
from app.domain.studio import counts
from app.i18n import language_named
from app.journeys.studio import confirm, may_speak, prompts_in, record_text, recorded_in, throw_away
from app.platform import Recording
from app.records import Attachment, Recorded, StudioRight
from app.views.forms import use_doing, use_once
from app.views.kit import (
    body,
    card,
    empty_state,
    fact,
    problem,
    quiet,
    quiet_button,
    screen,
    speaker_button,
    stack,
    tonal_button,
)
from app.views.recording import Speak
from app.views.session import use_live, use_ports, use_session
from app.views.sounding import use_sound
from app.views.studio.studio import PATH


@ft.component
def Text() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    asked = ft.use_route_params()
    code, key = asked.get("code", ""), asked.get("key", "")
    prompt = use_once(lambda: next((one for one in prompts_in(code) if one.key == key), None))
    recorded = use_live(lambda: recorded_in(ports, code, key), Recorded)
    may = use_live(lambda: may_speak(ports, code), StudioRight)
    row = ft.use_memo(ports.new_row, [recorded[0].id if recorded else ""])
    name, back = t.isolated(language_named(code).own_name), f"{PATH}/{code}"
    if prompt is None:
        gone = empty_state(ft.Icons.MIC_NONE, t("There is nothing here."))
        return screen(name, [gone], t=t, path=f"{back}/{key}", back=back)

    async def keep(recording: Recording) -> None:
        await record_text(ports, row=row, language=code, key=key, recording=recording)

    said = [body(t.isolated(prompt.text), size=26, strong=True)]
    if prompt.danish != prompt.text:
        said.append(quiet(t.isolated(prompt.danish), size=18))
    parts: list[ft.Control] = [card(stack(said), key="prompt")]
    if may:
        # Words: a button: the text above is now read aloud into the microphone
        parts.append(Speak(t("Record"), t("Keep"), keep))
    else:
        parts.append(quiet(t("Ask a coordinator for the right to record this language.")))
    parts += [OneRecording(one) for one in recorded]
    return screen(name, parts, t=t, path=f"{back}/{key}", back=back)


@ft.component
def OneRecording(one: Recorded) -> ft.Control:
    """Heard with a tap; confirmed by somebody else; thrown away by who spoke."""
    ports, session = use_ports(), use_session()
    t = session.words
    sound = use_live(lambda: ports.store.get(Attachment, beside(one.id, "sound"), one.space), Attachment)
    heard, set_heard = ft.use_state(False)
    sounding = use_sound(sound, lambda: set_heard(True), asked=True)
    doing = use_doing()
    mine = one.speaker == ports.me.person.hex()
    who = t("From you") if mine else t("From %(name)s", name=one.name or t("Somebody"))
    # Words: a recording that a second person has, or has not, listened to
    state = t("Confirmed: it is used") if counts(one) else t("Waits for a second person")
    play = speaker_button(
        t("Listen: %(what)s", what=who), sounding.tap, speaking=sounding.playing, key=f"hear-{one.id}"
    )
    lines = stack([body(who, strong=True), quiet(t("It is being fetched.") if sounding.awaited else state)], spacing=2)
    parts: list[ft.Control] = [
        ft.Row([play, ft.Container(content=lines, expand=True)], spacing=8),
        problem(sounding.trouble or doing.trouble, key=f"problem-{one.id}"),
    ]
    if not counts(one) and not mine:
        if heard:
            yes = t("Yes: I understand it, and it says exactly this")
            parts.append(
                tonal_button(
                    yes, lambda: doing.do(lambda: confirm(ports, one)), key=f"confirm-{one.id}", icon=ft.Icons.CHECK
                )
            )
        else:
            parts.append(fact(ft.Icons.HEARING, t("Listen first"), t("Then say whether it is right.")))
    if mine or session.told.role in STEWARDS:
        sign, away = ft.Icons.DELETE_OUTLINE, t("Throw away")
        parts.append(
            quiet_button(away, lambda: doing.do(lambda: throw_away(ports, one)), key=f"away-{one.id}", icon=sign)
        )
    return card(stack(parts), key=f"recording-{one.id}")
