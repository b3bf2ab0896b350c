"""Something is said to the mentor."""

from __future__ import annotations

from app.journeys.voice_messages import (
    say_to,
)
from app.platform import Recording
from app.records import VoiceMessage
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run


def to_the_mentor(org: Organisation, recording: Recording | None = None) -> VoiceMessage:
    """She speaks to her mentor."""
    ports = org.mentee.ports
    mentor = org.mentor.ports.me.person.hex()
    return run(
        say_to(ports, row=ports.new_row(), space=ports.store.space("plan"), to=mentor, recording=recording or said())
    )


def to_her(org: Organisation, phone: Phone) -> VoiceMessage:
    space = phone.store.beside(org.cover(phone).space, "plan")
    return run(say_to(phone.ports, row=phone.ports.new_row(), space=space, to="", recording=said(tone(0.5))))
