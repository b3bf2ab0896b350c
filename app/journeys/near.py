"""Who is near her, as she finds them on her own phone: a name, a picture, a number to call."""

from __future__ import annotations

from sqlmodel import col

from app.domain.beside import beside
from app.domain.text import tidy
from app.journeys.her_plan import plan_space
from app.journeys.readers import readers
from app.ports import Ports
from app.records import Mentee, Near
from app.storage.order import by_name

MOST = 20


def near_her(ports: Ports, mentee: Mentee | None = None) -> list[Near]:
    """Those who share her plan now; without a mentee, on her own phone. Mentors first, for they are who she meets."""
    where = [col(Near.space) == plan_space(ports, mentee)] if mentee else []
    told = ports.store.find(Near, *where, order_by=(col(Near.role), by_name(Near.name), col(Near.id)))
    plans = [place for place in ports.store.places("plan") if place.space in {one.space for one in told}]
    here = {(place.space, one.person) for place in plans for one in readers(ports, place)}
    me = ports.me.person.hex()
    return [one for one in told if one.person in {"", me} or (one.space, one.person) in here][:MOST]


def mine(ports: Ports, mentee: Mentee) -> Near | None:
    """How she finds me, if I told her."""
    me = ports.me.person.hex()
    return next((one for one in near_her(ports, mentee) if one.person == me), None)


def be_near(ports: Ports, *, mentee: Mentee, phone: str) -> Near:
    """She finds me under my name and picture, and calls that number; "" = she finds me and cannot call."""
    with ports.store.write() as tx:
        return tx.add(me_near(ports, ports.store.beside(mentee.space, "plan"), phone=tidy(phone)))


def me_near(ports: Ports, plan: str, **said: str) -> Near:
    """How she whose plan that is finds me: one row, whatever is `said` of it more."""
    me = ports.me
    who = {"person": me.person.hex(), "name": me.name, "role": me.role, "picture": me.picture}
    return Near(id=beside(plan, f"near {me.person.hex()}"), space=plan, **who, **said)
