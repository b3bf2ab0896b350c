"""Voices on her phone: what was said to her and not heard yet, and a message to one who is near."""

from __future__ import annotations

import flet as ft

from app.domain.voice_messages import KEPT_DAYS
from app.i18n import Words
from app.journeys.voice_messages import said_with, say_to, to_be_heard
from app.platform import Recording
from app.records import Attachment, Near, VoiceMessage
from app.views.forms import use_once
from app.views.hearing import Message
from app.views.kit import paper, quiet, stack
from app.views.recording import Speak
from app.views.session import use_live, use_ports, use_session

MOST = 4


@ft.component
def NewVoices() -> ft.Control:
    """At the top of her letter, as long as there is something to hear."""
    ports = use_ports()
    first = use_once(lambda: [one.id for one in to_be_heard(ports)])  # what she hears just now stays until she goes
    waits = use_live(lambda: to_be_heard(ports), VoiceMessage, Attachment)
    ids = [one.id for one in waits]
    shown = waits + [one for row in first if row not in ids and (one := ports.store.get(VoiceMessage, row)) is not None]
    papers = [paper([Message(one)], picture="speaking", key=f"new-{one.id}", warm=True) for one in shown[:MOST]]
    return stack(papers, spacing=16)


@ft.component
def VoicesWith(near: Near, *, at_once: bool = False) -> ft.Control:
    """Under her name: one tap speaks (`at_once`: it was made already), one sends; what was said lately."""
    ports, session = use_ports(), use_session()
    t = session.words
    said = use_live(lambda: said_with(ports, other=near.person), VoiceMessage, Attachment)
    row = ft.use_memo(ports.new_row, [said[0].id if said else ""])

    async def send(recording: Recording) -> None:
        await say_to(ports, row=row, space=near.space, to=near.person, recording=recording)

    # Words: a button: what one says now goes to that person as a recording
    speak = Speak(
        t("Speak to %(name)s", name=near.name), t("Send"), send, f"speak-{near.id}", large=True, at_once=at_once
    )
    return stack([speak, *(Message(one) for one in said[:MOST])])


def who_hears(t: Words) -> ft.Control:
    """Once, under all of them."""
    told = t.many(
        "Those who help you can hear what you say. It is gone after %(num)d day.",
        "Those who help you can hear what you say. It is gone after %(num)d days.",
        KEPT_DAYS,
    )
    return quiet(told, size=16)
