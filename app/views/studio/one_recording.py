"""A recording in the studio: heard with a tap; confirmed by somebody else; thrown away by who spoke."""

from __future__ import annotations

import flet as ft

from app.domain.beside import beside
from app.domain.roles import STEWARDS
from app.domain.studio import counts
from app.journeys.studio import confirm, throw_away
from app.records import Attachment, Recorded
from app.views.forms import use_doing
from app.views.kit import body, card, fact, problem, quiet, quiet_button, speaker_button, stack, tonal_button
from app.views.session import use_live, use_ports, use_session
from app.views.sounding import use_sound


@ft.component
def OneRecording(one: Recorded) -> ft.Control:
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
