"""What she is good at: she chooses up to five cards, each with an example in her words; her coming may offer one."""

from __future__ import annotations

from sqlmodel import col

from app.domain.attendance import Came, came, standing
from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.strengths import BY_COMING, MOST, Supported, supported
from app.domain.text import tidy_prose
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Attendance, Meeting, Mentee, Strength
from app.storage.saw import Saw


def strengths(ports: Ports, space: str) -> list[Strength]:
    """Those on her card now, the first chosen first."""
    order = (col(Strength.chosen_on), col(Strength.id))
    return ports.store.find(Strength, col(Strength.space) == space, col(Strength.left_on).is_(None), order_by=order)


def choose_strength(ports: Ports, *, space: str, kind: str, wanted: bool) -> Strength:
    """One tap puts it on her card, another takes it away. Two phones that say it write one row."""
    row, today = beside(space, f"strength {kind}"), ports.today()
    others = [one for one in strengths(ports, space) if one.kind not in {kind, *BY_COMING}]
    if wanted and kind not in BY_COMING and len(others) >= MOST:
        raise Refusal(N_("You have five. Tap one of them away first."))
    there = ports.store.get(Strength, row, space)
    with ports.store.write() as tx:
        if there is None:
            return tx.add(Strength(id=row, space=space, kind=kind, chosen_on=today, left_on=None if wanted else today))
        return tx.change(there, chosen_on=today if wanted else there.chosen_on, left_on=None if wanted else today)


def say_example(ports: Ports, *, shown: Strength, saw: Saw, text: str) -> Strength:
    """When it was so, in her words; "" is fine."""
    refuse_cpr(text)
    with ports.store.write() as tx:
        return tx.change(shown, saw, text=tidy_prose(text))


def shown_by_coming(ports: Ports, mentee: Mentee, on_card: set[str]) -> list[Supported]:
    """What may be offered to her because she came and called; not what stands on her card already."""
    meetings = ports.store.find(Meeting, col(Meeting.mentee) == mentee.id)
    taps = standing(ports.store.find(Attendance, col(Attendance.mentee) == mentee.id))
    groups = came(taps).get(mentee.id, Came(0, 0))
    return [one for one in supported(meetings, groups) if one.kind not in on_card]
