"""A pair agrees: what for, how often, for how long. In hard times its prompts rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col

from app.domain.agenda import whose
from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.hours import Hours, hours_of
from app.domain.roles import MENTOR
from app.domain.text import tidy_prose
from app.i18n import N_
from app.journeys.people import Person, people
from app.ports import Ports, Refusal
from app.records import Agreement, Meeting, Mentee
from app.storage.saw import Saw

MOST_HOURS = 2000
DAY_MINUTES = 24 * 60


def keep_agreement(
    ports: Ports, *, mentee: Mentee, mentor: str, shown: Agreement | None = None, saw: Saw | None = None, **said: Any
) -> Agreement:
    """What the two agreed on; she reads it, too. A pair has one: made on two phones it is the same row."""
    hours, length = said.get("hours"), said.get("minutes")
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise Refusal(N_("Write hours between nothing and 2,000."))
    if length is not None and not 0 <= length <= DAY_MINUTES:
        raise Refusal(N_("A meeting lasts between nothing and a day."))
    if "words" in said:
        refuse_cpr(said["words"])
        said["words"] = tidy_prose(said["words"])
    until = said.get("until")
    if until and until < ports.today() and (shown is None or shown.until != until):
        raise Refusal(N_("The day it ends lies in the past."))
    with ports.store.write() as tx:
        if shown:
            return tx.change(shown, saw, **said)
        row, space = beside(f"{mentee.id} {mentor}", "agreement"), ports.store.beside(mentee.space, "plan")
        fields = {"mentee": mentee.id, "mentor": mentor, "agreed_on": ports.today(), **said}
        return tx.add(Agreement(id=row, space=space, **fields))


def agreements_with(ports: Ports, mentee: Mentee) -> list[Agreement]:
    """One for each of her mentors who agreed on something."""
    order = (col(Agreement.agreed_on), col(Agreement.id))
    return ports.store.find(Agreement, col(Agreement.mentee) == mentee.id, order_by=order)


def walking_with(ports: Ports, mentee: Mentee) -> list[Person]:
    """Her mentors; without any, this person herself."""
    circle = next((place.circle for place in ports.store.places() if place.space == mentee.space), "")
    here = people(ports, bytes.fromhex(circle)) if circle else []
    mentors = [one for one in here if one.card.role == MENTOR and not one.left]
    return mentors or [one for one in here if one.person == ports.me.person]


def hours_with(ports: Ports, mentee: Mentee, mentor: str = "") -> Hours:
    """What went to it so far, all in all or of that mentor (a pseudonym); what nobody said whose it was counts too."""
    return hours_of(ports.store.find(Meeting, col(Meeting.mentee) == mentee.id, *whose(mentor)))


def let_rest(ports: Ports, *, shown: Mentee, until: date | None) -> Mentee:
    """Nothing prompts anybody about her until that day; why is nobody's. None: prompts come again."""
    if until and until < ports.today():
        raise Refusal(N_("Choose a day that is still to come."))
    with ports.store.write() as tx:
        return tx.change(shown, quiet_until=until)
