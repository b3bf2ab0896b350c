"""What a worker of a large area has beside her files: places with their rounds, groups, companies, offers, mentors."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

from app.ports import Ports
from app.records import Attempt, Cohort, Company, GroupSession, Mentor, MentorPath, Offer, Round, Spot, SpotKind, Trade

PLACES, ROUNDS_EACH, TAPS_EACH = 200, 4, 5
GROUPS, SESSIONS_EACH = 60, 12
COMPANIES, OFFERS, MENTORS = 300, 200, 150
LANGUAGES = ("ar so", "tr", "ti ar", "fa", "uk", "so")
OUTCOMES = ("nobody_home", "talked", "not_now", "interested", "nobody_home")


def around_the_files(ports: Ports) -> None:
    """In one write each."""
    _places(ports)
    _groups(ports)
    _companies(ports)
    _mentors(ports)
    for noun, many in ((Spot, PLACES), (Cohort, GROUPS), (Company, COMPANIES), (Offer, OFFERS), (Mentor, MENTORS)):
        assert ports.store.count(noun) == many, noun  # and her role may write them


def _places(ports: Ports) -> None:
    area, today = ports.store.space("area"), ports.today()
    with ports.store.write() as tx:
        for number in range(PLACES):
            kind = SpotKind.STAIRWELL if number % 10 else SpotKind.LIBRARY
            spot = Spot(id=ports.new_row(), space=area, kind=kind.value, name=f"Egeparken {number}", doors=12)
            tx.add(spot, fresh=True)
            for nth, tap in product(range(ROUNDS_EACH), range(TAPS_EACH)):
                day = today - timedelta(days=90 * nth + number % 60)
                said: dict[str, Any] = {"space": area, "spot": spot.id, "day": day}
                at = f"{day.isoformat()}T16:{tap:02d}:00"
                tx.add(Attempt(id=ports.new_row(), outcome=OUTCOMES[tap], at=at, **said), fresh=True)
                if tap == 0:
                    tx.add(Round(id=ports.new_row(), minutes=45, **said), fresh=True)


def _groups(ports: Ports) -> None:
    staff, today = ports.store.space("staff"), ports.today()
    with ports.store.write() as tx:
        for number in range(GROUPS):
            cohort = Cohort(id=ports.new_row(), space=staff, name=f"Hold {number}", sessions=SESSIONS_EACH)
            tx.add(cohort, fresh=True)
            for nth in range(SESSIONS_EACH):
                day = today - timedelta(days=7 * nth + 1)
                tx.add(GroupSession(id=ports.new_row(), space=staff, cohort=cohort.id, held_on=day), fresh=True)


def _companies(ports: Ports) -> None:
    area, public = ports.store.space("area"), ports.store.space("public")
    trades = [each.value for each in Trade]
    with ports.store.write() as tx:
        for number in range(COMPANIES):
            trade = trades[number % len(trades)]
            tx.add(Company(id=ports.new_row(), space=area, name=f"Firma {number}", trade=trade), fresh=True)
        for number in range(OFFERS):
            tx.add(Offer(id=ports.new_row(), space=public, name=f"Tilbud {number}", times="Tirsdag 10"), fresh=True)


def _mentors(ports: Ports) -> None:
    staff, area = ports.store.space("staff"), ports.store.space("area")
    with ports.store.write() as tx:
        for number in range(MENTORS):
            speaks = LANGUAGES[number % len(LANGUAGES)]
            mentor = Mentor(id=ports.new_row(), space=staff, name=f"Mentor {number}", languages=speaks, capacity=2)
            tx.add(mentor, fresh=True)
            tx.add(MentorPath(id=ports.new_row(), space=area, mentor=mentor.id, interest_on=ports.today()), fresh=True)
