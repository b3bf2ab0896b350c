"""Places in the demo organisation: who knocked where, doors left alone, a library, a summer party with a head count."""

from __future__ import annotations

from datetime import date, timedelta

from app.journeys.growing import said_yes, takes_part
from app.journeys.house_rules import CALL_US, FIND_US, decide
from app.journeys.offers import add_offer
from app.journeys.reach import estimate
from app.journeys.referrals import refer
from app.journeys.rounds import leave_alone
from app.journeys.spots import add_spot
from app.ports import Ports
from app.records import EVERYBODY, Attempt, Contact, Round, Spot, SpotKind

PLACES = (
    ("a", SpotKind.STAIRWELL, "Opgang A", "Egeparken 12", 12),
    ("b", SpotKind.STAIRWELL, "Opgang B", "Egeparken 14", 12),
    ("c", SpotKind.STAIRWELL, "Opgang C", "Egeparken 16", 20),
    ("mosque", SpotKind.MOSQUE, "Moskéen", "Granvej 3", None),
    ("library", SpotKind.LIBRARY, "Biblioteket", "Torvet 1", None),
    ("school", SpotKind.SCHOOL, "Sprogskolen", "Skolevej 8", None),
    ("party", SpotKind.EVENT, "Sommerfesten", "Plænen bag Egeparken 16", None),
)
"""(key, kind, name, address, doors)"""

ROUNDS = (
    ("henrik", "a", 5, "nnnnntttwi", 45, None),
    ("sofie", "a", 0, "nnnntti", None, None),
    ("sofie", "b", 2, "nnnnnnttwwii", 55, None),
    ("sofie", "library", 9, "ttwi", 60, None),
    ("henrik", "party", 30, "tttiii", 120, 31),
    ("sofie", "party", 30, "ttwii", 120, 12),
)
"""(who, place, days ago, a letter a tap, minutes, heads)"""

_OUTCOMES = {"n": "nobody_home", "t": "talked", "w": "not_now", "i": "interested"}


def places(worker: Ports, today: date) -> dict[str, Spot]:
    """What Sofie wrote down of the area."""
    made = {
        key: add_spot(
            worker,
            row=worker.new_row(),
            kind=kind.value,
            name=name,
            address=address,
            doors=doors,
            held_on=today - timedelta(days=30) if kind == SpotKind.EVENT else None,
        )
        for key, kind, name, address, doors in PLACES
    }
    leave_alone(worker, row=worker.new_row(), spot=made["a"], door="2. th", until=today + timedelta(days=160))
    return made


def rounds(ports: Ports, who: str, made: dict[str, Spot], today: date) -> None:
    """That person's rounds, a tap every three minutes."""
    with ports.store.write() as tx:
        for by, key, days, taps, minutes, heads in ROUNDS:
            if by != who:
                continue
            spot, day = made[key], today - timedelta(days=days)
            for place, letter in enumerate(taps):
                at = f"{day.isoformat()}T{16 + place // 20}:{place % 20 * 3:02d}:00"
                tx.add(
                    Attempt(
                        id=ports.new_row(), space=spot.space, spot=spot.id, outcome=_OUTCOMES[letter], day=day, at=at
                    )
                )
            if minutes is not None:
                told = Round(id=ports.new_row(), space=spot.space, spot=spot.id, day=day, minutes=minutes, heads=heads)
                tx.add(told)


YES = (
    ("Amina Haddad", "interpreter", True),
    ("Nadia Rahimi", "interpreter", False),
    ("Olena Kovalenko", "shared", True),
    ("Fatma Yılmaz", "by_phone", True),
)
"""(who said yes to being written down, how she was asked, whether she takes part)"""


def said_yeses(worker: Ports) -> None:
    """Four of the forty are more than a nickname."""
    for name, explained, joins in YES:
        (contact,) = [one for one in worker.store.find(Contact) if one.name == name]
        saw = worker.store.seen(contact)
        person = said_yes(worker, shown=contact, saw=saw, name=name, explained=explained)
        if joins:
            takes_part(worker, shown=person, saw=worker.store.seen(person))


NEARBY = (
    ("Sprogcaféen", "danish", "Fælleshuset", "Onsdage kl. 10", "Arabisk, somali, dansk"),
    ("Syværkstedet", "people", "Granvej 3, kælderen", "Tirsdage og torsdage kl. 9", "Dansk, tyrkisk"),
    ("Cykelkursus for kvinder", "leisure", "Plænen bag Egeparken 16", "Lørdage i maj", ""),
    ("Retshjælpen", "rights", "Biblioteket", "Mandage kl. 17", "Tolk på telefon"),
    ("Lektiecaféen", "children", "Biblioteket", "Mandage og onsdage kl. 15", ""),
)
"""(what, topic, where, when, languages)"""


def nearby(worker: Ports, coordinator: Ports, today: date) -> None:
    """What there is, how many there are to be reached, what stands on the card, and somebody sent on."""
    for name, topic, place, times, languages in NEARBY:
        said = {"name": name, "topic": topic, "place": place, "times": times, "languages": languages}
        add_offer(worker, row=worker.new_row(), **said)
    estimate(
        worker,
        row=worker.new_row(),
        space=worker.store.space("area"),
        whom=EVERYBODY,
        number=210,
        method="register",
        counted_on=today - timedelta(days=120),
        source="Kommunens register",
    )
    decide(coordinator, CALL_US, "12 34 50 99")
    decide(coordinator, FIND_US, "Fælleshuset, torsdage kl. 14")
    (contact,) = [one for one in worker.store.find(Contact) if one.name == "Olena Kovalenko"]
    refer(worker, row=worker.new_row(), contact=contact, direction="out", whom="Sprogcaféen", along=True)
