"""An invitation, and a way to the hub that is cut while somebody joins."""

from __future__ import annotations

import httpx

from app.domain.roles import WORKER
from app.journeys.invite import Invitation, invite, places_for
from app.keys.enrolment import Card
from tests.world import Phone, run


def invitation_for(host: Phone, name: str = "Sofie", role: str = WORKER, lives_s: int = 3600) -> Invitation:
    return run(invite(host.ports, member=Card(name, role, "fox"), grants=places_for(host.ports, role), lives_s=lives_s))


def cut_at(phone: Phone, turn: int, *, delivered: bool) -> None:
    """The `turn`th request from now on gets no answer (`delivered`: the hub had it), nor does any later one."""
    begun = len(phone.wire.sent)

    def spoil(_: str, answer: bytes) -> bytes:
        if len(phone.wire.sent) - begun >= turn:
            phone.cut()
            raise httpx.ReadError("cut")
        return answer

    def cut_before(_: str, answer: bytes) -> bytes:
        if len(phone.wire.sent) - begun >= turn - 1:
            phone.cut()
        return answer

    phone.wire.spoil = spoil if delivered else cut_before
    if turn == 1 and not delivered:
        phone.cut()
