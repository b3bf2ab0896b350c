"""Asking colleagues for advice: all who work here, those around one mentee, or a few by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col

from app.domain.answer_time import tells_a_name, usual
from app.domain.cpr import refuse_cpr
from app.domain.roles import homes_of
from app.domain.text import tidy_prose
from app.i18n import N_
from app.journeys.readers import readers
from app.ports import Ports, Refusal
from app.records import Mentee, Reply, RowId, Sparring
from app.storage.places import Place
from app.storage.saw import Saw

SPARRING = "sparring"
MOST = 50
NEWS_DAYS = 14


def may_ask_in(ports: Ports) -> list[Place]:
    """Where she may ask and at least one other person reads: the widest first."""
    homes = homes_of(SPARRING)
    open_to_her = [place for place in ports.store.places() if place.kind in homes and ports.store.me_in(place.space)]
    order = ("staff", "restricted", "case", "notes")
    return sorted(
        (place for place in open_to_her if readers(ports, place)),
        key=lambda place: (order.index(place.kind), place.name),
    )


def ask(ports: Ports, *, row: RowId, space: str, text: str, unnamed: bool = False) -> Sparring:
    """Who reads there finds it after the next sync. `unnamed`: nobody is shown who asks, and it names no mentee."""
    said = tidy_prose(text)
    if not said:
        raise Refusal(N_("Choose a topic, or write what you wonder about."))
    if not space:
        raise Refusal(N_("Choose whom you ask."))
    _refuse_names(ports, said, unnamed=unnamed)
    with ports.store.write() as tx:
        return tx.add(Sparring(id=row, space=space, text=said, asked_on=ports.today(), unnamed=unnamed))


def reply(ports: Ports, *, row: RowId, to: Sparring, text: str) -> Reply:
    """Beside the question, for all who read it; where that is `unnamed`, it names no mentee either."""
    said = tidy_prose(text)
    if not said:
        raise Refusal(N_("Choose an answer, or write one."))
    _refuse_names(ports, said, unnamed=bool(to.unnamed))
    with ports.store.write() as tx:
        return tx.add(Reply(id=row, space=to.space, sparring=to.id, text=said))


def settle(ports: Ports, *, shown: Sparring, saw: Saw, yes: bool) -> None:
    """She has what she needs; or she asks on."""
    with ports.store.write() as tx:
        tx.change(shown, saw, settled_on=ports.today() if yes else None)


def questions(ports: Ports) -> list[Sparring]:
    """What is open first, the newest first."""
    order = (col(Sparring.settled_on).is_not(None), col(Sparring.asked_on).desc(), col(Sparring.id))
    return ports.store.find(Sparring, order_by=order, limit=MOST)


@dataclass(frozen=True)
class Waiting:
    """`asked`: by others, and nobody has answered. `answered`: by this person, who has not said that it is enough."""

    asked: tuple[Sparring, ...] = ()
    answered: tuple[Sparring, ...] = ()


def waiting_questions(ports: Ports) -> Waiting:
    """Open ones of the last two weeks, the newest first; older ones stand among all questions."""
    since = ports.today() - timedelta(days=NEWS_DAYS)
    where = (col(Sparring.settled_on).is_(None), col(Sparring.asked_on) >= since)
    asked: list[Sparring] = []
    answered: list[Sparring] = []
    for one in ports.store.find(
        Sparring, *where, order_by=(col(Sparring.asked_on).desc(), col(Sparring.id)), limit=MOST
    ):
        line, spoken = ports.store.byline(one, "text"), answered_after(ports, one) is not None
        if line and line.mine and spoken:
            answered.append(one)
        elif line and not line.mine and not spoken:
            asked.append(one)
    return Waiting(tuple(asked), tuple(answered))


def replies(ports: Ports, to: Sparring) -> list[Reply]:
    """In the order they were written; from where the question lives and nowhere else."""
    found = ports.store.find(Reply, col(Reply.sparring) == to.id, col(Reply.space) == to.space)
    lines = {one.id: ports.store.byline(one, "text") for one in found}
    return sorted(found, key=lambda one: (line.at.timestamp() if (line := lines[one.id]) else 0, one.id))


def answered_after(ports: Ports, asked: Sparring) -> timedelta | None:
    """How long it took until somebody else answered; None while nobody has."""
    first = ports.store.byline(asked, "text")
    lines = (ports.store.byline(one, "text") for one in replies(ports, asked))
    others = [line.at for line in lines if line and first and (line.who, line.mine) != (first.who, first.mine)]
    return max(min(others) - first.at, timedelta()) if first and others else None


def usual_wait(ports: Ports) -> timedelta | None:
    """Of the latest questions that were answered."""
    waits = [answered_after(ports, one) for one in questions(ports)]
    return usual([wait for wait in waits if wait is not None])


def _refuse_names(ports: Ports, said: str, *, unnamed: bool) -> None:
    refuse_cpr(said)
    if unnamed and tells_a_name(said, (mentee.name for mentee in ports.store.find(Mentee))):
        raise Refusal(N_("A name stands in the text. Write it without the name."))
