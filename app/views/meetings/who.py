"""Whose meeting it is, and for whom it counts: chips when there are a few, chosen already when there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.i18n import Words
from app.ports import Ports
from app.records import Mentee
from app.storage.places import Right
from app.views.kit import choice, quiet, quiet_button, stack
from app.views.session import go

FEW = 12


def who(t: Words, mentees: Sequence[Mentee], chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    if len(mentees) > FEW:
        name = next((one.name for one in mentees if one.id == chosen), "")
        open_list = quiet_button(t("Choose from the list"), lambda: go("/mentees"), key="who-list")
        return stack([quiet(t("With")), quiet(name, size=16), open_list] if name else [quiet(t("With")), open_list])
    # Words: over the names of mentees; the one the meeting is with
    options = [(mentee.id, mentee.name or t("Without a name")) for mentee in mentees]
    return choice(t("With"), options, chosen, on_choose, key="who", may_be_none=False)


def met_by(
    t: Words, ports: Ports, mentors: Sequence[Right], chosen: str, on_choose: Callable[[str], None]
) -> list[ft.Control]:
    """She herself or one of these: the hours and the day count for that one. Nothing where there are no others."""
    if not mentors:
        return []
    # Words: over the names of a worker and of mentors: the one who met the mentee
    label, me = t("Who met her"), (ports.me.person.hex(), t("You"))
    options = [me, *((one.person, t.isolated(one.name) or t("Somebody")) for one in mentors)]
    return [choice(label, options, chosen, on_choose, key="mentor", may_be_none=False)]
