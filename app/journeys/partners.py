"""A partner - a municipality, a company - reads what was shared with it, one thing at a time, with her consent."""

from __future__ import annotations

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.interpreting import refuse_child
from app.domain.roles import COORDINATOR
from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.journeys import consents
from app.journeys.her_plan import plan_space
from app.journeys.key_to_come import refuse_half_read
from app.journeys.new_circle import new_circle
from app.journeys.people import people
from app.ports import Ports, Refusal
from app.records import Consent, Mentee, Passed, RowId, Shared
from app.storage.fold import fold
from app.storage.places import Place
from app.storage.saw import Saw
from app.storage.writing import Tx
from sync.entry import space_of

KIND = "partner"


def partners(ports: Ports) -> list[Place]:
    """Those with whom this person may share, or of whom she is one."""
    return sorted(ports.store.places(KIND), key=lambda place: place.name)


async def begin_with(ports: Ports, *, name: str) -> str:
    """A circle for that partner, which all coordinators are in as well; its space. Works without a connection.

    Of a name that one of hers has already it is that one: tapped twice, one partner.
    """
    name = tidy(name)
    if not name:
        raise Refusal(N_("Write what the partner is called."))
    refuse_cpr(name)
    if begun := next((place for place in partners(ports) if fold(place.name) == fold(name)), None):
        return begun.space
    coordinators = [one for one in people(ports) if one.card.role == COORDINATOR]
    return space_of(await new_circle(ports, kind=KIND, name=name, among=coordinators), 0).hex()


def consented(ports: Ports, mentee: Mentee, partner: Place) -> Consent | None:
    """The consent that holds now, for that mentee and that partner."""
    plan = plan_space(ports, mentee)
    if not plan:
        return None
    hers = (col(Consent.space) == plan, col(Consent.partner) == partner.circle)
    said = consents.outside(ports, *hers).get((plan, partner.circle))
    return said if said and consents.stands(said) else None


def consent(ports: Ports, *, row: RowId, mentee: Mentee, partner: Place, explained: str) -> Consent:
    """She was asked, never through a child, and said yes: written down in her own plan, where she takes it back."""
    refuse_child(explained)
    said = Consent(
        id=row,
        space=ports.store.beside(mentee.space, "plan"),
        partner=partner.circle,
        name=partner.name,
        explained=explained,
        given_on=ports.today(),
    )
    with ports.store.write() as tx:
        return tx.add(said)


def take_back(ports: Ports, *, shown: Consent, saw: Saw) -> None:
    """It is over from now on; what was shared is taken away from the partner by the phones that can."""
    consents.take_back(ports, shown=shown, saw=saw)
    unshare_what_ended(ports)


def share(ports: Ports, *, row: RowId, mentee: Mentee, partner: Place, about: str, text: str) -> Shared:
    """One thing. `about` = what she is called there. Without a consent that holds: `Refusal`."""
    holds, said, called = consented(ports, mentee, partner), tidy_prose(text), tidy(about)
    if holds is None:
        raise Refusal(N_("She has not said yes to this partner. Ask her first."))
    refuse_half_read(ports, holds.space)
    if not said or not called:
        raise Refusal(N_("Write what the partner may read, and what she is called there."))
    refuse_cpr(called, said)
    shared = Shared(id=row, space=partner.space, consent=holds.id, about=called, day=ports.today(), text=said)
    hers = Passed(id=row, space=holds.space, consent=holds.id, name=partner.name, day=ports.today(), text=said)
    with ports.store.write() as tx:
        tx.add(hers)  # what they read she reads, too
        return tx.add(shared)


def unshare(ports: Ports, *, shown: Shared, saw: Saw) -> None:
    """The partner no longer finds it. What was read was read."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)
        _say_it_ended(ports, tx, shown)


def shared_with(ports: Ports, partner: Place) -> list[Shared]:
    """The newest first."""
    order = (col(Shared.day).desc(), col(Shared.id))
    return ports.store.find(Shared, col(Shared.space) == partner.space, order_by=order)


def unshare_what_ended(ports: Ports) -> None:
    """Takes away from partners what rests on a consent that is over, as far as this phone may."""
    if not ports.store.places("partner"):
        return
    no = {place for place, one in consents.outside(ports).items() if not consents.stands(one)}
    said = ports.store.find(Consent, col(Consent.partner) != "")
    ended = {one.id for one in said if not consents.stands(one) or (one.space, one.partner) in no}
    over = [
        one
        for one in ports.store.find(Shared)
        if one.consent in ended and "gone" in ports.store.may_set(one.space, "shared")
    ]
    if over:
        with ports.store.write() as tx:
            for one in over:
                tx.remove(one, ports.store.seen(one))
                _say_it_ended(ports, tx, one)


def _say_it_ended(ports: Ports, tx: Tx, shared: Shared) -> None:
    """On her own phone, too."""
    for hers in ports.store.find(Passed, col(Passed.id) == shared.id, col(Passed.ended_on).is_(None)):
        if "ended_on" in ports.store.may_set(hers.space, "passed"):
            tx.change(hers, ended_on=ports.today())
