"""A coordinator founds an organisation with the code its hub gave out; her phone makes the root of all logs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.cpr import refuse_cpr
from app.domain.locks import PIN
from app.domain.roles import COORDINATOR
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.join import settle_in
from app.journeys.joining import founding
from app.journeys.lock import check_pin
from app.keys.enrolment import Card, found_circle, found_own
from app.keys.keyring import Keyring, Self
from app.ports import Ports, Refusal


@dataclass(frozen=True)
class FirstCircle:
    """A circle that every organisation begins with."""

    kind: str
    name: str


async def found_organisation(
    ports: Ports,
    *,
    code: str,
    name: str,
    member: Card,
    pin: str,
    kind: str = PIN,
    area: str = "",
    hub_url: str = "",
) -> None:
    """Founds it: the circle of all, the staff, a first area and her own. She is unlocked when it returns.

    Cut off anywhere, the next unlock finishes it with the same code.
    """
    check_pin(pin, kind)
    name, area = tidy(name), tidy(area) or tidy(name)
    if not name or not tidy(member.name):
        raise Refusal(N_("Write a name for the organisation and your own."))
    refuse_cpr(name, member.name, area)
    card = Card(tidy(member.name), member.role or COORDINATOR, member.picture)
    person, root = ports.provider.random(16), ports.provider.random(16)
    hub = hub_url or ports.hub_url
    me = Self(person, bytes(16), name, root, bytes(32), hub, card.name, card.role, card.picture)
    keyring = Keyring.fresh(ports.provider, me)
    founder = replace(card, day=ports.today().isoformat())
    first, held = found_circle(keyring, kind="public", name=name, card=founder, circle=root)
    keyring.me = Self(person, bytes(16), name, root, first.hash, hub, card.name, card.role, card.picture)
    keyring.hold(held)
    keyring.joining = founding(code.strip(), first)
    beginning = (FirstCircle("staff", name), FirstCircle("area", area))
    others = [found_circle(keyring, kind=circle.kind, name=circle.name, card=card) for circle in beginning]
    others.append(found_own(keyring))
    for _, held in others:
        keyring.hold(held)
    await settle_in(ports, keyring, pin=pin, kind=kind, picture=card.picture, offer=[entry for entry, _ in others])
