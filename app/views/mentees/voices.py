"""Voice messages with one mentee: a word to her, and what the two said lately."""

from __future__ import annotations

import flet as ft

from app.domain.voice_messages import KEPT_DAYS
from app.i18n import N_, Words
from app.i18n.protected import WHO_HEARS_HER
from app.journeys.her_plan import plan_space
from app.journeys.voice_messages import said_with_her, say_to, to_be_heard
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Mentee, VoiceMessage
from app.views.hearing import Message
from app.views.interpreter import interpreter
from app.views.kit import card, empty_state, quiet, row, screen, stack
from app.views.recording import Speak
from app.views.session import go, use_live, use_ports, use_words

MOST = 3


def waiting_voices(t: Words, ports: Ports, names: dict[str, str]) -> list[ft.Control]:
    """For Today: whose voice waits to be heard."""
    found = {one.space: one for one in reversed(to_be_heard(ports))}
    lines = []
    for row_id, name in names.items():
        mentee = ports.store.get(Mentee, row_id)
        if mentee is not None and plan_space(ports, mentee) in found:
            lines.append(_line(t, mentee, name))
    return lines[:MOST]


def _line(t: Words, mentee: Mentee, name: str) -> ft.Control:
    return row(
        name or t("Without a name"),
        # Words: under the name of a mentee: she sent a recording of her voice
        under=t("Said something to you"),
        leading=ft.Icon(ft.Icons.RECORD_VOICE_OVER_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"/mentees/{mentee.id}/voice"),
        key=f"voice-of-{mentee.id}",
        arrow=True,
    )


@ft.component
def Voices() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    mentee = use_live(lambda: ports.store.get(Mentee, path.rpartition("/")[2]), Mentee)
    said = use_live(lambda: said_with_her(ports, mentee) if mentee else [], VoiceMessage, Attachment)
    row_id = ft.use_memo(ports.new_row, [said[0].id if said else ""])

    async def send(recording: Recording) -> None:
        plan = plan_space(ports, mentee)
        if not plan:
            raise Refusal(N_("There is nothing here."))
        await say_to(ports, row=row_id, space=plan, to="", recording=recording)

    parts: list[ft.Control] = []
    if mentee is not None:
        told = t.many(
            "She and those who help her can hear it. It is gone after %(num)d day.",
            "She and those who help her can hear it. It is gone after %(num)d days.",
            KEPT_DAYS,
        )
        # Words: a button: what one says now goes to that person as a recording
        speak = Speak(t("Speak to %(name)s", name=mentee.name or t("Somebody")), t("Send"), send)
        parts.append(stack([speak, *interpreter(t, WHO_HEARS_HER), quiet(told, size=15)]))
        parts += [card(Message(one), key=f"said-{one.id}") for one in said]
    if not said:
        parts.append(
            empty_state(
                ft.Icons.RECORD_VOICE_OVER_OUTLINED, t("Nothing was said yet."), t("A short word is enough to begin.")
            )
        )
    return screen(t("Voice messages"), parts, t=t, path=f"{path}/voice", back=path)
