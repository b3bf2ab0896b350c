"""How many voice messages wait to be heard: what a first screen asks, with nothing of sounds and files."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from app.domain.roles import MENTEE
from app.ports import Ports
from app.records import VoiceMessage


def how_many_wait(ports: Ports) -> int:
    """For me, and not heard yet."""
    return ports.store.count(VoiceMessage, *for_me(ports))


def for_me(ports: Ports) -> list[ColumnElement[bool]]:
    """Conditions for `find`: said to me, not by me, not heard yet."""
    me = ports.me
    hers = "" if me.role == MENTEE else me.person.hex()
    return [
        col(VoiceMessage.listener) == hers,
        col(VoiceMessage.speaker) != me.person.hex(),
        or_(col(VoiceMessage.heard).is_(None), col(VoiceMessage.heard).is_(False)),
    ]
