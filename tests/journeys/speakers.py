"""Who is trusted with Arabic reads a text aloud."""

from __future__ import annotations

from app.domain.studio import key_of
from app.i18n import Words
from app.journeys.attachments import content_of
from app.journeys.studio import (
    Prompt,
    prompts_in,
    record_text,
    trust,
)
from app.journeys.studio_sound import sounds_of
from app.platform import Recording
from app.ports import Ports
from app.records import Recorded, StudioRight
from tests.journeys.voices import said
from tests.world import Organisation, Phone, run


def first_prompt() -> Prompt:
    return prompts_in("ar")[0]


def records(phone: Phone, key: str, recording: Recording | None = None) -> Recorded:
    ports = phone.ports
    sound = recording or said()
    return run(record_text(ports, row=ports.new_row(), language="ar", key=key, recording=sound, agrees=True))


def trusts_the_mentor(org: Organisation) -> StudioRight:
    right = trust(org.coordinator.ports, person=org.mentor.ports.me.person, name="Maja", language="ar")
    org.world.sync_all()
    return right


def key_in_arabic(source: str) -> str:
    """Of that text, as a screen shows it to somebody who reads Arabic."""
    return key_of("ar", Words("ar")(source))


async def content_of_text(ports: Ports, key: str) -> bytes | None:
    """What that phone would play for it."""
    sounds = sounds_of(ports, [key])
    return await content_of(ports, sounds[0]) if sounds else None
